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

describe('readModelCard, cards in Markdown', () => {
  it('takes a template that nobody filled in for no documentation', () => {
    const card = one(fixture('unfilled-template.md'));
    expect(fieldsOf(card)).toEqual([
      'profile.type',
      'intended-use.dependencies',
    ]);
    expect(textOf(card, 'intended-use', 'dependencies')).toEqual([
      'mistralai/Mistral-7B-v0.3',
    ]);
    expect(card.name).toBeUndefined();
    expect(silent(card)).toEqual(
      expect.arrayContaining([
        'Title of the card',
        'Model Details › Model Description › Developed by',
        'Uses › Direct Use',
        'Uses › Out-of-Scope Use',
        'Bias, Risks, and Limitations',
        'Bias, Risks, and Limitations › Recommendations',
        'Training Details › Training Data',
      ]),
    );
  });

  it('reads sections by their titles and says where each stands', () => {
    const card = one(fixture('dinov2.md'));
    expect(card.name).toBe('DINOv2-S/B/L/g');
    expect(textOf(card, 'intended-use', 'purpose')).toBe(
      'The models are vision backbones providing multi-purpose features for downstream tasks.',
    );
    expect(of(card, 'intended-use', 'limitations')).toEqual({
      document: 'intended-use',
      field: 'limitations',
      value:
        'Despite improvements thanks to the training method not using annotations, we still observe significant biases in our models toward rich households from Western countries.',
      origins: [{ where: 'Bias, Risks, and Limitations', lines: [58, 58] }],
    });
    expect(textOf(card, 'profile', 'models')).toEqual([
      { provider: 'Meta AI', name: 'DINOv2-S/B/L/g' },
    ]);
    expect(of(card, 'profile', 'models')?.origins).toEqual([
      { where: 'Title of the card', lines: [1, 1] },
      {
        where: 'Model Details › Model Description › Developed by',
        lines: [30, 30],
      },
    ]);
    // two sections of one field stand there under their titles
    expect(textOf(card, 'intended-use', 'inScope')).toMatch(
      /^\*\*Direct Use\*\*\n\nThe models can[\s\S]*\n\n\*\*Downstream Use\*\*\n\nIt is/,
    );
    expect(unasked(card)).toContain('Environmental Impact');
  });

  it('reads bold labels as titles, and gives back to a section what it does not know', () => {
    const card = one(fixture('audiogen.md'));
    expect(textOf(card, 'intended-use', 'users')).toMatch(
      /^The primary intended users of the model are researchers/,
    );
    expect(textOf(card, 'intended-use', 'limitations')).toMatch(
      /not able to generate realistic vocals[\s\S]*\*\*Risks and harms:\*\*[\s\S]*\*\*Use cases:\*\* Users must be aware/,
    );
    expect(textOf(card, 'data-sheet', 'bias')).toMatch(/^The datasets used/);
    expect(textOf(card, 'data-sheet', 'training')).toContain(
      'BBC sound effects (https://sound-effects.bbcrewind.co.uk/)',
    );
    expect(textOf(card, 'profile', 'models')).toEqual([
      { provider: 'The FAIR team of Meta AI', name: 'AudioGen' },
    ]);
  });

  it('reads a label without a colon where it is known, and leaves other bold words alone', () => {
    const card = one(
      '# A\n\n## Intended use\n\n**Intended use cases** Chat in English.\n\n**Any** use is watched.\n\n**Out-of-scope** Medical advice.\n\n**Note:** also abroad.',
    );
    expect(textOf(card, 'intended-use', 'inScope')).toBe(
      'Chat in English.\n\n**Any** use is watched.',
    );
    expect(textOf(card, 'intended-use', 'outOfScope')).toBe(
      'Medical advice.\n\n**Note:** also abroad.',
    );
  });

  it('reads a table of attributes, and proposes what the model is only if somebody asks for it', () => {
    const card = one(fixture('gemma3.md'));
    expect(textOf(card, 'profile', 'models')).toEqual([
      { provider: 'Google DeepMind', name: 'Gemma 3' },
    ]);
    expect(textOf(card, 'intended-use', 'inputs')).toBe('Text, Image');
    expect(of(card, 'profile', 'purpose')).toMatchObject({
      value: expect.stringMatching(/^Gemma is a versatile AI model family/),
      deduced: true,
    });
    // its licence lets not anybody do anything
    expect(of(card, 'profile', 'sourcing')).toBeUndefined();
  });

  it('reads a card whose sections are all of the first level', () => {
    const card = one(fixture('guided-diffusion.md'));
    expect(textOf(card, 'intended-use', 'purpose')).toMatch(
      /^These models are intended to be used for research purposes only/,
    );
    expect(textOf(card, 'data-sheet', 'description')).toMatch(
      /\*\*LSUN\*\*: This dataset was collected in 2015/,
    );
    expect(textOf(card, 'profile', 'purpose')).toMatch(/2105\.05233\)\.$/);
  });

  it('does not let a section that is not asked for fall into the one around it', () => {
    const card = one(
      '# Model card: X\n\n# Uses\n\nSorts mail.\n\n## Training\n\n**Training data**\nLetters.\n\n**Training procedure**\nLong.\n\n## Version 2\n\nOnly with stamps.',
    );
    expect(textOf(card, 'data-sheet', 'training')).toBe('Letters.');
    expect(textOf(card, 'intended-use', 'purpose')).not.toContain('Long');
  });

  it('reads front matter, says its lines, and lists what it does not use', () => {
    const card = one(fixture('invalid-model-index.md'));
    expect(of(card, 'profile', 'sourcing')).toMatchObject({
      value: 'open-source',
      deduced: true,
      origins: [{ where: 'front matter › license', lines: [3, 3] }],
    });
    expect(of(card, 'data-sheet', 'training')).toMatchObject({
      value: '- beans',
      note: expect.stringContaining('does not describe'),
    });
    expect(unasked(card)).toEqual([
      'front matter › language',
      'front matter › library_name',
      'front matter › tags',
      'front matter › metrics',
      'front matter › model-index',
    ]);
    // lines are those of the file
    expect(of(card, 'profile', 'title')?.origins).toEqual([
      { where: 'Title of the card', lines: [22, 22] },
    ]);
  });

  it('reads on below front matter that is no YAML, and says so', () => {
    const read = readModelCard(
      '---\na: [1\n---\n# X\n\n## Limitations\n\nFails at night.',
    );
    expect(read.problems).toEqual([
      expect.stringMatching(/^The front matter cannot be read: /),
    ]);
    expect(textOf(read.cards[0], 'intended-use', 'limitations')).toBe(
      'Fails at night.',
    );
  });

  it('reads the same whatever ends the lines', () => {
    const text = fixture('audiogen.md');
    expect(readModelCard(`\ufeff${text.replace(/\n/g, '\r\n')}`)).toEqual(
      readModelCard(text),
    );
  });

  it('drops HTML, comments and pictures; keeps links as text, and none that leads nowhere', () => {
    const card = one(
      [
        '# X',
        '## Limitations',
        '<!-- Say where it fails. -->',
        'Fails <b>at</b> night <img src=x onerror=alert(1)>, see [the paper][p], [the list](LIST.md), [this](javascript:alert(1)) and <https://a.example/>. ![chart](https://t.example/pixel.png)',
        '<script>alert(1)</script>',
        '<p>In the <i>rain</i> too.</p>',
        '',
        '[p]: https://p.example/1',
      ].join('\n\n'),
    );
    expect(textOf(card, 'intended-use', 'limitations')).toBe(
      'Fails at night , see the paper (https://p.example/1), the list, this and https://a.example/.\n\nIn the rain too.',
    );
  });

  it('takes a text that begins with a link for Markdown', () => {
    expect(readModelCard('[X](https://x.example)\n\n# X').format).toBe(
      'markdown',
    );
  });

  it('leaves out the points of a list that nobody filled in', () => {
    const card = one(
      '# X\n## Limitations\n- Fails at night\n- [More Information Needed]\n- **Rain:** TBD\n- Fails in fog',
    );
    expect(textOf(card, 'intended-use', 'limitations')).toMatch(
      /^- Fails at night\n- Fails in fog$/,
    );
  });
});
