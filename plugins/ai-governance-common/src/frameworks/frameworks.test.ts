import { citedAs, frameworks, requirementTitle } from '.';

const of = (id: string) => frameworks.find(f => f.id === id)!.requirements;

describe.each(frameworks.map(f => [f.id] as const))('%s', id => {
  it('has every requirement once, with a title, below one that it has', () => {
    const ids = of(id).map(r => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(of(id).filter(r => !r.title.trim())).toEqual([]);
    const above = [...ids, 'Annex A'];
    expect(frameworks.find(f => f.id === id)).toMatchObject({
      source: expect.stringMatching(/^https:/),
      licence: expect.stringMatching(/./),
    });
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

describe('EU AI Act', () => {
  const under = (parent: string) =>
    of('eu-ai-act').filter(r => r.parent === parent);

  it('has the articles and annexes that a deployer meets, point by point', () => {
    expect(
      Object.fromEntries(
        ['Art.5', 'Art.6', 'Annex III', 'Art.26', 'Art.27', 'Art.27(1)', 'Art.50', 'Annex IV'] // prettier-ignore
          .map(parent => [parent, under(parent).length]),
      ),
    ).toEqual({
      ...{ 'Art.5': 8, 'Art.6': 2, 'Annex III': 8, 'Art.26': 12 },
      ...{ 'Art.27': 5, 'Art.27(1)': 6, 'Art.50': 7, 'Annex IV': 9 },
    });
    expect(of('eu-ai-act')).toHaveLength(8 + 57);
  });

  it.each([
    ['Art.4', '2025-02-02'],
    ['Art.5(1)(a)', '2025-02-02'],
    ['Art.50(1)', '2026-08-02'],
    ['Annex III.5', '2027-12-02'],
    ['Art.26(2)', '2027-12-02'],
  ])('has %s apply from %s', (id, from) => {
    expect(of('eu-ai-act').find(r => r.id === id)?.from).toBe(from);
  });
});

describe('ISO/IEC 27001:2022, Annex A', () => {
  it('has 93 controls in four themes', () => {
    const perTheme = ['A.5', 'A.6', 'A.7', 'A.8'].map(
      theme => of('iso-27001').filter(r => r.parent === theme).length,
    );
    expect(perTheme).toEqual([37, 8, 14, 34]);
    expect(of('iso-27001')).toHaveLength(4 + 93);
  });
});

describe('NIST SP 800-171 Revision 2', () => {
  it('has 110 requirements in 14 families', () => {
    const families = of('nist-800-171').filter(r => !r.parent);
    expect(
      families.map(
        f => of('nist-800-171').filter(r => r.parent === f.id).length,
      ),
    ).toEqual([22, 3, 9, 9, 11, 3, 6, 9, 2, 6, 3, 4, 16, 7]);
    expect(of('nist-800-171')).toHaveLength(14 + 110);
  });
});

it('names an id with whose it is where that is not plain', () => {
  expect(citedAs('iso-42001', 'A.5.2')).toBe('A.5.2');
  expect(citedAs('iso-27001', 'A.5.2')).toBe('ISO/IEC 27001 A.5.2');
});

it('has no title for what is not there', () => {
  expect(requirementTitle('iso-42001', 'A.99')).toBeUndefined();
  expect(requirementTitle('nobody', '4.1')).toBeUndefined();
});
