import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';

/** What groups mean in the portal's permissions; everybody else is an ordinary reader. */
export const roles = ['administrator', 'auditor', 'external'] as const;
export type Role = (typeof roles)[number];

/** Group references, full and lower case, of each role. */
export type RoleGroups = Record<Role, ReadonlySet<string>>;

/** Reads `permission.roles`. A role that is left out has no groups. */
export function readRoles(config: Config): RoleGroups {
  const section = config.getOptionalConfig('permission.roles');
  const known: readonly string[] = roles;
  for (const key of section?.keys() ?? []) {
    if (!known.includes(key)) {
      throw new Error(
        `permission.roles.${key} is not a role: use ${roles.join(', ')}.`,
      );
    }
  }
  const groups = (role: Role) =>
    new Set(
      (section?.getOptionalStringArray(role) ?? []).map(ref =>
        stringifyEntityRef(
          parseEntityRef(ref, {
            defaultKind: 'Group',
            defaultNamespace: 'default',
          }),
        ),
      ),
    );
  return {
    administrator: groups('administrator'),
    auditor: groups('auditor'),
    external: groups('external'),
  };
}

/** The roles that somebody has by what they own: their user and group references. */
export const rolesOf = (
  ownershipRefs: readonly string[],
  groups: RoleGroups,
): ReadonlySet<Role> =>
  new Set(
    roles.filter(role => ownershipRefs.some(ref => groups[role].has(ref))),
  );
