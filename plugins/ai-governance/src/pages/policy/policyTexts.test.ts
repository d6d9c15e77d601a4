import { policySchema } from 'backstage-plugin-ai-governance-common';
import { english } from '../../translation/__testUtils__/english';
import { changedTexts, policyTexts } from './policyTexts';
import { durationText, listText } from './words';

const perTier = {
  high: { months: 6 },
  limited: { years: 1 },
  minimal: { years: 2 },
};
const input = {
  version: '1',
  title: 'Use of AI',
  effectiveFrom: '2026-07-01',
  cadences: { 'intended-use': perTier, 'risk-assessment': perTier },
  warningWindow: { days: 30 },
  tolerance: { high: 'low', limited: 'medium', minimal: 'medium' },
} as const;
const before = policySchema.parse(input);
const titles = { 'group:default/office': 'AI Governance Office' };

describe('The words of a policy', () => {
  it('say durations and lists as people do', () => {
    expect(durationText(english, { years: 1, months: 2, days: 1 })).toBe(
      '1 year, 2 months and 1 day',
    );
    expect(durationText(english, { weeks: 4 })).toBe('4 weeks');
    expect(listText(english, ['a'], 'or')).toBe('a');
    expect(listText(english, ['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });

  it('differ only in the parts that were changed, with names for references', () => {
    const after = policySchema.parse({
      ...input,
      cadences: {
        ...input.cadences,
        'risk-assessment': { ...perTier, high: { months: 3 } },
      },
      authorities: { tierOverride: ['group:default/office', 'accountable'] },
    });
    const changed = changedTexts(english, before, after, titles);
    expect(changed.map(part => part.title)).toEqual(['Who decides', 'Reviews']);
    expect(changed[0].to).toContain(
      'Decides on another tier than the rule gives: AI Governance Office or the accountable leader of the system',
    );
    expect(changed[1].from).toContain('Risk assessment: 6 months (high)');
    expect(changed[1].to).toContain('Risk assessment: 3 months (high)');
    expect(changedTexts(english, after, after, titles)).toEqual([]);
  });

  it('leave out nothing that the policy rules', () => {
    const said = JSON.stringify(policyTexts(english, before, titles));
    // one change for each key of the schema, and each shows
    const changes: Record<string, unknown> = {
      version: '2',
      title: 'Other',
      effectiveFrom: '2026-08-01',
      approved: { by: 'group:default/office', on: '2026-06-01' },
      scope: 'All of it',
      link: 'https://example.com/policy',
      regulations: ['eu-ai-act'],
      uses: [{ id: 'a', title: 'A use', standing: 'allowed' }],
      vendors: [{ name: 'Acme', data: ['public'] }],
      inProduction: ['live'],
      authorities: { tierOverride: ['owner'] },
      separationOfDuties: { smallTeam: 'nobody' },
      longest: { exemption: { days: 3 } },
      acknowledgement: { owner: 'every' },
      cadences: { ...input.cadences, policy: { days: 3 } },
      training: { owner: ['A course'] },
      deadlines: { low: { days: 3 } },
      warningWindow: { days: 3 },
      tolerance: { ...input.tolerance, high: 'high' },
      levels: { 'INV-05': 'bronze' },
    };
    expect(Object.keys(changes).sort()).toEqual(
      Object.keys(policySchema.shape).sort(),
    );
    for (const [key, value] of Object.entries(changes)) {
      const other = policySchema.parse({ ...input, [key]: value });
      expect([
        key,
        JSON.stringify(policyTexts(english, other, titles)),
      ]).not.toEqual([key, said]);
    }
  });
});
