import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { Completion, TrainingGap } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem, group, user } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(90_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const as = (name: string) => ({ user: `user:default/${name}` });

const withAddress = (name: string, email: string, teams: string[] = []) => {
  const entity = user(name, teams);
  return { ...entity, spec: { ...entity.spec, profile: { email } } };
};

/** Office and auditors beside the example company; `ava` uses what `desk` uses. */
const company = () => [
  group('bank'),
  group('lending', 'bank', ['dana']),
  group('service', 'bank', ['omar']),
  group('desk', 'bank', ['ava', 'ben']),
  withAddress('dana', 'Dana@Bank.example', ['lending']),
  withAddress('omar', 'omar@bank.example', ['service']),
  withAddress('ava', 'ava@bank.example', ['desk']),
  withAddress('ben', 'shared@bank.example', ['desk']),
  withAddress('cy', 'shared@bank.example'),
  user('olive'),
  user('audra'),
  aiSystem('limits', 'Limits', 'group:default/lending', {
    usedBy: ['group:default/desk'],
  }),
  aiSystem('replies', 'Replies', 'group:default/service', {
    accountable: 'user:default/omar',
    usedBy: ['user:default/ava'],
  }),
  aiSystem('plans', 'Plans', 'group:default/service', {
    affects: { influences: [], interaction: [] },
  }),
];

const policy = {
  ...examplePolicy,
  training: {
    owner: ['AI basics'],
    reviewer: ['Reviewing'],
    user: ['Working with AI'],
  },
};

const granted: Record<string, string[]> = {
  'user:default/olive': ['ai-governance.training.append'],
  'user:default/audra': ['ai-governance.people.read'],
};

function decide(who: string, { name }: Permission): PolicyDecision {
  if (name === 'catalog.entity.read') {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: { rule: 'AS_SHOWN', params: { who } },
    } as any;
  }
  if (name === 'ai-governance.subject.read') return allow;
  return granted[who]?.includes(name) ? allow : deny;
}

describe.each(databases.eachSupportedId())('training on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let governance: Governance;
  const time = { now: '2026-11-25T09:00:00.000Z' };

  beforeEach(async () => {
    time.now = '2026-11-25T09:00:00.000Z';
    knex = await databases.init(id);
    catalog = new TestCatalog(company());
    governance = await startGovernance({
      knex,
      catalog,
      clock: async () => time.now,
      decide,
      config: { aiGovernance: { policy: policy as any } },
    });
    await governance.sweep();
    await settled();
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  function settled() {
    return eventually(
      async () => knex('work'),
      rows => expect(rows).toEqual([]),
      10_000,
    );
  }
  const complete = (who: string, data: object, by = 'olive') =>
    governance.post(
      `/people/default/${who}/records`,
      { type: 'training', data: { completed: '2026-11-01', ...data } },
      as(by),
    );
  const upload = (body: object, by = 'olive') =>
    governance.post('/training/completions', body, as(by));
  const ppl01 = async (name: string) => {
    await settled();
    const { body } = await governance.get(
      `/subjects/aisystem/default/${name}`,
      as('olive'),
    );
    return body.results.find((r: any) => r.controlId === 'PPL-01');
  };
  const gaps = async (by: string, query = '') => {
    await settled();
    const { body } = await governance.get(`/training/gaps${query}`, as(by));
    return body.items.map(
      ({ person, course, state, subjects }: TrainingGap) =>
        `${person.ref.slice(13)} ${course} ${state} ${subjects
          .map(s => s.title)
          .join('+')}`,
    );
  };

  it('is named in one way on every database, where the policy spells a course in two', async () => {
    await governance.stop();
    catalog.entities.push(
      aiSystem('scores', 'Scores', 'group:default/service', {
        accountable: 'user:default/omar',
        usedBy: ['user:default/dana'],
      }),
    );
    const training = {
      owner: ['AI basics'],
      reviewer: [],
      user: ['ai Basics'],
    };
    governance = await startGovernance({
      knex,
      catalog,
      clock: async () => time.now,
      decide,
      config: { aiGovernance: { policy: { ...policy, training } as any } },
    });
    await governance.sweep();
    expect(await gaps('olive', '?person=user:default/dana')).toEqual([
      'dana AI basics missing Limits+Scores',
    ]);
  });

  it('is asked of owner, users and leader until somebody else has recorded it, and shown by its dates', async () => {
    expect(await ppl01('limits')).toMatchObject({ state: 'not-reported' });
    expect(await ppl01('plans')).toMatchObject({ state: 'not-applicable' });
    expect(await gaps('olive')).toEqual([
      'ava Working with AI missing Limits+Replies',
      'ben Working with AI missing Limits',
      'dana AI basics missing Limits',
      'omar AI basics missing Replies',
    ]);

    for (const [who, course, expires] of [
      ['dana', 'AI  Basics', '2026-12-31'],
      ['ava', 'Working with AI'],
      ['ben', 'Working with AI', '2026-12-10'],
    ]) {
      const answer = await complete(who, { course, expires });
      expect([who, answer.status]).toEqual([who, 201]);
    }
    expect(await ppl01('limits')).toMatchObject({
      state: 'warning',
      nextState: 'warning',
      validUntil: '2026-12-02T00:00:00.000Z',
    });
    expect(await gaps('olive')).toEqual([
      'omar AI basics missing Replies',
      'ben Working with AI runs-out Limits',
    ]);
    expect(await gaps('olive', '?team=group:default/lending')).toEqual([
      'ben Working with AI runs-out Limits',
    ]);
    expect(await gaps('olive', '?course=ai%20basics&state=holds')).toEqual([
      'dana AI basics holds Limits',
    ]);

    // however late a worker is
    time.now = '2026-12-11T00:00:00.000Z';
    const { body } = await governance.get(
      '/subjects/aisystem/default/limits/training?limit=2',
      as('dana'),
    );
    expect(body).toMatchObject({
      totalItems: 3,
      counts: { lapsed: 1, missing: 0, 'runs-out': 1, holds: 1 },
      may: { record: false },
      items: [
        {
          person: { ref: 'user:default/ben' },
          roles: ['user'],
          courses: [
            {
              course: 'Working with AI',
              state: 'lapsed',
              completed: '2026-11-01',
              expires: '2026-12-10',
            },
          ],
        },
        {
          person: { ref: 'user:default/dana' },
          roles: ['owner'],
          courses: [{ course: 'AI basics', state: 'runs-out' }],
        },
      ],
    });
    const rest = await governance.get(
      `/subjects/aisystem/default/limits/training?cursor=${body.nextCursor}`,
      as('olive'),
    );
    expect(rest.body).toMatchObject({
      items: [{ person: { ref: 'user:default/ava' } }],
      may: { record: true },
    });
    expect(rest.body.nextCursor).toBeUndefined();
  });

  it('is asked of nobody for a system that is exempt from it by now, whenever a worker comes', async () => {
    await settled();
    const { id: limits } = await knex('subjects')
      .where({ title: 'Limits' })
      .first('id');
    await knex('results')
      .where({ subject_id: limits, control_id: 'PPL-01', to_at: null })
      .update({ valid_until: time.now, next_state: 'exempt' });
    const asked = [
      'ava Working with AI missing Replies',
      'omar AI basics missing Replies',
    ];
    expect(await gaps('olive')).toEqual(asked);
    const exempt = await governance.get(
      '/subjects?control=PPL-01&state=exempt',
      as('olive'),
    );
    expect(exempt.body.items.map((s: any) => s.title)).toEqual(['Limits']);
  });

  it('is recorded by who may, never of oneself, and once', async () => {
    const refused = await complete('dana', { course: 'AI basics' }, 'omar');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/training\.append/);
    const own = await complete('olive', { course: 'AI basics' });
    expect([own.status, own.body.error.message]).toEqual([
      403,
      expect.stringMatching(/Nobody records their own training/),
    ]);
    // who may record training states nothing else of others
    const other = await governance.post(
      '/people/default/dana/records',
      { type: 'policy-acknowledgement', data: { version: '2026.1' } },
      as('olive'),
    );
    expect(other.status).toBe(403);

    const first = await complete('dana', { course: 'AI basics' });
    const again = await complete('dana', { course: 'ai basics' });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(first.body.recordId);

    const withdraw = await governance.post(
      '/people/default/dana/records',
      {
        type: 'training',
        recordId: first.body.recordId,
        baseRevision: 1,
        data: { ...first.body.data, withdrawn: 'Another Dana' },
      },
      as('olive'),
    );
    expect(withdraw.status).toBe(201);
    expect(await gaps('olive', '?person=user:default/dana')).toHaveLength(1);
    expect((await complete('dana', { course: 'AI basics' })).status).toBe(201);
    expect(await gaps('olive', '?person=user:default/dana')).toEqual([]);
  });

  it('is a register for who may read of people, without those whom the catalog hides', async () => {
    await complete('dana', { course: 'AI basics', expires: '2026-12-05' });
    time.now = '2026-11-25T10:00:00.000Z';
    await complete('omar', { course: '=cmd()', provider: 'Academy' });
    const register = async (query = '') => {
      const { body } = await governance.get(`/training${query}`, as('audra'));
      return body.items.map(
        ({ person, course, state }: Completion) =>
          `${person.ref.slice(13)} ${course} ${state}`,
      );
    };
    expect(await register()).toEqual([
      'omar =cmd() holds',
      'dana AI basics runs-out',
    ]);
    expect(await register('?state=runs-out')).toEqual([
      'dana AI basics runs-out',
    ]);
    expect(await register('?q=OMA')).toEqual(['omar =cmd() holds']);
    expect(await register('?person=user:default/dana&course=x')).toEqual([]);
    const page = await governance.get('/training?limit=1', as('audra'));
    expect(page.body.totalItems).toBe(2);
    expect(await register(`?cursor=${page.body.nextCursor}`)).toEqual([
      'dana AI basics runs-out',
    ]);
    const csv = await governance.get('/training', {
      ...as('audra'),
      headers: { accept: 'text/csv' },
    });
    expect(csv.text).toContain(`'=cmd()`);
    expect((await governance.get('/training', as('dana'))).status).toBe(403);
    expect(
      (await governance.get('/training?state=gone', as('audra'))).body.error
        .message,
    ).toMatch(/^query\.state: /);

    catalog.visible = (who, { metadata }) =>
      who !== 'user:default/audra' || metadata.name !== 'omar';
    const hidden = await governance.get('/training', as('audra'));
    expect(hidden.body).toMatchObject({ totalItems: 1 });
    expect(hidden.text).not.toContain('omar');
    expect(await gaps('audra').then(all => all.join('\n'))).not.toContain(
      'omar',
    );
    const ofSystem = await governance.get(
      '/subjects/aisystem/default/replies/training',
      as('audra'),
    );
    expect(ofSystem.body).toMatchObject({
      totalItems: 1,
      counts: { missing: 1 },
      items: [{ person: { ref: 'user:default/ava' } }],
    });
  });

  it('tells nothing of systems that the reader may not read', async () => {
    catalog.visible = (who, { metadata }) =>
      who !== 'user:default/ben' || metadata.name !== 'replies';
    expect(await gaps('ben')).toEqual([
      'ava Working with AI missing Limits',
      'ben Working with AI missing Limits',
      'dana AI basics missing Limits',
    ]);
    const answer = await governance.get(
      '/subjects/aisystem/default/replies/training',
      as('ben'),
    );
    expect(answer.status).toBe(404);
  });

  it('comes from a file, row by row, and once however often it is sent', async () => {
    const csv = [
      'E-mail;Course;Completed on;Valid until',
      'DANA@bank.example;AI basics;01.11.2026;31.12.2027',
      'user:default/ava;Working with AI;2026-11-02;',
      'ava;Working with AI;02.11.2026;',
      'Omar;"AI',
      'basics";01.11.2026;',
      'omar;AI basics;31.02.2026;',
      'nobody@bank.example;AI basics;01.11.2026;',
      'shared@bank.example;AI basics;01.11.2026;',
      'group:default/desk;AI basics;01.11.2026;',
      'olive;AI basics;01.11.2026;',
      'omar;AI basics;01.12.2026;',
      'omar;AI basics;01.11.2026;01.10.2026',
      'omar;Gardening;01.11.2026;',
      ';AI basics;01.11.2026;',
    ].join('\r\n');
    const request = { csv, dateFormat: 'dd.mm.yyyy' };
    const dry = await upload({ ...request, dryRun: true });
    expect(dry.status).toBe(200);
    expect(dry.body).toEqual({
      dryRun: true,
      columns: {
        person: 'E-mail',
        course: 'Course',
        completed: 'Completed on',
        expires: 'Valid until',
      },
      rows: 13,
      recorded: 3,
      alreadyThere: 1,
      refused: 9,
      issues: [
        [5, /^Course: must be one line/],
        [7, /^Completed on: "31.02.2026" is no date such as 31.03.2026/],
        [8, /^E-mail: there is no person "nobody@bank.example"/],
        [9, /several people have the address/],
        [10, /neither the reference of a person/],
        [11, /Nobody records their own training/],
        [12, /^completed: must not be in the future/],
        [13, /^Valid until: must be after/],
        [15, /^E-mail: is empty/],
      ].map(([line, reason]) => ({
        line,
        reason: expect.stringMatching(reason as RegExp),
      })),
      otherCourses: ['Gardening'],
    });
    expect(await knex('training_completions')).toEqual([]);

    const first = await upload(request);
    expect(first.body).toEqual({ ...dry.body, dryRun: false });
    const second = await upload(request);
    expect(second.body).toMatchObject({ recorded: 0, alreadyThere: 4 });
    expect(await knex('training_completions')).toHaveLength(3);
    expect(await gaps('olive', '?person=user:default/dana')).toEqual([]);
    expect(governance.audit.at(-1)).toMatchObject({
      event: 'completions-upload succeeded',
      meta: { rows: 13, recorded: 0 },
    });
    const verified = await knex('revisions').where({ type: 'training' });
    expect(verified).toHaveLength(3);

    const other = await upload({
      csv: csv.replace('31.12.2027', '31.12.2028'),
      dateFormat: 'dd.mm.yyyy',
    });
    expect(other.body.issues[0]).toMatchObject({
      line: 2,
      reason: expect.stringMatching(
        /^is recorded already, .* until 2027-12-31/,
      ),
    });
  });

  it('refuses a file that it cannot read as a whole, and who may not record', async () => {
    const message = async (body: object, by = 'olive') => {
      const answer = await upload(body, by);
      return `${answer.status} ${answer.body.error?.message}`;
    };
    const header = 'person,course,completed';
    expect(await message({ csv: header }, 'dana')).toMatch(
      /^403 .*training\.append/,
    );
    expect(await message({ csv: 'who,what,when' })).toBe(
      '400 body.columns.person: say which column of the file it is; it has “who”, “what”, “when”',
    );
    expect(
      await message({
        csv: header,
        columns: { person: 'who', course: 'course', completed: 'completed' },
      }),
    ).toMatch(/^400 body\.columns\.person: the file has no column “who”/);
    expect(await message({ csv: `${header}\n"ava,x,y` })).toMatch(
      /^400 body\.csv: row 1 below the header has no end/,
    );
    expect(
      await message({ csv: `${header}\n${'a,b,c\n'.repeat(20_001)}` }),
    ).toBe('400 body.csv: has more than 20000 rows; split the file');
    expect(await message({ csv: 'x'.repeat(5_000_001) })).toMatch(
      /^400 body\.csv: is larger than 5 million characters/,
    );
    expect(await message({ csv: 'x'.repeat(13_000_000) })).toMatch(
      /^413 body: is larger than 12 MB/,
    );
    expect(await message({})).toMatch(/^400 body\.csv: /);
  });

  it('records many people in batches', async () => {
    const many = Array.from({ length: 450 }, (_, i) => `person${i}`);
    catalog.entities.push(...many.map(name => user(name)));
    const csv = `person,course,completed\n${many
      .flatMap(name => [`${name},AI basics,2026-11-01`, `${name},B,2026-11-02`])
      .join('\n')}`;
    const { body } = await upload({ csv });
    expect(body).toMatchObject({ rows: 900, recorded: 900, refused: 0 });
    expect(await knex('training_completions')).toHaveLength(900);
    expect((await upload({ csv, dryRun: true })).body).toMatchObject({
      recorded: 0,
      alreadyThere: 900,
    });
  });

  it('is work for who lacks it, with the systems that ask', async () => {
    const work = async () => {
      await settled();
      const { body } = await governance.get('/work?kind=training', as('ava'));
      return body;
    };
    expect(await work()).toMatchObject({
      totalItems: 1,
      items: [
        {
          id: 'training:working with ai',
          kind: 'training',
          tier: 'limited',
          title: 'Take the course Working with AI',
          reason: 'It is asked of you because of your part in Limits, Replies.',
          state: 'not-reported',
          due: null,
        },
      ],
    });
    const { body } = await complete('ava', {
      course: 'Working with AI',
      expires: '2026-12-01',
    });
    expect((await work()).items).toMatchObject([
      {
        state: 'warning',
        due: '2026-12-02T00:00:00.000Z',
        reason:
          'It counts until 2026-12-01. It is asked of you because of your part in Limits, Replies.',
      },
    ]);
    await governance.post(
      '/people/default/ava/records',
      {
        type: 'training',
        recordId: body.recordId,
        baseRevision: 1,
        data: { ...body.data, expires: '2027-12-01' },
      },
      as('olive'),
    );
    expect((await work()).items).toEqual([]);
  });
});
