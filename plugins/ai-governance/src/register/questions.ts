import {
  annexIIIAreas,
  dataClassifications,
  GovernancePolicy,
  influences,
  prohibitedPractices,
  Registration,
  sourcings,
} from 'backstage-plugin-ai-governance-common';

/** What somebody has filled in so far. */
export type Draft = Partial<Registration>;

/** A value and what people call it. */
export interface Option {
  value: string;
  word: string;
}

const options = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, word]) => ({ value, word }));

/** Each value has its words: a new one does not compile without. */
const named = <T extends string>(
  values: readonly T[],
  words: Record<T, string>,
): Option[] => values.map(value => ({ value, word: words[value] }));

export const types = options({
  'generative-assistant': 'Assistant that writes or answers',
  'embedded-feature': 'AI feature within another product',
  'decision-support': 'Proposes decisions to people',
  agent: 'Agent that acts by itself',
  'predictive-model': 'Predicts or scores',
});

export const lifecycles = options({
  experimental: 'Being tried out',
  production: 'In use',
  deprecated: 'In use, about to end',
  retired: 'Not in use any more',
});

export const sourcingWords = named(sourcings, {
  'in-house': 'Made here',
  vendor: 'Bought',
  'vendor-feature': 'A feature of something bought',
  'open-source': 'Open source',
});

export const influenceWords = named(influences, {
  eligibility: 'Who gets something: a loan, a job, a service',
  'financial-outcomes': 'Money that somebody gains or loses',
  'security-access': 'Access to systems or places',
  safety: 'Safety of people',
  'regulated-data': 'How regulated data is handled',
});

export const basisWords = options({
  main: 'Mainly: it decides, or people follow it',
  contributing: 'Partly: one of several grounds',
  none: 'Not at all',
});

export const interactionWords = options({
  'people-interact': 'People talk to it or use it themselves',
  'generated-content': 'People see what it wrote or drew',
});

export const audienceWords = options({
  team: 'The team that owns it',
  employees: 'Other employees',
  customers: 'Customers',
  public: 'The public',
});

export const switchedOnWords = options({
  vendor: 'The vendor, by itself',
  us: 'We did',
});

export const classificationWords = named(dataClassifications, {
  public: 'Public',
  internal: 'Internal',
  confidential: 'Confidential',
  restricted: 'Restricted',
});

export const categoryWords = options({
  personal: 'Personal: of customers, employees or anybody else',
  financial: 'Financial',
  employment: 'About employees',
  location: 'Where somebody is',
  behavioural: 'What somebody does',
  biometric: 'Biometric',
  'source-code': 'Source code',
  security: 'About security',
});

export const oversightWords = options({
  'human-in-the-loop': 'Somebody looks at each result before it counts',
  'human-on-the-loop': 'Somebody watches and can step in',
  'human-out-of-the-loop': 'Nobody, as a rule',
});

export const annexIIIWords = named(annexIIIAreas, {
  biometrics: 'Biometrics',
  'critical-infrastructure': 'Critical infrastructure',
  education: 'Education',
  employment: 'Employment',
  'essential-services': 'Essential services, such as credit and insurance',
  'law-enforcement': 'Law enforcement',
  migration: 'Migration and borders',
  'justice-and-democracy': 'Justice and democracy',
});

export const prohibitedWords = named(prohibitedPractices, {
  manipulation: 'Manipulates people',
  'exploiting-vulnerability': 'Exploits that somebody is vulnerable',
  'social-scoring': 'Scores people by how they behave',
  'predicting-crime': 'Predicts who will commit a crime',
  'face-scraping': 'Collects faces from the internet or cameras',
  'emotion-recognition-at-work': 'Reads emotions at work or at school',
  'biometric-categorisation': 'Sorts people by biometric data',
  'real-time-biometric-identification': 'Recognises people in public, live',
});

/** The uses of the policy; one that it prohibits says so. */
export const usesOf = ({ uses }: Pick<GovernancePolicy, 'uses'>): Option[] =>
  uses.map(({ id, title, standing }) => ({
    value: id,
    word: standing === 'allowed' ? title : `${title} (${standing})`,
  }));

/** What a question is called where it is open: by its path below the profile. */
export const questionWords: Record<string, string> = {
  'affects.influences': 'What it influences',
  'affects.basis': 'How far decisions rest on it',
  'data.classification': 'How its data is classified',
  'data.categories': 'Which kinds of data it works with',
  'regulation.euAiAct.annexIII': 'Areas of the EU AI Act, Annex III',
  'regulation.euAiAct.prohibited': 'Practices of the EU AI Act, Art. 5',
  'affects.interaction': 'Whether people interact with it',
};

/** What a field is called, by its path in the registration. */
const fieldWords: Record<string, string> = {
  title: 'Name',
  name: 'Name in the catalog',
  description: 'Description',
  purpose: 'Purpose',
  owner: 'Owner team',
  accountable: 'Accountable leader',
  type: 'What it is',
  lifecycle: 'Stage',
  sourcing: 'Where it comes from',
  'vendor.name': 'Vendor',
  'vendor.product': 'Product',
  'vendor.enabledByDefault': 'Who switched it on',
  'affects.audience': 'Whom it reaches',
  'data.sources': 'Where its data comes from',
  usedBy: 'Who uses it',
  hasPart: 'Its parts',
  dependsOn: 'What it depends on',
  consumesApis: 'APIs that it calls',
  'models[0].provider': 'Provider of the model',
  'models[0].name': 'Model',
  repository: 'Address of the file',
  reason: 'Why',
  ...questionWords,
};

/** Of one of several, such as `usedBy[1]`, as they are called together. */
export const fieldWord = (path: string) =>
  fieldWords[path] ?? fieldWords[path.replace(/\[\d+\]$/, '')] ?? path;
