import { GovernancePolicy } from '../policy/schema';
import { Tier, tiers } from '../results';
import { Profile } from './profile';

/** One line of the explanation of a tier. */
export interface TierReason {
  /** The tier that this line alone would give. */
  tier: Tier;
  text: string;
  /** The question, as a path below the profile, when it is not answered yet. */
  unanswered?: string;
}

export interface TierDecision {
  tier: Tier;
  /** Every line that speaks, the gravest first. Never empty. */
  reasons: TierReason[];
}

const influenceWords: Record<string, string> = {
  eligibility: 'eligibility',
  'financial-outcomes': 'financial outcomes',
  'security-access': 'access to systems or places',
  safety: 'safety',
  'regulated-data': 'the handling of regulated data',
};

/**
 * The tier of a subject by rule from its declared facts; never by a sum, and never lowered by a mitigation.
 * A question that is not answered counts as the gravest answer it could have, but not as prohibited.
 */
export function tierOf(
  profile: Profile,
  policy: Pick<GovernancePolicy, 'uses' | 'regulations'>,
): TierDecision {
  const reasons: TierReason[] = [];
  const say = (tier: Tier, text: string, unanswered?: string) =>
    reasons.push({ tier, text, unanswered });
  const { affects, data, regulation } = profile;
  const euAiAct = regulation?.euAiAct;

  for (const id of profile.uses ?? []) {
    const use = policy.uses.find(u => u.id === id);
    if (use?.standing === 'prohibited') {
      say('prohibited', `The policy prohibits the use “${use.title}”.`);
    }
  }
  if (euAiAct?.prohibited?.length) {
    say(
      'prohibited',
      `EU AI Act Art. 5 prohibits: ${euAiAct.prohibited.join(', ')}.`,
    );
  }

  if (affects?.influences === undefined) {
    say(
      'high',
      'Whether it influences eligibility, financial outcomes, security access, safety or regulated data is not answered.',
      'affects.influences',
    );
  } else if (affects.influences.length > 0) {
    const what = affects.influences.map(i => influenceWords[i]).join(', ');
    if (affects.basis === undefined) {
      say(
        'high',
        `It touches ${what}, and how far decisions rest on it is not answered.`,
        'affects.basis',
      );
    } else if (affects.basis !== 'none') {
      say(
        'high',
        `It influences ${what} as ${
          affects.basis === 'main' ? 'the main' : 'a contributing'
        } basis of the decision.`,
      );
    }
  }

  if (data?.classification === undefined) {
    say(
      'high',
      "The data's classification is not declared.",
      'data.classification',
    );
  } else if (data.classification === 'restricted') {
    if (data.categories === undefined) {
      say(
        'high',
        'The data is restricted, and its categories are not declared.',
        'data.categories',
      );
    } else if (data.categories.includes('personal')) {
      say('high', 'The data is restricted and personal.');
    }
  }

  if (euAiAct?.annexIII?.length) {
    say(
      'high',
      `It falls under EU AI Act Annex III: ${euAiAct.annexIII.join(', ')}.`,
    );
  }
  if (policy.regulations.includes('eu-ai-act')) {
    if (euAiAct?.annexIII === undefined) {
      say(
        'high',
        'Whether an area of EU AI Act Annex III applies is not answered.',
        'regulation.euAiAct.annexIII',
      );
    }
    if (euAiAct?.prohibited === undefined) {
      say(
        'high',
        'Whether a practice of EU AI Act Art. 5 applies is not answered.',
        'regulation.euAiAct.prohibited',
      );
    }
  }

  if (affects?.interaction === undefined) {
    say(
      'limited',
      'Whether people interact with it or see what it generates is not answered.',
      'affects.interaction',
    );
  } else {
    if (affects.interaction.includes('people-interact'))
      say('limited', 'People interact with it.');
    if (affects.interaction.includes('generated-content'))
      say('limited', 'People see content that it generates.');
  }

  if (reasons.length === 0) {
    say(
      'minimal',
      'It influences no decision about people, money, access, safety or regulated data, and nobody interacts with it.',
    );
  }
  reasons.sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
  return { tier: reasons[0].tier, reasons };
}
