import { operations } from '../__testUtils__/documents';
import {
  highProfile,
  limitedProfile,
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RecordState } from '../state';

const result = (
  id: string,
  records: RecordState[],
  profile: Profile = limitedProfile,
) => {
  const { state, reason, validUntil } = evaluate(
    subject({ profile, records }),
    policy,
    '2026-04-01T00:00:00.000Z',
  ).results.find(r => r.controlId === id)!;
  return { state, reason, validUntil };
};

const written = (over: object = {}) =>
  record('operations', { ...operations, ...over });

describe.each([
  [
    'OPS-05',
    'Access, logging and the retention of logs are described.',
    { access: 'access', logging: 'logging', logRetention: 'retention of logs' },
  ],
  [
    'OPS-06',
    'The procedures for updates, retraining and drift are described.',
    { updates: 'updates', retraining: 'retraining', drift: 'drift' },
  ],
  [
    'OPS-07',
    'The incident plan says who acts, how fast, who is told and how to switch off.',
    {
      responders: 'who acts in an incident',
      responseTimes: 'how fast',
      notified: 'who is told',
      switchOff: 'how to switch it off',
    },
  ],
])('%s', (id, holds, sections) => {
  it('passes when every section says something, and time changes nothing', () => {
    expect(result(id, [written()])).toEqual({
      state: 'pass',
      reason: holds,
      validUntil: null,
    });
  });

  it.each(Object.entries(sections))(
    'fails when %s is absent or blank, and names it',
    (field, name) => {
      for (const text of [undefined, ' \n']) {
        expect(result(id, [written({ [field]: text })])).toEqual({
          state: 'fail',
          reason: `The description of operations does not say: ${name}.`,
          validUntil: null,
        });
      }
    },
  );

  it('is not reported without a document, or when it was erased', () => {
    for (const records of [[], [record('operations', null)]]) {
      expect(result(id, records)).toEqual({
        state: 'not-reported',
        reason: 'Operations are not described.',
        validUntil: null,
      });
    }
  });
});

const asks = (id: string, over: Partial<Profile>) =>
  result(id, [], { ...limitedProfile, ...over }).state !== 'not-applicable';

it.each<[string | undefined, boolean]>([
  ['production', true],
  ['deprecated', true],
  ['experimental', false],
  [undefined, false],
])('OPS-05 asks of the lifecycle %s: %s', (lifecycle, asked) => {
  expect(asks('OPS-05', { lifecycle })).toBe(asked);
});

it.each<[Profile['sourcing'], boolean]>([
  ['in-house', true],
  ['open-source', true],
  ['vendor', false],
  ['vendor-feature', false],
  [undefined, true],
])('OPS-06 asks of the sourcing %s: %s', (sourcing, asked) => {
  expect(asks('OPS-06', { sourcing })).toBe(asked);
});

it.each<[string, Profile, boolean]>([
  ['minimal', minimalProfile, false],
  ['limited', limitedProfile, true],
  ['high', highProfile, true],
  ['prohibited', { ...minimalProfile, uses: ['mood'] }, true],
])('OPS-07 asks of the %s tier: %s', (_tier, profile, asked) => {
  expect(asks('OPS-07', profile)).toBe(asked);
});
