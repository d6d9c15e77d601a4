import {
  highProfile,
  limitedProfile,
  minimalProfile,
  policy,
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
