import fc from 'fast-check';
import { instant, minus, plus } from '../instant';
import { untilDue, warnFrom } from './untilDue';

const since = '2026-04-01T00:00:00.000Z';
const words = { holds: 'Done.', lapsed: 'Not done again.' };

describe('what must be renewed', () => {
  it.each([
    ['a year', { years: 1 }, { days: 30 }, '2027-03-02'],
    ['a quarter', { months: 3 }, { days: 30 }, '2026-06-01'],
    ['a month', { months: 1 }, { days: 30 }, '2026-04-21'],
    ['a week', { weeks: 1 }, { days: 30 }, '2026-04-06'],
    // too short to warn of
    ['a day', { days: 1 }, { days: 30 }, '2026-04-02'],
    ['a month, with a short window', { months: 1 }, { days: 3 }, '2026-04-28'],
  ])(
    'every %s is warned of from its last third on',
    (_, cadence, window, day) => {
      expect(warnFrom(since, plus(since, cadence), window)).toBe(
        `${day}T00:00:00.000Z`,
      );
    },
  );

  it('warns of nothing that cannot lapse yet, and of nothing earlier than the window', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 400 }),
        (days, window) => {
          const due = plus(since, { days });
          const warn = warnFrom(since, due, { days: window });
          expect(warn >= minus(due, { days: window })).toBe(true);
          expect(warn <= due).toBe(true);
          const third = (Date.parse(due) - Date.parse(since)) / 3;
          expect(Date.parse(due) - Date.parse(warn)).toBeLessThanOrEqual(third);
        },
      ),
    );
  });

  it('foretells every turn to the millisecond', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 * 24 * 3600 * 1000 }),
        fc.integer({ min: 1, max: 60 }),
        (after, days) => {
          const due = plus(since, { days });
          const at = (when: string) =>
            untilDue(when, { since, due }, { days: 30 }, words);
          const when = instant(Date.parse(since) + after);
          const { state, next } = at(when);
          const never = { at: '9999-01-01T00:00:00.000Z', state: 'expired' };
          const turn = next ?? never;
          expect(at(minus(turn.at, { milliseconds: 1 })).state).toBe(state);
          expect(at(turn.at).state).toBe(turn.state);
        },
      ),
    );
  });
});
