import { TestDatabases } from '@backstage/backend-test-utils';
import {
  controls,
  policyHash,
  WorkItem,
  WorkQuery,
  workQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import * as fc from 'fast-check';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { ReadScope } from '../permissions/ReadScope';
import {
  company,
  everything,
  ResultFixture,
} from '../scorecards/__testUtils__/company';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { AwaitedRequest } from '../decisions/Requests';
import { Work } from './Work';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const noon = '2026-11-24T12:00:00.000Z';
const dana = 'user:default/dana';
const acknowledgement = controls.find(
  ({ remediation }) => remediation.label === 'Acknowledge the policy',
)!.id;
const lending = 'group:default/lending';
const cards = 'group:default/cards';
const fraud = 'group:default/fraud';
const ref = (name: string) => `aisystem:default/${name}`;

describe.each(databases.eachSupportedId())('work on %s', databaseId => {
  let knex: Knex;
  let now: string;
  let of: ReturnType<typeof company>;
  let requests: AwaitedRequest[];
  let work: Work;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    now = noon;
    requests = [];
    of = company(knex);
    // cards is below lending
    await of.people(
      [lending, cards, fraud, dana],
      [{ parent: lending, child: cards }],
    );
    work = Work.create({
      knex,
      clock: async () => now,
      policy: examplePolicy,
      requests: { awaiting: async () => requests },
    });
  });
  afterEach(() => knex.destroy());

  const members = (group: string, ...refs: string[]) =>
    knex('entity_facts')
      .where({ ref: group })
      .update({ member_refs: JSON.stringify(refs) });

  async function subject(
    name: string,
    owner: string | null,
    results: ResultFixture[],
    more: { tier?: any; accountable?: string; goneAt?: string } = {},
  ) {
    const id = await of.subject({
      ref: ref(name),
      owner,
      goneAt: more.goneAt,
      summaries: [{ tier: more.tier ?? 'high' }],
    });
    if (more.accountable) {
      await knex('subjects')
        .where({ id })
        .update({ accountable: more.accountable });
    }
    for (const result of results) await of.result(id, result);
    return id;
  }
  const page = (
    query: WorkQuery = {},
    scope: ReadScope = everything,
    caller = dana,
  ) => work.page(scope, { ref: caller }, workQuerySchema.parse(query));
  const brief = (items: WorkItem[]) =>
    items.map(i => [i.subject?.title ?? i.kind, i.controlId, i.due].join(' '));
  const fail = (control = 'INV-01'): ResultFixture => ({
    control,
    state: 'fail',
  });

  it('is what does not hold and what runs out soon, each with its date and its button', async () => {
    await members(lending, dana);
    const id = await subject('scoring', lending, [
      { control: 'INV-01', state: 'pass' },
      { control: 'INV-02', state: 'not-applicable' },
      { control: 'INV-03', state: 'exempt' },
      fail('INV-04'),
      { control: 'INV-05', state: 'not-reported' },
      { control: 'INV-06', state: 'error' },
      {
        control: 'DOC-01',
        state: 'expired',
        since: '2026-11-20T00:00:00.000Z',
      },
      {
        control: 'DOC-06',
        state: 'warning',
        validUntil: '2026-12-01T00:00:00.000Z',
        nextState: 'expired',
      },
      // what was true before
      { control: 'RSK-01', state: 'fail', to: noon },
    ]);
    const { items, ...counts } = await page();
    expect(brief(items)).toEqual([
      'scoring DOC-01 2026-11-20T00:00:00.000Z',
      'scoring DOC-06 2026-12-01T00:00:00.000Z',
      'scoring INV-04 ',
      'scoring INV-05 ',
      'scoring INV-06 ',
    ]);
    expect(counts).toEqual({
      totalItems: 5,
      overdue: 1,
      dueSoon: 1,
      requested: 0,
    });
    const control = controls.find(c => c.id === 'DOC-01')!;
    expect(items[0]).toEqual({
      id: `control:${id}:DOC-01`,
      kind: 'control',
      subject: { ref: ref('scoring'), title: 'scoring', owner: lending },
      tier: 'high',
      title: control.title,
      reason: 'It is expired.',
      state: 'expired',
      due: '2026-11-20T00:00:00.000Z',
      overdue: true,
      controlId: 'DOC-01',
      remediation: control.remediation,
    });
  });

  it('is mended as what was found says, also once that came as foretold', async () => {
    await members(lending, dana);
    const approval = { label: 'Ask for approval', place: 'assurance' };
    await subject('scoring', lending, [
      { control: 'POL-01', state: 'fail', remedy: 'approval' },
    ]);
    await subject('triage', lending, [
      {
        control: 'POL-01',
        state: 'pass',
        validUntil: '2026-11-24T12:00:00.000Z',
        nextState: 'expired',
        nextRemedy: 'approval',
      },
    ]);
    await subject('writing', lending, [{ control: 'POL-01', state: 'fail' }]);
    const { items } = await page();
    const mended = Object.fromEntries(
      items.map(i => [i.subject?.title, i.remediation]),
    );
    expect(mended).toMatchObject({
      scoring: approval,
      triage: approval,
      writing: { label: 'Declare the uses', place: 'source' },
    });
  });

  it('reads what came due as it was foretold, to the instant', async () => {
    await members(lending, dana);
    const due = '2026-12-01T00:00:00.000Z';
    await subject('scoring', lending, [
      {
        control: 'DOC-01',
        state: 'pass',
        validUntil: '2026-11-24T12:00:00.001Z',
        nextState: 'warning',
      },
      {
        control: 'DOC-06',
        state: 'warning',
        validUntil: due,
        nextState: 'expired',
        nextReason: 'It ran out.',
      },
      {
        control: 'INV-01',
        state: 'fail',
        validUntil: due,
        nextState: 'pass',
      },
    ]);
    const states = async () =>
      (await page()).items.map(i => [i.controlId, i.state, i.due]);
    expect(await states()).toEqual([
      ['DOC-06', 'warning', due],
      ['INV-01', 'fail', null],
    ]);
    now = '2026-11-24T12:00:00.001Z';
    expect(await states()).toContainEqual(['DOC-01', 'warning', null]);
    now = due;
    expect(await states()).toEqual([
      ['DOC-06', 'expired', due],
      ['DOC-01', 'warning', null],
    ]);
    expect((await page()).items[0].reason).toBe('It ran out.');
  });

  it('is mine by my groups, by those above them, by myself, and by what I am accountable for', async () => {
    await members(cards, 'user:default/other', dana);
    // a name that a pattern would take for dana's, were it not taken by the letter
    await members(fraud, 'user:default/d_na', 'user:default/dana.k');
    await subject('of-cards', cards, [fail()]);
    await subject('of-lending', lending, [fail()]);
    await subject('of-fraud', fraud, [fail()]);
    await subject('of-nobody', null, [fail()]);
    await subject('of-dana', dana, [fail()]);
    await subject('answered-for', fraud, [fail()], { accountable: dana });
    await subject('gone', cards, [fail()], { goneAt: noon });
    const titles = async (query: WorkQuery, caller = dana) =>
      (await page(query, everything, caller)).items.map(i => i.subject?.title);

    expect(await titles({})).toEqual([
      'answered-for',
      'of-cards',
      'of-dana',
      'of-lending',
    ]);
    expect(await titles({}, 'user:default/d_na')).toEqual([
      'answered-for',
      'of-fraud',
    ]);
    expect(await titles({}, 'user:default/d%')).toEqual([]);
    expect(await titles({ scope: 'team', owner: lending })).toEqual([
      'of-cards',
      'of-lending',
    ]);
    expect(await titles({ scope: 'team', owner: cards })).toEqual(['of-cards']);
    expect(await titles({ scope: 'team', owner: [cards, dana] })).toEqual([
      'of-cards',
      'of-dana',
    ]);
    expect(await titles({ scope: 'team', owner: [] })).toEqual([]);
    expect(await titles({ scope: 'all' })).toHaveLength(6);
  });

  it('asks for what it can, and says what is wrong', async () => {
    await expect(page({ scope: 'team' })).rejects.toThrow(/owner: with scope/);
    await expect(page({ owner: lending })).rejects.toThrow(/scope=team only/);
    await expect(page({ kind: 'chores' })).rejects.toThrow(/kind: "chores"/);
    await expect(page({ control: 'X-1' })).rejects.toThrow(/control: "X-1"/);
    await expect(page({ tier: 'grave' })).rejects.toThrow(/tier: "grave"/);
    await expect(page({ scope: 'team', owner: 'a\0' })).rejects.toThrow(/NUL/);
    await expect(page({ cursor: 'x' })).rejects.toThrow(/cursor/);
  });

  it('puts what waits for me first, then overdue, dated, undated; within a day the graver tier', async () => {
    await members(lending, dana);
    const warning = (validUntil: string): ResultFixture => ({
      control: 'DOC-06',
      state: 'warning',
      validUntil,
      nextState: 'expired',
    });
    await subject('a', lending, [warning('2026-12-01T06:00:00.000Z')], {
      tier: 'minimal',
    });
    await subject('b', lending, [warning('2026-12-01T18:00:00.000Z')], {
      tier: 'prohibited',
    });
    await subject('c', lending, [warning('2026-11-30T23:00:00.000Z')], {
      tier: 'limited',
    });
    await subject('d', lending, [fail('INV-02'), fail('INV-01')], {
      tier: 'minimal',
    });
    await subject('E', lending, [fail()], { tier: 'high' });
    await subject(
      'f',
      lending,
      [
        { control: 'DOC-01', state: 'expired', since: noon },
        {
          control: 'RSK-01',
          state: 'expired',
          since: '2025-01-01T00:00:00.000Z',
        },
      ],
      { tier: 'minimal' },
    );
    const request = (
      recordId: string,
      tier: any,
      requestedAt: string,
    ): AwaitedRequest => ({
      recordId,
      type: 'approval',
      requestedBy: 'user:default/omar',
      requestedAt,
      summary: `Approval ${recordId}`,
      tier,
      subject: { ref: ref('a'), title: 'a' },
    });
    requests = [
      request('r1', 'limited', '2026-11-01T00:00:00.000Z'),
      request('r2', 'high', '2026-11-20T00:00:00.000Z'),
      request('r3', 'high', '2026-11-10T00:00:00.000Z'),
    ];
    const { items, requested, totalItems } = await page();
    expect(items.map(i => i.recordId ?? brief([i])[0])).toEqual([
      'r3',
      'r2',
      'r1',
      'f RSK-01 2025-01-01T00:00:00.000Z',
      `f DOC-01 ${noon}`,
      'c DOC-06 2026-11-30T23:00:00.000Z',
      'b DOC-06 2026-12-01T18:00:00.000Z',
      'a DOC-06 2026-12-01T06:00:00.000Z',
      'E INV-01 ',
      'd INV-01 ',
      'd INV-02 ',
    ]);
    expect([requested, totalItems]).toEqual([3, 11]);
    expect(items[0]).toMatchObject({
      id: 'decision:r3',
      kind: 'decision',
      state: 'requested',
      recordType: 'approval',
      title: 'Approval r3',
      remediation: { label: 'Decide', place: 'assurance' },
    });

    const decisions = await page({ kind: 'decision', tier: 'high' });
    expect(decisions).toMatchObject({
      totalItems: 2,
      overdue: 2,
      dueSoon: 3,
      requested: 3,
    });
    expect(decisions.items.map(i => i.recordId)).toEqual(['r3', 'r2']);
    const minimal = await page({ kind: 'control', tier: ['minimal', 'high'] });
    expect(minimal).toMatchObject({ totalItems: 6, overdue: 2 });
    expect(minimal.items).toHaveLength(6);
    // what waits for me is in my own work only
    const all = await page({ scope: 'all' });
    expect(all).toMatchObject({ totalItems: 8, requested: 0 });
  });

  it('is narrowed to what some controls ask for, from page to page', async () => {
    await members(lending, dana);
    for (const name of ['a', 'b', 'c']) {
      await subject(name, lending, [fail('INV-08'), fail('DOC-01')], {
        tier: name === 'c' ? 'minimal' : 'high',
      });
    }
    requests = [
      {
        recordId: 'r1',
        type: 'approval',
        requestedBy: 'user:default/omar',
        requestedAt: noon,
        summary: 'Approval',
        tier: 'high',
        subject: { ref: ref('a'), title: 'a' },
      },
    ];
    const first = await page({ control: 'INV-08', limit: 2 });
    expect(brief(first.items)).toEqual(['a INV-08 ', 'b INV-08 ']);
    // what waits for a decision no control asks for; it is counted all the same
    expect(first).toMatchObject({ totalItems: 3, requested: 1 });
    const { items, nextCursor } = await page({
      control: 'INV-08',
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(brief(items)).toEqual(['c INV-08 ']);
    expect(nextCursor).toBeUndefined();
    const both = await page({ control: ['INV-08', 'DOC-01'], tier: 'minimal' });
    expect(both).toMatchObject({ totalItems: 2 });
    expect(brief(both.items)).toEqual(['c DOC-01 ', 'c INV-08 ']);
    expect(await page({ control: 'INV-08', kind: 'decision' })).toMatchObject({
      items: [],
      totalItems: 0,
    });
  });

  it('loses and repeats nothing from page to page, however long they are', async () => {
    await members(lending, dana);
    const states = ['fail', 'expired', 'warning', 'not-reported'];
    const names = fc.sample(fc.string({ minLength: 1, maxLength: 3 }), {
      numRuns: 40,
      seed: 7,
    });
    for (const [i, title] of names.entries()) {
      const id = await subject(
        `s${i}`,
        lending,
        [0, 1, 2].map(n => ({
          control: `X-0${n}`,
          state: states[(i + n) % 4],
          since: `2026-11-0${1 + (i % 9)}T0${n}:00:00.000Z`,
          ...((i + n) % 4 === 2 && {
            validUntil: `2026-12-0${1 + (i % 3)}T0${n}:00:00.000Z`,
            nextState: 'expired',
          }),
        })),
        { tier: ['high', 'limited', 'minimal'][i % 3] },
      );
      await knex('subjects')
        .where({ id })
        .update({ title: title.replaceAll('\0', '.') });
    }
    requests = [1, 2, 3, 4, 5].map(n => ({
      recordId: `r${n}`,
      type: 'approval',
      requestedBy: 'user:default/omar',
      requestedAt: noon,
      summary: 'Approval',
      tier: 'high',
      subject: { ref: ref('s1'), title: 's1' },
    }));
    const whole = await page({ limit: 500 });
    expect(whole.items).toHaveLength(125);
    expect(whole.nextCursor).toBeUndefined();
    const ids = whole.items.map(i => i.id);
    expect(new Set(ids).size).toBe(125);
    for (const limit of [1, 3, 5, 7, 124, 125]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const one: any = await page({ limit, cursor });
        expect(one.totalItems).toBe(125);
        seen.push(...one.items.map((i: WorkItem) => i.id));
        cursor = one.nextCursor;
      } while (cursor);
      expect(seen).toEqual(ids);
    }
  });

  it('leaves no trace of what the reader may not read', async () => {
    await members(lending, dana);
    await subject('open', lending, [fail()]);
    const hidden = await subject('hidden', lending, [
      { control: 'DOC-01', state: 'expired' },
      { control: acknowledgement, state: 'not-reported' },
    ]);
    const scope: ReadScope = {
      apply: (query, column) => void query.whereNot(column, hidden),
    };
    for (const query of [
      {},
      { scope: 'team', owner: lending },
      { scope: 'all' },
    ] as WorkQuery[]) {
      const { items, ...counts } = await page(query, scope);
      expect(items.map(i => i.subject?.title)).toEqual(['open']);
      expect(counts).toEqual({
        totalItems: 1,
        overdue: 0,
        dueSoon: 0,
        requested: 0,
      });
    }
  });

  describe('the policy to acknowledge', () => {
    const omar = 'user:default/omar';
    const acknowledge = async (who: string, policy = examplePolicy) => {
      const id = `person-${who}`;
      await knex('streams')
        .insert({ id, kind: 'person', ref: who, created_at: noon })
        .onConflict()
        .ignore();
      await of.record(id, 'policy-acknowledgement', [
        { version: policy.version, hash: policyHash(policy) },
      ]);
    };
    const asked = async (
      who: string,
      asks: Partial<typeof examplePolicy.acknowledgement> = {},
    ) => {
      const { items } = await Work.create({
        knex,
        clock: async () => now,
        policy: {
          ...examplePolicy,
          acknowledgement: {
            ...examplePolicy.acknowledgement,
            ...asks,
          },
        },
        requests: { awaiting: async () => [] },
      }).page(
        everything,
        { ref: who },
        workQuerySchema.parse({ kind: 'acknowledgement' }),
      );
      return items;
    };

    it('is asked of whoever is accountable until they do', async () => {
      await subject('scoring', fraud, [fail(acknowledgement)], {
        accountable: dana,
      });
      expect(await asked(dana)).toEqual([
        expect.objectContaining({
          id: 'acknowledgement:2026.1',
          kind: 'acknowledgement',
          tier: null,
          remediation: { label: 'Read and acknowledge', place: 'policy' },
        }),
      ]);
      expect(await asked(dana, { accountable: false })).toEqual([]);
      await acknowledge(dana, { ...examplePolicy, version: '2025.1' });
      expect(await asked(dana)).toHaveLength(1);
      // the same version, in other words, was not acknowledged
      await acknowledge(dana, { ...examplePolicy, scope: 'Less.' });
      expect(await asked(dana)).toHaveLength(1);
      await acknowledge(dana);
      expect(await asked(dana)).toEqual([]);
    });

    it('is asked of a team while nobody has, or of everybody in it', async () => {
      await members(lending, dana, omar);
      await members(cards, 'user:default/below');
      await subject('scoring', lending, [fail(acknowledgement)]);
      expect(await asked(dana)).toHaveLength(1);
      expect(await asked('user:default/below')).toEqual([]);
      expect(await asked(dana, { owner: 'none' })).toEqual([]);
      await acknowledge(omar);
      expect(await asked(dana)).toEqual([]);
      const every = { owner: 'every' } as const;
      await acknowledge(omar, {
        ...examplePolicy,
        acknowledgement: { ...examplePolicy.acknowledgement, ...every },
      });
      expect(await asked(dana, every)).toHaveLength(1);
      expect(await asked(omar, every)).toEqual([]);
    });

    it('is not asked for what it is not asked of', async () => {
      await members(lending, dana);
      await subject('retired', lending, [
        { control: acknowledgement, state: 'not-applicable' },
      ]);
      await subject('other', fraud, [fail(acknowledgement)]);
      expect(await asked(dana)).toEqual([]);
    });
  });
});
