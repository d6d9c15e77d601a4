import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { readConfig } from './readConfig';

const read = (aiGovernance?: object) =>
  readConfig(
    new ConfigReader(aiGovernance ? { aiGovernance: aiGovernance as any } : {}),
  );
const withPolicy = (more: object) => read({ policy: examplePolicy, ...more });
const schedule = (of: object) =>
  withPolicy({
    inventory: {
      schedule: { frequency: 'PT1M', timeout: { minutes: 1 }, ...of },
    },
  }).sweepSchedule;

const entity = (kind: string, spec: Entity['spec'] = {}): Entity => ({
  apiVersion: 'a/b',
  kind,
  metadata: { name: 'a' },
  spec,
});

describe('readConfig', () => {
  it('reads a policy, and has a default for all else', () => {
    const { policy, subjects, sweepSchedule } = read({ policy: examplePolicy });
    expect(policy).toMatchObject(examplePolicy);
    expect(subjects.governs(entity('AISystem'))).toBe(true);
    expect(subjects.governs(entity('API', { aiGovernance: {} }))).toBe(true);
    expect(subjects.governs(entity('API'))).toBe(false);
    expect(subjects.governedBy).toEqual([]);
    expect(sweepSchedule).toEqual({
      frequency: { seconds: 30 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 3 },
      scope: 'global',
    });
  });

  it('reads which entities are subjects', () => {
    const { subjects } = withPolicy({
      subjects: { kind: 'API', 'spec.type': 'mcp-server' },
    });
    expect(subjects.governs(entity('API', { type: 'mcp-server' }))).toBe(true);
    expect(subjects.governs(entity('AISystem'))).toBe(false);
    expect(subjects.governedBy).toEqual(['kind', 'spec.type']);
  });

  it.each([
    [{ seconds: 20 }, { seconds: 20 }],
    ['20s', { seconds: 20 }],
    ['PT20S', { seconds: 20 }],
    [{ cron: '0 * * * *' }, { cron: '0 * * * *' }],
    [{ trigger: 'manual' }, { trigger: 'manual' }],
  ])('reads the frequency %j', (frequency, expected) => {
    expect(schedule({ frequency })).toEqual({
      frequency: expected,
      timeout: { minutes: 1 },
      initialDelay: { seconds: 3 },
      scope: 'global',
    });
  });

  it('reads an initial delay, also none at all', () => {
    expect(schedule({ initialDelay: '0s' }).initialDelay).toEqual({
      milliseconds: 0,
    });
  });

  it('says what to set when there is no policy', () => {
    expect(() => read()).toThrow(/set aiGovernance\.policy/);
    expect(() => read({})).toThrow(/set aiGovernance\.policy/);
  });

  it.each<[object, string]>([
    [{ polcy: {} }, 'aiGovernance.polcy: is not a key that is known here'],
    [
      { inventory: { shedule: {} } },
      'aiGovernance.inventory.shedule: is not a key that is known here',
    ],
    [{ inventory: 'often' }, 'aiGovernance.inventory: '],
    [
      { policy: { ...examplePolicy, colour: 1 } },
      'aiGovernance.policy.colour: is not a key that is known here',
    ],
    [
      { policy: { ...examplePolicy, tolerance: { high: 'huge' } } },
      'aiGovernance.policy.tolerance.high: ',
    ],
    [
      { policy: { ...examplePolicy, levels: { 'DOC-99': 'gold' } } },
      'aiGovernance.policy.levels.DOC-99: there is no control DOC-99',
    ],
    [{ policy: './governance-policy.yaml' }, 'aiGovernance.policy: '],
    [
      { subjects: { $any: [{ kind: { $is: 'AISystem' } }] } },
      'aiGovernance.subjects.$any[0].kind.$is: is not known here',
    ],
    [{ subjects: ['AISystem'] }, 'aiGovernance.subjects: must be a filter'],
  ])('refuses %j with the path', (wrong, says) => {
    expect(() => withPolicy(wrong)).toThrow(says);
  });

  it.each<[object, string]>([
    [{ frequency: undefined }, 'frequency: must be a duration'],
    [{ frequency: 'often' }, 'frequency: must be a duration'],
    [{ frequency: { fortnights: 1 } }, 'frequency: must be a duration'],
    [{ frequency: { seconds: 0 } }, 'frequency: must be a duration'],
    [{ frequency: { cron: '* * * * *', seconds: 1 } }, 'frequency: must be'],
    [{ timeout: 5 }, 'timeout: must be a duration'],
    [{ timeout: { seconds: -5 } }, 'timeout: must be a duration'],
    [{ timeout: { cron: '* * * * *' } }, 'timeout: must be a duration'],
    [{ initialDelay: 'soon' }, 'initialDelay: must be a duration'],
    [{ scope: 'local' }, 'scope: must be global'],
    [{ interval: 'PT1M' }, 'interval: is not a key that is known here'],
  ])('refuses the schedule %j with the path', (wrong, says) => {
    expect(() => schedule(wrong)).toThrow(
      `aiGovernance.inventory.schedule.${says}`,
    );
  });

  it('names everything that is wrong at once', () => {
    const { title, ...untitled } = examplePolicy;
    expect(() => read({ policy: untitled, subjects: {}, colour: 1 })).toThrow(
      /aiGovernance\.policy\.title: .*; aiGovernance\.subjects: .*; aiGovernance\.colour: /,
    );
  });
});
