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
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import aiGovernancePlugin from 'backstage-plugin-ai-governance-backend';
import { importsReadPermission } from 'backstage-plugin-ai-governance-common';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request, { Response } from 'supertest';
import { ExamplePolicy } from './ExamplePolicy';
import { readRoles } from './roles';

jest.setTimeout(60_000);

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
const seth = 'seth';

/** Columns of the table: who asks, and who owns the system that they ask about. */
const columns: { title: string; person: string; owner?: string }[] = [
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
const systemOf = ({ title }: { title: string }) => title.replace(/\W+/g, '-');

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
  ...columns.map(column => ({
    ...entity('AISystem', systemOf(column), {
      spec: {
        type: 'decision-support',
        lifecycle: 'production',
        owner: `group:default/${column.owner ?? 'lending'}`,
        accountable: 'user:default/leah',
        sourcing: 'in-house',
        purpose: 'Propose limits.',
        data: { classification: 'internal', categories: [], sources: [] },
        affects: { influences: [], interaction: ['people-interact'] },
      },
    }),
    apiVersion: 'ai-governance/v1alpha1',
  })),
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
const decide = (permission: Permission, person: string) =>
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

/** What the catalog shows: externals see what their own groups own, as the sample policy says. */
const shownTo = (person: string | undefined) =>
  entities.filter(
    one =>
      person !== 'eva' ||
      (one.spec?.owner as string) === 'group:default/agency',
  );
const personOf = (credentials: any): string | undefined =>
  credentials?.principal?.userEntityRef?.split('/')[1];

async function startCompany(): Promise<{
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
          : ({ result: AuthorizeResult.ALLOW } as const),
      ),
    );
  };
  const catalogOf = (options: any) =>
    catalogServiceMock({ entities: shownTo(personOf(options?.credentials)) });
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
      mockServices.rootConfig.factory({
        data: { aiGovernance: { policy: governancePolicy } },
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

describe('roles and actions', () => {
  let backend: TestBackend;
  beforeAll(async () => {
    const started = await startCompany();
    backend = started.backend;
    await started.sweep();
  });
  afterAll(() => backend.stop());

  const send = (
    method: 'get' | 'post',
    person: string,
    path: string,
    body?: object,
  ) => {
    const sent = request(backend.server)
      [method](`/api/ai-governance${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${person}`),
      );
    return body ? sent.send(body) : sent;
  };
  const records = (system: string) =>
    `/subjects/aisystem/default/${system}/records`;
  const subject = (person: string, system: string) =>
    send('get', person, `/subjects/aisystem/default/${system}`);
  const prepared: Record<string, any> = {};

  /** What somebody else wrote about each system before. */
  async function prepare(system: string) {
    const write = async (type: string, data: object) => {
      const { status, body } = await send('post', seth, records(system), {
        type,
        data,
      });
      expect({ status, body }).toMatchObject({ status: 201 });
      return body;
    };
    const estimate = {
      likelihood: 4,
      consequence: { individuals: 1, society: 1, business: 4 },
    };
    prepared[system] = {
      'intended-use': await write('intended-use', { purpose: 'Limits.' }),
      'risk-assessment': await write('risk-assessment', {
        scenarios: [
          {
            id: 'drift',
            title: 'The model drifts',
            category: 'accuracy',
            inherent: estimate,
            treatment: { strategy: 'accept' },
          },
        ],
      }),
      change: await write('change', {
        kind: 'model',
        title: 'Newer model',
        why: 'Cheaper.',
      }),
    };
  }

  const soon = new Date(Date.now() + 20 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);

  interface Action {
    title: string;
    permission: string;
    /** The governance policy has to give the authority, too. */
    decides?: boolean;
    attempt(person: string, system: string): Promise<Response | boolean>;
  }
  const appends = (
    title: string,
    permission: string,
    type: string,
    data: object,
    more: (system: string) => object = () => ({}),
  ): Action => ({
    title,
    permission,
    attempt: (person, system) =>
      send('post', person, records(system), { type, data, ...more(system) }),
  });
  const decision = (title: string, type: string, data: object): Action => ({
    title,
    permission: 'decision.make',
    decides: true,
    attempt: async (person, system) =>
      send('post', person, records(system), {
        type,
        data: { decision: 'approved', ...data },
        stateHash: (await subject(seth, system)).body.stateHash,
      }),
  });
  const own = (title: string, type: string, data: object): Action => ({
    title,
    permission: 'none: one’s own',
    attempt: person =>
      send('post', person, `/people/default/${person}/records`, { type, data }),
  });

  const actions: Action[] = [
    {
      title: 'read records, posture, who may decide',
      permission: 'subject.read',
      attempt: subject,
    },
    decision('approve, reject, suspend', 'approval', { gate: 'deploy' }),
    decision('accept a risk', 'risk-acceptance', {
      scenario: 'drift',
      reason: 'Worth it.',
      expires: soon,
    }),
    decision('exempt from a control', 'exemption', {
      control: 'DOC-02',
      reason: 'Later.',
      compensating: 'By hand.',
      expires: soon,
    }),
    decision('hold to another tier', 'tier-override', {
      tier: 'minimal',
      reason: 'Small.',
      expires: soon,
    }),
    appends(
      'write a document',
      'record.append',
      'intended-use',
      { purpose: 'Limits, anew.' },
      system => ({
        baseRevision: prepared[system]['intended-use'].revision,
      }),
    ),
    appends('log a change', 'record.append', 'change', {
      kind: 'data',
      title: 'More data',
      why: 'Better.',
    }),
    appends('ask for a decision', 'decision.request', 'approval', {
      gate: 'deploy',
      decision: 'requested',
    }),
    appends('confirm the entry', 'decision.request', 'confirmation', {}),
    appends('test a control', 'assurance.append', 'control-test', {
      control: 'DOC-01',
      testedOn: today,
      method: 'Read it.',
      result: 'effective',
    }),
    {
      title: 'redact a revision',
      permission: 'record.redact',
      attempt: (person, system) =>
        send(
          'post',
          person,
          `/records/${prepared[system].change.recordId}/revisions/1/redact`,
          { reason: 'Names somebody.' },
        ),
    },
    {
      title: 'verify the ledger',
      permission: 'ledger.verify',
      attempt: person => send('get', person, '/ledger/verify'),
    },
    {
      title: 'sweep the catalog now',
      permission: 'inventory.sweep',
      attempt: person => send('post', person, '/inventory/sweep', {}),
    },
    {
      title: 'read what became of imports',
      permission: 'imports.read',
      // a route of the catalog: only the policy is asked
      attempt: async person =>
        (await decide(importsReadPermission, person)).result ===
        AuthorizeResult.ALLOW,
    },
    {
      title: 'read what others stated of themselves',
      permission: 'people.read',
      attempt: person => send('get', person, '/people/default/seth/records'),
    },
    own('acknowledge the policy', 'policy-acknowledgement', { version: '1' }),
    own('name a stand-in', 'delegation', {
      to: 'user:default/seth',
      decisions: ['approval'],
      from: today,
      until: soon,
    }),
  ];

  function cell(action: Action, answer: Response | boolean): string {
    if (typeof answer === 'boolean') return answer ? 'yes' : '–';
    const { status, body } = answer;
    if (status === 200 || status === 201) {
      // nobody who is asked is of the board
      expect(action.decides).toBeUndefined();
      return 'yes';
    }
    const refused = status === 403 || status === 404;
    expect({ action: action.title, body, refused }).toMatchObject({
      refused: true,
    });
    return action.decides && /It takes the authority/.test(body.error.message)
      ? 'with authority'
      : '–';
  }

  it('are as docs/permissions.md says', async () => {
    const cells = new Map<Action, string[]>(actions.map(a => [a, []]));
    for (const column of columns) {
      const system = systemOf(column);
      await prepare(system);
      for (const action of actions) {
        const answer = await action.attempt(column.person, system);
        cells.get(action)!.push(cell(action, answer));
      }
    }
    const rows = [
      ['what', 'permission', ...columns.map(c => c.title)],
      ['---', '---', ...columns.map(() => '---')],
      ...actions.map(action => [
        action.title,
        action.permission.includes(':')
          ? action.permission
          : `\`${action.permission}\``,
        ...cells.get(action)!,
      ]),
    ];
    expect(tableHeld('roles and actions', rows)).toEqual(rows);
  });
});

/** The cells between two markers of docs/permissions.md; with `WRITE_DOCS` set, `rows` are written there before. */
function tableHeld(name: string, rows: string[][]): string[][] {
  const file = resolve(__dirname, '../../../../docs/permissions.md');
  const page = readFileSync(file, 'utf8');
  const [, before, held, after] = new RegExp(
    `^([^]*<!-- ${name} -->\n)([^]*)(\n<!-- end of ${name} -->[^]*)$`,
  ).exec(page)!;
  let table = held;
  if (process.env.WRITE_DOCS) {
    table = `\n${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}\n`;
    writeFileSync(file, `${before}${table}${after}`);
  }
  // however prettier lays the columns out
  return table
    .trim()
    .split('\n')
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim().replace(/^-+$/, '---')),
    );
}
