import {
  recordFormSchema,
  RecordType,
  validateRecord,
} from 'backstage-plugin-ai-governance-common';
import { ErrorSchema, ErrorSchemaBuilder } from '@rjsf/utils';
import { Texts } from '../translation';
import {
  Field,
  fieldsOf,
  filledIn,
  formSchemaOf,
  FieldSchema,
} from './formSchema';

export interface RecordProblem {
  /** Titles from the outside in, such as `Scenarios 2 › Inherent risk › Likelihood`. */
  where: string;
  message: string;
}

export type CheckedRecord =
  | { ok: true; data: Record<string, unknown> }
  | { ok: false; problems: RecordProblem[]; errorSchema: ErrorSchema };

const parsePath = (path: string): (string | number)[] =>
  Array.from(path.matchAll(/\[(\d+)\]|([^.[\]]+)/g), ([, index, key]) =>
    index === undefined ? key : Number(index),
  );

const valueAt = (data: unknown, path: (string | number)[]): unknown =>
  path.reduce<any>((part, key) => part?.[key], data);

/** What is wrong with a field, in words: of one that is not there, that it is needed. */
export const messageOf = (
  t: Texts,
  data: unknown,
  { path, message }: { path: string; message: string },
): string =>
  valueAt(data, parsePath(path)) === undefined ? t('records.needed') : message;

function titlesOf(schema: FieldSchema, path: (string | number)[]): string {
  const titles: string[] = [];
  let at: FieldSchema | undefined = schema;
  for (const key of path) {
    if (typeof key === 'number') {
      titles.push(`${titles.pop() ?? ''} ${key + 1}`.trim());
      at = at?.items;
    } else {
      const field: Field | undefined =
        at && fieldsOf(at).find(f => f.key === key);
      titles.push(field?.title ?? key);
      at = field?.schema;
    }
  }
  return titles.join(' › ');
}

function systemFields(type: RecordType, value: unknown) {
  const { properties = {} } = recordFormSchema(type) as FieldSchema;
  return Object.fromEntries(
    Object.entries((value ?? {}) as object).filter(
      ([key]) => properties[key]?.filledIn === 'system',
    ),
  );
}

/**
 * Checks what a form holds by the rule that the ledger checks by, so that what passes here is not refused there.
 */
export function checkRecord(
  t: Texts,
  type: RecordType,
  value: unknown,
): CheckedRecord {
  const schema = formSchemaOf(type);
  const written = filledIn(schema, value) as Record<string, unknown>;
  // what the system filled in goes back as it came: the ledger refuses any other
  const data = { ...written, ...systemFields(type, value) };
  const checked = validateRecord(type, data);
  if (checked.ok) {
    return { ok: true, data };
  }
  const builder = new ErrorSchemaBuilder();
  const problems = checked.issues.map(issue => {
    const path = parsePath(issue.path);
    const message = messageOf(t, data, issue);
    builder.addErrors(message, path);
    return { where: titlesOf(schema, path), message };
  });
  return { ok: false, problems, errorSchema: builder.ErrorSchema };
}
