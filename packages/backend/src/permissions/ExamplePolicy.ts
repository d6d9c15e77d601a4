import { parseEntityRef } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createSubjectConditionalDecision,
  subjectConditions,
} from 'backstage-plugin-ai-governance-backend';
import {
  importsReadPermission,
  inventorySweepPermission,
  ledgerVerifyPermission,
  recordAppendPermission,
  recordRedactPermission,
} from 'backstage-plugin-ai-governance-common';
import { Role, RoleGroups, rolesOf } from './roles';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const allowIf = (condition: boolean) => (condition ? allow : deny);

const hasAny = (of: ReadonlySet<Role>, ...wanted: Role[]) =>
  wanted.some(role => of.has(role));

/** The user and the groups they are in do not own themselves, and would otherwise be hidden from their own members. */
const itself = (claims: string[]) =>
  claims
    .map(claim => parseEntityRef(claim))
    .map(({ kind, namespace, name }) => ({
      allOf: [
        catalogConditions.isEntityKind({ kinds: [kind] }),
        catalogConditions.hasMetadata({ key: 'namespace', value: namespace }),
        catalogConditions.hasMetadata({ key: 'name', value: name }),
      ] as [
        ReturnType<typeof catalogConditions.isEntityKind>,
        ...ReturnType<typeof catalogConditions.hasMetadata>[],
      ],
    }));

/**
 * Everybody of the company reads everything; a system's owners write its records; administrators may do that for all, and
 * redact, and read what became of imports; auditors and administrators verify the ledger. Externals see and touch only what their own team owns.
 */
export class ExamplePolicy implements PermissionPolicy {
  readonly #roles: RoleGroups;

  static create(options: { roles: RoleGroups }) {
    return new ExamplePolicy(options.roles);
  }

  private constructor(roles: RoleGroups) {
    this.#roles = roles;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return deny;
    const claims = user.info.ownershipEntityRefs;
    const roles = rolesOf(claims, this.#roles);

    if (isPermission(permission, recordAppendPermission)) {
      return roles.has('administrator')
        ? allow
        : createSubjectConditionalDecision(
            permission,
            subjectConditions.isOwner({ claims }),
          );
    }
    if (
      isPermission(permission, recordRedactPermission) ||
      isPermission(permission, inventorySweepPermission) ||
      isPermission(permission, importsReadPermission)
    ) {
      return allowIf(roles.has('administrator'));
    }
    if (isPermission(permission, ledgerVerifyPermission)) {
      return allowIf(hasAny(roles, 'administrator', 'auditor'));
    }
    if (!roles.has('external')) return allow;

    if (isPermission(permission, catalogEntityReadPermission)) {
      return createCatalogConditionalDecision(permission, {
        anyOf: [catalogConditions.isEntityOwner({ claims }), ...itself(claims)],
      });
    }
    // Registering, refreshing and removing catalog entries is the company's own business.
    if (
      isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY) ||
      permission.name.startsWith('catalog.')
    ) {
      return deny;
    }
    return allow;
  }
}
