import { parse } from 'yaml';
import { policy } from '../__testUtils__/subject';
import { registeredEntity } from '../entity';
import { Registration } from '../records';
import { CopiedDocument, documentSkeletons } from './documentSkeletons';

const minimal: Registration = {
  name: 'forecast',
  title: 'Call forecast',
  status: 'registered',
  type: 'predictive-model',
  lifecycle: 'production',
  owner: 'group:default/lending',
  sourcing: 'in-house',
  data: { classification: 'internal', categories: [], sources: [] },
  affects: { influences: [], interaction: [] },
};
const high: Partial<Registration> = {
  sourcing: 'vendor',
  affects: { influences: ['eligibility'], basis: 'main', interaction: [] },
};
const skeletons = (
  over: Partial<Registration> = {},
  copied?: CopiedDocument[],
) =>
  documentSkeletons(
    registeredEntity('default', { ...minimal, ...over }),
    policy,
    '2026-03-01T00:00:00.000Z',
    { copied },
  );
const textOf = (type: string, some = skeletons(high)) =>
  some.find(s => s.type === type)!.text;
const paths = (some = skeletons()) => some.map(({ path }) => path);
/** As if somebody took away each mark of a comment, and filled in nothing. */
const uncommented = (text: string) =>
  text
    .split('\n')
    .filter(line => /^# *[-\w]+( [-\w]+)?:( #.*)?$|^# +-$/.test(line))
    .map(line => line.slice(2))
    .join('\n');

describe('skeletons of documents', () => {
  it('are of what the controls ask of the tier, and no other', () => {
    expect(paths()).toEqual([
      'intended-use.md',
      'data-sheet.md',
      'operations.md',
    ]);
    expect(paths(skeletons(high))).toEqual(
      expect.arrayContaining([
        'intended-use.md',
        'risk-assessment.yaml',
        'impact-assessment.md',
        'vendor-assessment.yaml',
      ]),
    );
  });

  it('ask the questions of the tier, each with the control that asks it', () => {
    expect(textOf('intended-use')).toMatch(
      /## Human oversight\n\n<!-- Who watches, when they step in, how to stop it\. Asked by DOC-05\. -->\n/,
    );
    const asked = textOf('intended-use', skeletons());
    expect(asked).not.toMatch(/## Human oversight/);
    expect(asked).toMatch(/There may also be: .*Human oversight/);
    expect(asked).toMatch(/# dependencies: #.*Asked by DOC-04\.\n# {3}-\n/);
  });

  it('hold fields in the shape of their schema, without a value', () => {
    const [scenario] = parse(uncommented(textOf('risk-assessment'))).scenarios;
    expect(scenario).toMatchObject({
      id: null,
      inherent: { likelihood: null, consequence: { individuals: null } },
      treatment: { strategy: null },
    });
  });

  it('carry no name into a line or a comment that is not theirs', () => {
    const hostile = skeletons({
      ...high,
      title: 'x --> y\n## Purpose\nDone',
    });
    expect(textOf('intended-use', hostile)).toMatch(
      /^# Intended use: x --> y ## Purpose Done$/m,
    );
  });

  it('have what another system says as comments to confirm, without its days, people, evidence and decisions', () => {
    const from = 'aisystem:default/older';
    const rating = {
      likelihood: 4,
      consequence: { individuals: 4, society: 1, business: 2 },
    };
    const copied = skeletons(high, [
      {
        from,
        type: 'intended-use',
        revision: 3,
        data: { purpose: 'Rank\n--> applications.', dependencies: ['gpt'] },
      },
      {
        from,
        type: 'risk-assessment',
        revision: 1,
        data: {
          scenarios: [
            {
              id: 'bias',
              title: 'Unfair to some',
              category: 'bias-and-fairness',
              inherent: rating,
              current: { ...rating, likelihood: 1, evidence: ['abc-evidence'] },
              treatment: {
                strategy: 'mitigate',
                plan: 'Compare groups.',
                owner: 'user:default/dana',
                due: '2026-05-05',
              },
            },
          ],
        },
      },
      {
        from,
        type: 'vendor-assessment',
        revision: 1,
        data: {
          product: 'Ranker',
          checkpoint: {
            result: 'passed',
            by: 'user:default/dana',
            on: '2026-01-01',
          },
        },
      },
    ]);
    const use = textOf('intended-use', copied);
    expect(use).toMatch(
      /<!-- To be confirmed: from aisystem:default\/older, revision 3\..*\n\nRank\n- -> applications\.\n-->/,
    );
    expect(use).toMatch(/# To be confirmed: .*\n# dependencies:\n# {3}- gpt\n/);
    const risks = textOf('risk-assessment', copied);
    expect(risks).toMatch(/# To be confirmed: from aisystem:default\/older/);
    expect(risks).toMatch(/# {5}title: Unfair to some\n/);
    expect(risks).toMatch(/# {7}plan: Compare groups\.\n/);
    expect(risks + textOf('vendor-assessment', copied)).not.toMatch(
      /abc-evidence|user:default\/dana|2026-0|passed$/m,
    );
  });
});
