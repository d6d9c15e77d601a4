import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AppendRequest,
  controlsUnder,
  evaluate,
  Evaluation,
  recordTypeOf,
  resultStates,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import {
  companyEntities,
  companyPolicy,
  CompanyRecord,
  companyRecords,
  daysFrom,
} from '../__testUtils__/exampleCompany';
import { StatedOf, Statements } from '../decisions/Statements';
import { Revision } from '../ledger/Ledger';
import { startPosture } from './__testUtils__/startPosture';
import { effectiveResult } from './effectiveResult';
import { loadStates } from './loadStates';
import { countsOf } from './stateCounts';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const begin = '2026-11-25T09:00:00.000Z';
const end = daysFrom(begin, 366);
const policy = companyPolicy();
const controls = controlsUnder(policy);
const office = 'user:default/miriam.cohen';

type Statement = Omit<CompanyRecord, 'daysAgo'> & { effectiveAt?: string };

/** Of entries, what they are about: another step of the same decision revises the same record. */
const about = [
  'title',
  'gate',
  'control',
  'scenario',
  'tier',
  'version',
  'to',
  'name',
  'sourceId',
];

/** `id of incident Wrong fees` is the id of that record. */
function withIds(value: unknown, held: readonly Revision[]): any {
  if (Array.isArray(value)) return value.map(v => withIds(v, held));
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, withIds(v, held)]),
    );
  }
  const [, type, name] =
    (typeof value === 'string' && /^id of (\S+) (.+)$/.exec(value)) || [];
  if (!type) return value;
  const found = held.find(r => {
    const { title, sourceId } = JSON.parse(r.data!);
    return r.type === type && [title, sourceId].includes(name);
  });
  return found?.recordId ?? value;
}

/** The example company on a database of the test, with everything that it has stated by the beginning. */
async function startCompany(knex: Knex) {
  const started = await startPosture(knex, companyEntities(), {
    policy,
    controls,
  });
  const { clock, evaluator, idOf, inventory, ledger } = started;
  clock.now = begin;
  await inventory.sweep();
  const statements = Statements.create({
    knex,
    ledger,
    clock: clock.read,
    policy,
  });

  const statedOf = async (of: string): Promise<StatedOf> => {
    if (of === 'organization') return { kind: 'organization' };
    if (of.startsWith('user:')) return { kind: 'person', ref: of };
    return { kind: 'subject', subject: { id: await idOf(of), ref: of } };
  };
  const state = async (record: Statement, options: { anew?: boolean } = {}) => {
    const { of, author, ...asWritten } = record;
    const to = await statedOf(of);
    const isSubject = to.kind === 'subject';
    const { id } = isSubject
      ? to.subject
      : await ledger.ensureStream(to.kind, of);
    const all = await ledger.records(id);
    const request = { ...asWritten, data: withIds(asWritten.data, all) };
    const type = recordTypeOf(request.type)!;
    const held = all
      .filter(r => r.type === request.type)
      .find(
        ({ data }) =>
          type.shape === 'document' ||
          about.every(key => JSON.parse(data!)[key] === request.data[key]),
      );
    const inSteps = 'decision' in request.data || 'status' in request.data;
    const revises =
      type.shape === 'document' || (inSteps && !options.anew)
        ? held
        : undefined;
    await statements.append(
      to,
      {
        ...request,
        recordId: type.shape === 'document' ? undefined : revises?.recordId,
        baseRevision: revises?.revision,
        ...(isSubject &&
          type.takes?.(request.data) === 'decide' && {
            stateHash: (await statements.decisions(id)).stateHash,
          }),
      } as AppendRequest,
      author,
      async () => {},
    );
  };
  for (const { daysAgo, ...record } of companyRecords(begin)) {
    await state({ ...record, effectiveAt: daysFrom(begin, -daysAgo) });
  }

  const evaluated = async () => {
    while ((await evaluator.runOnce()) > 0);
  };
  return { ...started, state, evaluated };
}
type Company = Awaited<ReturnType<typeof startCompany>>;

/** Everything of every subject as it would be found afresh at an instant, if nothing else happened. */
async function findAt({ knex, ledger }: Company) {
  const ids = await knex('subjects').whereNull('gone_at').pluck('id');
  const loaded = await loadStates(knex, ledger, ids, policy);
  return (at: string) =>
    new Map(
      loaded.map(subject => {
        if ('error' in subject) throw subject.error;
        const { id, state } = subject;
        return [id, evaluate(state, policy, at, controls)];
      }),
    );
}

/** Every open result by subject and control. */
async function stored({ knex }: Company) {
  const rows = await knex('results').whereNull('to_at');
  return rows.map(row => ({
    id: row.subject_id as string,
    controlId: row.control_id as string,
    state: row.state,
    reason: row.reason,
    since: row.since,
    validUntil: row.valid_until,
    nextState: row.next_state,
    nextReason: row.next_reason,
  }));
}

const said = (r: {
  id: string;
  controlId: string;
  state: string;
  reason: string;
}) => `${r.id} ${r.controlId} ${r.state}: ${r.reason}`;
const found = (evaluations: Map<string, Evaluation>) =>
  [...evaluations].flatMap(([id, { results }]) =>
    results.map(r => ({ id, ...r })),
  );

/** The rows that readers take at an instant, with what they must say. */
async function compareSummaries(
  { knex }: Company,
  at: string,
  evaluations: Map<string, Evaluation>,
) {
  const rows = await knex('subject_summary')
    .where('from_at', '<=', at)
    .where(q => q.whereNull('until_at').orWhere('until_at', '>', at));
  const summaries = rows.map(row => ({
    id: row.subject_id,
    tier: row.tier,
    level: row.level,
    first: row.first_control ?? undefined,
    counts: countsOf(row),
  }));
  const expected = [...evaluations].map(
    ([id, { tier, level, first, counts }]) => ({
      id,
      tier: tier.tier,
      level,
      first,
      counts,
    }),
  );
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(summaries.sort(byId)).toEqual(expected.sort(byId));
}

const aDecision = (days: number) => ({
  decision: 'approved',
  reason: 'It is looked at in the next quarter.',
  expires: daysFrom(begin, days).slice(0, 10),
});

/** What people do in the course of the year, by day. */
const events: [day: number, record: Statement][] = [
  [
    3,
    {
      of: 'aisystem:default/internal-document-search',
      type: 'exemption',
      author: office,
      data: {
        control: 'DOC-02',
        compensating: 'Every answer shows its passages.',
        ...aDecision(63),
      },
    },
  ],
  [
    5,
    {
      of: 'aisystem:default/coding-assistant',
      type: 'tier-override',
      author: office,
      data: { tier: 'high', ...aDecision(100) },
    },
  ],
  [
    6,
    {
      of: 'aisystem:default/coding-assistant',
      type: 'approval',
      author: office,
      data: {
        gate: 'change',
        decision: 'approved-with-conditions',
        conditions: [
          {
            text: 'Show what was measured in the first quarter.',
            due: daysFrom(begin, 80).slice(0, 10),
          },
        ],
        expires: daysFrom(begin, 200).slice(0, 10),
      },
    },
  ],
  [
    40,
    {
      of: 'aisystem:default/support-reply-drafts',
      type: 'change',
      author: 'user:default/aisha.karim',
      data: { kind: 'prompt', title: 'Shorter replies', why: 'Asked for.' },
    },
  ],
];

describe('a year of the example company', () => {
  it.each(databases.eachSupportedId())(
    'is what was foretold, to the instant, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const company = await startCompany(knex);
      const { clock, evaluated } = company;
      const toDo = [...events];
      const seen = { turns: 0, tiers: 0, states: new Set<string>() };

      await evaluated();
      let at = await findAt(company);
      let expected = at(clock.now);
      for (;;) {
        // what is stored is what is found now
        const now = await stored(company);
        expect(now.map(said).sort()).toEqual(found(expected).map(said).sort());
        await compareSummaries(company, clock.now, expected);
        now.forEach(({ state }) => seen.states.add(state));

        const { next } = await knex('subject_summary')
          .where('until_at', '>', clock.now)
          .min({ next: 'until_at' })
          .first<{ next: string | null }>();
        const event = toDo[0] && daysFrom(begin, toDo[0][0]);
        if (event && (!next || event < next)) {
          clock.now = event;
          await company.state(toDo.shift()![1], { anew: true });
          await evaluated();
          at = await findAt(company);
          expected = at(clock.now);
          continue;
        }
        if (!next || next >= end) break;

        // a millisecond before, nothing is different yet
        const before = at(new Date(Date.parse(next) - 1).toISOString());
        expect(found(before).map(said).sort()).toEqual(now.map(said).sort());
        // at the instant, what was foretold is there before any worker comes by
        expected = at(next);
        expect(
          now.map(r => said({ ...r, ...effectiveResult(r, next) })).sort(),
        ).toEqual(found(expected).map(said).sort());
        await compareSummaries(company, next, expected);
        seen.turns += now.filter(r => r.validUntil === next).length;
        for (const [id, { tier }] of expected) {
          if (tier.tier !== before.get(id)!.tier.tier) seen.tiers += 1;
        }

        // and one that comes by finds the same
        clock.now = next;
        await evaluated();
        expect(await company.marked()).toEqual([]);
      }

      // it was a year in which something happened
      expect(toDo).toEqual([]);
      expect(seen.turns).toBeGreaterThan(40);
      expect(seen.tiers).toBe(1);
      const quiet = resultStates.filter(s => !seen.states.has(s));
      expect(quiet).toEqual(['error']);
    },
  );
});
