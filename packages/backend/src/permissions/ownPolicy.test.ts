import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { subjectConditions } from 'backstage-plugin-ai-governance-backend';
import {
  aiGovernancePermissions,
  decisionMakePermission,
  recordAppendPermission,
  recordRedactPermission,
  subjectReadPermission,
} from 'backstage-plugin-ai-governance-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import policyModule, { OurPolicy } from './documentedPolicy';

const page = readFileSync(
  resolve(__dirname, '../../../../docs/permissions.md'),
  'utf8',
);

describe('docs/permissions.md', () => {
  const policy = new OurPolicy();
  const decide = (permission: Permission, group: string) =>
    policy.handle(
      { permission },
      {
        credentials: mockCredentials.user('user:default/a'),
        info: {
          userEntityRef: 'user:default/a',
          ownershipEntityRefs: ['user:default/a', group],
        },
      },
    );
  const conditionsOf = (decision: PolicyDecision) =>
    (decision as any).conditions?.anyOf;

  it('shows a policy that compiles', () => {
    const [, shown] = /```ts\n([^]*?)```/.exec(page)!;
    const file = resolve(__dirname, 'documentedPolicy.ts');
    expect(shown).toBe(readFileSync(file, 'utf8'));
    expect(policyModule.$$type).toBe('@backstage/BackendFeature');
  });

  it('has a policy that says what the page says of it', async () => {
    const office = 'group:default/ai-governance-office';
    const team = 'group:default/team';
    const claims = ['user:default/a', team];
    expect(await decide(subjectReadPermission, team)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
    expect(conditionsOf(await decide(recordAppendPermission, team))).toEqual([
      subjectConditions.isOwner({ claims }),
      subjectConditions.isAccountable({ claims }),
      subjectConditions.isTeamMember({ teams: claims }),
    ]);
    expect(
      conditionsOf(await decide(recordAppendPermission, office)),
    ).toContainEqual(
      subjectConditions.hasTier({ tiers: ['prohibited', 'high'] }),
    );
    expect((await decide(decisionMakePermission, office)).result).toBe(
      AuthorizeResult.ALLOW,
    );
    expect((await decide(decisionMakePermission, team)).result).toBe(
      AuthorizeResult.CONDITIONAL,
    );
    expect((await decide(recordRedactPermission, office)).result).toBe(
      AuthorizeResult.DENY,
    );
    expect(await policy.handle({ permission: subjectReadPermission })).toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('lists every permission, and every rule', () => {
    const listed = [...page.matchAll(/^\| `(ai-governance\.[^`]+)`/gm)];
    expect(listed.map(([, name]) => name).sort()).toEqual(
      aiGovernancePermissions.map(p => p.name).sort(),
    );
    const rules = [...page.matchAll(/^\| `([A-Z_]+)` +\| `(\w+)\(/gm)];
    expect(rules.map(([, , name]) => name).sort()).toEqual(
      Object.keys(subjectConditions).sort(),
    );
    for (const [, rule, name] of rules) {
      const { [name]: condition } = subjectConditions as Record<string, any>;
      const params = { claims: [], teams: [], tiers: [] };
      expect(condition(params).rule).toBe(rule);
    }
  });
});
