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
import { subjectConditions } from 'backstage-plugin-ai-governance-backend';
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
  subjectReadPermission,
  trainingAppendPermission,
} from 'backstage-plugin-ai-governance-common';
import { ExamplePolicy } from './ExamplePolicy';
import { readRoles } from './roles';

const policy = ExamplePolicy.create({
  roles: readRoles(
    new ConfigReader({
      permission: {
        roles: {
          administrator: ['group:default/portal-administrators'],
          reviewer: ['office', 'user:default/Board'],
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

  const conditional = (...anyOf: object[]) => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'ai-governance',
    resourceType: 'ai-governance-subject',
    conditions: anyOf.length === 1 ? anyOf[0] : { anyOf },
  });
  const { isAccountable, isOwner, isTeamMember } = subjectConditions;
  const refs = (...groups: string[]) => [
    'user:default/somebody',
    ...groups.map(name => `group:default/${name}`),
  ];

  it('lets the owner, the accountable leader and the teams above append, and only the first two ask', async () => {
    const claims = refs('credit-risk');
    const owner = [isOwner({ claims }), isAccountable({ claims })];
    const above = isTeamMember({ teams: claims });
    expect(await decide(recordAppendPermission, 'credit-risk')).toEqual(
      conditional(...owner, above),
    );
    expect(await decide(decisionRequestPermission, 'credit-risk')).toEqual(
      conditional(...owner),
    );
    expect(await decide(decisionMakePermission, 'credit-risk')).toEqual(
      conditional(...owner, above),
    );
  });

  it('lets administrators write about everything, and reviewers decide on everything', async () => {
    for (const permission of [
      recordAppendPermission,
      decisionRequestPermission,
      decisionMakePermission,
    ]) {
      expect(await result(permission, 'portal-administrators')).toBe(
        AuthorizeResult.ALLOW,
      );
    }
    expect(await result(decisionMakePermission, 'office')).toBe(
      AuthorizeResult.ALLOW,
    );
    for (const permission of [
      recordAppendPermission,
      decisionRequestPermission,
    ]) {
      expect(await result(permission, 'office')).toBe(
        AuthorizeResult.CONDITIONAL,
      );
    }
  });

  it('lets auditors write only about what the auditors own, whatever else they are', async () => {
    for (const permission of [
      recordAppendPermission,
      decisionRequestPermission,
      decisionMakePermission,
    ]) {
      expect(
        await decide(
          permission,
          'internal-audit',
          'credit-risk',
          'office',
          'portal-administrators',
        ),
      ).toEqual(
        conditional(isOwner({ claims: ['group:default/internal-audit'] })),
      );
    }
    expect(
      await result(
        recordRedactPermission,
        'internal-audit',
        'portal-administrators',
      ),
    ).toBe(AuthorizeResult.DENY);
  });

  it('lets externals write about what is theirs, and decide nothing', async () => {
    expect(await result(recordAppendPermission, 'fieldnote-studio')).toBe(
      AuthorizeResult.CONDITIONAL,
    );
    expect(await result(decisionRequestPermission, 'fieldnote-studio')).toBe(
      AuthorizeResult.CONDITIONAL,
    );
    expect(await result(decisionMakePermission, 'fieldnote-studio')).toBe(
      AuthorizeResult.DENY,
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
      'reading how what runs by itself is doing',
      healthReadPermission,
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
    [
      'reading what others stated of themselves',
      peopleReadPermission,
      ['portal-administrators', 'internal-audit', 'office'],
    ],
    [
      'recording training',
      trainingAppendPermission,
      ['portal-administrators', 'office'],
    ],
    [
      'reading the records of the organization',
      organizationReadPermission,
      ['portal-administrators', 'internal-audit', 'office', 'credit-risk'],
    ],
    [
      'writing of the organization',
      organizationAppendPermission,
      ['portal-administrators', 'office'],
    ],
    [
      'auditing the organization',
      organizationAssurePermission,
      ['portal-administrators', 'internal-audit'],
    ],
    [
      'writing down tests',
      assuranceAppendPermission,
      ['internal-audit', 'office'],
    ],
  ])('keeps %s to its roles', async (_, permission, allowed) => {
    for (const group of [
      'portal-administrators',
      'internal-audit',
      'office',
      'fieldnote-studio',
      'credit-risk',
    ]) {
      expect(await result(permission, group)).toBe(
        allowed.includes(group) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      );
    }
  });

  it('gives a role to a person by name, too', async () => {
    expect(
      await policy.handle(
        { permission: decisionMakePermission },
        {
          credentials: mockCredentials.user('user:default/board'),
          info: {
            userEntityRef: 'user:default/board',
            ownershipEntityRefs: ['user:default/board'],
          },
        },
      ),
    ).toEqual({ result: AuthorizeResult.ALLOW });
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
  const read = (roles: object) =>
    readRoles(new ConfigReader({ permission: { roles } } as any));

  it('refuses a role that does not exist, and says which there are', () => {
    expect(() => read({ owner: [] })).toThrow(
      'permission.roles.owner is not a role: use administrator, reviewer, auditor, external. Viewers, contributors and owners are so by the catalog.',
    );
  });

  it.each(['component:default/portal', 'group:a/b/c', 'group:'])(
    'refuses %j, which is no group and nobody',
    text => {
      expect(() => read({ auditor: ['internal-audit', text] })).toThrow(
        /^permission\.roles\.auditor\[1\] must be/,
      );
    },
  );
});
