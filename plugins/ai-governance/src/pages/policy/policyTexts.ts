import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import {
  acknowledgementText,
  authorityLines,
  durationText,
  holderWords,
  listText,
  policyTiers,
  regulationTitles,
  renewals,
  riskTitles,
  separationText,
  severities,
  useStandings,
} from './words';

export interface PolicyText {
  title: string;
  /** Empty when the policy does not say. */
  text: string;
}

const lines = (...all: (string | undefined | false)[]) =>
  all.filter(Boolean).join('\n');

/** A policy as plain text, section by section: what two versions are compared by. */
export function policyTexts(
  policy: GovernancePolicy,
  titles: Readonly<Record<string, string>>,
): PolicyText[] {
  const named = (ref: string) => holderWords[ref] ?? titles[ref] ?? ref;
  const byTier = (
    word: string,
    of: (tier: (typeof policyTiers)[number]) => string,
  ) => `${word}: ${policyTiers.map(t => `${of(t)} (${t})`).join(', ')}`;
  return [
    {
      title: 'Version',
      text: lines(
        policy.title,
        `Version ${policy.version}`,
        `In force since ${policy.effectiveFrom}`,
        policy.approved &&
          `Approved by ${named(policy.approved.by)} on ${policy.approved.on}`,
        policy.link && `Whole text: ${policy.link}`,
      ),
    },
    { title: 'Scope', text: policy.scope ?? '' },
    {
      title: 'Laws',
      text: policy.regulations.map(id => regulationTitles[id]).join('\n'),
    },
    ...useStandings.map(([standing, title]) => ({
      title,
      text: policy.uses
        .filter(use => use.standing === standing)
        .map(use => use.title)
        .join('\n'),
    })),
    {
      title: 'Vendors',
      text: (policy.vendors ?? [])
        .map(
          ({ name, products, data }) =>
            `${name}${products ? ` (${products.join(', ')})` : ''}: ${listText(
              data,
              'and',
            )} data`,
        )
        .join('\n'),
    },
    {
      title: 'Who decides',
      text: lines(
        ...authorityLines(policy).map(
          ({ decision, holders, otherwise }) =>
            `${decision}: ${
              listText(holders.map(named), 'or') || otherwise || 'nobody'
            }`,
        ),
        separationText(policy),
      ),
    },
    {
      title: 'Reviews',
      text: lines(
        ...renewals.map(([key, word]) =>
          byTier(word, tier => durationText(policy.cadences[key][tier])),
        ),
        `This policy: ${durationText(policy.cadences.policy)}`,
        `Management review: ${durationText(
          policy.cadences['management-review'],
        )}`,
        `Measuring of objectives: ${durationText(policy.cadences.objective)}`,
        `Warned of ${durationText(policy.warningWindow)} before`,
      ),
    },
    {
      title: 'Risk tolerance',
      text: byTier('Needs no treatment up to', tier =>
        riskTitles[policy.tolerance[tier]].toLocaleLowerCase('en-US'),
      ),
    },
    {
      title: 'How long decisions last at most',
      text: lines(
        `Exemption: ${durationText(policy.longest.exemption)}`,
        `Risk acceptance: ${durationText(policy.longest['risk-acceptance'])}`,
        `Another tier: ${durationText(policy.longest['tier-override'])}`,
      ),
    },
    {
      title: 'Deadlines',
      text: severities
        .map(s => `${s}: ${durationText(policy.deadlines[s])}`)
        .join('\n'),
    },
    {
      title: 'Training and acknowledgement',
      text: lines(
        ...(['owner', 'reviewer', 'user'] as const).map(
          role =>
            policy.training[role].length > 0 &&
            `${role}: ${policy.training[role].join(', ')}`,
        ),
        acknowledgementText(policy),
      ),
    },
    {
      title: 'Controls',
      text: lines(
        `Asked for in: ${policy.inProduction.join(', ')}`,
        ...Object.entries(policy.levels).map(
          ([id, level]) => `${id}: ${level}`,
        ),
      ),
    },
  ];
}

/** The sections in which two versions differ. */
export function changedTexts(
  before: GovernancePolicy,
  after: GovernancePolicy,
  titles: Readonly<Record<string, string>>,
): { title: string; from: string; to: string }[] {
  const to = policyTexts(after, titles);
  return policyTexts(before, titles).flatMap(({ title, text }, index) =>
    text === to[index].text ? [] : [{ title, from: text, to: to[index].text }],
  );
}
