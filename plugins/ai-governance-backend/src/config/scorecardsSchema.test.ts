import { ConfigReader } from '@backstage/config';
import { defaultScorecards } from 'backstage-plugin-ai-governance-common';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { readConfig } from './readConfig';

const read = (scorecards: unknown) =>
  readConfig(
    new ConfigReader({
      aiGovernance: {
        policy: examplePolicy,
        scorecards,
        controls: [
          {
            id: 'BANK-01',
            title: 'A',
            level: 'gold',
            holdsWhen: 'a',
            remediation: { label: 'A', place: 'source' },
            holds: { tier: 'high' },
          },
        ],
      } as any,
    }),
  ).scorecards;
const one = { id: 'mine', title: 'Mine' };

describe('aiGovernance.scorecards', () => {
  it('replace those that are there by default', () => {
    expect(read(undefined)).toBe(defaultScorecards);
    expect(read([])).toEqual([]);
    const mine = {
      ...one,
      controls: ['BANK-01', 'CUS', { level: 'gold' }],
      subjects: { tier: ['high'] },
    };
    expect(read([mine])).toEqual([mine]);
  });

  it.each<[object, string]>([
    [{ id: 'Not this' }, 'id: must be lower-case'],
    [{ id: 'mine' }, 'id: there is a scorecard mine already'],
    [{ controls: ['DOC-99'] }, 'controls[0]: there is no control and no'],
    [{ controls: [{ framework: 'iso-1' }] }, 'controls[0]: must be the id'],
    [{ controls: [{}] }, 'controls[0]: must be the id'],
    [{ controls: [] }, 'controls: '],
    [{ subjects: { tier: ['grave'] } }, 'subjects.tier[0]: '],
    [{ subjects: { colour: ['red'] } }, 'subjects.colour: is not a key'],
  ])('are refused with the path: %j', (wrong, says) => {
    expect(() => read([one, { ...one, id: 'other', ...wrong }])).toThrow(
      `aiGovernance.scorecards[1].${says}`,
    );
  });
});
