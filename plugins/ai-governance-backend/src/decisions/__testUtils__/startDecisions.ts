import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { policySchema } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem, group, user } from '../../__testUtils__/exampleEntities';
import { examplePolicy } from '../../__testUtils__/examplePolicy';
import {
  startGovernance,
  TestCatalog,
} from '../../__testUtils__/startGovernance';

// Finance is above Lending and above the Duo; the office decides on what is high.
const members = {
  finance: ['finn'],
  lending: ['dana', 'omar'],
  duo: ['dee', 'dan'],
  office: ['rita', 'rolf'],
};
const parents: Record<string, string> = { lending: 'finance', duo: 'finance' };

const office = ['group:default/office'];
export const policy = policySchema.parse({
  ...examplePolicy,
  authorities: {
    approval: { high: office, limited: ['accountable'], minimal: ['owner'] },
    exemption: { high: office, limited: office, minimal: office },
    riskAcceptance: { high: office, 'very-high': office },
    tierOverride: office,
  },
});

export const person = (name: string) => `user:default/${name}`;
export const as = (name: string) => ({ user: person(name) });

const tiers = {
  high: { influences: ['financial-outcomes'], interaction: [] },
  minimal: { influences: [], interaction: [] },
};

/** A subject of a tier, of a team. */
export const system = (
  name: string,
  tier: keyof typeof tiers,
  team: keyof typeof members,
  spec: object = {},
) =>
  aiSystem(name, name, `group:default/${team}`, {
    accountable: person('leah'),
    affects: tiers[tier],
    ...spec,
  });

export const pathOf = (name: string) => `/subjects/aisystem/default/${name}`;

/** The plugin with people and teams, a clock that a test moves, and these systems. */
export async function startDecisions(
  knex: Knex,
  systems: ReturnType<typeof system>[],
  options: {
    decide?: (user: string, permission: Permission) => PolicyDecision;
    urlReader?: UrlReaderService;
  } = {},
) {
  const names = [
    ...new Set([...Object.values(members).flat(), 'leah', 'sara', 'ada']),
  ];
  const catalog = new TestCatalog([
    ...Object.entries(members).map(([name, of]) =>
      group(name, parents[name], of),
    ),
    ...names.map(name =>
      user(
        name,
        Object.entries(members).flatMap(([team, of]) =>
          of.includes(name) ? [team] : [],
        ),
      ),
    ),
    ...systems,
  ]);
  const time = { now: '2026-11-25T09:00:00.000Z' };
  const clock = async () => time.now;
  const governance = await startGovernance({
    knex,
    catalog,
    clock,
    decide: options.decide,
    urlReader: options.urlReader,
    config: { aiGovernance: { policy: policy as any } },
  });
  await governance.sweep();

  const post = (name: string, who: string, body: object) =>
    governance.post(`${pathOf(name)}/records`, body, as(who));
  return {
    catalog,
    governance,
    clock,
    time,
    post,
    /** The state that somebody looks at. */
    async stateHash(name: string): Promise<string> {
      const { body } = await governance.get(`${pathOf(name)}/decisions`);
      return body.stateHash;
    },
    /** A request for an approval, or a step upon one, by somebody who looks at the subject as it is. */
    async approval(
      name: string,
      who: string,
      data: object,
      on?: { recordId: string; revision: number },
    ) {
      const { body } = await governance.get(`${pathOf(name)}/decisions`);
      return post(name, who, {
        type: 'approval',
        data: { gate: 'deploy', ...data },
        stateHash: body.stateHash,
        ...(on && { recordId: on.recordId, baseRevision: on.revision }),
      });
    },
    async standing(name: string) {
      const { body } = await governance.get(pathOf(name));
      return body.approval;
    },
  };
}

export type Decisions = Awaited<ReturnType<typeof startDecisions>>;
