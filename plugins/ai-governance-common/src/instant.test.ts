import fc from 'fast-check';
import { DateTime } from 'luxon';
import { instants } from './__testUtils__/arbitraries';
import { dayOf, endOfDay, instant, minus, plus, startOfDay } from './instant';

describe('instants', () => {
  it.each<[Date | number | string, string]>([
    [0, '1970-01-01T00:00:00.000Z'],
    [new Date('2026-03-01T10:00:00Z'), '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00.5+02:00', '2026-03-01T08:00:00.500Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    // without a zone it is UTC, wherever it is read
    ['2026-03-01T10:00:00', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:00.123456Z', '2026-03-01T10:00:00.123Z'],
    ['+012026-03-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['-000001-03-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
  ])('%p is %s', (value, text) => {
    expect(instant(value)).toBe(text);
  });

  it.each(['', 'yesterday', '2026-02-30', NaN, new Date(NaN)])(
    'refuses %p',
    value => {
      expect(() => instant(value)).toThrow(RangeError);
    },
  );

  it.each([
    ['2026-01-31T12:00:00.000Z', { months: 1 }, '2026-02-28T12:00:00.000Z'],
    ['2028-01-31T12:00:00.000Z', { months: 1 }, '2028-02-29T12:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', { years: 1 }, '2025-02-28T00:00:00.000Z'],
    [
      '2026-12-31T23:59:59.999Z',
      { milliseconds: 1 },
      '2027-01-01T00:00:00.000Z',
    ],
    // the clocks of Europe and of America change in between
    ['2026-03-01T00:00:00.000Z', { days: 60 }, '2026-04-30T00:00:00.000Z'],
    ['9999-12-31T00:00:00.000Z', { days: 1 }, '9999-12-31T23:59:59.999Z'],
  ])('%s plus %j is %s', (at, duration, then) => {
    expect(plus(at, duration)).toBe(then);
  });

  it('goes backwards by the calendar, too', () => {
    expect(minus('2026-03-31T12:00:00.000Z', { months: 1 })).toBe(
      '2026-02-28T12:00:00.000Z',
    );
    expect(minus('0000-01-01T00:00:00.000Z', { days: 1 })).toBe(
      '0000-01-01T00:00:00.000Z',
    );
  });

  it('refuses to count from what is no instant', () => {
    expect(() => plus('soon', { days: 1 })).toThrow(RangeError);
    expect(() => endOfDay('2026-02-30')).toThrow(RangeError);
  });

  it('keeps a due date until its day has ended', () => {
    expect(startOfDay('2026-12-31')).toBe('2026-12-31T00:00:00.000Z');
    expect(endOfDay('2026-12-31')).toBe('2027-01-01T00:00:00.000Z');
    expect(dayOf('2026-12-31T23:59:59.999Z')).toBe('2026-12-31');
  });

  it('is in text order what it is in time order', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 1e13 }), (at, ms) => {
        expect(plus(at, { milliseconds: ms }) > at).toBe(true);
        expect(minus(at, { milliseconds: ms }) < at).toBe(true);
      }),
    );
  });

  it('counts by the calendar as a library of calendars does', () => {
    const some = (max: number) =>
      fc.option(fc.integer({ min: -max, max }), { nil: undefined });
    const durations = fc
      .record({
        years: some(50),
        months: some(500),
        weeks: some(500),
        days: some(5000),
        hours: some(100),
      })
      .map(d =>
        Object.fromEntries(
          Object.entries(d).filter(([, value]) => value !== undefined),
        ),
      );
    fc.assert(
      fc.property(instants, durations, (at, duration) => {
        const from = DateTime.fromISO(at, { zone: 'utc' });
        for (const [ours, theirs] of [
          [plus(at, duration), from.plus(duration)],
          [minus(at, duration), from.minus(duration)],
        ] as const) {
          fc.pre(theirs.year >= 0 && theirs.year <= 9999);
          expect(ours).toBe(theirs.toISO());
        }
      }),
    );
  });
});
