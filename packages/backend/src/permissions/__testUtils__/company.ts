import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import aiGovernancePlugin from 'backstage-plugin-ai-governance-backend';
import { ExamplePolicy } from '../ExamplePolicy';
import { readRoles } from '../roles';

// The real plugin and the real sample policy: what the table says is what they answered.

const groups: Record<string, { parent?: string; members: string[] }> = {
  bank: { members: [] },
  finance: { parent: 'bank', members: ['finn'] },
  lending: { parent: 'finance', members: ['dana'] },
  service: { parent: 'bank', members: ['vera'] },
  board: { members: ['boris'] },
  office: { members: ['rita'] },
  audit: { members: ['amir'] },
  admins: { members: ['ada', 'seth'] },
  agency: { members: ['eva'] },
};
/** An administrator who has written something before. */
export const seth = 'seth';

/** Columns of the table: who asks, and who owns the system that they ask about. */
export const columns: { title: string; person: string; owner?: string }[] = [
  { title: 'viewer', person: 'vera' },
  { title: 'contributor', person: 'finn' },
  { title: 'owner', person: 'dana' },
  { title: 'accountable leader', person: 'leah' },
  { title: 'reviewer', person: 'rita' },
  { title: 'auditor', person: 'amir' },
  { title: 'administrator', person: 'ada' },
  { title: 'external', person: 'eva' },
  { title: 'external, own system', person: 'eva', owner: 'agency' },
];
export const systemOf = ({ title }: { title: string }) =>
  title.replace(/\W+/g, '-');

const entity = (kind: string, name: string, rest: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  ...rest,
});
const users = [
  ...new Set(Object.values(groups).flatMap(g => g.members)),
  'leah',
];

/** An AI system of the company. @param title - beside its name, where what it says is to be found again */
export const aiSystem = (
  name: string,
  owner = 'lending',
  title?: string,
): Entity => ({
  apiVersion: 'ai-governance/v1alpha1',
  kind: 'AISystem',
  metadata: { name, namespace: 'default', ...(title && { title }) },
  spec: {
    type: 'decision-support',
    lifecycle: 'production',
    owner: `group:default/${owner}`,
    accountable: 'user:default/leah',
    sourcing: 'in-house',
    purpose: `${title ?? 'Propose'} limits.`,
    data: { classification: 'internal', categories: [], sources: [] },
    affects: { influences: [], interaction: ['people-interact'] },
  },
});

const entities: Entity[] = [
  ...Object.entries(groups).map(([name, { parent, members }]) =>
    entity('Group', name, {
      spec: { type: 'team', children: [], ...(parent && { parent }) },
      relations: [
        ...(parent
          ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
          : []),
        ...members.map(member => ({
          type: 'hasMember',
          targetRef: `user:default/${member}`,
        })),
      ],
    }),
  ),
  ...users.map(name => entity('User', name, { spec: {} })),
  ...columns.map(column => aiSystem(systemOf(column), column.owner)),
];

const perTier = <T>(value: T) => ({
  high: value,
  limited: value,
  minimal: value,
});
// The authority is with the board, of which nobody in the columns is: it is the permission that tells them apart.
const board = ['group:default/board'];
const governancePolicy = {
  version: '1',
  title: 'Use of AI',
  effectiveFrom: '2026-01-01',
  cadences: {
    'intended-use': perTier({ years: 1 }),
    'risk-assessment': perTier({ years: 1 }),
  },
  warningWindow: { days: 30 },
  tolerance: perTier('low'),
  authorities: {
    approval: perTier(board),
    riskAcceptance: {
      low: board,
      medium: board,
      high: board,
      'very-high': board,
    },
    exemption: perTier(board),
    tierOverride: board,
  },
};

const samplePolicy = ExamplePolicy.create({
  roles: readRoles(
    new ConfigReader({
      permission: {
        roles: {
          administrator: ['admins'],
          reviewer: ['office'],
          auditor: ['audit'],
          external: ['agency'],
        },
      },
    }),
  ),
});
const claimsOf = (person: string) => [
  `user:default/${person}`,
  ...Object.entries(groups)
    .filter(([, { members }]) => members.includes(person))
    .map(([name]) => `group:default/${name}`),
];
export const decide = (permission: Permission, person: string) =>
  samplePolicy.handle(
    { permission },
    {
      credentials: mockCredentials.user(`user:default/${person}`),
      info: {
        userEntityRef: `user:default/${person}`,
        ownershipEntityRefs: claimsOf(person),
      },
    },
  );

/** What the catalog shows: externals see themselves, their groups and what these own, as the sample policy says. */
const shownTo = (person: string | undefined, more: readonly Entity[]) =>
  [...entities, ...more].filter(
    one =>
      person !== 'eva' ||
      (one.spec?.owner as string) === 'group:default/agency' ||
      claimsOf(person).includes(stringifyEntityRef(one)),
  );
/** The subject of a service whose token is restricted to permissions of others. */
export const barred = 'external:barred';

const personOf = (credentials: any): string | undefined =>
  credentials?.principal?.userEntityRef?.split('/')[1];

/** @param more - features beside the plugin, configuration beside its policy, and entities, also such as come later */
export async function startCompany(
  more: {
    features?: NonNullable<Parameters<typeof startTestBackend>[0]>['features'];
    config?: NonNullable<
      Parameters<typeof mockServices.rootConfig.factory>[0]
    >['data'];
    entities?: readonly Entity[];
  } = {},
): Promise<{
  backend: TestBackend;
  sweep(): Promise<void>;
}> {
  const scheduler = mockServices.scheduler();
  const answer = async (asked: { permission: Permission }[], options: any) => {
    const person = personOf(options.credentials);
    return Promise.all(
      asked.map(({ permission }) =>
        person
          ? decide(permission, person)
          : {
              result:
                options.credentials?.principal?.subject === barred
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            },
      ),
    );
  };
  const catalogOf = (options: any) =>
    catalogServiceMock({
      entities: shownTo(personOf(options?.credentials), more.entities ?? []),
    });
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async (ref, options) =>
      catalogOf(options).getEntityByRef(ref),
    getEntitiesByRefs: async (query, options) =>
      catalogOf(options).getEntitiesByRefs(query),
    getEntities: async (query, options) =>
      catalogOf(options).getEntities(query),
    queryEntities: async (query, options) =>
      catalogOf(options).queryEntities(query),
    streamEntities: (query, options) =>
      catalogOf(options).streamEntities(query),
  });
  const backend = await startTestBackend({
    features: [
      aiGovernancePlugin,
      ...(more.features ?? []),
      mockServices.rootConfig.factory({
        data: { ...more.config, aiGovernance: { policy: governancePolicy } },
      }),
      mockServices.permissions.mock({
        authorize: answer as any,
        authorizeConditional: answer as any,
      }).factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
    ],
  });
  return { backend, sweep: () => scheduler.triggerTask('inventory-sweep') };
}
