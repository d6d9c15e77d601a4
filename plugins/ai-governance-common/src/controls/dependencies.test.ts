import {
  intendedUse,
  minimalProfile,
  policy,
  record,
  subject,
} from '../__testUtils__/subject';
import { Profile } from '../entity';
import { evaluate } from '../evaluate';

const judged = (
  dependencies: string[] | undefined,
  over: Partial<Profile> = {},
  ref?: string,
) => {
  const profile = {
    ...minimalProfile,
    models: [],
    data: { ...minimalProfile.data, sources: [] },
    ...over,
  };
  const records = [record('intended-use', { ...intendedUse, dependencies })];
  const { state, reason, validUntil } = evaluate(
    subject({ profile, records, ref }),
    policy,
    '2026-04-01T00:00:00.000Z',
  ).results.find(r => r.controlId === 'DOC-04')!;
  expect(validUntil).toBeNull();
  return { state, reason };
};

const store = { dependsOn: ['component:default/feature-store'] };

describe('DOC-04', () => {
  it.each<[string, string[], Partial<Profile>]>([
    ['a reference', ['component:default/feature-store'], store],
    ['a reference in other case', ['Component:default/Feature-Store'], store],
    ['a reference without its namespace', ['component:feature-store'], store],
    ['a reference in a sentence', ['Reads component:feature-store.'], store],
    ['a name', ['feature-store'], store],
    ['a name as people write it', ['The Feature store, nightly'], store],
    [
      'an API that it consumes',
      ['Claude through the model gateway'],
      { consumesApis: ['api:default/model-gateway'] },
    ],
    [
      'a data source',
      ['Calls'],
      { data: { sources: ['resource:default/calls'] } },
    ],
    [
      'a model',
      ['Example Bank call-volume 2'],
      { models: [{ provider: 'Example Bank', name: 'call-volume 2' }] },
    ],
    [
      'a model without the date of its release',
      ['Claude Sonnet 4.5'],
      {
        models: [{ provider: 'anthropic', name: 'claude-sonnet-4-5-20250929' }],
      },
    ],
    [
      'two in one line',
      ['Feature store and calls'],
      { ...store, data: { sources: ['resource:default/calls'] } },
    ],
    [
      'one that is declared twice',
      ['calls'],
      {
        dependsOn: ['resource:default/calls'],
        data: { sources: ['resource:default/calls'] },
      },
    ],
    [
      'the product of the vendor',
      ['GitHub Copilot Enterprise'],
      { vendor: { name: 'GitHub', product: 'Copilot Enterprise' } },
    ],
    [
      'a vendor without a product',
      ['GitHub, by its API'],
      { vendor: { name: 'GitHub' } },
    ],
    [
      'nothing of the vendor',
      [],
      { vendor: { name: 'GitHub', product: 'Copilot Enterprise' } },
    ],
    ['nothing, and nothing is', [], {}],
  ])('passes when %s is documented', (_name, dependencies, over) => {
    expect(judged(dependencies, over).state).toBe('pass');
  });

  it('says what agrees', () => {
    expect(judged(['Feature store'], store).reason).toBe(
      'Documented and declared alike: component:default/feature-store.',
    );
    expect(judged([]).reason).toBe(
      'It is documented and declared to depend on nothing.',
    );
  });

  it.each<[string, string[]]>([
    ['part of another word', ['feature-stores', 'Feature store']],
    ['another kind', ['resource:feature-store', 'Feature store']],
    ['another namespace', ['component:labs/feature-store', 'Feature store']],
    ['something else', ['The weather', 'Feature store']],
    [
      'a reference beside one that is right',
      ['component:feature-store and component:other', 'Feature store'],
    ],
  ])('fails when %s is documented, and names the line', (_name, lines) => {
    expect(judged(lines, store)).toEqual({
      state: 'fail',
      reason: `Documented, but not declared in spec.dependsOn, spec.consumesApis, spec.data.sources or spec.models: “${lines[0]}”.`,
    });
  });

  it('fails when what is declared is not documented', () => {
    expect(judged([], store)).toEqual({
      state: 'fail',
      reason: 'Declared, but not documented: component:default/feature-store.',
    });
    // a line with a reference names nothing else
    expect(
      judged(['component:feature-store of calls'], {
        ...store,
        data: { sources: ['resource:default/calls'] },
      }).reason,
    ).toBe('Declared, but not documented: resource:default/calls.');
  });

  it('fails when something else of the vendor is documented', () => {
    const vendor = { name: 'GitHub', product: 'Copilot Enterprise' };
    expect(judged(['GitHub repositories'], { vendor }).state).toBe('fail');
  });

  it('says both, and where another kind declares them', () => {
    expect(judged(['Weather'], store, 'component:default/b').reason).toBe(
      'Documented, but not declared in spec.dependsOn, spec.consumesApis, spec.aiGovernance.data.sources or spec.aiGovernance.models: “Weather”. Declared, but not documented: component:default/feature-store.',
    );
  });

  it('is not reported while the document lists none', () => {
    expect(judged(undefined, store)).toEqual({
      state: 'not-reported',
      reason:
        'The intended use lists no dependencies. Declared are: component:default/feature-store.',
    });
    expect(judged(undefined).state).toBe('not-reported');
  });

  it('is not reported without a document, or when it was erased', () => {
    for (const records of [[], [record('intended-use', null)]]) {
      expect(
        evaluate(
          subject({ records }),
          policy,
          '2026-04-01T00:00:00.000Z',
        ).results.find(r => r.controlId === 'DOC-04'),
      ).toMatchObject({
        state: 'not-reported',
        reason: 'The intended use is not documented.',
      });
    }
  });
});
