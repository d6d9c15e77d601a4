import { WorkItem } from 'backstage-plugin-ai-governance-common';

export interface WorkGroup {
  key: 'forYou' | 'overdue' | 'soon' | 'missing';
  items: WorkItem[];
}

const groups: readonly [WorkGroup['key'], (item: WorkItem) => boolean][] = [
  [
    'forYou',
    item =>
      item.state === 'requested' ||
      item.kind === 'acknowledgement' ||
      item.kind === 'training',
  ],
  ['overdue', item => item.overdue],
  ['soon', item => item.due !== null || item.state === 'warning'],
  ['missing', () => true],
];

/** A page of work by how urgent it is, in the order in which the server sorts; empty groups are left out. */
export function workGroups(items: readonly WorkItem[]): WorkGroup[] {
  const groupOf = (item: WorkItem) => groups.find(([, takes]) => takes(item));
  return groups
    .map(([key]) => ({
      key,
      items: items.filter(item => groupOf(item)?.[0] === key),
    }))
    .filter(group => group.items.length > 0);
}
