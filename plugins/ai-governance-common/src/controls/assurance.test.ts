import {
  highProfile,
  limitedProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RecordState } from '../state';

const at = '2026-04-01T00:00:00.000Z';
const result = (
  controlId: string,
  records: RecordState<any>[],
  when = at,
  profile: Profile = highProfile,
) =>
  evaluate(subject({ profile, records }), policy, when).results.find(
    r => r.controlId === controlId,
  )!;

describe('ASR-01', () => {
  const tested = (testedOn: string, author = 'user:default/tester') => ({
    ...record<any>('control-test', { testedOn, result: 'not-effective' }),
    author,
  });

  it('is asked of the high tier only', () => {
    expect(result('ASR-01', [], at, limitedProfile)).toMatchObject({
      state: 'not-applicable',
      reason: 'Asked of the high tier only.',
    });
  });

  it('is not reported before a test', () => {
    for (const records of [[], [record('control-test', null)]]) {
      expect(result('ASR-01', records)).toMatchObject({
        state: 'not-reported',
        reason: 'No control was tested.',
      });
    }
  });

  it('fails while only the owner tested', () => {
    const own = tested('2026-03-10', 'user:default/omar');
    expect(result('ASR-01', [own])).toMatchObject({
      state: 'fail',
      reason:
        'Controls were tested by the owner group:default/lending only: somebody else tests them.',
    });
    expect(
      result('ASR-01', [tested('2026-03-10', 'user:default/solo')], at, {
        ...highProfile,
        owner: 'user:default/solo',
      }).state,
    ).toBe('fail');
    expect(result('ASR-01', [own, tested('2026-03-01')]).state).toBe('pass');
  });

  it.each([
    [at, 'pass', '2027-02-09T00:00:00.000Z'],
    ['2027-02-09T00:00:00.000Z', 'warning', '2027-03-11T00:00:00.000Z'],
    ['2027-03-10T23:59:59.999Z', 'warning', '2027-03-11T00:00:00.000Z'],
    ['2027-03-11T00:00:00.000Z', 'expired', null],
  ])('at %s is %s until %s', (when, state, validUntil) => {
    const tests = [tested('2026-03-10'), tested('2025-03-10')];
    expect(result('ASR-01', tests, when)).toMatchObject({ state, validUntil });
  });

  it('says when it was tested', () => {
    expect(result('ASR-01', [tested('2026-03-10')]).reason).toBe(
      'A control was tested on 2026-03-10, not by the owner. Good until 2027-03-10.',
    );
  });
});

describe('ASR-02', () => {
  const action = (over: object = {}) =>
    record<any>('corrective-action', {
      title: 'Filter prompts',
      status: 'open',
      due: '2026-06-30',
      ...over,
    });

  it.each<[string, RecordState<any>[]]>([
    ['there is none', []],
    ['each is verified', [action({ status: 'verified' })]],
    ['each is cancelled', [action({ status: 'cancelled' })]],
    ['it was erased', [record('corrective-action', null)]],
  ])('passes when %s', (_name, records) => {
    expect(result('ASR-02', records, '2027-01-01T00:00:00.000Z')).toMatchObject(
      {
        state: 'pass',
        reason:
          'No corrective action is open, and each that was done is verified.',
        validUntil: null,
      },
    );
  });

  it.each([
    [at, 'pass', '2026-06-01T00:00:00.000Z'],
    ['2026-05-31T23:59:59.999Z', 'pass', '2026-06-01T00:00:00.000Z'],
    ['2026-06-01T00:00:00.000Z', 'warning', '2026-07-01T00:00:00.000Z'],
    ['2026-06-30T23:59:59.999Z', 'warning', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01T00:00:00.000Z', 'expired', null],
  ])('at %s is %s until %s', (when, state, validUntil) => {
    for (const status of ['open', 'done']) {
      expect(result('ASR-02', [action({ status })], when)).toMatchObject({
        state,
        validUntil,
      });
    }
  });

  it('names what is late, and what is done without being verified', () => {
    const late = '2026-08-01T00:00:00.000Z';
    expect(
      result(
        'ASR-02',
        [
          action(),
          action({ title: 'Train', status: 'done', due: '2026-05-01' }),
          action({ title: 'Later', due: '2026-12-31' }),
        ],
        late,
      ).reason,
    ).toBe(
      'Past its date: “Train” (2026-05-01, done, not verified), “Filter prompts” (2026-06-30).',
    );
  });
});
