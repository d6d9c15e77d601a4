import { RecordType, recordTypes } from 'backstage-plugin-ai-governance-common';
import { tabPaths } from '../../entity/places';

/** Registers that belong together. */
export interface RegisterGroup {
  title: string;
  types: readonly RecordType<any>[];
}

// A type that is named nowhere is found under documents or others by itself.
const named: readonly [string, readonly string[]][] = [
  ['Risks', ['risk-assessment', 'risk-acceptance', 'threat-model']],
  ['Documents', []],
  ['Changes', ['change']],
  [
    'Approvals and exemptions',
    ['approval', 'exemption', 'tier-override', 'confirmation'],
  ],
  ['Vendors', ['vendor-assessment', 'connector']],
  ['Monitoring and incidents', ['monitoring', 'incident', 'corrective-action']],
  ['Assurance', ['control-test', 'evidence']],
  ['Others', []],
];

/** The registers there are: one for each type that people write on subjects, grouped. Groups without one are left out. */
export function registerGroups(
  types: readonly RecordType<any>[],
): RegisterGroup[] {
  const written = types.filter(
    t => t.writtenBy === 'people' && t.streams.includes('subject'),
  );
  const placed = new Set(named.flatMap(([, ids]) => ids));
  return named
    .map(([title, ids]) => ({
      title,
      types: [
        ...ids.flatMap(id => written.find(t => t.type === id) ?? []),
        ...written.filter(
          t =>
            !placed.has(t.type) &&
            title === (t.shape === 'document' ? 'Documents' : 'Others'),
        ),
      ],
    }))
    .filter(group => group.types.length > 0);
}

export const groups = registerGroups(recordTypes);
const registers = groups.flatMap(group => group.types);

/** The register of an address; the first one where it names none. */
export const registerOf = (id: string | null): RecordType<any> =>
  registers.find(t => t.type === id) ?? registers[0];

// Read on the overview, beside what follows from it.
const onOverview = ['registration'];

const tabs: Record<string, keyof typeof tabPaths> = {
  'intended-use': 'intended-use',
  'risk-assessment': 'risk',
  'risk-acceptance': 'risk',
  'threat-model': 'risk',
  change: 'changes',
};

/** The register of all risks, one by one: it is of no type of record, and is chosen beside them. */
export const risksChoice = { id: 'risks', title: 'Risks by level' };

/** What is chosen in a group, in the words of the address and of the reader. */
export const choicesOf = ({
  title,
  types,
}: RegisterGroup): { id: string; title: string }[] => [
  ...types.map(({ type, plural }) => ({ id: type, title: plural })),
  ...(title === 'Risks' ? [risksChoice] : []),
];

/** Where on the page of its subject a record is revised: the tab, and its address below the page. */
export function tabOf({ type, shape }: RecordType<any>): {
  title: string;
  path: string;
} {
  if (onOverview.includes(type)) return { title: 'Overview', path: '' };
  const tab = tabs[type] ?? (shape === 'document' ? 'documents' : 'assurance');
  const asks = {
    documents: `?type=${type}`,
    assurance: `?see=${type}`,
  }[tab as string];
  return {
    title: {
      'intended-use': 'Intended use',
      risk: 'Risk',
      documents: 'Documents',
      changes: 'Changes',
      assurance: 'Assurance',
    }[tab],
    path: `${tabPaths[tab]}${asks ?? ''}`,
  };
}
