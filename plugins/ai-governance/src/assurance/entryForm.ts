import {
  RecordType,
  RevisionView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { choosing, FieldSchema, formSchemaOf, inWords } from '../records';
import { statesToWrite } from './entryTypes';

export type Entries = Readonly<Record<string, readonly RevisionView[]>>;

/**
 * The form of an entry: of a case only the states that may come next.
 *
 * @param before - what is revised; undefined for a new entry
 */
export function entryForm(
  type: RecordType,
  posture: SubjectPosture,
  before?: Record<string, unknown>,
): FieldSchema {
  const schema = formSchemaOf(type);
  const states = statesToWrite(type, posture, before);
  if (!states) return schema;
  return choosing(
    schema,
    'status',
    states,
    Object.fromEntries(states.map(state => [state, inWords(state)])),
  );
}
