import { ReactNode } from 'react';
import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { Texts } from '../../translation';

type Duration = GovernancePolicy['warningWindow'];

/** "a, b and c", of elements too. */
export function listNodes(
  t: Texts,
  nodes: readonly ReactNode[],
  between: 'and' | 'or',
): ReactNode {
  if (nodes.length < 2) return nodes[0] ?? '';
  const before = nodes
    .slice(0, -1)
    .reduce((all, next) => t('pages.policy.list.next', { before: all, next }));
  return t(`pages.policy.list.${between}`, { before, last: nodes.at(-1) });
}

/** "a, b and c". */
export const listText = (
  t: Texts,
  words: readonly string[],
  between: 'and' | 'or',
): string => listNodes(t, words, between) as string;

/** "6 months", "1 year and 2 weeks". */
export function durationText(t: Texts, duration: Duration): string {
  const parts = (['years', 'months', 'weeks', 'days'] as const).flatMap(
    unit => {
      const count = duration[unit];
      return count ? [t(`pages.policy.duration.${unit}`, { count })] : [];
    },
  );
  return listText(t, parts, 'and');
}

/** The tiers that a policy tells apart: what is prohibited is held to what is high. */
export const policyTiers = ['high', 'limited', 'minimal'] as const;
type PolicyTier = (typeof policyTiers)[number];

/** What is renewed how often, by tier. */
export const renewals = [
  'intended-use',
  'risk-assessment',
  'approval',
  'confirmation',
  'control-test',
  'monitoring',
  'vendor-assessment',
] as const;

export const severities = ['critical', 'high', 'medium', 'low'] as const;

export const useStandings = ['allowed', 'restricted', 'prohibited'] as const;

/** The names of the laws that are asked of every system. */
export const regulationTitles = (
  t: Texts,
  { regulations }: GovernancePolicy,
): string[] => regulations.map(id => t(`pages.policy.regulation.${id}`));

/** The classes of data that may be sent to a vendor, as they stand in a sentence. */
export const dataText = (
  t: Texts,
  data: NonNullable<GovernancePolicy['vendors']>[number]['data'],
): string =>
  listText(
    t,
    data.map(kind => t(`pages.policy.data.${kind}`)),
    'and',
  );

/** Something for each tier that a policy tells apart. */
export const perTier = <T>(
  of: (tier: PolicyTier) => T,
): Record<PolicyTier, T> => ({
  high: of('high'),
  limited: of('limited'),
  minimal: of('minimal'),
});

/** The gravest risk that needs no treatment, by tier. */
export const toleranceTexts = (t: Texts, { tolerance }: GovernancePolicy) =>
  perTier(tier => t(`words.inSentence.risk.${tolerance[tier]}`));

/** Words for who holds an authority that is no reference. */
export const holderText = (t: Texts, holder: string): string | undefined =>
  holder === 'accountable' || holder === 'owner'
    ? t(`pages.policy.decides.holder.${holder}`)
    : undefined;

/** Each thing that somebody decides, and who may: in the order of the page. */
export function authorityLines(
  t: Texts,
  { authorities }: GovernancePolicy,
): {
  decision: string;
  holders: readonly string[];
  otherwise?: string;
}[] {
  const byTier = (what: 'approval' | 'exemption') =>
    policyTiers.map(tier => ({
      decision: t(`pages.policy.decides.${what}.${tier}`),
      holders: authorities[what][tier],
    }));
  return [
    ...byTier('approval'),
    {
      decision: t('pages.policy.decides.restricted'),
      holders: authorities.restrictedUse ?? [],
      otherwise: t('pages.policy.decides.restrictedOtherwise'),
    },
    {
      decision: t('pages.policy.decides.connected'),
      holders: [],
      otherwise: t('pages.policy.decides.connectedOtherwise'),
    },
    ...(['low', 'medium', 'high', 'very-high'] as const).map(level => ({
      decision: t(`pages.policy.decides.risk.${level}`),
      holders: authorities.riskAcceptance[level],
    })),
    ...byTier('exemption'),
    {
      decision: t('pages.policy.decides.tier'),
      holders: authorities.tierOverride,
    },
  ];
}

/** How those who decide are kept apart from those who wrote. */
export const separationText = (
  t: Texts,
  { separationOfDuties }: GovernancePolicy,
): string =>
  t(`pages.policy.decides.separation.${separationOfDuties.smallTeam}`);

/** Who must have acknowledged the version in force. */
export function acknowledgementText(
  t: Texts,
  { acknowledgement: { owner, accountable } }: GovernancePolicy,
): string {
  if (owner === 'none') {
    return t(
      accountable
        ? 'pages.policy.acknowledged.accountable'
        : 'pages.policy.acknowledged.nobody',
    );
  }
  return t(
    accountable
      ? `pages.policy.acknowledged.${owner}AndAccountable`
      : `pages.policy.acknowledged.${owner}`,
  );
}
