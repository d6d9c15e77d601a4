import { InputError } from '@backstage/errors';
import { RecordType, recordTypes } from 'backstage-plugin-ai-governance-common';

/** @throws InputError that lists the record types there are */
export function typeOf(id: string): RecordType {
  const known = recordTypes.find(({ type }) => type === id);
  if (!known) {
    throw new InputError(
      `type: there is no record type ${JSON.stringify(id)}; use ${recordTypes
        .map(({ type }) => type)
        .join(', ')}`,
    );
  }
  return known;
}
