import { threatModel, validateRecord } from '.';

describe('a threat model', () => {
  const threat = { id: 'mail', title: 'Mail', kind: 'prompt-injection' };
  const issues = (...threats: object[]) => {
    const result = validateRecord(threatModel, {
      scope: 'All.',
      assets: [],
      entryPoints: [],
      threats,
    });
    return result.ok ? [] : result.issues.map(i => `${i.path}: ${i.message}`);
  };

  it.each<[string, object, RegExp]>([
    ['a kind it does not know', { kind: 'weather' }, /^threats\[1\]\.kind: /],
    ['an id with spaces', { id: 'a b' }, /^threats\[1\]\.id: /],
    [
      'an id twice',
      { id: 'mail' },
      /^threats\[1\]\.id: the id mail is used by an earlier threat/,
    ],
    ['a scenario that is no id', { scenario: 'A b' }, /\[1\]\.scenario: /],
    ['a source of two lines', { sources: ['a\nb'] }, /\[1\]\.sources\[0\]: /],
  ])('refuses %s, with its path', (_name, over, says) => {
    expect(issues(threat, { ...threat, id: 'b', ...over })).toEqual([
      expect.stringMatching(says),
    ]);
  });

  it('takes ids of other catalogues as they are written', () => {
    const sources = ['LLM01:2025', 'AML.T0051', 'Tampering'];
    expect(issues({ ...threat, sources, scenario: 'mail' })).toEqual([]);
  });

  it('counts its threats', () => {
    const threats = [{ ...threat, kind: 'theft' as const }];
    expect(
      threatModel.summary({
        scope: 'All.',
        assets: [],
        entryPoints: [],
        threats,
      }),
    ).toBe('1 threat: All.');
  });
});
