import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';

/**
 * What groups, and some people, are in the portal's permissions. Who reads, contributes and owns needs no entry: that follows from
 * the catalog, system by system.
 */
const roles = ['administrator', 'reviewer', 'auditor', 'external'] as const;
export type Role = (typeof roles)[number];

/** Group and user references, full and lower case, of each role. */
export type RoleHolders = Record<Role, ReadonlySet<string>>;

/**
 * Reads `permission.roles`. Nobody has a role that is left out.
 *
 * @throws Error that names the path of what is no role, or no reference to a group or user
 */
export function readRoles(config: Config): RoleHolders {
  const section = config.getOptionalConfig('permission.roles');
  const known: readonly string[] = roles;
  for (const key of section?.keys() ?? []) {
    if (!known.includes(key)) {
      throw new Error(
        `permission.roles.${key} is not a role: use ${roles.join(
          ', ',
        )}. Viewers, contributors and owners are so by the catalog.`,
      );
    }
  }
  const holders = (role: Role) =>
    new Set(
      (section?.getOptionalStringArray(role) ?? []).map((text, i) =>
        reference(text, `permission.roles.${role}[${i}]`),
      ),
    );
  return {
    administrator: holders('administrator'),
    reviewer: holders('reviewer'),
    auditor: holders('auditor'),
    external: holders('external'),
  };
}

function reference(text: string, path: string): string {
  let ref: string | undefined;
  try {
    ref = stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'Group',
        defaultNamespace: 'default',
      }),
    ).toLocaleLowerCase('en-US');
  } catch {
    ref = undefined;
  }
  if (!ref || !/^(group|user):[^/:\s]+\/[^/:\s]+$/.test(ref)) {
    throw new Error(
      `${path} must be a reference to a group or user, such as group:default/internal-audit, and is ${text}.`,
    );
  }
  return ref;
}

/** The roles that somebody has by what they own: their user and group references. */
export const rolesOf = (
  ownershipRefs: readonly string[],
  holders: RoleHolders,
): ReadonlySet<Role> =>
  new Set(
    roles.filter(role => ownershipRefs.some(ref => holders[role].has(ref))),
  );
