import { cosaiAddresses } from './cosaiControlLinks';
import { cosaiRelated } from './cosaiCrosswalk';
import { namedSource, riskFrameworks } from './riskFrameworks';

const of = (id: string) => riskFrameworks.find(f => f.id === id)!.requirements;
const idsOf = (id: string) => of(id).map(r => r.id);

describe.each(riskFrameworks.map(f => [f.id] as const))('%s', id => {
  it('has every id once, with a title, below one that it has', () => {
    expect(new Set(idsOf(id)).size).toBe(of(id).length);
    expect(of(id).filter(r => !r.title.trim())).toEqual([]);
    expect(
      of(id).filter(r => r.parent && !idsOf(id).includes(r.parent)),
    ).toEqual([]);
  });

  it('says where it was read and under which licence', () => {
    const { source, licence } = riskFrameworks.find(f => f.id === id)!;
    expect(source).toMatch(/^https:\/\//);
    expect(licence).not.toBe('');
  });
});

it.each<[string, RegExp, number]>([
  ['cosai-risk-map', /^risk/, 36],
  ['cosai-risk-map', /^control/, 35],
  ['nist-ai-600-1', /^2\./, 12],
  ['owasp-llm-top-10', /^LLM\d\d:2025$/, 10],
  ['owasp-agentic-top-10', /^ASI\d\d$/, 10],
  ['mitre-atlas', /^AML\.TA/, 16],
  ['mitre-atlas', /^AML\.T\d/, 170],
  ['mitre-atlas', /^AML\.M/, 35],
  ['stride', /./, 6],
])('%s has of %s as many as its source: %d', (id, pattern, count) => {
  expect(idsOf(id).filter(r => pattern.test(r))).toHaveLength(count);
});

it.each([
  ['LLM01:2025', 'Prompt Injection', /^https:\/\/github\.com\/OWASP\//],
  [
    'AML.T0051',
    'LLM Prompt Injection',
    /^https:\/\/atlas\.mitre\.org\/techniques\/AML\.T0051$/,
  ],
  ['AML.M0013', 'Code Signing', /\/mitigations\/AML\.M0013$/],
  ['riskRogueActions', 'Rogue Actions', /risks\.yaml$/],
  ['controlRedTeaming', 'Red Teaming', /controls\.yaml$/],
  ['NIST AI 600-1 2.2', 'Confabulation', /AI\.600-1\.pdf$/],
  ['Tampering', 'Tampering', /microsoft/],
])('knows what %s means', (cited, title, url) => {
  expect(namedSource(cited)).toMatchObject({ cited, title });
  expect(namedSource(cited)!.url).toMatch(url);
});

it('knows the requirements that controls refer to, and nothing by a number alone that is not theirs', () => {
  expect(namedSource('MEASURE 2.11')).toMatchObject({
    framework: 'nist-ai-rmf',
  });
  expect(namedSource('A.9.4')).toMatchObject({ framework: 'iso-42001' });
  expect(namedSource('2.2')).toBeUndefined();
  expect(namedSource('our-own')).toBeUndefined();
});

describe('the crosswalk of the CoSAI Risk Map', () => {
  it('has its 100 links, between what is there', () => {
    const links = Object.entries(cosaiRelated);
    expect(links.flatMap(([, ids]) => ids)).toHaveLength(100);
    for (const [risk, ids] of links) {
      expect(namedSource(risk)).toBeDefined();
      for (const id of ids)
        expect([id, namedSource(id)]).not.toContain(undefined);
    }
  });

  it('has controls and risks that are there, and a control for every risk', () => {
    const controls = Object.keys(cosaiAddresses);
    expect(
      controls.filter(id => !idsOf('cosai-risk-map').includes(id)),
    ).toEqual([]);
    const addressed = new Set(Object.values(cosaiAddresses).flat());
    const risks = idsOf('cosai-risk-map').filter(id => id.startsWith('risk'));
    expect([...addressed].filter(id => !risks.includes(id))).toEqual([]);
    expect(risks.filter(id => !addressed.has(id))).toEqual([]);
  });
});
