import { InputError } from '@backstage/errors';
import { RecordType } from 'backstage-plugin-ai-governance-common';

/**
 * The record type of an id, if people may append it: the ledger takes the others from the system alone.
 *
 * @throws InputError for an unknown type, and for one that the system writes
 */
export function writtenByPeople(
  types: readonly RecordType[],
  id: string,
): RecordType {
  const people = types.filter(type => type.writtenBy === 'people');
  const type = people.find(t => t.type === id);
  if (type) return type;
  const known = people.map(t => t.type).join(', ');
  throw new InputError(
    types.some(t => t.type === id)
      ? `type: ${id} is written by the system; people write ${known}`
      : `type: there is no record type ${JSON.stringify(id)}; use ${known}`,
  );
}
