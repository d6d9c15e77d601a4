import { frameworks, requirementTitle } from '.';

const of = (id: string) => frameworks.find(f => f.id === id)!.requirements;

describe.each(frameworks.map(f => [f.id] as const))('%s', id => {
  it('has every requirement once, with a title, below one that it has', () => {
    const ids = of(id).map(r => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(of(id).filter(r => !r.title.trim())).toEqual([]);
    const above = [...ids, 'Annex A'];
    expect(of(id).filter(r => r.parent && !above.includes(r.parent))).toEqual(
      [],
    );
  });
});

describe('ISO/IEC 42001:2023', () => {
  const clauses = of('iso-42001').filter(r => /^\d/.test(r.id));
  const annex = of('iso-42001').filter(r => r.id.startsWith('A.'));
  const controls = annex.filter(r => !annex.some(o => o.parent === r.id));

  it('has 43 clauses, and in Annex A 9 areas and 38 controls', () => {
    expect(clauses).toHaveLength(43);
    expect(annex.filter(r => r.parent === 'Annex A')).toHaveLength(9);
    expect(controls).toHaveLength(38);
    // A.6.1 and A.6.2 are headings within their area
    expect(of('iso-42001')).toHaveLength(43 + 9 + 2 + 38);
  });

  it('has as many controls in each area as the standard', () => {
    const perArea = [2, 3, 4, 5, 6, 7, 8, 9, 10].map(area => [
      area,
      controls.filter(r => r.id.startsWith(`A.${area}.`)).length,
    ]);
    expect(Object.fromEntries(perArea)).toEqual({
      ...{ 2: 3, 3: 2, 4: 5, 5: 4, 6: 9, 7: 5, 8: 4, 9: 3, 10: 3 },
    });
  });

  it.each([
    ['6.1.2', 'AI risk assessment'],
    ['9.3', 'Management review'],
    ['A.4.2', 'Resource documentation'],
    ['A.9.4', 'Intended use of the AI system'],
  ])('calls %s “%s”', (id, title) => {
    expect(requirementTitle('iso-42001', id)).toBe(title);
  });
});

describe('NIST AI RMF 1.0', () => {
  it('has 4 functions, 19 categories and 72 subcategories', () => {
    const byParts = (pattern: RegExp) =>
      of('nist-ai-rmf').filter(r => pattern.test(r.id)).length;
    expect(byParts(/^[A-Z]+$/)).toBe(4);
    expect(byParts(/^[A-Z]+ \d+$/)).toBe(19);
    expect(byParts(/^[A-Z]+ \d+\.\d+$/)).toBe(72);
    expect(of('nist-ai-rmf')).toHaveLength(95);
  });

  it('has as many subcategories in each function as the framework', () => {
    const each = (fn: string) =>
      of('nist-ai-rmf').filter(r => r.id.startsWith(`${fn} `)).length;
    expect(['GOVERN', 'MAP', 'MEASURE', 'MANAGE'].map(each)).toEqual([
      6 + 19,
      5 + 18,
      4 + 22,
      4 + 13,
    ]);
  });
});

it('has no title for what is not there', () => {
  expect(requirementTitle('iso-42001', 'A.99')).toBeUndefined();
  expect(requirementTitle('nobody', '4.1')).toBeUndefined();
});
