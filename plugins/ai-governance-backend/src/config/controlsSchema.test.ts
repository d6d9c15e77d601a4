import { ConfigReader } from '@backstage/config';
import { controls } from 'backstage-plugin-ai-governance-common';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { readConfig } from './readConfig';

const definition = {
  id: 'BANK-01',
  title: 'Red team looked at it',
  level: 'silver',
  holdsWhen: 'a report of the red team is kept as evidence',
  remediation: { label: 'Add the report', place: 'assurance' },
  holds: { 'records.evidence': { $exists: true } },
};
const read = (given: unknown, policy: object = {}) =>
  readConfig(
    new ConfigReader({
      aiGovernance: {
        policy: { ...examplePolicy, ...policy },
        controls: given,
      } as any,
    }),
  );

describe('aiGovernance.controls', () => {
  it('stand after those of the suite, with what is not said filled in', () => {
    const all = read([definition]).controls;
    expect(all.slice(0, -1)).toEqual(controls);
    expect(all.at(-1)).toMatchObject({
      id: 'BANK-01',
      family: 'CUS',
      appliesTo: 'all',
      references: [],
    });
    expect(read(undefined).controls).toEqual(controls);
  });

  it('may have another level in the policy', () => {
    const levels = { 'BANK-01': 'gold' };
    expect(read([definition], { levels }).policy.levels).toEqual(levels);
    expect(() => read([], { levels })).toThrow(
      'aiGovernance.policy.levels.BANK-01: there is no control BANK-01',
    );
  });

  it.each<[object, string]>([
    [{ id: 'bank-1' }, 'id: must be 2 to 8 capital letters'],
    [{ id: 'DOC-01' }, 'id: there is a control DOC-01 already'],
    [{ id: 'ORG-01' }, 'id: there is a control ORG-01 already'],
    [{ id: 'ORG-99' }, 'id: ids that begin with ORG- are those of the suite'],
    [{ id: 'DOC-990' }, 'id: ids that begin with DOC- are those of the suite'],
    [{ family: 'ORG' }, 'family: '],
    [{ level: 'iron' }, 'level: '],
    [{ title: ' ' }, 'title: '],
    [{ colour: 1 }, 'colour: is not a key that is known here'],
    [{ remediation: { label: 'Do', place: 'home' } }, 'remediation.place: '],
    [
      { references: [{ framework: 'iso-42001', id: 'A.99' }] },
      'references[0].id: iso-42001 has no requirement A.99',
    ],
    [
      { references: [{ framework: 'iso-1', id: 'A.2.2' }] },
      'references[0].framework: ',
    ],
    [{ holds: undefined }, 'holds: must be a filter predicate'],
    [{ holds: {} }, 'holds: is empty'],
    [{ holds: { colour: 'red' } }, 'holds.colour: is not known here'],
    [
      { holds: { 'records.evidnce': { $exists: true } } },
      'holds.records.evidnce: there is no record type evidnce',
    ],
    [{ applies: { tier: { $is: 'high' } } }, 'applies.tier.$is: is not known'],
    [{ holds: { $any: [{ tier: 'high' }, {}] } }, 'holds.$any[1]: is empty'],
  ])('is refused with its path: %j', (wrong, says) => {
    expect(() =>
      read([definition, { ...definition, id: 'BANK-02', ...wrong }]),
    ).toThrow(`aiGovernance.controls[1].${says}`);
  });

  it('is refused when an id is there twice', () => {
    expect(() => read([definition, definition])).toThrow(
      'aiGovernance.controls[1].id: there is a control BANK-01 already',
    );
  });

  it('may ask anything of what a list holds', () => {
    const holds = {
      'records.evidence': { $contains: { title: 'Red team report' } },
    };
    expect(() => read([{ ...definition, holds }])).not.toThrow();
  });
});
