import {
  Materiality,
  recordFormSchema,
  RecordType,
  validateRecord,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { markdownText } from './markdownText';
import { notFromFiles, sourceTypes } from './sourceTypes';
import { FileProblem, parseYaml, wholeFile } from './yamlText';

/** A record as a file states it, without fault. */
export interface StatedRecord {
  /** Checked, with the defaults of the schema. */
  data: Record<string, unknown>;
  materiality: Materiality;
  materialityReason?: string;
  effectiveAt?: string;
}

/**
 * What became of a file. By its `entryId` an entry is known again, and it is empty for a document; of a broken entry whose id cannot be
 * read it is undefined.
 */
export type FileOutcome = { path: string } & (
  | { kind: 'stated'; type: RecordType; entryId: string; stated: StatedRecord }
  | {
      kind: 'broken';
      type: RecordType;
      entryId?: string;
      problems: FileProblem[];
    }
  | { kind: 'ignored'; reason: string }
);

const envelopeSchema = z.strictObject({
  type: z.string().optional(),
  id: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{0,63}$/,
      'must be lower-case letters, digits and dashes, at most 64',
    )
    .optional(),
  materiality: z.enum(['material', 'routine']).optional(),
  materialityReason: z.string().min(1).max(2000).optional(),
  effectiveAt: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      message: 'must be a day or an instant, such as 2026-03-01',
    })
    .optional(),
});
/** The words beside `data`, the same as of an append. */
export const envelopeKeys = Object.keys(envelopeSchema.shape);

/** What a file says before it is held against the schema of its type. */
interface Raw {
  envelope: Record<string, unknown>;
  data: Record<string, unknown>;
  sections: { title: string; text: string }[];
  problems: FileProblem[];
}

function textOf(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

const emptyRaw = (...problems: (string | FileProblem)[]): Raw => ({
  envelope: {},
  data: {},
  sections: [],
  problems: problems.map(p => (typeof p === 'string' ? wholeFile(p) : p)),
});

const MAX_PROBLEMS = 50;

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromYaml(text: string): Raw {
  const parsed = parseYaml(text);
  if (!parsed.ok) return emptyRaw(parsed.problem);
  const { value } = parsed;
  if (!isMapping(value)) {
    return emptyRaw(
      `must hold the fields of one record, by their names${
        value === null ? ', and says nothing yet' : ''
      }`,
    );
  }
  if (!('data' in value)) {
    return { ...emptyRaw(), data: value };
  }
  const { data, ...envelope } = value;
  return isMapping(data)
    ? { ...emptyRaw(), envelope, data }
    : {
        ...emptyRaw({
          path: 'data',
          message: 'must hold the fields of the record, by their names',
        }),
        envelope,
      };
}

function fromMarkdown(text: string): Raw {
  const { frontMatter, preamble, sections, unclosedComment } =
    markdownText(text);
  const raw: Raw = { ...emptyRaw(), sections };
  if (frontMatter?.trim()) {
    const parsed = parseYaml(frontMatter);
    if (!parsed.ok) {
      raw.problems.push(wholeFile(`front matter: ${parsed.problem.message}`));
    } else if (isMapping(parsed.value)) {
      for (const [key, value] of Object.entries(parsed.value)) {
        const into = envelopeKeys.includes(key) ? raw.envelope : raw.data;
        into[key] = value;
      }
    } else if (parsed.value !== null) {
      raw.problems.push(wholeFile('front matter: must hold fields by name'));
    }
  }
  if (unclosedComment) {
    raw.problems.push(
      wholeFile('has a comment that begins with <!-- and never ends with -->'),
    );
  }
  if (preamble) {
    raw.problems.push(
      wholeFile(
        'has text before its first section: put it under a heading with ## that names a field',
      ),
    );
  }
  return raw;
}

/** Headings of the Markdown fields of a type, by field. */
export function sectionTitles(type: RecordType): Map<string, string> {
  const properties = (recordFormSchema(type).properties ?? {}) as Record<
    string,
    { title?: string; format?: string }
  >;
  return new Map(
    Object.entries(properties).flatMap(([key, { title, format }]) =>
      format === 'markdown' && title ? [[key, title] as const] : [],
    ),
  );
}

const folded = (title: string) =>
  title.replace(/\s+/g, ' ').toLocaleLowerCase('en-US');

function sectionData(
  type: RecordType,
  { data, sections }: Raw,
  problems: FileProblem[],
): Record<string, string> {
  const titles = [...sectionTitles(type)];
  const keys = new Map(titles.map(([key, t]) => [folded(t), key]));
  const all = titles.map(([, t]) => t).join(', ');
  const found: Record<string, string> = {};
  for (const { title, text } of sections) {
    const key = keys.get(folded(title));
    if (!key) {
      problems.push(
        wholeFile(
          `“${title.slice(0, 200)}” is no section of it: there are ${all}`,
        ),
      );
    } else if (key in found || key in data) {
      problems.push({
        path: `data.${key}`,
        message: `is there twice: once under “${title}”, once before`,
      });
    } else if (text) {
      found[key] = text;
    }
  }
  return found;
}

/** As many as somebody mends at once: each is kept, and shown. */
const first = (problems: FileProblem[]) =>
  problems.length > MAX_PROBLEMS
    ? [
        ...problems.slice(0, MAX_PROBLEMS),
        wholeFile(`and ${problems.length - MAX_PROBLEMS} more`),
      ]
    : problems;

function checked(path: string, type: RecordType, raw: Raw): FileOutcome {
  const problems = [...raw.problems];
  const data = { ...raw.data, ...sectionData(type, raw, problems) };
  const envelope = envelopeSchema.safeParse(raw.envelope);
  if (!envelope.success) {
    for (const issue of envelope.error.issues) {
      problems.push(
        ...(issue.code === 'unrecognized_keys'
          ? issue.keys.map(key => ({
              path: key,
              message: `goes into data, or is not known: beside data there are ${envelopeKeys.join(
                ', ',
              )}`,
            }))
          : [{ path: issue.path.join('.'), message: issue.message }]),
      );
    }
  }
  const given = envelope.data ?? {};
  const isEntry = type.shape === 'entry';
  if (isEntry && !('id' in raw.envelope)) {
    problems.push({
      path: 'id',
      message: `say by which id this ${type.title.toLocaleLowerCase(
        'en-US',
      )} is known again`,
    });
  }
  if (!isEntry && 'id' in raw.envelope) {
    problems.push({
      path: 'id',
      message: 'there is one of it: a document has no id',
    });
  }
  if (given.materiality === 'routine' && !given.materialityReason) {
    problems.push({
      path: 'materialityReason',
      message: 'say why it is routine',
    });
  }
  const validated = validateRecord(type, data);
  if (!isEntry && problems.length === 0 && Object.keys(data).length === 0) {
    problems.push(
      wholeFile(
        'says nothing yet: write below its headings, or fill in its fields',
      ),
    );
  } else if (!validated.ok && raw.problems.length === 0) {
    problems.push(
      ...validated.issues.map(issue => ({
        path: issue.path ? `data.${issue.path}` : 'data',
        message: issue.message,
      })),
    );
  }
  const entryId = isEntry ? given.id : '';
  if (problems.length > 0 || !validated.ok || entryId === undefined) {
    return { path, kind: 'broken', type, entryId, problems: first(problems) };
  }
  const { effectiveAt } = given;
  return {
    path,
    kind: 'stated',
    type,
    entryId,
    stated: {
      data: validated.data as Record<string, unknown>,
      materiality: given.materiality ?? 'material',
      ...(given.materiality === 'routine' && {
        materialityReason: given.materialityReason,
      }),
      ...(effectiveAt && {
        effectiveAt: effectiveAt.includes('T')
          ? effectiveAt
          : `${effectiveAt}T00:00:00.000Z`,
      }),
    },
  };
}

/**
 * Reads one file: `<type>.yaml` with the data, or with `data` and what goes beside it; `<type>.md` with the plain fields in its front
 * matter and a `##` section for each Markdown field, headed with its title. Pure.
 *
 * @param path - below the folder, with `/`
 * @param content - bytes of the file
 */
export function readRecordFile(path: string, content: Uint8Array): FileOutcome {
  const [, name, ending] = /([^/]*?)\.(ya?ml|md)$/.exec(path) ?? [];
  if (!ending) {
    return { path, kind: 'ignored', reason: 'is neither YAML nor Markdown' };
  }
  const named = sourceTypes.find(t => t.type === name);
  const text = textOf(content);
  const raw =
    text === undefined
      ? emptyRaw('is no text in UTF-8')
      : (ending === 'md' ? fromMarkdown : fromYaml)(text);
  const { type: stated } = raw.envelope;
  const typeId = typeof stated === 'string' ? stated : name;
  const refused = notFromFiles(typeId);
  if (refused && !named) return { path, kind: 'ignored', reason: refused };
  const type = sourceTypes.find(t => t.type === typeId) ?? named!;
  if (named && typeId !== name) {
    const problem = {
      path: 'type',
      message: `is ${typeId}, and the file is named ${name}: they must be the same`,
    };
    return {
      path,
      kind: 'broken',
      type: named,
      entryId: named.shape === 'document' ? '' : undefined,
      problems: [problem],
    };
  }
  return checked(path, type, raw);
}
