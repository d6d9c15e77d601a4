import { InputError } from '@backstage/errors';
import { RecordState } from '../state';
import { FieldMeta, RecordType } from './RecordType';
import { recordFormSchema } from './validate';

/** Where data names another record of the same stream. */
export interface RecordReference {
  /** In the data, such as `scenarios[0].current.evidence[1]`. */
  path: string;
  /** The field, whatever item of a list it stands in: `scenarios[].current.evidence[]`. */
  field: string;
  recordId: string;
  /** Of which types that record may be. */
  types: readonly string[];
}

/** What of a JSON schema says where references stand. */
type Schema = Partial<
  Pick<FieldMeta, 'format' | 'recordTypes' | 'recordTypesBy'>
> & { properties?: Record<string, Schema>; items?: Schema };

type Group = Record<string, unknown> | undefined;

/**
 * Of which types the record may be that a field names: `recordTypes`, or those that another field of its group chooses.
 *
 * @param group - what stands beside the field
 * @returns empty: it names none of the stream
 */
export function recordTypesOf(
  { format, recordTypes = [], recordTypesBy: by }: Schema,
  group: Group,
): readonly string[] {
  if (format !== 'recordRef') return [];
  return by ? by.types[String(group?.[by.field])] ?? [] : recordTypes;
}

const schemas = new WeakMap<RecordType, Schema>();

function schemaOf(type: RecordType): Schema {
  const schema = schemas.get(type) ?? (recordFormSchema(type) as Schema);
  schemas.set(type, schema);
  return schema;
}

/** Every record of the stream that the data of a type name, in the order in which they are written. */
export function recordReferences(
  type: RecordType,
  data: unknown,
): RecordReference[] {
  const found = (
    schema: Schema,
    value: unknown,
    at: { path: string; field: string },
    group: Group,
  ): RecordReference[] => {
    if (Array.isArray(value)) {
      return value.flatMap((item, i) =>
        found(
          schema.items ?? {},
          item,
          { path: `${at.path}[${i}]`, field: `${at.field}[]` },
          group,
        ),
      );
    }
    if (schema.properties) {
      const inner = (value ?? {}) as Record<string, unknown>;
      return Object.entries(schema.properties).flatMap(([key, part]) =>
        found(
          part,
          inner[key],
          {
            path: at.path ? `${at.path}.${key}` : key,
            field: at.field ? `${at.field}.${key}` : key,
          },
          inner,
        ),
      );
    }
    const types = recordTypesOf(schema, group);
    return types.length > 0 && typeof value === 'string'
      ? [{ ...at, recordId: value, types }]
      : [];
  };
  return found(schemaOf(type), data, { path: '', field: '' }, undefined);
}

/**
 * Sees to it that every record that data name is one of the stream, of a type that the field takes. What was named there before may
 * have been erased since.
 *
 * @param before - data of the revision that is revised
 * @param records - latest revisions of the stream by type
 * @throws InputError naming every path that leads nowhere
 */
export function checkRecordReferences(
  type: RecordType,
  data: unknown,
  before: unknown,
  records: Readonly<Record<string, readonly RecordState[]>>,
) {
  const key = ({ field, recordId, types }: RecordReference) =>
    `${field} ${types} ${recordId}`;
  const named = new Set(recordReferences(type, before).map(key));
  const wrong = recordReferences(type, data).filter(
    reference =>
      !named.has(key(reference)) &&
      !reference.types.some(t =>
        records[t]?.some(r => r.recordId === reference.recordId),
      ),
  );
  if (wrong.length === 0) return;
  throw new InputError(
    wrong
      .map(
        ({ path, recordId, types }) =>
          `data.${path}: there is no ${types.join(
            ' or ',
          )} record ${recordId} of the system`,
      )
      .join('; '),
  );
}
