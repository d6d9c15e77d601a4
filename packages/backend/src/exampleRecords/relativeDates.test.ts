import { daysBefore, withDates } from './relativeDates';

const now = new Date('2026-03-01T12:00:00.000Z');

describe('withDates', () => {
  it('turns relative days into calendar days at any depth, and leaves other text alone', () => {
    expect(
      withDates(
        {
          list: [{ due: 'in 31 days' }, { due: '1 days ago' }],
          text: 'in 3 days or so',
          n: 3,
        },
        now,
      ),
    ).toEqual({
      list: [{ due: '2026-04-01' }, { due: '2026-02-28' }],
      text: 'in 3 days or so',
      n: 3,
    });
  });
});

describe('daysBefore', () => {
  it('counts whole days back from an instant', () => {
    expect(daysBefore(now, 1)).toBe('2026-02-28T12:00:00.000Z');
  });
});
