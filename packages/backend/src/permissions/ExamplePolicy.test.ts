import { mockCredentials } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  importsReadPermission,
  inventorySweepPermission,
  ledgerVerifyPermission,
  recordAppendPermission,
  recordRedactPermission,
  subjectReadPermission,
} from 'backstage-plugin-ai-governance-common';
import { ExamplePolicy } from './ExamplePolicy';
import { readRoles } from './roles';

const policy = ExamplePolicy.create({
  roles: readRoles(
    new ConfigReader({
      permission: {
        roles: {
          administrator: ['group:default/portal-administrators'],
          auditor: ['internal-audit'],
          external: ['Group:default/fieldnote-studio'],
        },
      },
    }),
  ),
});

const decide = (permission: Permission, ...groups: string[]) => {
  const userEntityRef = 'user:default/somebody';
  return policy.handle(
    { permission },
    {
      credentials: mockCredentials.user(userEntityRef),
      info: {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...groups.map(name => `group:default/${name}`),
        ],
      },
    },
  );
};
const result = async (permission: Permission, ...groups: string[]) =>
  (await decide(permission, ...groups)).result;

describe('ExamplePolicy', () => {
  it('lets everybody of the company read, and register in the catalog', async () => {
    for (const permission of [
      catalogEntityReadPermission,
      catalogEntityCreatePermission,
      subjectReadPermission,
    ]) {
      expect(await result(permission, 'credit-risk')).toBe(
        AuthorizeResult.ALLOW,
      );
    }
  });

  it('lets owners append to what they own, and administrators to everything', async () => {
    expect(await decide(recordAppendPermission, 'credit-risk')).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'ai-governance',
      resourceType: 'ai-governance-subject',
      conditions: {
        rule: 'IS_OWNER',
        resourceType: 'ai-governance-subject',
        params: {
          claims: ['user:default/somebody', 'group:default/credit-risk'],
        },
      },
    });
    expect(await result(recordAppendPermission, 'portal-administrators')).toBe(
      AuthorizeResult.ALLOW,
    );
  });

  it.each([
    ['redacting', recordRedactPermission, ['portal-administrators']],
    [
      'sweeping the catalog',
      inventorySweepPermission,
      ['portal-administrators'],
    ],
    [
      'reading what became of imports',
      importsReadPermission,
      ['portal-administrators'],
    ],
    [
      'verifying the ledger',
      ledgerVerifyPermission,
      ['portal-administrators', 'internal-audit'],
    ],
  ])('keeps %s to its roles', async (_, permission, allowed) => {
    for (const group of [
      'portal-administrators',
      'internal-audit',
      'fieldnote-studio',
      'credit-risk',
    ]) {
      expect(await result(permission, group)).toBe(
        allowed.includes(group) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      );
    }
  });

  it('shows externals what their own groups own, and lets them change nothing in the catalog', async () => {
    expect(
      await decide(catalogEntityReadPermission, 'fieldnote-studio'),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: expect.arrayContaining([
          expect.objectContaining({
            rule: 'IS_ENTITY_OWNER',
            params: {
              claims: [
                'user:default/somebody',
                'group:default/fieldnote-studio',
              ],
            },
          }),
        ]),
      },
    });
    for (const permission of [
      catalogEntityCreatePermission,
      catalogEntityDeletePermission,
    ]) {
      expect(await result(permission, 'fieldnote-studio')).toBe(
        AuthorizeResult.DENY,
      );
    }
  });

  it('refuses who is not signed in', async () => {
    expect(
      await policy.handle({ permission: catalogEntityReadPermission }),
    ).toEqual({ result: AuthorizeResult.DENY });
  });
});

describe('readRoles', () => {
  it('refuses a role that does not exist', () => {
    expect(() =>
      readRoles(new ConfigReader({ permission: { roles: { admin: [] } } })),
    ).toThrow(
      'permission.roles.admin is not a role: use administrator, auditor, external.',
    );
  });
});
