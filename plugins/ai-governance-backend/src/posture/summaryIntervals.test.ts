import {
  Instant,
  noCounts,
  plus,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { ForetoldSummary } from './foretell';
import { summaryIntervals } from './summaryIntervals';

const start: Instant = '2026-01-01T00:00:00.000Z';
const day = (n: number) => plus(start, { days: n });

const said = fc.record({
  tier: fc.constantFrom(...tiers.slice(0, 2)),
  fails: fc.nat(2),
});
type Said = typeof said extends fc.Arbitrary<infer S> ? S : never;

const summary = (
  { tier, fails }: Said,
  fromAt: Instant,
  untilAt: Instant | null,
): ForetoldSummary => {
  const counts = { ...noCounts(), fail: fails };
  return {
    fromAt,
    untilAt,
    tier,
    level: null,
    counts,
    families: { DOC: counts },
    first: null,
  };
};

/** An evaluation after some days: what it says of now, and of some days ahead. */
const evaluation = fc.record({
  after: fc.integer({ min: 1, max: 5 }),
  now: said,
  ahead: fc.array(said, { maxLength: 3 }),
});

describe('summaryIntervals', () => {
  it('keeps for good what was shown on each day, and one row for each change', () => {
    let changes = 0;
    fc.assert(
      fc.property(fc.array(evaluation, { maxLength: 8 }), evaluations => {
        let open: ForetoldSummary[] = [];
        const past: ForetoldSummary[] = [];
        const shown = new Map<Instant, Said>();
        let at = 0;
        const look = (n: number) => {
          const row = open.find(
            s =>
              s.fromAt <= day(n) && (s.untilAt === null || s.untilAt > day(n)),
          );
          if (row) {
            shown.set(day(n), { tier: row.tier, fails: row.counts.fail });
          }
        };
        for (const { after, now, ahead } of evaluations) {
          for (let n = at; n < at + after; n++) look(n);
          at += after;
          const begin = at;
          const all = [now, ...ahead];
          const wanted = all.map((s, i) =>
            summary(
              s,
              day(begin + 2 * i),
              i + 1 < all.length ? day(begin + 2 * i + 2) : null,
            ),
          );
          const change = summaryIntervals(open, wanted, day(at));
          past.push(...change.past);
          open = [
            ...open.filter(s => !change.dropped.includes(s.fromAt)),
            ...change.open,
          ].sort((a, b) => (a.fromAt < b.fromAt ? -1 : 1));
          // what is open says what the evaluation says
          for (let n = at; n < at + 8; n++) {
            const of = (rows: readonly ForetoldSummary[]) =>
              rows
                .filter(
                  s =>
                    s.fromAt <= day(n) &&
                    (s.untilAt === null || s.untilAt > day(n)),
                )
                .map(s => [s.tier, s.counts.fail]);
            expect(of(open)).toEqual(of(wanted));
          }
        }
        for (const [when, what] of shown) {
          const held = [...past, ...open].filter(
            s => s.fromAt <= when && (s.untilAt === null || s.untilAt > when),
          );
          expect(held).toHaveLength(1);
          expect({ tier: held[0].tier, fails: held[0].counts.fail }).toEqual(
            what,
          );
        }
        // an evaluation that finds the same adds nothing
        const wanted = open.map((s, i) =>
          i === 0 ? { ...s, fromAt: day(at) } : s,
        );
        expect(summaryIntervals(open, wanted, day(at))).toEqual({
          past: [],
          dropped: [],
          open: [],
        });
        changes += past.length;
      }),
    );
    expect(changes).toBeGreaterThan(0);
  });

  it('writes nothing when everything is as it was', () => {
    const held = [
      summary({ tier: 'high', fails: 1 }, day(0), day(9)),
      summary({ tier: 'high', fails: 2 }, day(9), null),
    ];
    expect(
      summaryIntervals(held, [{ ...held[0], fromAt: day(3) }, held[1]], day(3)),
    ).toEqual({ past: [], dropped: [], open: [] });
  });
});
