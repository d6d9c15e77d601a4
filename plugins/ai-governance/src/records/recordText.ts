import { Texts } from '../translation';
import { choiceText, FieldSchema, fieldsOf } from './formSchema';

export interface FieldText {
  key: string;
  title: string;
  /** The whole field as Markdown-like text; empty when it says nothing. */
  text: string;
}

/** What another record that is referred to is called, by its id. */
export type RecordName = (id: string) => string;

/** Types of the records that a record of a schema may refer to. */
export function recordTypesIn(schema: FieldSchema): string[] {
  const within = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
  ];
  return [
    ...new Set([
      ...(schema.recordTypes ?? []),
      ...within.flatMap(recordTypesIn),
    ]),
  ];
}

/** Each field of a record as one text, in the schema's order: what differences are taken of. */
export function fieldTexts(
  t: Texts,
  schema: FieldSchema,
  data: unknown,
  nameOf: RecordName = id => id,
): FieldText[] {
  const source = (data ?? {}) as Record<string, unknown>;
  return fieldsOf(schema).map(field => ({
    key: field.key,
    title: field.title,
    text: textOf(t, field.schema, source[field.key], nameOf).join('\n'),
  }));
}

function textOf(
  t: Texts,
  schema: FieldSchema,
  value: unknown,
  nameOf: RecordName,
): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap(item => {
      const [first = '', ...rest] = textOf(t, schema.items ?? {}, item, nameOf);
      return [`- ${first}`, ...rest.map(line => `  ${line}`)];
    });
  }
  if (schema.properties) {
    return fieldsOf(schema).flatMap(field => {
      const lines = textOf(
        t,
        field.schema,
        (value as Record<string, unknown>)[field.key],
        nameOf,
      );
      if (lines.length === 0) return [];
      const inline =
        lines.length === 1 && !field.schema.properties && !field.schema.items;
      return inline
        ? [`${field.title}: ${lines[0]}`]
        : [`${field.title}:`, ...lines.map(line => `  ${line}`)];
    });
  }
  if (typeof value === 'object') {
    return JSON.stringify(value, null, 2).split('\n');
  }
  if (schema.format === 'recordRef') return [nameOf(String(value))];
  if (typeof value === 'boolean')
    return [value ? t('records.yes') : t('records.no')];
  return choiceText(schema, String(value)).split('\n');
}
