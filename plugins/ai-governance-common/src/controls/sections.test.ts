import { dataSheet, operations } from '../__testUtils__/documents';
import {
  limitedProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { RecordState } from '../state';
import { empty, said } from './sections';

const sections = { a: 'the first', b: 'the second' };
const words = { what: 'The plan', holds: 'All is said.' };

it('holds when every section says something', () => {
  expect(said({ a: 'x', b: 'y' }, sections, words)).toEqual({
    state: 'pass',
    reason: 'All is said.',
  });
});

it('names what is absent or blank', () => {
  expect(said({ a: ' \n', b: undefined }, sections, words)).toEqual({
    state: 'fail',
    reason: 'The plan does not say: the first, the second.',
  });
  expect(empty({ a: 'x', b: '' }, sections)).toEqual(['the second']);
});

/** Of whom every one of these controls asks. */
const asked: Profile = {
  ...limitedProfile,
  data: { classification: 'internal', categories: ['personal'], sources: [] },
};

type Case = [id: string, holds: string, sections: Record<string, string>];
const ofDataSheet: Case[] = [
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
];
const ofOperations: Case[] = [
  [
    'OPS-05',
    'Access, logging and the retention of logs are described.',
    {
      access: 'access',
      logging: 'logging',
      logRetention: 'retention of logs',
    },
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
];

describe.each([
  {
    type: 'data-sheet',
    complete: dataSheet,
    what: 'The data sheet',
    missing: 'There is no data sheet.',
    cases: ofDataSheet,
  },
  {
    type: 'operations',
    complete: operations,
    what: 'The description of operations',
    missing: 'Operations are not described.',
    cases: ofOperations,
  },
])('of the document $type', ({ type, complete, what, missing, cases }) => {
  const written = (over: object = {}) => record(type, { ...complete, ...over });

  describe.each(cases)('%s', (id, holds, fields) => {
    const result = (records: RecordState[]) => {
      const { state, reason, validUntil } = evaluate(
        subject({ profile: asked, records }),
        policy,
        '2026-04-01T00:00:00.000Z',
      ).results.find(r => r.controlId === id)!;
      return { state, reason, validUntil };
    };

    it('passes when every section says something, and time changes nothing', () => {
      expect(result([written()])).toEqual({
        state: 'pass',
        reason: holds,
        validUntil: null,
      });
    });

    it.each(Object.entries(fields))(
      'fails when %s is absent or blank, and names it',
      (field, name) => {
        for (const text of [undefined, ' \n']) {
          expect(result([written({ [field]: text })])).toEqual({
            state: 'fail',
            reason: `${what} does not say: ${name}.`,
            validUntil: null,
          });
        }
      },
    );

    it('is not reported without the document, or when it was erased', () => {
      for (const records of [[], [record(type, null)]]) {
        expect(result(records)).toEqual({
          state: 'not-reported',
          reason: missing,
          validUntil: null,
        });
      }
    });
  });
});
