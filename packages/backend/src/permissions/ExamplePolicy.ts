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
import { governanceDecision } from './governanceDecision';
import { RoleHolders, rolesOf } from './roles';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

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
 * Everybody of the company reads everything, and externals only what their own team owns; who writes what about AI systems is said in
 * `governanceDecision`. docs/permissions.md has it as a table.
 */
export class ExamplePolicy implements PermissionPolicy {
  readonly #holders: RoleHolders;

  static create(options: { roles: RoleHolders }) {
    return new ExamplePolicy(options.roles);
  }

  private constructor(holders: RoleHolders) {
    this.#holders = holders;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return deny;
    const claims = user.info.ownershipEntityRefs;
    const roles = rolesOf(claims, this.#holders);

    const governance = governanceDecision(permission, {
      claims,
      roles,
      auditing: claims.filter(ref => this.#holders.auditor.has(ref)),
    });
    if (governance) return governance;
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
