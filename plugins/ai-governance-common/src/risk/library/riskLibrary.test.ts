import { namedSource, riskFrameworks } from '../../frameworks/riskFrameworks';
import { riskAssessment, scenarioSchema } from '../../records/riskAssessment';
import { threatModel } from '../../records/threatModel';
import { scenarioFrom, threatFrom } from './prefill';
import { riskLibrary } from './riskLibrary';
import { searchLibrary } from './searchLibrary';

const everySource = riskLibrary.flatMap(entry => entry.sources);

describe('the library', () => {
  it('has every id and title once', () => {
    for (const key of ['id', 'title'] as const) {
      const all = riskLibrary.map(entry => entry[key]);
      expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
    }
  });

  it('has no id that means two entries', () => {
    expect(
      everySource.filter((id, i) => everySource.indexOf(id) !== i),
    ).toEqual([]);
  });

  it('names only what its frameworks have', () => {
    const named = riskLibrary.flatMap(entry => [
      ...entry.sources,
      ...entry.related,
      ...entry.controls,
    ]);
    expect(named.filter(id => !namedSource(id))).toEqual([]);
  });

  it.each([
    ['cosai-risk-map', /^risk/],
    ['owasp-llm-top-10', /./],
    ['owasp-agentic-top-10', /./],
    ['nist-ai-600-1', /./],
  ])('has every risk of %s', (id, pattern) => {
    const { requirements, prefix = '' } = riskFrameworks.find(
      f => f.id === id,
    )!;
    const missing = requirements
      .filter(r => pattern.test(r.id))
      .map(r => `${prefix}${r.id}`)
      .filter(cited => !everySource.includes(cited));
    expect(missing).toEqual([]);
  });

  it.each(riskLibrary.map(entry => [entry.id, entry] as const))(
    '%s says what happens, why, what to do, and when it matters',
    (_, entry) => {
      expect(entry.text.length).toBeGreaterThan(80);
      expect(entry.causes.length).toBeGreaterThanOrEqual(2);
      expect(entry.treatments.length).toBeGreaterThanOrEqual(2);
      expect(entry.sources.length).toBeGreaterThan(0);
      expect(entry.controls.length).toBeGreaterThan(0);
      expect(entry.when).toMatch(/\.$/);
      expect(entry.kind === 'threat').toBe(entry.threat !== undefined);
    },
  );
});

describe('a scenario made from an entry', () => {
  const rating = {
    likelihood: 2,
    consequence: { individuals: 2, society: 1, business: 3 },
  };

  it.each(riskLibrary.map(entry => [entry.id, entry] as const))(
    '%s is complete but for what the assessor decides',
    (_, entry) => {
      const made = scenarioFrom(entry);
      expect(scenarioSchema.safeParse(made).error?.issues).toMatchObject([
        { path: ['inherent'] },
        { path: ['treatment', 'strategy'] },
      ]);
      const decided = {
        ...made,
        inherent: rating,
        treatment: { ...made.treatment, strategy: 'mitigate' },
      };
      expect(
        riskAssessment.schema.safeParse({ scenarios: [decided] }).error,
      ).toBeUndefined();
    },
  );

  it('takes another id where its own is taken', () => {
    const [entry] = riskLibrary;
    expect(scenarioFrom(entry, [entry.id]).id).toBe(`${entry.id}-2`);
    expect(scenarioFrom(entry, [entry.id, `${entry.id}-2`]).id).toBe(
      `${entry.id}-3`,
    );
  });

  it('names what the threat of STRIDE is in a threat model only', () => {
    const entry = riskLibrary.find(e => e.id === 'prompt-injection')!;
    expect(scenarioFrom(entry).sources).toEqual([
      'riskPromptInjection',
      'LLM01:2025',
      'AML.T0051',
    ]);
    expect(threatFrom(entry).sources).toEqual([
      'riskPromptInjection',
      'LLM01:2025',
      'AML.T0051',
      'Tampering',
      'ElevationOfPrivilege',
    ]);
  });
});

it.each(
  riskLibrary.filter(e => e.threat).map(entry => [entry.id, entry] as const),
)('a threat made from %s is one, with no mitigation claimed', (_, entry) => {
  const threat = threatFrom(entry);
  expect(threat).not.toHaveProperty('mitigation');
  const model = {
    scope: 'All of it.',
    assets: [],
    entryPoints: [],
    threats: [threat],
  };
  expect(threatModel.schema.safeParse(model).error).toBeUndefined();
});

describe('searching', () => {
  const ids = (filter: Parameters<typeof searchLibrary>[0]) =>
    searchLibrary(filter).map(entry => entry.id);

  it('gives everything without a filter', () => {
    expect(searchLibrary()).toEqual(riskLibrary);
  });

  it('narrows by kind, category and framework together', () => {
    const found = searchLibrary({
      kind: 'threat',
      category: 'security',
      framework: 'owasp-agentic-top-10',
    });
    expect(found.map(e => e.id)).toContain('tool-misuse');
    expect(found.map(e => e.id)).not.toContain('rogue-agents');
    expect(found.every(e => e.kind === 'threat')).toBe(true);
  });

  it('finds by every word, by an id of a source and by its title', () => {
    expect(ids({ q: 'vendor RETENTION' })).toContain('vendor-retention');
    expect(ids({ q: 'llm01' })).toEqual(['prompt-injection']);
    expect(ids({ q: 'jailbreak' })).toContain('jailbreak');
    expect(ids({ q: 'nothing-is-called-this' })).toEqual([]);
  });
});
