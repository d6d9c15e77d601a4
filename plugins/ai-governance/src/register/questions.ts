import {
  annexIIIAreas,
  dataClassifications,
  GovernancePolicy,
  influences,
  prohibitedPractices,
  Registration,
  sourcings,
} from 'backstage-plugin-ai-governance-common';
import { TextKey, Texts } from '../translation';

/** What somebody has filled in so far. */
export type Draft = Partial<Registration>;

/** A value and what people call it. */
export interface Option {
  value: string;
  word: string;
}

/** Each value has its words: a new one does not compile without. */
const named =
  <V extends string>(values: readonly V[], key: (value: V) => TextKey) =>
  (t: Texts): Option[] =>
    values.map(value => ({ value, word: t(key(value)) }));

export const lifecycleValues = [
  'experimental',
  'production',
  'deprecated',
  'retired',
] as const;

export const types = named(
  [
    'generative-assistant',
    'embedded-feature',
    'decision-support',
    'agent',
    'predictive-model',
  ],
  value => `register.choice.type.${value}`,
);

export const lifecycles = named(
  lifecycleValues,
  value => `register.choice.lifecycle.${value}`,
);

export const sourcingWords = named(
  sourcings,
  value => `register.choice.sourcing.${value}`,
);

export const influenceWords = named(
  influences,
  value => `register.choice.influence.${value}`,
);

export const basisWords = named(
  ['main', 'contributing', 'none'],
  value => `register.choice.basis.${value}`,
);

export const interactionWords = named(
  ['people-interact', 'generated-content'],
  value => `register.choice.interaction.${value}`,
);

export const audienceWords = named(
  ['team', 'employees', 'customers', 'public'],
  value => `register.choice.audience.${value}`,
);

export const switchedOnWords = named(
  ['vendor', 'us'],
  value => `register.choice.switchedOn.${value}`,
);

export const classificationWords = named(
  dataClassifications,
  value => `register.choice.classification.${value}`,
);

export const categoryWords = named(
  [
    'personal',
    'financial',
    'employment',
    'location',
    'behavioural',
    'biometric',
    'source-code',
    'security',
  ],
  value => `register.choice.category.${value}`,
);

export const oversightWords = named(
  ['human-in-the-loop', 'human-on-the-loop', 'human-out-of-the-loop'],
  value => `register.choice.oversight.${value}`,
);

export const annexIIIWords = named(
  annexIIIAreas,
  value => `register.choice.annexIII.${value}`,
);

export const prohibitedWords = named(
  prohibitedPractices,
  value => `register.choice.prohibited.${value}`,
);

/** The uses of the policy; one that it prohibits says so. */
export const usesOf = (
  t: Texts,
  { uses }: Pick<GovernancePolicy, 'uses'>,
): Option[] =>
  uses.map(({ id, title, standing }) => ({
    value: id,
    word: t(`register.choice.use.${standing}`, { title }),
  }));

/** What a question or a field is called, by its path in the registration. */
const fieldKeys: Record<string, TextKey | undefined> = {
  title: 'register.field.title',
  name: 'register.field.name',
  description: 'register.field.description',
  purpose: 'register.field.purpose',
  owner: 'register.field.owner',
  accountable: 'register.field.accountable',
  type: 'register.field.type',
  lifecycle: 'register.field.lifecycle',
  sourcing: 'register.field.sourcing',
  'vendor.name': 'register.field.vendor',
  'vendor.product': 'register.field.product',
  'vendor.enabledByDefault': 'register.field.switchedOn',
  'affects.influences': 'register.field.influences',
  'affects.basis': 'register.field.basis',
  'affects.interaction': 'register.field.interaction',
  'affects.audience': 'register.field.audience',
  'data.classification': 'register.field.classification',
  'data.categories': 'register.field.categories',
  'data.sources': 'register.field.sources',
  'regulation.euAiAct.annexIII': 'register.field.annexIII',
  'regulation.euAiAct.prohibited': 'register.field.prohibited',
  usedBy: 'register.field.usedBy',
  hasPart: 'register.field.hasPart',
  dependsOn: 'register.field.dependsOn',
  consumesApis: 'register.field.consumesApis',
  'models[0].provider': 'register.field.provider',
  'models[0].name': 'register.field.model',
  repository: 'register.field.repository',
  reason: 'register.field.reason',
};

/** Of one of several, such as `usedBy[1]`, as they are called together. */
export function fieldWord(t: Texts, path: string): string {
  const key = fieldKeys[path] ?? fieldKeys[path.replace(/\[\d+\]$/, '')];
  return key ? t(key) : path;
}
