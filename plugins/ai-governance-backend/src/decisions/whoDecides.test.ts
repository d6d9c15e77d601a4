import { TestDatabases } from '@backstage/backend-test-utils';
import { approvalGates } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { tableHeld } from '../__testUtils__/documentedTable';
import {
  Actor,
  actors,
  columns,
  keys,
  Situation,
  situations,
  startCompany,
} from './__testUtils__/everyState';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** The reasons that there are, in the words of the table. */
const reasons: [RegExp, string][] = [
  [/^It takes a person: /, 'no: no person'],
  [/^It takes the authority of /, 'no authority'],
  [/^As the stand-in of \S+: \S+ wrote revision \d+ of the /, 'no: they wrote'],
  [/^\S+ wrote revision \d+ of the (intended use|change) on /, 'no: wrote'],
  [/^\S+ asked for it\.$/, 'no: asked for it'],
  [/, so group:default\/finance decides\.$/, 'no: the group above decides'],
];
function inWords(answer: string): string {
  if (!answer.startsWith('no: ')) return answer;
  const known = reasons.find(([words]) => words.test(answer.slice(4)));
  expect({ answer, known }).toEqual({ answer, known: expect.anything() });
  return known![1];
}

describe.each(databases.eachSupportedId())('who decides, on %s', id => {
  let knex: Knex;
  let attempt: Awaited<ReturnType<typeof startCompany>>['attempt'];
  beforeAll(async () => {
    knex = await databases.init(id);
    ({ attempt } = await startCompany(knex));
  });
  afterAll(() => knex.destroy());

  it('is as docs/permissions.md says, for everybody, tier, gate and state', async () => {
    const outcomes = new Map<Actor, Map<Situation, string[]>>();
    for (const actor of keys(actors)) {
      const bySituation = new Map<Situation, string[]>();
      outcomes.set(actor, bySituation);
      for (const situation of keys(situations)) {
        const cells: string[] = [];
        for (const column of keys(columns)) {
          const answers = new Set<string>();
          for (const gate of approvalGates) {
            answers.add(inWords(await attempt(actor, column, gate, situation)));
          }
          // no gate is decided by other rules than the others
          const n = answers.size;
          expect({ actor, situation, column, n }).toMatchObject({ n: 1 });
          cells.push(...answers);
        }
        bySituation.set(situation, cells);
      }
    }

    // whatever the page says
    const succeeded = (actor: Actor, of: readonly Situation[]) =>
      of.filter(s => /yes/.test(outcomes.get(actor)!.get(s)!.join()));
    const hasWritten = ['new', 'requested', 'lapsed', 'rejected'] as const;
    for (const actor of [
      'author',
      'reviewerWhoWrote',
      'standInOfAuthor',
    ] as const) {
      expect([actor, succeeded(actor, hasWritten)]).toEqual([actor, []]);
    }
    expect(succeeded('requester', ['requested'])).toEqual([]);
    for (const actor of [
      'administrator',
      'auditor',
      'external',
      'service',
    ] as const) {
      expect([actor, succeeded(actor, keys(situations))]).toEqual([actor, []]);
    }

    const rows = [
      ['who', 'state', ...keys(columns).map(c => columns[c].title)],
      ['---', '---', ...keys(columns).map(() => '---')],
      ...tableOf(outcomes),
    ];
    expect(tableHeld('permissions.md', 'who decides', rows)).toEqual(rows);
  });

  it('lets nobody decide again what is decided', async () => {
    for (const actor of keys(actors).filter(a => a !== 'service')) {
      for (const situation of [
        'approved',
        'lapsed',
        'expired',
        'rejected',
      ] as const) {
        expect(await attempt(actor, 'high', 'deploy', situation, true)).toMatch(
          /^no: data\.decision: it is (approved|rejected) already/,
        );
      }
    }
  });
});

/** Rows of the table: of one who, states in which all is the same share a row, and those who fare alike share theirs. */
function tableOf(
  outcomes: ReadonlyMap<Actor, ReadonlyMap<Situation, string[]>>,
): string[][] {
  const alike = new Map<string, { who: string[]; rows: string[][] }>();
  for (const [actor, bySituation] of outcomes) {
    const byAnswer = new Map<string, Situation[]>();
    for (const [situation, cells] of bySituation) {
      const key = cells.join('|');
      byAnswer.set(key, [...(byAnswer.get(key) ?? []), situation]);
    }
    const rows = [...byAnswer].map(([cells, of]) => [
      of.length === keys(situations).length
        ? 'always'
        : of.map(s => situations[s]).join('; '),
      ...cells.split('|'),
    ]);
    const key = JSON.stringify(rows);
    const fares = alike.get(key) ?? { who: [], rows };
    fares.who.push(actors[actor].title);
    alike.set(key, fares);
  }
  return [...alike.values()].flatMap(({ who, rows }) =>
    rows.map((row, i) => [i === 0 ? who.join(', ') : '', ...row]),
  );
}
