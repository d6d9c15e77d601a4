import fc from 'fast-check';
import { InputError } from '@backstage/errors';
import {
  dataSheet,
  intendedUse,
  registration,
  validateRecord,
} from '../records';
import { fixture } from './__testUtils__/cards';
import { ModelCard } from './ModelCard';
import { MAX_JSON, MAX_MARKDOWN, readModelCard } from './readModelCard';
import { saysNothing } from './saysNothing';

/** Cards of a text; none where it is refused, in a sentence and not by a fault. */
const orRefused = (text: string): readonly ModelCard[] => {
  try {
    return readModelCard(text).cards;
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
};

const published = [
  'audiogen.md',
  'dinov2.md',
  'gemma3.md',
  'guided-diffusion.md',
  'invalid-model-index.md',
  'unfilled-template.md',
  'cyclonedx-1.7.json',
  'qwen-cyclonedx-1.5.json',
  'model-card-toolkit.json',
];

describe('readModelCard, whatever it is given', () => {
  it.each(published)('proposes only what the forms take: %s', name => {
    for (const { proposals } of readModelCard(fixture(name)).cards) {
      const fill = (document: string, first: object) => ({
        ...first,
        ...Object.fromEntries(
          proposals
            .filter(p => p.document === document)
            .map(({ field, value }) => [field, value]),
        ),
      });
      expect(
        validateRecord(intendedUse, fill('intended-use', { purpose: 'x' })),
      ).toMatchObject({ ok: true });
      expect(
        validateRecord(dataSheet, fill('data-sheet', { description: 'x' })),
      ).toMatchObject({ ok: true });
      const checked = validateRecord(registration, {
        name: 'x',
        title: 'X',
        type: 'agent',
        lifecycle: 'production',
        owner: 'group:default/a',
        ...fill('profile', {}),
      });
      // who provides the model is asked for, where a card does not say it
      expect(
        checked.ok ? [] : checked.issues.map(({ path }) => path),
      ).not.toContainEqual(expect.not.stringMatching(/^models\[0\]/));
    }
  });

  it.each([
    ['', /is empty/],
    [' \n', /is empty/],
    ['{"a":', /begins like JSON and is none/],
    ['[{}]', /no object/],
    ['{"a":1}', /neither a CycloneDX/],
    ['{"bomFormat":"CycloneDX","components":[]}', /no model/],
    ['<?xml version="1.0"?><bom/>', /XML/],
    ['x'.repeat(MAX_MARKDOWN + 1), /at most 300000/],
    [`{"a":"${'x'.repeat(MAX_JSON)}"}`, /at most 3000000/],
    ['> '.repeat(2000).concat('x'), /nested too deeply/],
  ])('refuses in a sentence: %#', (text, sentence) => {
    expect(() => readModelCard(text)).toThrow(InputError);
    expect(() => readModelCard(text)).toThrow(sentence);
  });

  it('does not unfold a small file into a large one', () => {
    const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 12; i += 1) {
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(',')}]`,
      );
    }
    const { problems } = readModelCard(`---\n${lines.join('\n')}\n---\n# X\n`);
    expect(problems).toEqual([
      expect.stringMatching(/^The front matter cannot be read: .*alias/),
    ]);
  });

  it('reads any text, or refuses it in a sentence, and proposes nothing that says nothing', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '# Model card',
        '## Limitations',
        '## Uses',
        '### Direct Use [optional]',
        '**Users:**',
        '- **Developed by:** ',
        '[More Information Needed]',
        '| License | MIT |\n|---|---|\n| a | b |',
        '<!--',
        '-->',
        '---',
        '```',
        '> - 1.',
        '[a]: http://x.example',
        '[a][a]',
        'license: mit',
        '{"bomFormat":"CycloneDX"}',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const proposals = orRefused(pieces.join('\n')).flatMap(
          card => card.proposals,
        );
        expect(
          proposals.filter(
            ({ value, origins }) =>
              origins.length === 0 ||
              (typeof value === 'string' && saysNothing(value)),
          ),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('reads any JSON of its formats, or refuses it in a sentence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        for (const json of [
          {
            bomFormat: 'CycloneDX',
            components: a,
            dependencies: b,
            metadata: b,
          },
          {
            bomFormat: 'CycloneDX',
            components: [
              { name: a, modelCard: { modelParameters: a, considerations: b } },
            ],
          },
          { '@graph': [a, { type: 'ai_AIPackage', name: a, suppliedBy: b }] },
          { model_details: { overview: a }, considerations: { users: b } },
        ]) {
          expect(orRefused(JSON.stringify(json))).toEqual(expect.any(Array));
        }
      }),
    );
  });
});
