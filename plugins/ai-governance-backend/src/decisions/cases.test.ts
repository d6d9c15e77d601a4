import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  as,
  Decisions,
  pathOf,
  startDecisions,
  system,
} from './__testUtils__/startDecisions';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('cases on %s', id => {
  let knex: Knex;
  let on: Decisions;

  beforeAll(async () => {
    knex = await databases.init(id);
    on = await startDecisions(knex, [system('limits', 'high', 'lending')]);
  });
  afterAll(async () => {
    await on.governance.stop();
    await knex.destroy();
  });

  it('know who is in the group that owns a corrective action, whichever group it is', async () => {
    const post = (who: string, data: object, previous?: any) =>
      on.governance.post(
        `${pathOf('limits')}/records`,
        {
          type: 'corrective-action',
          data,
          ...(previous && {
            recordId: previous.recordId,
            baseRevision: previous.revision,
          }),
        },
        as(who),
      );
    const action = {
      title: 'Filter prompts',
      from: { kind: 'audit', recordId: 'audit-1' },
      severity: 'low',
      status: 'done',
      plan: 'Redact what looks personal.',
      owner: 'group:default/finance',
    };
    const done = await post('dana', action);
    expect(done.status).toBe(201);
    const verified = { ...action, status: 'verified', effect: 'None since.' };
    const own = await post('finn', verified, done.body);
    expect([own.status, own.body.error.message]).toEqual([
      403,
      expect.stringMatching(/finn is of the owner group:default\/finance/),
    ]);
    const seen = await post('rita', verified, done.body);
    expect(seen.body.data).toMatchObject({
      due: expect.any(String),
      done: { by: 'user:default/dana' },
      verified: { by: 'user:default/rita' },
    });
  });

  it('take no incident for a breach, also where an action named it as an incident before', async () => {
    const records = `${pathOf('limits')}/records`;
    const incident = await on.governance.post(
      records,
      {
        type: 'incident',
        data: {
          title: 'Limits drifted',
          kind: 'failure',
          severity: 'low',
          status: 'open',
          detected: '2026-01-01',
          what: 'They did.',
        },
      },
      as('dana'),
    );
    const after = (kind: string, more: object = {}) =>
      on.governance.post(
        records,
        {
          type: 'corrective-action',
          data: {
            title: 'Filter prompts',
            from: { kind, recordId: incident.body.recordId },
            severity: 'low',
            status: 'open',
            plan: 'Redact what looks personal.',
            owner: 'group:default/finance',
          },
          ...more,
        },
        as('dana'),
      );
    const { status, body } = await after('incident');
    expect(status).toBe(201);
    const breach = await after('breach', {
      recordId: body.recordId,
      baseRevision: body.revision,
    });
    expect([breach.status, breach.body.error.message]).toEqual([
      400,
      expect.stringMatching(
        /^body\.data\.from\.recordId: there is no monitoring record .* of the system$/,
      ),
    ]);
  });
});
