import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';

type Duration = GovernancePolicy['warningWindow'];

/** "6 months", "1 year and 2 weeks". */
export function durationText(duration: Duration): string {
  const parts = (['years', 'months', 'weeks', 'days'] as const).flatMap(
    unit => {
      const count = duration[unit];
      if (!count) return [];
      return [`${count} ${count === 1 ? unit.slice(0, -1) : unit}`];
    },
  );
  return listText(parts, 'and');
}

/** "a, b and c". */
export function listText(
  words: readonly string[],
  between: 'and' | 'or',
): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${between} ${words.at(-1)}`;
}

export const tierTitles = {
  high: 'High',
  limited: 'Limited',
  minimal: 'Minimal',
} as const;
/** The tiers that a policy tells apart: what is prohibited is held to what is high. */
export const policyTiers = ['high', 'limited', 'minimal'] as const;

export const riskTitles: Record<GovernancePolicy['tolerance']['high'], string> =
  {
    'very-low': 'Very low',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    'very-high': 'Very high',
  };

export const regulationTitles: Record<
  GovernancePolicy['regulations'][number],
  string
> = { 'eu-ai-act': 'EU Artificial Intelligence Act, (EU) 2024/1689' };

/** What is renewed how often, by tier. */
export const renewals = [
  ['intended-use', 'Intended use'],
  ['risk-assessment', 'Risk assessment'],
  ['approval', 'Approval'],
  ['confirmation', 'Confirmation of the inventory entry'],
  ['control-test', 'Test of a control'],
  ['monitoring', 'Monitoring'],
  ['vendor-assessment', 'Vendor assessment'],
] as const;

export const severities = ['critical', 'high', 'medium', 'low'] as const;

export const useStandings = [
  ['allowed', 'Acceptable uses'],
  ['restricted', 'Restricted uses'],
  ['prohibited', 'Prohibited uses'],
] as const;

/** A word of the policy for who holds an authority that is no reference. */
export const holderWords: Readonly<Record<string, string>> = {
  accountable: 'the accountable leader of the system',
  owner: 'the owner of the system, with everybody in the owning team',
};

/** Each thing that somebody decides, and who may: in the order of the page. */
export function authorityLines({ authorities }: GovernancePolicy): {
  decision: string;
  holders: readonly string[];
  otherwise?: string;
}[] {
  const byTier = (
    of: Record<keyof typeof tierTitles, string[]>,
    verb: string,
  ) =>
    policyTiers.map(tier => ({
      decision: `${verb} of tier ${tierTitles[tier].toLocaleLowerCase(
        'en-US',
      )}`,
      holders: of[tier],
    }));
  return [
    ...byTier(authorities.approval, 'Approves systems'),
    {
      decision: 'Approves systems with a restricted use',
      holders: authorities.restrictedUse ?? [],
      otherwise: 'as for their tier',
    },
    {
      decision: 'Approves what a system is connected to',
      holders: [],
      otherwise: 'as for its tier',
    },
    ...(['low', 'medium', 'high', 'very-high'] as const).map(level => ({
      decision: `Accepts a ${riskTitles[level].toLocaleLowerCase(
        'en-US',
      )} risk`,
      holders: authorities.riskAcceptance[level],
    })),
    ...byTier(authorities.exemption, 'Grants exemptions to systems'),
    {
      decision: 'Decides on another tier than the rule gives',
      holders: authorities.tierOverride,
    },
  ];
}

/** How those who decide are kept apart from those who wrote. */
export function separationText({
  separationOfDuties,
}: GovernancePolicy): string {
  return `Nobody decides on what they wrote or asked for themselves, administrators included. Where everybody who holds the authority is such an author, ${
    separationOfDuties.smallTeam === 'parent-group'
      ? 'somebody in the nearest group above the owner decides'
      : 'nobody decides until somebody else holds it'
  }.`;
}

/** Who must have acknowledged the version in force. */
export function acknowledgementText({
  acknowledgement: { owner, accountable },
}: GovernancePolicy): string {
  const who = [
    ...(owner === 'any' ? ['somebody in the owning team'] : []),
    ...(owner === 'every' ? ['everybody in the owning team'] : []),
    ...(accountable ? ['the accountable leader'] : []),
  ];
  return who.length === 0
    ? 'No system asks that anybody has acknowledged this policy.'
    : `For every system ${listText(
        who,
        'and',
      )} must have acknowledged the version in force.`;
}
