import { RecordType } from '../records';
import { FieldSchema, schemaOf } from './FieldSchema';

/** What is true of one subject only: when something was, who it was, and which records it rests on. */
const ofOneSubject = ['date', 'entityRef', 'recordRef'];

type Fields = Record<string, unknown>;

/**
 * What of a document may be confirmed for another subject: all but days, people and records, and groups that cannot be without them. So no
 * decision, evidence or rating that rests on evidence comes along. Pure.
 */
export const toConfirm = (type: RecordType, data: Fields): Fields =>
  (kept(data, schemaOf(type), false) as Fields | undefined) ?? {};

function kept(value: unknown, schema: FieldSchema, within = true): unknown {
  if (schema.format && ofOneSubject.includes(schema.format)) return undefined;
  if (Array.isArray(value)) {
    const items = value.flatMap(item => kept(item, schema.items ?? {}) ?? []);
    return items.length > 0 ? items : undefined;
  }
  if (value === null || typeof value !== 'object') return value ?? undefined;
  const { properties = {}, required = [] } = schema;
  const fields = Object.entries(value).flatMap(([key, inner]) => {
    const some = kept(inner, properties[key] ?? {});
    return some === undefined ? [] : [[key, some] as const];
  });
  const there = new Set(fields.map(([key]) => key));
  if (within && required.some(key => !there.has(key))) return undefined;
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
