import {
  governedDocuments,
  recordTypeOf,
} from 'backstage-plugin-ai-governance-common';
import fc from 'fast-check';
import { envelopeKeys, readRecordFile, sectionTitles } from './readRecordFile';
import { sourceTypes } from './sourceTypes';

const read = (path: string, text: string | Uint8Array) =>
  readRecordFile(
    path,
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
  );
const stated = (path: string, text: string) => {
  const outcome = read(path, text);
  if (outcome.kind !== 'stated') throw new Error(JSON.stringify(outcome));
  const { type, entryId } = outcome;
  return { type, entryId, ...outcome.stated };
};
const problems = (path: string, text: string | Uint8Array) => {
  const outcome = read(path, text);
  if (outcome.kind !== 'broken') throw new Error(JSON.stringify(outcome));
  return outcome.problems.map(({ path: at, message }) => `${at}: ${message}`);
};

describe('sourceTypes', () => {
  it('are the documents of a subject and changes, and nothing that a person has to state', () => {
    const types = sourceTypes.map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['intended-use', 'risk-assessment', 'change']),
    );
    for (const type of ['approval', 'exemption', 'risk-acceptance', 'evidence'])
      expect(types).not.toContain(type);
    expect(
      types.filter(
        t => t !== 'change' && !governedDocuments.some(d => d.type === t),
      ),
    ).toEqual([]);
  });

  it.each(sourceTypes)(
    '$type can be told from what goes beside its data',
    type => {
      const fields = Object.keys((type.schema as any).shape ?? {});
      expect(fields).not.toContain('data');
      expect(fields.filter(key => envelopeKeys.includes(key))).toEqual([]);
      const titles = [...sectionTitles(type).values()].map(t =>
        t.toLowerCase(),
      );
      expect(new Set(titles).size).toBe(titles.length);
    },
  );
});

describe('readRecordFile', () => {
  it('reads YAML with the data alone', () => {
    expect(
      stated('intended-use.yaml', 'purpose: Propose limits.\nusers: Clerks\n'),
    ).toEqual({
      type: recordTypeOf('intended-use'),
      entryId: '',
      materiality: 'material',
      data: { purpose: 'Propose limits.', users: 'Clerks' },
    });
  });

  it('reads YAML with what goes beside the data', () => {
    expect(
      stated(
        'deep/intended-use.yml',
        'type: intended-use\nmateriality: routine\nmaterialityReason: A typo\neffectiveAt: 2026-03-01\ndata: { purpose: Limits. }\n',
      ),
    ).toMatchObject({
      materiality: 'routine',
      materialityReason: 'A typo',
      effectiveAt: '2026-03-01T00:00:00.000Z',
      data: { purpose: 'Limits.' },
    });
  });

  it('reads Markdown: plain fields in front, a section for each heading', () => {
    const text = [
      '---',
      'dependencies: [gpt-4.1, Ledger]',
      'effectiveAt: 2026-03-01T10:00:00+01:00',
      '---',
      '# Intended use of card limits',
      '',
      '## Purpose',
      '',
      'Propose **limits**.',
      '',
      '### For whom',
      'Customers.',
      '```',
      '## no heading',
      '```',
      '##  intended   USERS ##',
      'Clerks',
      '## Limitations',
      '',
    ].join('\r\n');
    expect(stated('intended-use.md', text)).toMatchObject({
      effectiveAt: '2026-03-01T10:00:00+01:00',
      data: {
        dependencies: ['gpt-4.1', 'Ledger'],
        purpose:
          'Propose **limits**.\n\n### For whom\nCustomers.\n```\n## no heading\n```',
        users: 'Clerks',
      },
    });
  });

  it('takes comments for nothing, and nothing else with them', () => {
    const text = [
      '<!-- For whoever writes this. -->',
      '# Intended use',
      '',
      '<!--',
      '## Assumptions',
      '',
      'None.',
      '-->',
      '## Purpose',
      '<!-- What is it for? --> Propose limits.',
      '',
      '```',
      '<!-- code -->',
      '```',
      'As a <!-- rule -->.',
      '## Limitations',
      '<!-- Where does it fail? -->',
    ].join('\n');
    expect(stated('intended-use.md', text).data).toEqual({
      purpose:
        ' Propose limits.\n\n```\n<!-- code -->\n```\nAs a <!-- rule -->.',
    });
  });

  it.each([
    ['intended-use.md', '# Intended use\n## Purpose\n<!-- What for? -->\n'],
    ['intended-use.md', '---\n# dependencies:\n---\n## Purpose\n'],
    ['operations.yaml', 'data: {}'],
  ])('says of a file that nobody has filled in so: %s', (path, text) => {
    expect(problems(path, text)).toEqual([
      ': says nothing yet: write below its headings, or fill in its fields',
    ]);
  });

  it('does not guess what a comment hides that never ends', () => {
    expect(
      problems('intended-use.md', '## Purpose\nLimits.\n<!-- Where\n## Users'),
    ).toEqual([
      ': has a comment that begins with <!-- and never ends with -->',
    ]);
  });

  it('knows an entry again by its id', () => {
    const text =
      '---\ntype: change\nid: new-model\nkind: model\ntitle: New model\n---\n## Why\nCheaper.\n';
    expect(stated('changes/2026-03.md', text)).toMatchObject({
      entryId: 'new-model',
      data: { kind: 'model', title: 'New model', why: 'Cheaper.' },
    });
    expect(problems('change.md', text.replace('id: new-model\n', ''))).toEqual([
      'id: say by which id this change is known again',
    ]);
  });

  it.each([
    ['notes.md', '# Hi', /no type of record/],
    ['approval.yaml', 'gate: deploy', /Approval is stated in the portal/],
    [
      'x.yaml',
      'type: exemption\ndata: {}',
      /Exemption is stated in the portal/,
    ],
    ['x.yaml', 'type: colour\ndata: {}', /no type of record/],
    ['evidence.md', '', /Evidence is stated in the portal/],
    ['picture.png', '', /neither YAML nor Markdown/],
  ])('passes over %s', (path, text, reason) => {
    expect(read(path, text)).toMatchObject({
      kind: 'ignored',
      reason: expect.stringMatching(reason),
    });
  });

  it.each<[string, string, RegExp]>([
    ['intended-use.yaml', 'purpose: [', /^: is no YAML: .* line 1/],
    ['intended-use.yaml', 'purpose: a\npurpose: b', /^: is no YAML: .*unique/],
    ['intended-use.yaml', 'a: 1\n---\nb: 2', /^: is no YAML/],
    ['intended-use.yaml', '- a', /^: must hold the fields/],
    ['intended-use.yaml', '', /^: must hold the fields/],
    ['intended-use.yaml', 'users: Clerks', /^data\.purpose: /],
    ['intended-use.yaml', 'purpose: a\ncolour: red', /^data\.colour: is not a/],
    ['intended-use.yaml', 'data: 3', /^data: must hold the fields/],
    ['intended-use.yaml', 'data: { purpose: a }\ncolour: red', /^colour: goes/],
    ['intended-use.yaml', 'data: { purpose: a }\nauthor: x', /^author: goes/],
    ['intended-use.yaml', 'data: { purpose: a }\nid: x', /^id: there is one/],
    [
      'intended-use.yaml',
      'data: { purpose: a }\nmateriality: routine',
      /^materialityReason: say why/,
    ],
    [
      'intended-use.yaml',
      'data: { purpose: a }\neffectiveAt: soon',
      /^effectiveAt: must be a day/,
    ],
    [
      'intended-use.yaml',
      'type: operations\ndata: { overview: a }',
      /^type: is operations, and the file is named intended-use/,
    ],
    [
      'change.yaml',
      'type: operations\ndata: { overview: a }',
      /^type: is operations, and the file is named change/,
    ],
    [
      'risk-assessment.yaml',
      'scenarios: [{ id: a }]',
      /^data\.scenarios\[0\]\.title: /,
    ],
    ['intended-use.md', 'Text\n## Purpose\na', /^: has text before its first/],
    ['intended-use.md', '## Purpos\na', /“Purpos” is no section/],
    [
      'intended-use.md',
      '## Purpose\na\n## purpose\nb',
      /^data\.purpose: is there twice/,
    ],
    ['intended-use.md', '---\npurpose: a\n---\n## Purpose\nb', /twice/],
    [
      'intended-use.md',
      '---\n[\n---\n## Purpose\nb',
      /^: front matter: is no YAML/,
    ],
  ])('says what is wrong with %s: %j', (path, text, says) => {
    expect(problems(path, text).join('\n')).toMatch(says);
  });

  it('refuses what is no text', () => {
    expect(problems('operations.md', Uint8Array.of(0xff, 0xfe, 0))).toEqual([
      ': is no text in UTF-8',
    ]);
  });

  it('refuses aliases that make a small file a large one', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e', 'f'].map(
        (key, i) =>
          `${key}: &${key} [${Array(9).fill(`*${'abcde'[i]}`).join(', ')}]`,
      ),
    ].join('\n');
    expect(problems('operations.yaml', bomb)[0]).toMatch(/alias/i);
  });

  const bytes = 512 * 1024;
  const fill = (one: string) => one.repeat(Math.floor(bytes / one.length));
  const fields = (count: number, value = '') =>
    Array.from({ length: count }, (_, i) => `a${i}: ${value}${i}`).join('\n');

  it.each([
    ['[', /^: is nested deeper than 64$/],
    ['{a: ', /^: is nested deeper than 64$/],
    ['- ', /^: is nested deeper than 64$/],
    ['? ', /^: is nested deeper than 64$/],
    ['? [- {', /^: is nested deeper than 64$/],
  ])('refuses %s over and over before it is read at all', (text, says) => {
    expect(problems('operations.yaml', fill(text))[0]).toMatch(says);
    expect(problems('operations.md', `---\n${fill(text)}\n---\n`)[0]).toMatch(
      /front matter: is nested deeper/,
    );
  });

  it('refuses more fields and more anchors than any record has', () => {
    expect(problems('operations.yaml', fields(10_001))).toEqual([
      ': has more than 10000 fields',
    ]);
    expect(problems('operations.yaml', fields(101, '&b'))).toEqual([
      ': has more than 100 anchors',
    ]);
  });

  it('says of many mistakes how many there are, and names the first', () => {
    const said = problems('operations.yaml', fields(9_000));
    expect(said).toHaveLength(51);
    expect(said.at(-1)).toBe(': and 8951 more');
    expect(problems('operations.md', fill('## x\n'))).toHaveLength(51);
  });

  it('takes brackets and colons in a text for text', () => {
    const overview = `${'['.repeat(100)} ${'a: &b '.repeat(200)}`.trim();
    expect(
      stated('operations.yaml', `overview: ${JSON.stringify(overview)}\n`).data,
    ).toEqual({ overview });
    expect(
      stated('operations.yaml', `overview: |\n  ${overview}\n`).data,
    ).toEqual({ overview: `${overview}\n` });
  });

  it('reads a line of blanks without end once', () => {
    const blanks = ' '.repeat(bytes - 100);
    expect(
      stated('operations.md', `## Overview${blanks}##${' '.repeat(9)}\nRuns`)
        .data,
    ).toEqual({ overview: 'Runs' });
    expect(problems('operations.md', `## Overview${blanks}x`)[0]).toMatch(
      /is no section/,
    );
    expect(problems('operations.md', `## Overview\na${blanks}b`)[0]).toMatch(
      /^data\.overview: /,
    );
  });

  it('never throws, and says something of each file, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('intended-use.yaml', 'operations.md', 'x.yml', 'y.md'),
        fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        (path, text) => {
          const outcome = read(path, text);
          const said =
            outcome.kind === 'broken' ? outcome.problems : [outcome.kind];
          expect(said).not.toEqual([]);
        },
      ),
    );
  });

  it('reads back from Markdown what was written into sections', () => {
    const type = recordTypeOf('operations')!;
    const titles = [...sectionTitles(type)];
    const text = fc.stringMatching(/^[a-z][a-z *_.-]{0,30}[a-z]$/);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...titles.map(([key]) => key)), text),
        text,
        (some, overview) => {
          const data = { ...some, overview };
          const written = titles
            .filter(([key]) => key in data)
            .map(([key, title]) => `## ${title}\n\n${(data as any)[key]}\n`);
          expect(stated('operations.md', written.join('\n')).data).toEqual(
            data,
          );
        },
      ),
    );
  });
});
