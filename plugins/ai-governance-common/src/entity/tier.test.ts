import fc from 'fast-check';
import { policies, profiles } from '../__testUtils__/arbitraries';
import { minimalProfile, policy } from '../__testUtils__/subject';
import { tiers } from '../results';
import { oversightModes, Profile } from './profile';
import { tierOf } from './tier';

const euPolicy = { ...policy, regulations: ['eu-ai-act' as const] };
const { affects } = minimalProfile;

const defined = <T extends object>(value: T | undefined) =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter(([, v]) => v !== undefined),
  );

describe('the tier of a subject', () => {
  it.each<[string, Profile, string, RegExp]>([
    ['nothing grave', {}, 'minimal', /influences no decision/],
    [
      'a use that the policy prohibits',
      { uses: ['drafting', 'mood'] },
      'prohibited',
      /prohibits the use “Moods of staff”/,
    ],
    [
      'a use that the policy restricts',
      { uses: ['credit'] },
      'minimal',
      /influences no decision/,
    ],
    [
      'a practice of Art. 5',
      { regulation: { euAiAct: { prohibited: ['social-scoring'] } } },
      'prohibited',
      /Art. 5 prohibits: social-scoring/,
    ],
    ...(
      [
        ['eligibility', /eligibility/],
        ['financial-outcomes', /financial outcomes/],
        ['security-access', /access to systems or places/],
        ['safety', /safety/],
        ['regulated-data', /regulated data/],
      ] as const
    ).map<[string, Profile, string, RegExp]>(([influence, says]) => [
      `an influence on ${influence}`,
      { affects: { ...affects, influences: [influence], basis: 'main' } },
      'high',
      says,
    ]),
    [
      'an influence as a contributing basis',
      {
        affects: { ...affects, influences: ['safety'], basis: 'contributing' },
      },
      'high',
      /as a contributing basis/,
    ],
    [
      'an influence on which no decision rests',
      { affects: { ...affects, influences: ['safety'], basis: 'none' } },
      'minimal',
      /influences no decision/,
    ],
    [
      'restricted and personal data',
      { data: { classification: 'restricted', categories: ['personal'] } },
      'high',
      /restricted and personal/,
    ],
    [
      'restricted data that is not personal',
      { data: { classification: 'restricted', categories: ['financial'] } },
      'minimal',
      /influences no decision/,
    ],
    [
      'personal data that is not restricted',
      { data: { classification: 'confidential', categories: ['personal'] } },
      'minimal',
      /influences no decision/,
    ],
    [
      'an area of Annex III, also where the policy does not ask for it',
      { regulation: { euAiAct: { annexIII: ['employment'] } } },
      'high',
      /Annex III: employment/,
    ],
    [
      'people who interact',
      { affects: { influences: [], interaction: ['people-interact'] } },
      'limited',
      /People interact/,
    ],
    [
      'people who see what it generates',
      { affects: { influences: [], interaction: ['generated-content'] } },
      'limited',
      /content that it generates/,
    ],
  ])('%s', (_name, over, tier, says) => {
    const decision = tierOf({ ...minimalProfile, ...over }, policy);
    expect(decision.tier).toBe(tier);
    expect(decision.reasons[0].text).toMatch(says);
    expect(decision.reasons.some(r => r.unanswered)).toBe(false);
  });

  it.each<[string, Profile, string, string]>([
    ['affects.influences', { affects: { interaction: [] } }, 'high', 'none'],
    [
      'affects.basis',
      { affects: { ...affects, influences: ['safety'] } },
      'high',
      'none',
    ],
    ['data.classification', { data: { categories: [] } }, 'high', 'none'],
    [
      'data.categories',
      { data: { classification: 'restricted' } },
      'high',
      'none',
    ],
    ['affects.interaction', { affects: { influences: [] } }, 'limited', 'none'],
    [
      'regulation.euAiAct.annexIII',
      { regulation: { euAiAct: { prohibited: [] } } },
      'high',
      'eu',
    ],
    [
      'regulation.euAiAct.prohibited',
      { regulation: { euAiAct: { annexIII: [] } } },
      'high',
      'eu',
    ],
  ])(
    'counts as the gravest answer while %s is open',
    (question, over, tier, law) => {
      const decision = tierOf(
        { ...minimalProfile, ...over },
        law === 'eu' ? euPolicy : policy,
      );
      expect(decision.tier).toBe(tier);
      expect(decision.reasons).toEqual([
        expect.objectContaining({ tier, unanswered: question }),
      ]);
    },
  );

  it('of one that says nothing is high, with every question', () => {
    const { tier, reasons } = tierOf({}, euPolicy);
    expect(tier).toBe('high');
    expect(reasons.map(r => r.unanswered)).toEqual([
      'affects.influences',
      'data.classification',
      'regulation.euAiAct.annexIII',
      'regulation.euAiAct.prohibited',
      'affects.interaction',
    ]);
  });

  it('says the gravest reason first, and the tier is its', () => {
    fc.assert(
      fc.property(profiles, policies, (profile, rules) => {
        const { tier, reasons } = tierOf(profile, rules);
        const ranks = reasons.map(r => tiers.indexOf(r.tier));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(tier).toBe(reasons[0].tier);
        expect(tierOf(structuredClone(profile), rules)).toEqual({
          tier,
          reasons,
        });
      }),
    );
  });

  it('is not lowered by a mitigation', () => {
    fc.assert(
      fc.property(
        profiles,
        policies,
        fc.constantFrom(...oversightModes),
        (profile, rules, oversight) => {
          expect(tierOf({ ...profile, oversight }, rules)).toEqual(
            tierOf({ ...profile, oversight: undefined }, rules),
          );
        },
      ),
    );
  });

  it('is not raised by answering what was open, unless the answer is that it is prohibited', () => {
    // The answers of `full` to the questions that `open` leaves open, one field after the other.
    const fill = (open: Profile, full: Profile): Profile => ({
      ...open,
      data: { ...full.data, ...defined(open.data) },
      affects: { ...full.affects, ...defined(open.affects) },
      regulation: {
        euAiAct: {
          ...full.regulation?.euAiAct,
          ...defined(open.regulation?.euAiAct),
          prohibited: open.regulation?.euAiAct?.prohibited ?? [],
        },
      },
    });
    fc.assert(
      fc.property(profiles, profiles, (open, full) => {
        const before = tiers.indexOf(tierOf(open, euPolicy).tier);
        const after = tiers.indexOf(tierOf(fill(open, full), euPolicy).tier);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('is prohibited by one prohibited use, whatever else is declared', () => {
    fc.assert(
      fc.property(profiles, policies, (profile, rules) => {
        const more: Profile = {
          ...profile,
          uses: [...(profile.uses ?? []), 'mood'],
        };
        expect(tierOf(more, rules).tier).toBe('prohibited');
      }),
    );
  });
});
