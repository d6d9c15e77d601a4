import fc from 'fast-check';
import {
  highProfile,
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { evaluate } from '../evaluate';
import { governedDocuments } from '../records';
import { governedStateOf, stateHash } from '../decisions';
import { controls, ControlDefinition, definedControl } from '.';

const at = '2026-04-01T00:00:00.000Z';

const definition: ControlDefinition = {
  id: 'BANK-01',
  title: 'Red team looked at it',
  family: 'CUS',
  level: 'silver',
  holdsWhen: 'a report of the red team is kept as evidence',
  appliesTo: 'high',
  references: [{ framework: 'iso-42001', id: 'A.6.2.4' }],
  remediation: { label: 'Add the report', place: 'assurance' },
  applies: { tier: 'high' },
  holds: {
    'records.evidence': { $contains: { title: { $hasPrefix: 'Red team' } } },
  },
  otherwise: 'There is no report of the red team.',
};
const defined = (over: Partial<ControlDefinition> = {}) =>
  definedControl({ ...definition, ...over });

const result = (
  over: Partial<ControlDefinition>,
  state: Parameters<typeof subject>[0] = { profile: highProfile },
  when = at,
) =>
  evaluate(subject(state), policy, when, [defined(over)]).results.find(
    r => r.controlId === 'BANK-01',
  )!;

describe('a control that is defined as data', () => {
  it('asks whom it applies to', () => {
    expect(result({}, { profile: minimalProfile })).toMatchObject({
      state: 'not-applicable',
      reason: 'Asked of: high.',
    });
    expect(result({ applies: undefined }, {})).toMatchObject({ state: 'fail' });
  });

  it('holds when its predicate does, and else says what is missing', () => {
    expect(result({})).toMatchObject({
      state: 'fail',
      reason: 'There is no report of the red team.',
      inputs: [
        'entity:aisystem:default/call-volume',
        'policy',
        'stream:aisystem:default/call-volume',
      ],
    });
    expect(result({ otherwise: undefined }).reason).toBe(
      'It does not hold: a report of the red team is kept as evidence.',
    );
    const records = [record('evidence', { title: 'Red team, March' })];
    expect(result({}, { profile: highProfile, records })).toMatchObject({
      state: 'pass',
      validUntil: null,
    });
  });

  it.each([
    [{ ref: 'aisystem:default/call-volume' }],
    [{ kind: 'AISystem' }],
    [{ tier: { $in: ['high', 'prohibited'] } }],
    [{ 'profile.data.classification': 'internal' }],
    [{ 'profile.affects.influences': { $contains: 'eligibility' } }],
    [{ 'records.change': { $exists: false } }],
    [{ approval: { $exists: false } }],
  ])('may ask %j', holds => {
    expect(result({ holds })).toMatchObject({ state: 'pass' });
  });

  it('sees nothing of what was erased', () => {
    const records = [record('evidence', null)];
    expect(
      result(
        { holds: { 'records.evidence': { $exists: false } } },
        { profile: highProfile, records },
      ),
    ).toMatchObject({ state: 'pass' });
  });

  it('foretells when an approval that it asks for ends', () => {
    const covers = governedStateOf(highProfile, governedDocuments, []);
    const approved = record('approval', {
      gate: 'deploy',
      decision: 'approved',
      expires: '2026-06-30',
      requested: { by: 'user:default/dana', at },
      decided: {
        by: 'user:default/omar',
        at,
        tier: 'high',
        stateHash: stateHash(covers),
        covers,
      },
    });
    expect(
      result(
        { holds: { 'approval.gate': 'deploy' } },
        { profile: highProfile, records: [approved] },
      ),
    ).toMatchObject({
      state: 'pass',
      validUntil: '2026-07-01T00:00:00.000Z',
      nextState: 'fail',
    });
  });

  it('is an error by itself when it cannot be evaluated', () => {
    const broken = {};
    Object.defineProperty(broken, 'title', {
      enumerable: true,
      get: () => {
        throw new Error('the record cannot be read');
      },
    });
    const state = subject({
      profile: highProfile,
      records: [record('evidence', 'x', at)],
    });
    const withBroken = {
      ...state,
      records: { evidence: [{ ...state.records.evidence[0], data: broken }] },
    };
    const other = defined({ id: 'BANK-02', holds: { tier: 'high' } });
    const { results } = evaluate(withBroken, policy, at, [
      ...controls,
      defined(),
      other,
    ]);
    expect(results.filter(r => r.state === 'error')).toEqual([
      expect.objectContaining({
        controlId: 'BANK-01',
        reason: 'The control could not be evaluated: the record cannot be read',
      }),
    ]);
    expect(results.at(-1)).toMatchObject({ state: 'pass' });
  });

  it('is refused when it is no predicate', () => {
    expect(() => defined({ holds: { tier: { $is: 'high' } } })).toThrow();
  });

  it('gives the same output for the same input, and touches no other result', () => {
    fc.assert(
      fc.property(
        fc.record({
          profile: fc.constantFrom(minimalProfile, highProfile),
          titles: fc.array(fc.constantFrom('Red team', 'Audit')),
        }),
        ({ profile, titles }) => {
          const state = subject({
            profile,
            records: titles.map(title => record('evidence', { title })),
          });
          const judge = () =>
            evaluate(state, policy, at, [...controls, defined()]);
          expect(judge()).toEqual(judge());
          expect(judge().results.slice(0, -1)).toEqual(
            evaluate(state, policy, at).results,
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('has a version of its own for whatever is said of it, which a database keeps as a number', () => {
    const versions = [
      defined(),
      defined({ holds: { tier: 'high' } }),
      defined({ otherwise: 'No report.' }),
      defined({ level: 'gold' }),
    ].map(c => c.version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(defined().version).toBe(defined().version);
    for (const version of versions) {
      expect(version).toBeGreaterThan(0);
      expect(version).toBeLessThan(2 ** 31);
    }
  });
});
