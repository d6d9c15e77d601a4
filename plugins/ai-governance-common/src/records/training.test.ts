import { policy, record } from '../__testUtils__/subject';
import { Training, training } from './training';
import { validateRecord } from './validate';

const data: Training = { course: 'AI basics', completed: '2026-03-01' };

const admit = (
  over: Partial<Training> = {},
  context: Partial<Parameters<NonNullable<typeof training.admit>>[0]> = {},
) =>
  training.admit!({
    data: { ...data, ...over },
    at: '2026-04-01T00:00:00.000Z',
    author: 'user:default/olive',
    stream: 'user:default/dana',
    policy,
    documents: [],
    controlIds: [],
    people: {
      membersOf: () => [],
      directMembersOf: () => [],
      parentOf: () => undefined,
    },
    standIns: [],
    ...context,
  });

describe('the record of a course that somebody completed', () => {
  it('is written by somebody else, and not before its day', () => {
    expect(admit()).toEqual(data);
    expect(training.takes!(data)).toBe('assure');
    expect(() => admit({}, { author: 'user:default/dana' })).toThrow(
      /Nobody records their own training/,
    );
    expect(() => admit({ completed: '2026-04-02' })).toThrow(
      'data.completed: must not be in the future, and is 2026-04-02',
    );
  });

  it('counts for at least a day', () => {
    expect(
      validateRecord(training, { ...data, expires: data.completed }),
    ).toMatchObject({ ok: false, issues: [{ path: 'expires' }] });
  });

  it('is not written twice, but for one that was withdrawn', () => {
    const before = record('training', { ...data, course: 'ai  Basics' });
    expect(() => admit({}, { records: { training: [before] } })).toThrow(
      `as record ${before.recordId}`,
    );
    const gone = record('training', { ...data, withdrawn: 'Wrong person' });
    expect(admit({}, { records: { training: [gone] } })).toEqual(data);
    // its own correction is no second one
    expect(
      admit(
        { withdrawn: 'Wrong person' },
        { previous: before as any, records: { training: [before] } },
      ).withdrawn,
    ).toBe('Wrong person');
    expect(() => admit({}, { previous: gone as any })).toThrow(/stays so/);
  });
});
