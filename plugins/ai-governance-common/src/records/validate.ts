import { z } from 'zod';
import { RecordType } from './RecordType';

export interface RecordIssue {
  /** JSON path in the record's data, such as `scenarios[2].inherent.likelihood`; empty for the data as a whole. */
  path: string;
  message: string;
}

/** A JSON path as people write it. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}

/** What a schema found wrong, a line for each path: also for each field that it does not know. */
export function issuesOf(error: z.ZodError): RecordIssue[] {
  return error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({
          path: jsonPath([...issue.path, key]),
          message: 'is not a field that is known here',
        }))
      : [{ path: jsonPath(issue.path), message: issue.message }],
  );
}

/** Checks data against the schema of its type; returns the data with defaults filled in, or every issue with its path. */
export function validateRecord<S extends z.ZodType>(
  type: RecordType<S>,
  data: unknown,
): { ok: true; data: z.infer<S> } | { ok: false; issues: RecordIssue[] } {
  const parsed = type.schema.safeParse(data);
  if (parsed.success) return { ok: true, data: parsed.data };
  return { ok: false, issues: issuesOf(parsed.error) };
}

/** JSON schema (draft 7) of the type's data, with titles and formats for forms and for the OpenAPI document. */
export function recordFormSchema(type: RecordType): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(type.schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  });
  return schema;
}
