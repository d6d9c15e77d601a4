import { minimalProfile, policy, subject } from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RecordState } from '../state';

const personal: Profile = {
  ...minimalProfile,
  data: { classification: 'internal', categories: ['personal'], sources: [] },
};

const result = (id: string, records: RecordState[], profile = personal) => {
  const { state, reason, validUntil } = evaluate(
    subject({ profile, records }),
    policy,
    '2026-04-01T00:00:00.000Z',
  ).results.find(r => r.controlId === id)!;
  return { state, reason, validUntil };
};

describe('what is asked of where the AI comes from', () => {
  it.each<[Profile['sourcing'], boolean, boolean]>([
    ['in-house', true, true],
    ['open-source', true, false],
    ['vendor', false, false],
    ['vendor-feature', false, false],
    // not answered may be any
    [undefined, true, true],
  ])('%s', (sourcing, origin, quality) => {
    const asks = (id: string) =>
      result(id, [], { ...personal, sourcing }).state !== 'not-applicable';
    expect([asks('DAT-01'), asks('DAT-02')]).toEqual([origin, quality]);
  });
});

describe('handling', () => {
  it.each<[Profile['data'], string]>([
    [{ classification: 'confidential', categories: [] }, 'not-applicable'],
    [
      { classification: 'confidential', categories: ['financial'] },
      'not-applicable',
    ],
    [{ classification: 'public', categories: ['personal'] }, 'not-reported'],
    [{ classification: 'restricted', categories: [] }, 'not-reported'],
    [{ classification: 'internal' }, 'not-reported'],
    [{ categories: [] }, 'not-reported'],
    [undefined, 'not-reported'],
  ])('of %j is %s', (data, state) => {
    expect(result('DAT-03', [], { ...minimalProfile, data }).state).toBe(state);
  });
});
