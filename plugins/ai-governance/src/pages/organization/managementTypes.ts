import {
  applicability,
  audit,
  correctiveAction,
  discoveryDecision,
  managementReview,
  objective,
  OrganizationPosture,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { statesToWrite } from '../../assurance';
import { Texts } from '../../translation';

export type MayOfOrganization = OrganizationPosture['may'];

/** The registers of the page, in the order in which a management system is built. */
export const managementTypes: readonly RecordType<any>[] = [
  objective,
  managementReview,
  audit,
  correctiveAction,
  applicability,
  discoveryDecision,
];

/** The register of an address; the first where it names none. */
export const managementTypeOf = (id: string | null): RecordType<any> =>
  managementTypes.find(({ type }) => type === id) ?? managementTypes[0];

const permission = {
  append: 'ai-governance.organization.append',
  assure: 'ai-governance.organization.assure',
} as const;

/** What the reader may write, in the words of who writes on a system. */
export const writerOf = ({ append, assure, redact }: MayOfOrganization) => ({
  may: { append, assure, redact, request: false, decide: false },
});

/** Why the reader may not write a new record, or revise this one; undefined: they may. */
export function whyNotWriteHere(
  t: Texts,
  type: RecordType<any>,
  may: MayOfOrganization,
  before?: Record<string, unknown>,
): string | undefined {
  const states = statesToWrite(type, writerOf(may), before);
  if (states?.length === 0 && before) {
    return may.append || may.assure
      ? t('pages.organization.records.notYours')
      : t('pages.organization.records.mayNot', {
          permission: permission.append,
        });
  }
  const takes = (type.takes?.(before ?? {}, before) ??
    'append') as keyof typeof permission;
  if (states ? states.length > 0 : may[takes]) return undefined;
  return t('pages.organization.records.mayNot', {
    permission: permission[takes],
  });
}
