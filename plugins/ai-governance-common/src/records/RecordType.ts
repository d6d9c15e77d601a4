import { z } from 'zod';
import type { Admission } from '../decisions/Admission';
import type { Deciding } from '../decisions/Deciding';
import type { RegisterFields } from './registerFields';

/**
 * What it takes to write a record: `append` for what owners state, `request` to ask for a decision or to confirm, `decide` for the
 * decision itself, `assure` for what testers and auditors found, `self` for what people state of themselves.
 */
export type Writing = 'append' | 'request' | 'decide' | 'assure' | 'self';

export type StreamKind = 'subject' | 'person' | 'team' | 'organization';

/** One file in this folder declares one of these; validation, form, display, search, exports and API follow from it. */
export interface RecordType<S extends z.ZodType = z.ZodType> {
  /** Id in the API and in storage, kebab-case. Never changes. */
  type: string;
  title: string;
  /** For registers and headings. */
  plural: string;
  /** One sentence: what it states and for whom. */
  description: string;
  /** One living document a stream, or many entries. */
  shape: 'document' | 'entry';
  streams: readonly StreamKind[];
  /**
   * Of a document of a subject whose facts the catalog takes over: approvals cover the profile that follows from it, and not the document.
   * Absent: approvals cover the document itself.
   */
  coveredBy?: 'profile';
  /** `system`: people cannot append it. */
  writtenBy: 'people' | 'system';
  /** Which permission it takes. Default: `append`, and `self` in the stream of a person. */
  takes?(data: z.infer<S>, previous?: z.infer<S>): Writing;
  /**
   * Whether the author may state this of the stream as it is now, and what the system adds to it: fields whose meta says
   * `filledIn: 'system'`, which nobody else may write. Pure. Absent: taken as it is written.
   *
   * @throws NotAllowedError saying why not and who may; InputError naming the path; ConflictError when it is decided already
   */
  admit?(admission: Admission<z.infer<S>>): z.infer<S>;
  /** Groups whose members `admit` asks for, beside the owner and those that the policy names; full, lower case. */
  asksFor?(data: z.infer<S>): readonly string[];
  /** Ids of records that `admit` asks for, of whatever stream. In the stream of the organization only. */
  asksForRecords?(data: z.infer<S>): readonly string[];
  /** `admit` asks for the figures of the whole organization. In its stream only. */
  readsFigures?: true;
  /** Of a decision: what is decided, and who may not. `admit` goes by the same. */
  decides?: Deciding<z.infer<S>>;
  /** What a register of the type is filtered and sorted by, beside what its subjects are. */
  register?: RegisterFields;
  /** Raised when the schema changes; stored with each revision. */
  schemaVersion: number;
  schema: S;
  /** One line for lists and registers: plain text, see `plainLine`. */
  summary(data: z.infer<S>): string;
  /** Where the fields come from. */
  source: string;
}

/** Keeps the schema's type on the declaration. */
export function recordType<S extends z.ZodType>(
  declaration: RecordType<S>,
): RecordType<S> {
  return declaration;
}

/** How the form and the reader show a field; attached with `.meta(…)` and carried in the JSON schema. */
export interface FieldMeta {
  title: string;
  description?: string;
  /** `markdown`: a section with preview. `entityRef`: a reference picked in the catalog. `recordRef`: a record of the stream. */
  format?: 'markdown' | 'entityRef' | 'recordRef' | 'date' | 'uri';
  /** With `entityRef`: kinds to pick from. */
  kinds?: string[];
  /** With `recordRef`: types of the records to pick from. */
  recordTypes?: readonly string[];
  /** With `recordRef`: what another field of the group says decides on the types; for what is not listed the id is of no record of the stream. */
  recordTypesBy?: {
    field: string;
    types: Readonly<Record<string, readonly string[]>>;
  };
  /** `system`: no field of the form; what an author writes there is refused. */
  filledIn?: 'system';
  [key: string]: unknown;
}

/** A Markdown section, up to 20,000 characters. */
export const markdown = (meta: Omit<FieldMeta, 'format'>) =>
  z
    .string()
    .max(20_000)
    .meta({ ...meta, format: 'markdown' } as FieldMeta);

/** One line of text that says something, up to `max` characters. */
export const line = (meta: FieldMeta, max = 300) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*\S[^\r\n]*$/, 'must be one line of text, not empty')
    .meta(meta);

/** A calendar day, `YYYY-MM-DD`. */
export const day = (meta: Omit<FieldMeta, 'format'>) =>
  z.iso.date().meta({ ...meta, format: 'date' } as FieldMeta);

// Letter by letter: a pattern in a JSON schema has no flag for "whatever the case".
const anyCase = (word: string) =>
  Array.from(word, c => `[${c.toUpperCase()}${c.toLowerCase()}]`).join('');

/** A full or short entity reference with its kind, one of `kinds` where they are given. */
export const entityRef = (meta: Omit<FieldMeta, 'format'>) => {
  const { kinds } = meta as Pick<FieldMeta, 'kinds'>;
  const kind = kinds
    ? `(${kinds.map(anyCase).join('|')})`
    : '[a-zA-Z][a-zA-Z0-9]*';
  const example = `${(kinds?.[0] ?? 'user').toLocaleLowerCase(
    'en-US',
  )}:default/name`;
  return z
    .string()
    .regex(
      new RegExp(`^${kind}:([a-z0-9-]+/)?[A-Za-z0-9][-A-Za-z0-9_.]*$`),
      kinds
        ? `must be a reference to ${kinds.join(' or ')}, such as ${example}`
        : `must be an entity reference with its kind, such as ${example}`,
    )
    .meta({ ...meta, format: 'entityRef' } as FieldMeta);
};

/** The id of another record of the same stream, of one of `recordTypes`; the ledger checks that there is one. */
export const recordRef = (meta: Omit<FieldMeta, 'format'>, max = 36) =>
  line({ ...meta, format: 'recordRef' } as FieldMeta, max);

/** A link; only http and https, so that nothing can run from it. */
export const link = (meta: Omit<FieldMeta, 'format'>) =>
  z
    .string()
    .max(2000)
    .regex(/^https?:\/\/\S+$/i, 'must be an http or https address')
    .meta({ ...meta, format: 'uri' } as FieldMeta);
