import {
  RecordType,
  RevisionView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { choosing, FieldSchema, formSchemaOf, inWords } from '../records';
import { statesToWrite } from './entryTypes';

export type Entries = Readonly<Record<string, readonly RevisionView[]>>;

/** Of what type the record is that an action comes from, where it is one of the subject. */
const originOf: Readonly<Record<string, string>> = {
  incident: 'incident',
  breach: 'monitoring',
};

/** A field in which one of the records of a type is picked by its summary, as they are listed. */
function pickedFrom(
  schema: FieldSchema,
  key: string,
  type: RecordType,
  records: readonly RevisionView[],
): FieldSchema {
  return choosing(
    schema,
    key,
    records.map(r => r.recordId),
    Object.fromEntries(
      records.map(r => [r.recordId, r.data ? type.summary(r.data) : 'Erased']),
    ),
  );
}

const replaced = (
  schema: FieldSchema,
  key: string,
  field: FieldSchema,
): FieldSchema => ({
  ...schema,
  properties: { ...schema.properties, [key]: field },
});

/**
 * The form of an entry: of a case only the states that may come next, and other records of the subject by what they are instead of by
 * their ids.
 *
 * @param written - what stands in the form
 * @param before - what is revised; undefined for a new entry
 */
export function entryForm(
  type: RecordType,
  types: readonly RecordType[],
  entries: Entries,
  posture: SubjectPosture,
  written: Record<string, any>,
  before?: Record<string, unknown>,
): FieldSchema {
  let schema = formSchemaOf(type);
  const states = statesToWrite(type, posture, before);
  if (states) {
    schema = choosing(
      schema,
      'status',
      states,
      Object.fromEntries(states.map(state => [state, inWords(state)])),
    );
  }
  const typeOf = (id: string) => types.find(t => t.type === id);
  const { from, breaches } = schema.properties ?? {};
  const origin = typeOf(originOf[written.from?.kind]);
  if (from?.properties?.recordId && origin) {
    const records = entries[origin.type] ?? [];
    if (records.length > 0) {
      schema = replaced(
        schema,
        'from',
        pickedFrom(from, 'recordId', origin, records),
      );
    }
  }
  const monitoring = typeOf('monitoring');
  const reports = entries.monitoring ?? [];
  if (breaches?.items && monitoring && reports.length > 0) {
    schema = replaced(schema, 'breaches', {
      ...breaches,
      items: pickedFrom(breaches.items, 'monitoring', monitoring, reports),
    });
  }
  return schema;
}
