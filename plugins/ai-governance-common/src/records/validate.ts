import { z } from 'zod';
import { RecordType } from './RecordType';

export interface RecordIssue {
  /** JSON path in the record's data, such as `scenarios[2].inherent.likelihood`. */
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

/** Checks data against the schema of its type; returns the data with defaults filled in, or every issue with its path. */
export function validateRecord<S extends z.ZodType>(
  type: RecordType<S>,
  data: unknown,
): { ok: true; data: z.infer<S> } | { ok: false; issues: RecordIssue[] } {
  const parsed = type.schema.safeParse(data);
  if (parsed.success) return { ok: true, data: parsed.data };
  return {
    ok: false,
    issues: parsed.error.issues.map(issue => ({
      path: jsonPath(issue.path),
      message: issue.message,
    })),
  };
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
