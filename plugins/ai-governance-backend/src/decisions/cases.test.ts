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
});
