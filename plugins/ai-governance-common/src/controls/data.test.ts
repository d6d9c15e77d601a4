import { dataSheet } from '../__testUtils__/documents';
import {
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
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

const written = (over: object = {}) =>
  record('data-sheet', { ...dataSheet, ...over });

describe.each([
  [
    'DAT-01',
    'The origin of the training, tuning and reference data is recorded.',
    {
      training: 'origin of the training data',
      tuning: 'origin of the tuning data',
      reference: 'origin of the reference data',
    },
  ],
  [
    'DAT-02',
    'The quality criteria, how they are met and the preparation are documented.',
    {
      qualityCriteria: 'quality criteria',
      qualityMet: 'how they are met',
      preparation: 'preparation',
    },
  ],
  [
    'DAT-03',
    'Purpose, minimisation, retention and deletion are described.',
    {
      purpose: 'purpose',
      minimisation: 'minimisation',
      retention: 'retention',
      deletion: 'deletion',
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
          reason: `The data sheet does not say: ${name}.`,
          validUntil: null,
        });
      }
    },
  );

  it('is not reported without a data sheet, or when it was erased', () => {
    for (const records of [[], [record('data-sheet', null)]]) {
      expect(result(id, records)).toEqual({
        state: 'not-reported',
        reason: 'There is no data sheet.',
        validUntil: null,
      });
    }
  });
});

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
