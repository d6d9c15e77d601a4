import {
  fixture,
  one,
  of,
  textOf,
  fieldsOf,
  silent,
  unasked,
} from './__testUtils__/cards';
import { readModelCard } from './readModelCard';

describe('readModelCard, bills of materials', () => {
  it('reads a CycloneDX model card, and takes the words of its schema for no documentation', () => {
    const { format, cards } = readModelCard(fixture('cyclonedx-1.7.json'));
    expect(format).toBe('cyclonedx');
    const [card] = cards;
    expect(of(card, 'intended-use', 'users')).toEqual({
      document: 'intended-use',
      field: 'users',
      value: 'Data scientists and ML researchers',
      origins: [{ where: 'components[0].modelCard.considerations.users' }],
    });
    expect(textOf(card, 'profile', 'models')).toEqual([
      { provider: 'Acme Inc', name: 'stable-diffusion 1.4' },
    ]);
    expect(textOf(card, 'intended-use', 'limitations')).toBe(
      '**Technical limitations**\n\nLimited performance on non-photographic styles\n\n**Tradeoffs of performance**\n\nHigher resolution output requires more computational resources',
    );
    expect(of(card, 'data-sheet', 'bias')).toBeUndefined();
    expect(silent(card)).toContain(
      'components[0].modelCard.considerations.ethicalConsiderations[0].name',
    );
    expect(unasked(card)).toContain(
      'components[0].modelCard.quantitativeAnalysis',
    );
  });

  it('reads what a model was made from and runs with', () => {
    const card = one(fixture('qwen-cyclonedx-1.5.json'));
    expect(textOf(card, 'intended-use', 'dependencies')).toEqual([
      'Qwen2.5-7B',
      'transformers',
      'PyTorch',
    ]);
    // the version is a commit, which nobody calls it by
    expect(textOf(card, 'profile', 'models')).toEqual([
      { provider: 'Qwen', name: 'Qwen2.5-7B-Instruct' },
    ]);
    expect(textOf(card, 'profile', 'title')).toBe('Qwen2.5-7B-Instruct');
  });

  it('reads data of its own component, fairness and every model', () => {
    const model = (name: string, modelCard: object) => ({
      type: 'machine-learning-model',
      name,
      modelCard,
    });
    const { cards } = readModelCard(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        metadata: { component: { type: 'application', name: 'app' } },
        components: [
          model('one', {
            modelParameters: { datasets: [{ ref: 'd' }] },
            considerations: {
              fairnessAssessments: [
                { groupAtRisk: 'Left-handed writers', harms: 'Misread' },
              ],
            },
          }),
          {
            type: 'data',
            'bom-ref': 'd',
            name: 'Letters',
            data: [
              {
                name: 'Scans',
                classification: 'internal',
                sensitiveData: ['names'],
              },
            ],
          },
          { type: 'application', name: 'x', components: [model('two', {})] },
        ],
      }),
    );
    expect(cards.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(textOf(cards[0], 'data-sheet', 'training')).toBe(
      '- Letters\n\n- Scans\n  - Classification: internal\n  - Sensitive data: names',
    );
    expect(textOf(cards[0], 'data-sheet', 'bias')).toBe(
      '- Group at risk: Left-handed writers\n  - Harms: Misread',
    );
  });

  it('reads the AI packages of SPDX 3 with the data they were trained on', () => {
    const card = one(
      JSON.stringify({
        '@graph': [
          {
            type: 'ai_AIPackage',
            spdxId: 'm',
            name: 'reader',
            suppliedBy: 'p',
            comment: 'Reads handwritten words from a picture of a form.',
            ai_autonomyType: 'no',
            ai_informationAboutApplication: 'Reads forms.',
            ai_limitation: 'Fails on cursive writing.',
            ai_safetyRiskAssessment: 'low',
          },
          { type: 'Person', spdxId: 'p', name: 'Harald' },
          {
            type: 'Relationship',
            relationshipType: 'trainedOn',
            from: 'm',
            to: ['d'],
          },
          {
            type: 'dataset_DatasetPackage',
            spdxId: 'd',
            name: 'IAM',
            comment: 'Forms of 500 writers',
            dataset_knownBias: ['Mostly adults'],
          },
        ],
      }),
    );
    expect(textOf(card, 'intended-use', 'limitations')).toBe(
      'Fails on cursive writing.',
    );
    expect(textOf(card, 'profile', 'models')).toEqual([
      { provider: 'Harald', name: 'reader' },
    ]);
    expect(of(card, 'profile', 'oversight')).toMatchObject({
      value: 'human-in-the-loop',
      deduced: true,
    });
    expect(textOf(card, 'data-sheet', 'description')).toBe(
      'IAM: Forms of 500 writers',
    );
    expect(textOf(card, 'data-sheet', 'bias')).toBe('Mostly adults');
    // what somebody else took for a low risk is assessed here
    expect(unasked(card)).toEqual(['@graph[0].ai_safetyRiskAssessment']);
  });

  it('takes the example of the Model Card Toolkit, which repeats the names of its fields, for no documentation', () => {
    const card = one(fixture('model-card-toolkit.json'));
    expect(fieldsOf(card)).toEqual([
      'profile.sourcing',
      'data-sheet.description',
      'intended-use.inputs',
      'intended-use.outputs',
    ]);
    expect(silent(card)).toEqual(
      expect.arrayContaining([
        'model_details.overview',
        'considerations.limitations',
      ]),
    );
  });
});
