import { RecordType, recordTypes } from 'backstage-plugin-ai-governance-common';
import { tabPaths } from '../../entity/places';
import { Texts } from '../../translation';

type GroupId =
  | 'risks'
  | 'documents'
  | 'changes'
  | 'decisions'
  | 'vendors'
  | 'operations'
  | 'assurance'
  | 'others';

/** Registers that belong together. */
export interface RegisterGroup {
  id: GroupId;
  types: readonly RecordType<any>[];
}

// A type that is named nowhere is found under documents or others by itself.
const named: readonly [GroupId, readonly string[]][] = [
  ['risks', ['risk-assessment', 'risk-acceptance', 'threat-model']],
  ['documents', []],
  ['changes', ['change']],
  ['decisions', ['approval', 'exemption', 'tier-override', 'confirmation']],
  ['vendors', ['vendor-assessment', 'connector']],
  ['operations', ['monitoring', 'incident', 'corrective-action']],
  ['assurance', ['control-test', 'evidence']],
  ['others', []],
];

/** The registers there are: one for each type that people write on subjects, grouped. Groups without one are left out. */
export function registerGroups(
  types: readonly RecordType<any>[],
): RegisterGroup[] {
  const written = types.filter(
    type => type.writtenBy === 'people' && type.streams.includes('subject'),
  );
  const placed = new Set(named.flatMap(([, ids]) => ids));
  return named
    .map(([group, ids]) => ({
      id: group,
      types: [
        ...ids.flatMap(id => written.find(({ type }) => type === id) ?? []),
        ...written.filter(
          ({ type, shape }) =>
            !placed.has(type) &&
            group === (shape === 'document' ? 'documents' : 'others'),
        ),
      ],
    }))
    .filter(group => group.types.length > 0);
}

export const groups = registerGroups(recordTypes);
const registers = groups.flatMap(group => group.types);

/** The register of an address; the first one where it names none. */
export const registerOf = (id: string | null): RecordType<any> =>
  registers.find(({ type }) => type === id) ?? registers[0];

// Read on the overview, beside what follows from it.
const onOverview = ['registration'];

const tabs: Record<string, keyof typeof tabPaths> = {
  'intended-use': 'intended-use',
  'risk-assessment': 'risk',
  'risk-acceptance': 'risk',
  'threat-model': 'risk',
  change: 'changes',
};

/** The register of all risks, one by one, in addresses: it is of no type of record, and is chosen beside them. */
export const risksId = 'risks';

/** What is chosen in a group, in the words of the address and of the reader. */
export const choicesOf = (
  t: Texts,
  { id, types }: RegisterGroup,
): { id: string; title: string }[] => [
  ...types.map(({ type, plural }) => ({ id: type, title: plural })),
  ...(id === 'risks'
    ? [{ id: risksId, title: t('pages.registers.risks.title') }]
    : []),
];

/** Where on the page of its subject a record is revised: the tab, and its address below the page. */
export function tabOf(
  t: Texts,
  { type, shape }: RecordType<any>,
): {
  title: string;
  path: string;
} {
  if (onOverview.includes(type)) {
    return { title: t('pages.registers.tab.overview'), path: '' };
  }
  const tab = tabs[type] ?? (shape === 'document' ? 'documents' : 'assurance');
  const asks = {
    documents: `?type=${type}`,
    assurance: `?see=${type}`,
  }[tab as string];
  return {
    title: t(`pages.registers.tab.${tab}`),
    path: `${tabPaths[tab]}${asks ?? ''}`,
  };
}
