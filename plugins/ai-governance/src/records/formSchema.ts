import {
  capital,
  FieldMeta,
  recordFormSchema,
  RecordType,
  recordTypesOf,
} from 'backstage-plugin-ai-governance-common';

/** What form, reader and difference know of a record type: nothing but its JSON schema. */
export interface FieldSchema {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  enum?: readonly unknown[];
  /** With `enum`: how a value reads, where its id does not say it. */
  choiceTitles?: Readonly<Record<string, string>>;
  /** `system`: no field of a form; see `FieldMeta`. */
  filledIn?: string;
  /** Who asks for it of the subject, to read after “Asked by”. */
  askedBy?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  /** With `format: entityRef`: kinds to pick from. */
  kinds?: readonly string[];
  /** With `format: recordRef`: types of the records to pick from. */
  recordTypes?: readonly string[];
  /** With `format: recordRef`: the field beside it that decides on the types. */
  recordTypesBy?: FieldMeta['recordTypesBy'];
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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const known = new WeakMap<RecordType, FieldSchema>();

/** The JSON schema of what people write into a record of a type, made once: what the system fills in is no field of it. */
export function formSchemaOf(type: RecordType): FieldSchema {
  const found =
    known.get(type) ?? writtenByPeople(recordFormSchema(type) as FieldSchema);
  known.set(type, found);
  return found;
}

function writtenByPeople(schema: FieldSchema): FieldSchema {
  const { properties } = schema;
  if (!properties) return schema;
  return partOf(
    schema,
    Object.keys(properties).filter(k => properties[k].filledIn !== 'system'),
  );
}

/**
 * A schema with some of its fields only, in the order given.
 *
 * @param paths - keys; of a group or of the items of a list with the key in it, such as `conditions.due`
 */
export function partOf(
  schema: FieldSchema,
  paths: readonly string[],
): FieldSchema {
  const keys = [...new Set(paths.map(path => path.split('.')[0]))];
  const field = (key: string): FieldSchema => {
    const whole = schema.properties![key];
    const inner = paths
      .filter(path => path.startsWith(`${key}.`))
      .map(path => path.slice(key.length + 1));
    if (inner.length === 0) return whole;
    return whole.items
      ? { ...whole, items: partOf(whole.items, inner) }
      : partOf(whole, inner);
  };
  return {
    ...schema,
    properties: Object.fromEntries(keys.map(key => [key, field(key)])),
    required: schema.required?.filter(key => keys.includes(key)),
  };
}

/** A schema in which a field is picked from some values, by their titles, whatever it was picked from before. */
export function choosing(
  schema: FieldSchema,
  key: string,
  values: readonly string[],
  choiceTitles?: Readonly<Record<string, string>>,
): FieldSchema {
  const { format: _, ...field } = schema.properties![key];
  return {
    ...schema,
    properties: {
      ...schema.properties,
      [key]: { ...field, enum: values, choiceTitles },
    },
  };
}

/**
 * A schema in which each reference to a record names the types that what is written beside it asks for; where that asks for none, it
 * is a line of text. Items of a list keep all types: they share one schema.
 *
 * @param value - what is written
 * @returns the same schema when nothing in it depends on what is written
 */
export function withRecordTypes(
  schema: FieldSchema,
  value: unknown,
): FieldSchema {
  const { properties } = schema;
  if (!properties) return schema;
  const group = isObject(value) ? value : {};
  const changed = Object.entries(properties)
    .map(([key, field]) => [key, field, referring(field, key, group)] as const)
    .filter(([, before, after]) => before !== after)
    .map(([key, , after]) => [key, after] as const);
  if (changed.length === 0) return schema;
  return {
    ...schema,
    properties: { ...properties, ...Object.fromEntries(changed) },
  };
}

function referring(
  field: FieldSchema,
  key: string,
  group: Record<string, unknown>,
): FieldSchema {
  if (field.format !== 'recordRef' || !field.recordTypesBy) {
    return withRecordTypes(field, group[key]);
  }
  const recordTypes = recordTypesOf(field as Partial<FieldMeta>, group);
  const { format, recordTypesBy: _, ...line } = field;
  return recordTypes.length > 0 ? { ...line, format, recordTypes } : line;
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
  return capital(
    id
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/[-_]+/g, ' ')
      .toLocaleLowerCase('en-US'),
  );
}

/** How a value reads that may be one of the schema's choices. */
export const choiceText = (
  { choiceTitles, enum: choices }: FieldSchema,
  value: string,
): string => choiceTitles?.[value] ?? (choices ? inWords(value) : value);

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
