import { TestDatabases } from '@backstage/backend-test-utils';
import { ModelFeed } from 'backstage-plugin-ai-governance-common';
import { aiSystem } from '../__testUtils__/exampleEntities';
import { startPosture } from './__testUtils__/startPosture';
import { Evaluator } from './Evaluator';
import { markIfModelFeedChanged } from './markIfModelFeedChanged';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const openai = 'aisystem:default/openai';
const mistral = 'aisystem:default/mistral';
const entities = ['openai', 'mistral', 'none'].map(name =>
  aiSystem(name, name, 'group:default/lending', {
    models: name === 'none' ? [] : [{ provider: name, name: 'm-1' }],
  }),
);
const watched: ModelFeed = [{ provider: 'OpenAI' }, { provider: 'mistral' }];
const retired: ModelFeed = [
  ...watched,
  { provider: 'openai', name: 'M-1', retires: '2020-01-01' },
];

describe.each(databases.eachSupportedId())('a changed model feed on %s', id => {
  it('re-evaluates those whose providers it concerns, and nobody when it says the same', async () => {
    const { clock, evaluator, evaluatorOptions, history, knex } =
      await startPosture(await databases.init(id), entities);
    const start = async (modelFeed: ModelFeed | undefined) => {
      const changed = await markIfModelFeedChanged(knex, modelFeed, clock.now);
      const evaluated = await Evaluator.create({
        ...evaluatorOptions,
        modelFeed,
      }).runOnce();
      return { changed, evaluated };
    };
    const states = async (ref: string) =>
      (await history(ref, 'OPS-09')).map(r => r.state);
    await evaluator.runOnce();
    expect(await states(openai)).toEqual(['not-applicable']);

    clock.pass({ days: 1 });
    expect(await start(watched)).toEqual({
      changed: ['model:mistral', 'model:openai', 'models'],
      evaluated: 2,
    });
    clock.pass({ days: 1 });
    expect(await start([...watched].reverse())).toEqual({
      changed: [],
      evaluated: 0,
    });
    expect(await start(retired)).toEqual({
      changed: ['model:openai'],
      evaluated: 1,
    });
    expect(await states(openai)).toEqual(['not-applicable', 'pass', 'fail']);
    expect(await states(mistral)).toEqual(['not-applicable', 'pass']);

    clock.pass({ days: 1 });
    expect((await start(undefined)).evaluated).toBe(2);
    expect((await states(openai)).at(-1)).toBe('not-applicable');
    await knex.destroy();
  });
});
