import { RecordType, recordTypes } from 'backstage-plugin-ai-governance-common';

/**
 * What may come from files: every document of a subject, and changes. Not what a person has to state or decide (approvals, acceptances,
 * exemptions, confirmations), and not evidence: it counts when somebody who did not write it has looked at it, and of a file nobody
 * knows who wrote it.
 */
export const sourceTypes: readonly RecordType[] = recordTypes.filter(
  ({ type, shape, streams, writtenBy, admit, takes }) =>
    streams.includes('subject') &&
    writtenBy === 'people' &&
    !admit &&
    !takes &&
    (shape === 'document' || type === 'change'),
);

/** Why a file that names a type is passed over; undefined when it is not. */
export function notFromFiles(type: string): string | undefined {
  if (sourceTypes.some(t => t.type === type)) return undefined;
  const known = recordTypes.find(t => t.type === type);
  return known
    ? `${known.title} is stated in the portal, by a person, and never comes from a file`
    : `its name is no type of record: files are named ${sourceTypes
        .map(t => t.type)
        .join(', ')}`;
}
