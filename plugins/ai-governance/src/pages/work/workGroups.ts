import { WorkItem } from 'backstage-plugin-ai-governance-common';

export interface WorkGroup {
  title: string;
  items: WorkItem[];
}

const groups: readonly [string, (item: WorkItem) => boolean][] = [
  [
    'Waits for you',
    item =>
      item.state === 'requested' ||
      item.kind === 'acknowledgement' ||
      item.kind === 'training',
  ],
  ['Overdue', item => item.overdue],
  ['Runs out soon', item => item.due !== null || item.state === 'warning'],
  ['Missing or not holding', () => true],
];

/** A page of work by how urgent it is, in the order in which the server sorts; empty groups are left out. */
export function workGroups(items: readonly WorkItem[]): WorkGroup[] {
  const groupOf = (item: WorkItem) => groups.find(([, takes]) => takes(item));
  return groups
    .map(([title]) => ({
      title,
      items: items.filter(item => groupOf(item)?.[0] === title),
    }))
    .filter(group => group.items.length > 0);
}
