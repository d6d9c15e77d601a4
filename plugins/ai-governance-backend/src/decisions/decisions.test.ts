import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { intendedUse } from '../__testUtils__/startExample';
import {
  as,
  Decisions,
  pathOf,
  person,
  startDecisions,
  system,
} from './__testUtils__/startDecisions';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const requested = { decision: 'requested' };
const approved = { decision: 'approved' };

describe.each(databases.eachSupportedId())('decisions on %s', id => {
  let knex: Knex;
  let on: Decisions;

  beforeAll(async () => {
    knex = await databases.init(id);
    on = await startDecisions(knex, [
      system('limits', 'high', 'lending'),
      system('conditions', 'high', 'lending'),
      system('ended', 'high', 'lending'),
      system('at-once', 'high', 'lending'),
      system('other-model', 'high', 'lending'),
    ]);
  });
  afterAll(async () => {
    await on.governance.stop();
    await knex.destroy();
  });

  const open = async (recordId: string) =>
    (await knex('open_requests').where('record_id', recordId)).length === 1;

  it('are asked for, made by whom the policy names, lapse by an edit, and are made anew', async () => {
    await on.post('limits', 'dana', intendedUse());
    const asked = await on.approval('limits', 'omar', requested);
    expect(asked.status).toBe(201);
    expect(asked.body.data.requested).toEqual({
      by: person('omar'),
      at: expect.any(String),
    });
    expect(await open(asked.body.recordId)).toBe(true);
    expect(await on.standing('limits')).toMatchObject({ state: 'requested' });

    const { body: deciders } = await on.governance.get(
      `${pathOf('limits')}/deciders?kind=approval&request=${
        asked.body.recordId
      }`,
      as('dana'),
    );
    expect(deciders).toEqual({
      holders: ['group:default/office'],
      people: [
        { ref: person('rita'), may: true, rule: 'policy' },
        { ref: person('rolf'), may: true, rule: 'policy' },
      ],
      you: {
        may: false,
        reason: expect.stringMatching(/wrote revision 1 of the intended use/),
      },
    });

    for (const [who, why] of [
      ['dana', /dana wrote revision 1 of the intended use/],
      ['omar', /omar asked for it/],
      ['ada', /takes the authority of .*group:default\/office/],
    ] as const) {
      const refused = await on.approval('limits', who, approved, asked.body);
      expect([who, refused.status]).toEqual([who, 403]);
      expect(refused.body.error.message).toMatch(why);
    }
    const unseen = await on.post('limits', 'rita', {
      type: 'approval',
      recordId: asked.body.recordId,
      baseRevision: 1,
      data: { gate: 'deploy', ...approved },
    });
    expect(unseen.status).toBe(400);
    expect(unseen.body.error.message).toMatch(/^body\.stateHash: say which/);

    const seen = await on.stateHash('limits');
    const first = await on.approval('limits', 'rita', approved, asked.body);
    expect(first.status).toBe(201);
    expect(first.body.data).toMatchObject({
      requested: { by: person('omar') },
      decided: {
        by: person('rita'),
        authority: { holder: 'group:default/office', rule: 'policy' },
        tier: 'high',
        stateHash: seen,
      },
    });
    expect(await open(asked.body.recordId)).toBe(false);
    expect(await on.standing('limits')).toMatchObject({ state: 'valid' });
    expect(on.governance.audit).toContainEqual({
      event: 'record-append succeeded',
      meta: expect.objectContaining({
        type: 'approval',
        recordId: asked.body.recordId,
        revision: 2,
      }),
    });

    // who owns it, and a routine edit, change nothing of what was approved
    const routine = await on.post(
      'limits',
      'dana',
      intendedUse(
        { users: 'Credit officers' },
        {
          baseRevision: 1,
          materiality: 'routine',
          materialityReason: 'A full stop.',
        },
      ),
    );
    expect(routine.status).toBe(201);
    expect(await on.standing('limits')).toMatchObject({ state: 'valid' });

    const edited = await on.post(
      'limits',
      'dana',
      intendedUse(
        { limitations: 'Not for joint accounts.' },
        { baseRevision: 2 },
      ),
    );
    expect(edited.status).toBe(201);
    expect(await on.standing('limits')).toMatchObject({
      state: 'lapsed',
      reason: expect.stringContaining('the intended use (revision 1 → 3)'),
    });
    const { body: changed } = await on.governance.get(
      `/records/${asked.body.recordId}/changed-since`,
    );
    expect(changed.items).toMatchObject([
      {
        type: 'intended-use',
        title: 'Intended use',
        before: { revision: 1, data: { limitations: 'Poor for thin files.' } },
        after: {
          revision: 3,
          data: { limitations: 'Not for joint accounts.' },
        },
      },
    ]);
    const { body: listed } = await on.governance.get(
      `${pathOf('limits')}/decisions`,
    );
    expect(listed.items.map((i: any) => i.standing.state)).toEqual(['lapsed']);
    expect(listed.routine).toMatchObject([
      { type: 'intended-use', revision: 2, reason: 'A full stop.' },
    ]);

    const stale = await on.post('limits', 'rita', {
      type: 'approval',
      data: { gate: 'change', ...approved },
      stateHash: seen,
    });
    expect(stale.status).toBe(409);
    expect(stale.body.head).toBeUndefined();
    expect(stale.body.error.message).toMatch(/has changed since you looked/);

    const again = await on.approval('limits', 'rita', {
      gate: 'change',
      ...approved,
    });
    expect(again.status).toBe(201);
    expect(await on.standing('limits')).toMatchObject({
      state: 'valid',
      recordId: again.body.recordId,
    });
    const { body: now } = await on.governance.get(
      `/records/${again.body.recordId}/changed-since`,
    );
    expect(now).toEqual({ items: [] });
  });

  it('lapse and hold as the profile says: a model that is another one, but not another lifecycle', async () => {
    const given = await on.approval('other-model', 'rolf', approved);
    expect(given.status).toBe(201);
    const observe = async (spec: object) => {
      on.catalog.entities = on.catalog.entities.map(entity =>
        entity.metadata.name === 'other-model'
          ? system('other-model', 'high', 'lending', spec)
          : entity,
      );
      await on.governance.post(`${pathOf('other-model')}/refresh`);
    };
    await observe({ lifecycle: 'experimental' });
    expect(await on.standing('other-model')).toMatchObject({ state: 'valid' });
    await observe({ models: [{ provider: 'openai', name: 'gpt-5' }] });
    expect(await on.standing('other-model')).toMatchObject({ state: 'lapsed' });
    const { body } = await on.governance.get(
      `/records/${given.body.recordId}/changed-since`,
    );
    expect(body.items).toMatchObject([
      {
        type: 'profile',
        before: { data: { models: [{ name: 'gpt-4.1' }] } },
        after: { data: { models: [{ name: 'gpt-5' }] } },
      },
    ]);
  });

  it('hold on their conditions: the owner reports them as met, and nothing else is added', async () => {
    const condition = { text: 'Test it in Spanish', due: '2026-12-01' };
    const data = {
      decision: 'approved-with-conditions',
      conditions: [condition],
    };
    const given = await on.approval('conditions', 'rita', data);
    expect(given.status).toBe(201);
    const { decided, requested: _, ...rest } = given.body.data;

    const other = await on.approval(
      'conditions',
      'dana',
      { ...rest, expires: '2030-01-01' },
      given.body,
    );
    expect(other.status).toBe(409);
    const met = await on.approval(
      'conditions',
      'dana',
      {
        ...rest,
        conditions: [{ ...condition, met: { on: '2026-11-25' } }],
      },
      given.body,
    );
    expect(met.status).toBe(201);
    // what the system had filled in stays, though the owner left it out
    expect(met.body.data.decided).toEqual(decided);

    const late = await on.approval('conditions', 'rolf', data);
    const listed = async () =>
      (await on.governance.get(`${pathOf('conditions')}/decisions`)).body.items;
    const validUntil = (await listed())[0].validUntil;
    expect(validUntil).toBe('2026-12-02T00:00:00.000Z');
    const now = on.time.now;
    on.time.now = validUntil;
    expect(
      (await listed()).map((i: any) => [i.recordId, i.standing.state]),
    ).toEqual([
      [late.body.recordId, 'lapsed'],
      [met.body.recordId, 'valid'],
    ]);
    on.time.now = now;
  });

  it('end by suspension, and requests by withdrawal', async () => {
    const asked = await on.approval('ended', 'dana', requested);
    const reworded = await on.approval(
      'ended',
      'dana',
      { decision: 'withdrawn', note: 'We ask again in spring.' },
      asked.body,
    );
    expect([reworded.status, reworded.body.error.message]).toEqual([
      400,
      'body.data.note: stays what it was when it was asked for; ending it writes decision only',
    ]);
    const gone = await on.approval(
      'ended',
      'dana',
      { decision: 'withdrawn' },
      asked.body,
    );
    expect(gone.status).toBe(201);
    expect(await open(asked.body.recordId)).toBe(false);
    const tooLate = await on.approval('ended', 'rita', approved, gone.body);
    expect(tooLate.status).toBe(409);

    const given = await on.approval('ended', 'rita', approved);
    const suspended = { decision: 'suspended', note: 'Wrong answers.' };
    const not = await on.approval('ended', 'dana', suspended, given.body);
    expect(not.status).toBe(403);
    const ended = await on.approval('ended', 'rolf', suspended, given.body);
    expect(ended.body.data).toMatchObject({
      decision: 'suspended',
      ended: { by: person('rolf') },
      decided: { by: person('rita') },
    });
    expect(await on.standing('ended')).toMatchObject({ state: 'suspended' });
  });

  it('are made once when two decide at once; the other one is shown what was decided', async () => {
    const asked = await on.approval('at-once', 'dana', requested);
    const answers = await Promise.all([
      on.approval('at-once', 'rita', approved, asked.body),
      on.approval('at-once', 'rolf', { decision: 'rejected' }, asked.body),
    ]);
    expect(answers.map(a => a.status).sort()).toEqual([201, 409]);
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    expect(lost.body.head).toEqual(won.body);
    const { body } = await on.governance.get(
      `/records/${asked.body.recordId}/revisions`,
    );
    expect(body.totalItems).toBe(2);
  });
});
