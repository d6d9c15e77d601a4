import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  agentUsePermission,
  importsReadPermission,
} from 'backstage-plugin-ai-governance-common';
import request, { Response } from 'supertest';
import {
  columns,
  decide,
  seth,
  startCompany,
  systemOf,
} from './__testUtils__/company';
import { tableHeld } from './__testUtils__/documentedTable';

jest.setTimeout(60_000);

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
      title: 'register an AI system without a repository',
      permission: 'system.register',
      attempt: (person, system) =>
        send('post', person, '/registrations', {
          data: {
            name: `${person}-${system}`,
            title: 'Notes',
            type: 'embedded-feature',
            lifecycle: 'production',
            owner: 'group:default/lending',
          },
        }),
    },
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
      title: 'read how what runs by itself is doing',
      permission: 'health.read',
      attempt: person => send('get', person, '/health'),
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
      title: 'have an agent read, log changes and monitoring for them',
      permission: 'agent.use',
      // what the agent reads and appends takes the permissions of that as well
      attempt: async person =>
        (await decide(agentUsePermission, person)).result ===
        AuthorizeResult.ALLOW,
    },
    {
      title: 'read what others stated of themselves',
      permission: 'people.read',
      attempt: person => send('get', person, '/people/default/seth/records'),
    },
    {
      title: 'read the records of the organization',
      permission: 'organization.read',
      attempt: person =>
        send('get', person, '/organization/records?type=objective'),
    },
    {
      title: 'write of the organization: objectives, reviews, what applies',
      permission: 'organization.append',
      attempt: person =>
        send('post', person, '/organization/records', {
          type: 'objective',
          data: {
            title: 'Assess every risk',
            measure: 'Systems with a current assessment',
            unit: '%',
            direction: 'at-least',
            target: 95,
            owner: 'group:default/office',
            due: soon,
            plan: 'Ask each quarter.',
            status: 'open',
          },
        }),
    },
    {
      title: 'audit the organization',
      permission: 'organization.assure',
      attempt: person =>
        send('post', person, '/organization/records', {
          type: 'audit',
          data: {
            title: 'Yearly',
            kind: 'internal',
            status: 'planned',
            scope: 'Everything.',
            criteria: [{ framework: 'iso-42001' }],
            period: { from: today, to: soon },
            lead: 'user:default/amir',
            independence: 'Audits only.',
          },
        }),
    },
    {
      title: 'record which course somebody completed',
      permission: 'training.append',
      attempt: (person, system) =>
        send('post', person, '/people/default/seth/records', {
          type: 'training',
          data: {
            course: `AI basics, as ${person} says of ${system}`,
            completed: today,
          },
        }),
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
