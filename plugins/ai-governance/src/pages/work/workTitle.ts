import { recordTypes, WorkItem } from 'backstage-plugin-ai-governance-common';

/** What is to be done, in one line: of a decision what kind it is and on what, for its summary alone says neither. */
export function workTitle({ kind, title, recordType }: WorkItem): string {
  if (kind !== 'decision') return title;
  const type = recordTypes.find(t => t.type === recordType);
  const about = title.replace(/: requested$/, '');
  return type ? `${type.title}: ${about}` : about;
}
