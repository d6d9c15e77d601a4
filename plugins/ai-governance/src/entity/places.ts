import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { Remediation } from 'backstage-plugin-ai-governance-common';

/** The control that asks for a confirmation of the entry. */
export const confirmationControl = 'INV-08';

/** Paths of the tabs below the entity's page, as the plugin's entity contents are mounted. */
export const tabPaths = {
  'intended-use': 'intended-use',
  risk: 'risk',
  documents: 'documents',
  changes: 'changes',
  assurance: 'assurance',
} as const;

/** Where something is fixed: an address to go to, or a file that no address leads to. */
export type FixPlace =
  | { kind: 'link'; to: string }
  | { kind: 'file'; path: string };

/**
 * Where a remediation leads for an entity.
 * @param remediation - the place, and what is to be written there
 * @param page - path of the entity's page
 * @param control - id of the control that it mends, where that is known
 */
export function placeOf(
  { place, recordType }: Pick<Remediation, 'place' | 'recordType'>,
  entity: Entity,
  page: string,
  control?: string,
): FixPlace | undefined {
  // of no entity: these are pages of their own, or a file
  if (
    place === 'policy' ||
    place === 'policy-file' ||
    place === 'organization' ||
    place === 'training'
  ) {
    return undefined;
  }
  if (place !== 'source') {
    const asks = askedAt(place, recordType, control);
    return { kind: 'link', to: `${page}/${tabPaths[place]}?${asks}` };
  }
  const annotations = entity.metadata.annotations ?? {};
  const edit = annotations[ANNOTATION_EDIT_URL];
  if (edit && /^https?:/i.test(edit)) return { kind: 'link', to: edit };
  for (const name of [ANNOTATION_LOCATION, ANNOTATION_SOURCE_LOCATION]) {
    const location = located(annotations[name]);
    if (location?.type === 'url') return { kind: 'link', to: location.target };
    if (location?.type === 'file') {
      return { kind: 'file', path: location.target };
    }
  }
  return undefined;
}

/** What there is already and is late, or is written elsewhere: it is looked at, and no new one written. */
const followedUp: readonly (string | undefined)[] = [
  'OPS-04',
  'OPS-08',
  'ASR-02',
  'PPL-01',
];

/** What an address says to the tab that it opens. */
function askedAt(
  tab: keyof typeof tabPaths,
  recordType: string | undefined,
  control: string | undefined,
): string {
  if (tab === 'assurance' && control === confirmationControl) return 'confirm';
  if (!recordType) return 'edit';
  if (tab !== 'assurance') return `type=${recordType}&edit`;
  return `${followedUp.includes(control) ? 'see' : 'write'}=${recordType}`;
}

function located(ref: string | undefined) {
  try {
    return ref === undefined ? undefined : parseLocationRef(ref);
  } catch {
    // written by hand and malformed: it leads nowhere
    return undefined;
  }
}
