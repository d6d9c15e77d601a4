import { z } from 'zod';

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
  /** `system`: people cannot append it. */
  writtenBy: 'people' | 'system';
  /** Raised when the schema changes; stored with each revision. */
  schemaVersion: number;
  schema: S;
  /** One line for lists and registers. Plain text. */
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
  /** `markdown`: a section with preview. `entityRef`: a reference picked in the catalog. */
  format?: 'markdown' | 'entityRef' | 'date' | 'uri';
  /** With `entityRef`: kinds to pick from. */
  kinds?: string[];
  [key: string]: unknown;
}

/** A Markdown section, up to 20,000 characters. */
export const markdown = (meta: Omit<FieldMeta, 'format'>) =>
  z
    .string()
    .max(20_000)
    .meta({ ...meta, format: 'markdown' } as FieldMeta);

/** One line of text. */
export const line = (meta: FieldMeta, max = 300) =>
  z.string().min(1).max(max).meta(meta);

/** A calendar day, `YYYY-MM-DD`. */
export const day = (meta: Omit<FieldMeta, 'format'>) =>
  z.iso.date().meta({ ...meta, format: 'date' } as FieldMeta);

/** A full or short entity reference with its kind. */
export const entityRef = (meta: Omit<FieldMeta, 'format'>) =>
  z
    .string()
    .regex(
      /^[a-zA-Z]+:([a-z0-9-]+\/)?[A-Za-z0-9][-A-Za-z0-9_.]*$/,
      'must be an entity reference with its kind, such as user:default/name',
    )
    .meta({ ...meta, format: 'entityRef' } as FieldMeta);

/** A link; only http and https, so that nothing can run from it. */
export const link = (meta: Omit<FieldMeta, 'format'>) =>
  z
    .string()
    .max(2000)
    .regex(/^https?:\/\/\S+$/i, 'must be an http or https address')
    .meta({ ...meta, format: 'uri' } as FieldMeta);
