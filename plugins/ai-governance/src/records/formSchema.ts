import {
  recordFormSchema,
  RecordType,
} from 'backstage-plugin-ai-governance-common';

/** What form, reader and difference know of a record type: nothing but its JSON schema. */
export interface FieldSchema {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  /** With `format: entityRef`: kinds to pick from. */
  kinds?: readonly string[];
  properties?: Readonly<Record<string, FieldSchema>>;
  required?: readonly string[];
  items?: FieldSchema;
}

export interface Field {
  key: string;
  title: string;
  schema: FieldSchema;
  required: boolean;
}

const known = new WeakMap<RecordType, FieldSchema>();

/** The JSON schema of a type's data, made once. */
export function formSchemaOf(type: RecordType): FieldSchema {
  const found = known.get(type) ?? (recordFormSchema(type) as FieldSchema);
  known.set(type, found);
  return found;
}

/** The fields of an object in their declared order. */
export function fieldsOf(schema: FieldSchema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([key, field]) => ({
    key,
    title: field.title ?? inWords(key),
    schema: field,
    required: schema.required?.includes(key) ?? false,
  }));
}

/** `bias-and-fairness` and `biasAndFairness` as people write them. */
export function inWords(id: string): string {
  const text = id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLocaleLowerCase('en-US');
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a form holds, as data to save: only declared fields, no blank text, no optional part that was opened and left empty,
 * and the required lists and groups that the form had nothing to show for. Undefined when nothing is left.
 */
export function filledIn(
  schema: FieldSchema,
  value: unknown,
  required = true,
): unknown {
  if (schema.properties) {
    const source = isObject(value) ? value : {};
    const entries = fieldsOf(schema)
      .map(
        field =>
          [
            field.key,
            filledIn(field.schema, source[field.key], field.required),
          ] as const,
      )
      .filter(([, part]) => part !== undefined);
    return required || entries.some(([, part]) => says(part))
      ? Object.fromEntries(entries)
      : undefined;
  }
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return required ? [] : undefined;
    const items = value.map(item => filledIn(schema.items ?? {}, item));
    return items.filter(item => item !== undefined);
  }
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  return value ?? undefined;
}

function says(part: unknown): boolean {
  if (Array.isArray(part)) return part.length > 0;
  return isObject(part) ? Object.values(part).some(says) : part !== undefined;
}
