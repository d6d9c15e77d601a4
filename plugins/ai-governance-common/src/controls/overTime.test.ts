import { Finding } from './Control';
import { overTime } from './overTime';

const day = (n: number) =>
  `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const says = (reason: string, next?: [number, string]): Finding => ({
  state: 'pass',
  reason,
  ...(next && { next: { at: day(next[0]), state: 'pass', reason: next[1] } }),
});

describe('a judgement over time', () => {
  it('changes at the first instant at which it says something else', () => {
    const judge = (at: string) => says(at < day(5) ? 'A' : 'B');
    expect(overTime(day(1), [day(9), day(5), day(3)], judge)).toEqual(
      says('A', [5, 'B']),
    );
    expect(overTime(day(5), [day(9), day(5), day(3)], judge)).toEqual(
      says('B'),
    );
  });

  it('changes when what it foretells itself comes', () => {
    const judge = (at: string) =>
      at < day(5) ? says('A', [5, 'B']) : says('B');
    expect(overTime(day(1), [day(3)], judge)).toEqual(says('A', [5, 'B']));
  });

  it('foretells what follows from a change that itself shows nothing', () => {
    // on the third it is judged by another rule, with the same outcome until the fourth
    const judge = (at: string) => {
      if (at < day(3)) return says('A', [7, 'C']);
      return at < day(4) ? says('A', [4, 'B']) : says('B');
    };
    expect(overTime(day(1), [day(3)], judge)).toEqual(says('A', [4, 'B']));
  });

  it('does not foretell what a change has overtaken', () => {
    const judge = (at: string) =>
      at < day(3) ? says('A', [7, 'C']) : says('A');
    expect(overTime(day(1), [day(3)], judge)).toEqual(says('A'));
  });

  it('takes what is foretold for the past for nothing', () => {
    expect(overTime(day(5), [], () => says('A', [5, 'B']))).toEqual(says('A'));
  });
});
