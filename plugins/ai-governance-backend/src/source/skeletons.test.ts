import {
  documentSkeletons,
  policySchema,
  registeredEntity,
  Registration,
} from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { readRecordFile, sectionTitles } from './readRecordFile';
import { sourceTypes } from './sourceTypes';

const perTier = <T>(value: T) => ({
  high: value,
  limited: value,
  minimal: value,
});
const policy = policySchema.parse({
  version: '1',
  title: 'Use of AI',
  effectiveFrom: '2026-01-01',
  cadences: {
    'intended-use': perTier({ years: 1 }),
    'risk-assessment': perTier({ years: 1 }),
  },
  warningWindow: { days: 30 },
  tolerance: perTier('low'),
});
const high: Registration = {
  name: 'cv-ranking',
  title: 'CV ranking',
  status: 'registered',
  type: 'decision-support',
  lifecycle: 'production',
  owner: 'group:default/hr',
  sourcing: 'vendor',
  affects: { influences: ['eligibility'], basis: 'main', interaction: [] },
};
const skeletons = (copied: any[] = []) =>
  documentSkeletons(
    registeredEntity('default', high),
    policy,
    '2026-03-01T00:00:00.000Z',
    { copied },
  );
const read = (path: string, text: string) =>
  readRecordFile(path, new TextEncoder().encode(text));

const nothing = /says nothing yet/;

describe('a skeleton as a file', () => {
  it.each(skeletons().map(s => [s.path, s.text]))(
    '%s states nothing, and says so',
    (path, text) => {
      const outcome = read(path, text);
      expect(outcome).toMatchObject({
        kind: 'broken',
        problems: [{ path: '', message: expect.stringMatching(nothing) }],
      });
    },
  );

  it('states nothing either with what another document says, whatever that is', () => {
    const hostile = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        '-->',
        '--!>',
        '---\npurpose: x\n---',
        '\n## Purpose\n\nIt is good.\n',
        '```\n-->\n```',
        'a\u2028b: c',
        'a\rb: c',
        '<!-- -- > -->',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...sourceTypes.filter(t => t.shape === 'document')),
        fc.array(hostile, { minLength: 1, maxLength: 3 }),
        (type, texts) => {
          const text = texts.join('\n');
          const data = Object.fromEntries([
            ...[...sectionTitles(type).keys()].map(key => [key, text]),
            ['scenarios', [{ id: 'x', title: text, inherent: {} }]],
            ['dependencies', [text]],
            ['product', text],
          ]);
          const skeleton = skeletons([
            { from: 'aisystem:default/x', type: type.type, revision: 2, data },
          ]).find(s => s.type === type.type)!;
          const outcome = read(skeleton.path, skeleton.text);
          expect(outcome.kind).toBe('broken');
        },
      ),
    );
  });

  it('states what is written below a heading of it, and fails for the rest by name', () => {
    const { path, text } = skeletons().find(s => s.type === 'intended-use')!;
    const outcome = read(
      path,
      text.replace('## Purpose\n', '## Purpose\n\nRank applications.\n'),
    );
    expect(outcome).toMatchObject({
      kind: 'stated',
      stated: { data: { purpose: 'Rank applications.' } },
    });
  });
});
