import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { Texts } from '../../translation';
import {
  acknowledgementText,
  authorityLines,
  dataText,
  durationText,
  holderText,
  listText,
  perTier,
  regulationTitles,
  renewals,
  separationText,
  severities,
  toleranceTexts,
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
  t: Texts,
  policy: GovernancePolicy,
  titles: Readonly<Record<string, string>>,
): PolicyText[] {
  const named = (ref: string) => holderText(t, ref) ?? titles[ref] ?? ref;
  const lasts = (duration: GovernancePolicy['warningWindow']) => ({
    duration: durationText(t, duration),
  });
  return [
    {
      title: t('pages.policy.plain.version.title'),
      text: lines(
        policy.title,
        t('pages.policy.plain.version.version', { version: policy.version }),
        t('pages.policy.plain.version.since', { day: policy.effectiveFrom }),
        policy.approved &&
          t('pages.policy.plain.version.approved', {
            party: named(policy.approved.by),
            day: policy.approved.on,
          }),
        policy.link &&
          t('pages.policy.plain.version.link', { link: policy.link }),
      ),
    },
    { title: t('pages.policy.scope.title'), text: policy.scope ?? '' },
    {
      title: t('pages.policy.plain.laws'),
      text: regulationTitles(t, policy).join('\n'),
    },
    ...useStandings.map(standing => ({
      title: t(`pages.policy.uses.${standing}.title`),
      text: policy.uses
        .filter(use => use.standing === standing)
        .map(use => use.title)
        .join('\n'),
    })),
    {
      title: t('pages.policy.plain.vendors.title'),
      text: (policy.vendors ?? [])
        .map(({ name, products, data }) =>
          products
            ? t('pages.policy.plain.vendors.products', {
                name,
                products: products.join(', '),
                data: dataText(t, data),
              })
            : t('pages.policy.plain.vendors.whole', {
                name,
                data: dataText(t, data),
              }),
        )
        .join('\n'),
    },
    {
      title: t('pages.policy.decides.title'),
      text: lines(
        ...authorityLines(t, policy).map(({ decision, holders, otherwise }) =>
          t('pages.policy.plain.decision', {
            decision,
            holders:
              listText(t, holders.map(named), 'or') ||
              otherwise ||
              t('pages.policy.decides.nobody'),
          }),
        ),
        separationText(t, policy),
      ),
    },
    {
      title: t('pages.policy.plain.reviews.title'),
      text: lines(
        ...renewals.map(what =>
          t('pages.policy.plain.byTier', {
            what: t(`pages.policy.reviews.renewal.${what}`),
            ...perTier(tier => durationText(t, policy.cadences[what][tier])),
          }),
        ),
        t('pages.policy.plain.reviews.policy', lasts(policy.cadences.policy)),
        t(
          'pages.policy.plain.reviews.management',
          lasts(policy.cadences['management-review']),
        ),
        t(
          'pages.policy.plain.reviews.objective',
          lasts(policy.cadences.objective),
        ),
        t('pages.policy.plain.reviews.warning', lasts(policy.warningWindow)),
      ),
    },
    {
      title: t('pages.policy.plain.tolerance.title'),
      text: t('pages.policy.plain.byTier', {
        what: t('pages.policy.plain.tolerance.what'),
        ...toleranceTexts(t, policy),
      }),
    },
    {
      title: t('pages.policy.plain.longest.title'),
      text: lines(
        t(
          'pages.policy.plain.longest.exemption',
          lasts(policy.longest.exemption),
        ),
        t(
          'pages.policy.plain.longest.risk',
          lasts(policy.longest['risk-acceptance']),
        ),
        t(
          'pages.policy.plain.longest.tier',
          lasts(policy.longest['tier-override']),
        ),
      ),
    },
    {
      title: t('pages.policy.plain.deadlines.title'),
      text: severities
        .map(severity =>
          t(
            `pages.policy.plain.deadlines.${severity}`,
            lasts(policy.deadlines[severity]),
          ),
        )
        .join('\n'),
    },
    {
      title: t('pages.policy.training.title'),
      text: lines(
        ...(['owner', 'reviewer', 'user'] as const).map(
          role =>
            policy.training[role].length > 0 &&
            t(`pages.policy.plain.training.${role}`, {
              courses: policy.training[role].join(', '),
            }),
        ),
        acknowledgementText(t, policy),
      ),
    },
    {
      title: t('pages.policy.plain.controls.title'),
      text: lines(
        t('pages.policy.plain.controls.lifecycles', {
          lifecycles: policy.inProduction.join(', '),
        }),
        ...Object.entries(policy.levels).map(([control, level]) =>
          t(`pages.policy.plain.controls.${level}`, { control }),
        ),
      ),
    },
  ];
}

/** The sections in which two versions differ. */
export function changedTexts(
  t: Texts,
  before: GovernancePolicy,
  after: GovernancePolicy,
  titles: Readonly<Record<string, string>>,
): { title: string; from: string; to: string }[] {
  const to = policyTexts(t, after, titles);
  return policyTexts(t, before, titles).flatMap(({ title, text }, index) =>
    text === to[index].text ? [] : [{ title, from: text, to: to[index].text }],
  );
}
