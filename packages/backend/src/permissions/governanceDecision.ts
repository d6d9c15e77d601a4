import {
  AuthorizeResult,
  isPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createSubjectConditionalDecision,
  subjectConditions,
} from 'backstage-plugin-ai-governance-backend';
import {
  assuranceAppendPermission,
  decisionMakePermission,
  decisionRequestPermission,
  healthReadPermission,
  importsReadPermission,
  inventorySweepPermission,
  ledgerVerifyPermission,
  organizationAppendPermission,
  organizationAssurePermission,
  organizationReadPermission,
  peopleReadPermission,
  recordAppendPermission,
  recordRedactPermission,
  systemRegisterPermission,
  trainingAppendPermission,
} from 'backstage-plugin-ai-governance-common';
import { Role } from './roles';

/** Who asks. References are full and lower case. */
export interface Asking {
  /** The user and the groups they are in. */
  claims: string[];
  roles: ReadonlySet<Role>;
  /** Those of the claims that make them an auditor. */
  auditing: string[];
}

const { isAccountable, isOwner, isTeamMember } = subjectConditions;

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const allowIf = (condition: boolean) => (condition ? allow : deny);

/**
 * What the example company allows of AI governance.
 *
 * @returns undefined for permissions about which it has nothing to say: reading the records of a system goes with seeing it in the catalog
 */
export function governanceDecision(
  permission: Permission,
  { claims, roles, auditing }: Asking,
): PolicyDecision | undefined {
  const is = (...wanted: Role[]) => wanted.some(role => roles.has(role));

  if (
    isPermission(permission, recordAppendPermission) ||
    isPermission(permission, decisionRequestPermission) ||
    isPermission(permission, decisionMakePermission)
  ) {
    // Whoever audits neither writes nor decides what is audited, whatever else they are. What the auditors own themselves is theirs.
    if (is('auditor')) {
      return createSubjectConditionalDecision(
        permission,
        isOwner({ claims: auditing }),
      );
    }
    // Decides nothing yet: the governance policy says who of them holds the authority, and binds administrators too.
    if (
      is('administrator') ||
      (is('reviewer') && isPermission(permission, decisionMakePermission))
    ) {
      return allow;
    }
    if (is('external') && isPermission(permission, decisionMakePermission)) {
      return deny;
    }
    const owner = [isOwner({ claims }), isAccountable({ claims })] as const;
    return createSubjectConditionalDecision(permission, {
      anyOf: isPermission(permission, decisionRequestPermission)
        ? [...owner]
        : [...owner, isTeamMember({ teams: claims })],
    });
  }
  if (isPermission(permission, assuranceAppendPermission)) {
    return allowIf(is('auditor', 'reviewer'));
  }
  // The office keeps it, and whoever audits it does not write it.
  if (isPermission(permission, trainingAppendPermission)) {
    return allowIf(is('administrator', 'reviewer') && !is('auditor'));
  }
  if (isPermission(permission, systemRegisterPermission)) {
    return allowIf(!is('external'));
  }
  if (isPermission(permission, recordRedactPermission)) {
    return allowIf(is('administrator') && !is('auditor'));
  }
  if (
    isPermission(permission, inventorySweepPermission) ||
    isPermission(permission, importsReadPermission) ||
    isPermission(permission, healthReadPermission)
  ) {
    return allowIf(is('administrator'));
  }
  if (isPermission(permission, ledgerVerifyPermission)) {
    return allowIf(is('administrator', 'auditor'));
  }
  if (isPermission(permission, organizationReadPermission)) {
    return allowIf(!is('external'));
  }
  // Whoever audits the management system writes none of what is audited, administrators included.
  if (isPermission(permission, organizationAppendPermission)) {
    return allowIf(is('administrator', 'reviewer') && !is('auditor'));
  }
  if (isPermission(permission, organizationAssurePermission)) {
    return allowIf(is('administrator', 'auditor'));
  }
  // The office looks after what it has recorded of people.
  if (isPermission(permission, peopleReadPermission)) {
    return allowIf(is('administrator', 'auditor', 'reviewer'));
  }
  return undefined;
}
