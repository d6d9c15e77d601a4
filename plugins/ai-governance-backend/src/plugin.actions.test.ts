import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { recordTypes } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import assert from 'node:assert';
import {
  completeIntendedUse,
  exampleEntities,
} from './__testUtils__/exampleEntities';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { agentTypes } from './actions/agentAppend';
import { subjectConditions } from './permissions/subjectRules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const dana = { user: 'user:default/dana' };
const reader = { user: 'user:default/reader' };
const barred = { user: 'user:default/barred' };

// The reader may see one system of two in one team, and nothing of the others.
const shown = new Set(['income', 'lending']);
const secrets = /card-?limits|card limits|reply-?drafts|orphan|marzipan/i;

function decide(user: string, { name }: Permission): PolicyDecision {
  if (name === 'ai-governance.agent.use' && user === barred.user) {
    return { result: AuthorizeResult.DENY };
  }
  if (name === 'catalog.entity.read' && user === reader.user) {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: { claims: [user] },
      },
    };
  }
  if (name === 'ai-governance.record.append' && user !== dana.user) {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'ai-governance',
      resourceType: 'ai-governance-subject',
      conditions: subjectConditions.isOwner({ claims: [user] }),
    };
  }
  return { result: AuthorizeResult.ALLOW };
}

const change = { kind: 'model', title: 'Marzipan', why: 'The old one ends.' };

describe.each(databases.eachSupportedId())('actions, on %s', id => {
  let knex: Knex;
  let governance: Governance;
  let ofCardLimits: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    governance = await startGovernance({
      knex,
      catalog: new TestCatalog(
        exampleEntities(),
        (user, { metadata }) =>
          user !== reader.user || shown.has(metadata.name),
      ),
      decide,
    });
    await governance.sweep();
    for (const name of ['income', 'card-limits']) {
      const { status, body } = await governance.post(
        `/subjects/aisystem/default/${name}/records`,
        { type: 'intended-use', data: completeIntendedUse },
        dana,
      );
      assert.equal(status, 201);
      ofCardLimits = body.recordId;
    }
    await eventually(
      async () => (await governance.get('/inventory', dana)).body,
      body => assert.equal(body.waiting, 0),
      5000,
    );
  });
  afterAll(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const act = async (name: string, input?: object, as = dana) => {
    const { status, body, text } = await governance.act(name, input, as);
    return { status, text, error: body.error, output: body.output };
  };
  const append = (more: object, as = dana) =>
    act(
      'append-record',
      { system: 'card-limits', type: 'change', data: change, ...more },
      as,
    );
  const revisions = async () =>
    Number((await knex('revisions').count({ n: '*' }))[0].n);

  it('are listed with what they take, and whether they only read', async () => {
    const { body } = await governance.get(
      '/.backstage/actions/v1/actions',
      dana,
    );
    expect(
      body.actions.map((a: any) => [a.name, a.attributes.readOnly]),
    ).toEqual([
      ['list-systems', true],
      ['describe-system', true],
      ['get-posture', true],
      ['get-organization-scorecard', true],
      ['list-teams', true],
      ['get-team-scorecard', true],
      ['list-work', true],
      ['get-records', true],
      ['get-record-history', true],
      ['get-record-type', true],
      ['append-record', false],
    ]);
    for (const { schema, attributes } of body.actions) {
      expect(schema.input).toMatchObject({
        type: 'object',
        additionalProperties: false,
      });
      expect(attributes.destructive).toBe(false);
    }
  });

  it('do not exist for whom the portal allows no agent', async () => {
    const { body } = await governance.get(
      '/.backstage/actions/v1/actions',
      barred,
    );
    expect(body.actions).toEqual([]);
    expect((await act('list-systems', {}, barred)).status).toBe(404);
    expect((await append({}, barred)).status).toBe(404);
  });

  it('answer as the routes do', async () => {
    const { output: systems } = await act('list-systems', {
      team: 'lending',
      limit: 1,
    });
    expect(systems).toMatchObject({ totalItems: 2 });
    const { output: rest } = await act('list-systems', {
      team: 'lending',
      limit: 1,
      cursor: systems.nextCursor,
    });
    expect(
      [...systems.items, ...rest.items].map((s: any) => s.title).sort(),
    ).toEqual(['Card limits', 'Income estimate']);

    const { body: posture } = await governance.get(
      '/subjects/aisystem/default/card-limits',
      dana,
    );
    const { output: asked } = await act('get-posture', {
      system: 'card-limits',
      states: ['fail', 'not-reported'],
    });
    expect(asked).toMatchObject({ tier: 'limited', counts: posture.counts });
    expect(asked.results.map((r: any) => r.controlId)).toEqual(
      posture.results
        .filter((r: any) => /^(fail|not-reported)$/.test(r.state))
        .map((r: any) => r.controlId),
    );

    const { output: described } = await act('describe-system', {
      system: 'AISystem:card-limits',
    });
    expect(described).toMatchObject({
      profile: { purpose: 'Card limits for existing customers.' },
      tierReasons: posture.tierReasons,
      records: expect.arrayContaining([
        expect.objectContaining({ type: 'intended-use', revision: 1 }),
      ]),
    });

    const scorecard = '/scorecards/teams/default/lending';
    const { body: team } = await governance.get(scorecard, dana);
    expect(
      (await act('get-team-scorecard', { team: 'lending' })).output,
    ).toMatchObject({ subjects: 2, counts: team.counts, share: team.share });
    const { output: teams } = await act('list-teams');
    expect(teams.items.map((t: any) => [t.ref, t.subjects])).toContainEqual([
      'group:default/bank',
      3,
    ]);
    expect((await act('get-organization-scorecard')).output.subjects).toBe(4);

    const { body: work } = await governance.get(
      '/work?scope=team&owner=group:default/lending&limit=100',
      dana,
    );
    const { output: due } = await act('list-work', {
      scope: 'team',
      team: 'lending',
      limit: 100,
    });
    expect(due.totalItems).toBe(work.totalItems);
    expect(due.items.map((i: any) => i.title)).toEqual(
      work.items.map((i: any) => i.title),
    );

    const { output: documents } = await act('get-records', {
      system: 'card-limits',
      type: 'intended-use',
    });
    expect(documents.items[0]).toMatchObject({
      data: completeIntendedUse,
      author: dana.user,
    });
    const { recordId } = documents.items[0];
    const { output: history } = await act('get-record-history', { recordId });
    expect(history.items.map((r: any) => r.revision)).toEqual([1]);
    const { output: type } = await act('get-record-type', { type: 'change' });
    expect(type.schema.properties.kind.enum).toContain('model');
  });

  it.each([
    ['list-systems', { team: 'user:default/dana' }, /^team: must be a group/],
    ['list-systems', { colour: 'red' }, /Unrecognized key\(s\).*'colour'/],
    ['get-posture', { system: 'a b' }, /^system: must be a reference such as/],
    ['get-posture', { system: 'income', asOf: 'then' }, /^asOf: Invalid ISO/],
    [
      'get-posture',
      { system: 'income', asOf: '2999-01-01T00:00:00Z' },
      /^asOf: must be at least five minutes past/,
    ],
    [
      'get-records',
      { system: 'income', type: 'poem' },
      /^type: there is no record type "poem"/,
    ],
    ['get-record-type', { type: 'poem' }, /^type: there is no record type/],
    [
      'append-record',
      { system: 'income', type: 'change', data: { kind: 'mood' } },
      /data\.kind: .*data\.title: .*data\.why: /,
    ],
    [
      'append-record',
      { system: 'income', type: 'monitoring', data: { period: {} } },
      /data\.period\.from: /,
    ],
    [
      'append-record',
      {
        system: 'income',
        type: 'change',
        data: { ...change, origin: 'person' },
      },
      /^data\.origin: is agent/,
    ],
    [
      'append-record',
      { system: 'income', type: 'change', data: { ...change, title: '\0' } },
      /^data\.title: must be Unicode text without NUL/,
    ],
  ])('%s refuses %j by its path', async (name, input, message) => {
    const before = await revisions();
    const { status, error } = await act(name, input);
    expect([status, error.name]).toEqual([400, 'InputError']);
    expect(error.message.replace(/\s+/g, ' ')).toMatch(message);
    expect(await revisions()).toBe(before);
  });

  it('append what an agent reports, as the person for whom it works', async () => {
    const { output: first } = await append({});
    expect(first).toMatchObject({
      revision: 1,
      author: dana.user,
      materiality: 'material',
      data: { ...change, origin: 'agent' },
    });
    const { recordId } = first;
    const second = await append({ recordId, baseRevision: 1 });
    expect(second.output).toMatchObject({ recordId, revision: 2 });
    const stale = await append({ recordId, baseRevision: 1 });
    expect([stale.status, stale.error.name]).toEqual([409, 'ConflictError']);
    expect(stale.error.message).toMatch(
      /is at revision 2, and you started from 1/,
    );
    expect(governance.audit).toContainEqual({
      event: 'record-append succeeded',
      meta: expect.objectContaining({
        through: 'action',
        caller: dana.user,
        name: 'card-limits',
        recordId,
      }),
    });

    const report = {
      type: 'monitoring',
      data: {
        period: { from: '2026-01-01', to: '2026-01-31' },
        drift: { found: 'None.' },
        source: 'assistant',
      },
    };
    expect((await append(report)).status).toBe(200);
    const again = await append(report);
    expect([again.status, again.error.message]).toEqual([
      409,
      expect.stringMatching(/assistant has reported this already/),
    ]);
  });

  it('decide nothing, however it is asked', async () => {
    const path = '/subjects/aisystem/default/income';
    const approval = async () =>
      (await governance.get(path, dana)).body.approval?.state;
    const asked = await governance.post(
      `${path}/records`,
      { type: 'approval', data: { gate: 'deploy', decision: 'requested' } },
      dana,
    );
    const { recordId } = asked.body;
    const decision = { gate: 'deploy', decision: 'approved' };
    const { stateHash } = (await governance.get(path, dana)).body;
    const before = await revisions();
    for (const more of [
      { type: 'approval', data: decision },
      { type: 'approval', data: decision, recordId, baseRevision: 1 },
      { type: 'change', data: decision, recordId, baseRevision: 1 },
      { type: 'change', data: { ...change, type: 'approval' } },
      { type: 'change', data: change, recordId, baseRevision: 1 },
      { type: 'Approval', data: decision },
      { type: ' approval', data: decision },
      { type: 'change', data: change, stateHash },
      { type: 'change', data: change, materiality: 'routine' },
      { type: ['approval'], data: decision },
    ]) {
      const { status } = await append({ system: 'income', ...more });
      expect([more, [400, 403, 404].includes(status)]).toEqual([more, true]);
    }
    expect(await revisions()).toBe(before);
    expect(await approval()).toBe('requested');
  });

  it('refuse every other type, and say who writes it', async () => {
    const taken = agentTypes.map(({ type }) => type);
    // what takes another permission than to append is for a person
    expect(agentTypes.filter(t => t.takes || t.decides)).toEqual([]);
    const before = await revisions();
    for (const { type, takes, decides } of recordTypes) {
      if (taken.includes(type)) continue;
      const { status, error } = await append({ type, data: {} });
      const isForAPerson = /is for a person to write, in the portal/;
      expect([type, error.message]).toEqual([
        type,
        expect.stringMatching(/an agent may append change or monitoring/),
      ]);
      expect([type, status]).toEqual([
        type,
        isForAPerson.test(error.message) ? 403 : 400,
      ]);
      const takesAPerson = takes !== undefined || decides !== undefined;
      expect([type, !takesAPerson || status === 403]).toEqual([type, true]);
    }
    expect(await revisions()).toBe(before);
  });

  it('append nothing where the person may not', async () => {
    const before = await revisions();
    const { status, error } = await append({ system: 'income' }, reader);
    expect([status, error.message]).toEqual([
      403,
      expect.stringMatching(/ai-governance\.record\.append/),
    ]);
    expect(await revisions()).toBe(before);
  });

  it('show no trace of what the person may not read', async () => {
    const system = 'income';
    const asked: [string, object][] = [
      ['list-systems', {}],
      ['list-systems', { q: 'limits' }],
      ['list-systems', { team: 'bank' }],
      ['describe-system', { system }],
      ['get-posture', { system }],
      ['get-organization-scorecard', {}],
      ['list-teams', {}],
      ['get-team-scorecard', { team: 'lending' }],
      ['list-work', { scope: 'all', limit: 100 }],
      ['list-work', { scope: 'team', team: 'service' }],
      ['get-records', { system, type: 'intended-use' }],
    ];
    for (const [name, input] of asked) {
      const { status, text } = await act(name, input, reader);
      expect([name, input, status]).toEqual([name, input, 200]);
      expect([name, input, text.match(secrets)]).toEqual([name, input, null]);
    }
    const { output } = await act('list-systems', {}, reader);
    expect(output.totalItems).toBe(1);
    const { output: all } = await act('get-organization-scorecard', {}, reader);
    expect(all.subjects).toBe(1);
  });

  it('answer for a hidden system exactly as for one that does not exist', async () => {
    const absent = 'card-lemons';
    const before = await revisions();
    const pairs: [string, (name: string) => object][] = [
      ['describe-system', system => ({ system })],
      ['get-posture', system => ({ system })],
      ['get-records', system => ({ system, type: 'intended-use' })],
      ['append-record', system => ({ system, type: 'change', data: change })],
      [
        'get-record-history',
        name => ({
          recordId:
            name === absent ? ofCardLimits.replace(/./g, '0') : ofCardLimits,
        }),
      ],
      [
        'get-team-scorecard',
        name => ({ team: name === absent ? 'nobody' : 'service' }),
      ],
    ];
    const blank = (text: string) =>
      text
        .replace(/card-l\w+|0{36}|nobody|service/g, '…')
        .replace(ofCardLimits, '…');
    for (const [name, input] of pairs) {
      const hidden = await act(name, input('card-limits'), reader);
      const none = await act(name, input(absent), reader);
      expect([name, hidden.status]).toEqual([name, 404]);
      expect(blank(hidden.error.message)).toBe(blank(none.error.message));
    }
    expect(await revisions()).toBe(before);
  });
});
