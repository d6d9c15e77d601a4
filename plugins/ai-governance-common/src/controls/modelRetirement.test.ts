import { limitedProfile, policy, subject } from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';
import { ModelFeed, modelFeedSchema, modelKeysOf } from '../models';

const feed: ModelFeed = modelFeedSchema.parse([
  { provider: 'Example Bank' },
  {
    provider: 'OpenAI',
    name: 'gpt-4.1',
    retires: '2026-06-30',
    replacement: 'gpt-6-luna',
    source: 'https://example.com/deprecations',
    observed: '2026-03-01',
  },
  {
    provider: 'openai',
    name: 'gpt-4.1',
    channel: 'azure',
    retires: '2026-10-14',
  },
  {
    provider: 'openai',
    name: 'gpt-5',
    channel: 'azure',
    retires: '2027-02-01',
  },
  { provider: 'openai', name: 'gpt-5', channel: 'api', retires: '2026-12-11' },
]);
const judged = (
  models: Profile['models'],
  at = '2026-04-01T00:00:00.000Z',
  modelFeed: ModelFeed | undefined = feed,
) =>
  evaluate(
    { ...subject({ profile: { ...limitedProfile, models } }), modelFeed },
    policy,
    at,
  ).results.find(r => r.controlId === 'OPS-09')!;

const gpt = { provider: 'openai', name: 'GPT-4.1' };

describe('OPS-09', () => {
  it('is not asked without a feed, nor before a model is named', () => {
    expect(
      evaluate(subject({}), policy, '2026-04-01T00:00:00.000Z').results.find(
        r => r.controlId === 'OPS-09',
      ),
    ).toMatchObject({
      state: 'not-applicable',
      reason: expect.stringContaining('No model feed is configured'),
    });
    expect(judged([])).toMatchObject({
      state: 'not-applicable',
      reason: 'Asked once a model is named.',
    });
  });

  it('says what of the feed it has read', () => {
    expect(judged([gpt]).inputs).toEqual([
      'entity:aisystem:default/call-volume',
      'model:openai',
      'models',
      'policy',
      'stream:aisystem:default/call-volume',
    ]);
    const others = evaluate(
      {
        ...subject({ profile: { ...limitedProfile, models: [gpt] } }),
        modelFeed: feed,
      },
      policy,
      '2026-04-01T00:00:00.000Z',
    ).results.filter(r => r.controlId !== 'OPS-09');
    expect(others.flatMap(r => r.inputs)).not.toContain('models');
  });

  it('passes, warns within the window and fails from the day on, to the instant', () => {
    let when: string | null = '2026-04-01T00:00:00.000Z';
    const steps: string[] = [];
    while (when) {
      const { state, validUntil } = judged([gpt], when);
      steps.push(`${when} ${state}`);
      when = validUntil;
    }
    expect(steps).toEqual([
      '2026-04-01T00:00:00.000Z pass',
      '2026-05-31T00:00:00.000Z warning',
      '2026-06-30T00:00:00.000Z fail',
    ]);
    expect(judged([gpt]).reason).toBe(
      'The next to be retired is “GPT-4.1” of openai (2026-06-30).',
    );
    expect(judged([gpt], '2026-07-01T00:00:00.000Z').reason).toBe(
      'Retired by its provider: “GPT-4.1” of openai (2026-06-30). The provider recommends gpt-6-luna.',
    );
  });

  it.each([
    ['of its own channel', { ...gpt, channel: 'Azure' }, '2026-10-14'],
    ['of every channel', { ...gpt, channel: 'elsewhere' }, '2026-06-30'],
    ['of every channel where none is named', gpt, '2026-06-30'],
    [
      'that ends first where each channel has its own',
      { ...gpt, name: 'gpt-5' },
      '2026-12-11',
    ],
  ])('goes by the day %s', (_, model, day) => {
    expect(judged([model]).reason).toContain(`(${day})`);
  });

  it('takes a model of a known provider as not retired, and one of an unknown as not known', () => {
    expect(
      judged([
        { ...gpt, name: 'gpt-9' },
        { provider: 'example bank', name: 'call-volume 2' },
      ]),
    ).toMatchObject({
      state: 'pass',
      reason: 'Of no model in use is a retirement announced in the model feed.',
      validUntil: null,
    });
    const unknown = { provider: 'talkbox', name: 'answers-2' };
    expect(judged([unknown])).toMatchObject({
      state: 'not-reported',
      reason: expect.stringMatching(
        /nothing of the provider of “answers-2” of talkbox: /,
      ),
    });
    // one that is gone is worse than one that nobody knows of
    expect(judged([unknown, gpt], '2026-06-30T00:00:00.000Z').state).toBe(
      'fail',
    );
    expect(judged([unknown, gpt])).toMatchObject({
      state: 'not-reported',
      validUntil: '2026-06-30T00:00:00.000Z',
      nextState: 'fail',
    });
  });
});

describe('the model feed', () => {
  it('names its inputs by provider, once, whatever the case', () => {
    expect(
      modelKeysOf({ models: [gpt, { ...gpt, provider: 'OpenAI' }] }),
    ).toEqual(['models', 'model:openai']);
    expect(modelKeysOf({})).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    [
      'a day of no model',
      { provider: 'a', retires: '2026-01-01' },
      '0.retires',
    ],
    ['no day', { provider: 'a', name: 'b', retires: 'soon' }, '0.retires'],
    [
      'a link that could run',
      { provider: 'a', source: ['javascript', 'x'].join(':') },
      '0.source',
    ],
    ['what is not known', { provider: 'a', eol: '2026-01-01' }, '0'],
  ])('refuses %s, with its path', (_, entry, path) => {
    const { error } = modelFeedSchema.safeParse([entry]);
    expect(error?.issues.map(i => i.path.join('.'))).toEqual([path]);
  });

  it('refuses a model that is named twice for a channel', () => {
    const twice = [
      { provider: 'a', name: 'b' },
      { provider: 'A', name: 'B' },
    ];
    expect(modelFeedSchema.safeParse(twice).error?.issues[0].path).toEqual([
      1,
      'name',
    ]);
  });
});
