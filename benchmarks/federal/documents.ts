import { random } from '../random';

export type Random = ReturnType<typeof random>;

// What the records of the made-up year say. No agency has stated any of it, and each says so where a reader would look.

const MADE_UP = 'Made up for the example.';
const sentences = [
  'It is used every working day by those who were taught how.',
  'What it proposes is read by a person before anything is done.',
  'It has not been tried on cases from before 2021.',
  'Results are compared each quarter with what people decided.',
  'It fails on scanned pages of poor quality.',
  'Two of three offices use it; the third waits for its network.',
];
const some = (r: Random, n = 2) =>
  [...sentences]
    .sort(() => r.next() - 0.5)
    .slice(0, n)
    .join(' ');
const maybe = (r: Random, share: number, fields: object) =>
  r.chance(share) ? fields : {};

export const intendedUse = (r: Random, complete: number) => ({
  purpose: `${MADE_UP} ${some(r)}`,
  users: 'Analysts and case workers of the bureau.',
  inScope: some(r),
  ...maybe(r, complete, { outOfScope: 'Decisions without a person.' }),
  ...maybe(r, complete, { limitations: some(r, 3), assumptions: some(r, 1) }),
  ...maybe(r, complete, { oversight: 'The head of the office may stop it.' }),
  ...maybe(r, complete, { guidance: 'Read the sources before you answer.' }),
  ...maybe(r, complete, { inputs: 'Files of the case.', outputs: 'A draft.' }),
});

const rating = (r: Random, most: number) => 1 + r.below(most);
const estimate = (r: Random, most: number) => ({
  likelihood: rating(r, most),
  consequence: {
    individuals: rating(r, most),
    society: rating(r, most),
    business: rating(r, most),
  },
});
const categories = [
  'accuracy',
  'bias-and-fairness',
  'privacy',
  'security',
  'safety',
  'transparency',
  'misuse',
] as const;

/** `day` turns days from that of the assessment into a date. */
export const riskAssessment = (
  r: Random,
  careful: number,
  day: (days: number) => string,
) => ({
  summary: `${MADE_UP} ${some(r)}`,
  scenarios: categories.slice(0, 1 + r.below(4)).map(category => ({
    id: category,
    title: `Harm by lack of ${category.replaceAll('-', ' ')}`,
    category,
    description: some(r),
    inherent: estimate(r, r.chance(careful) ? 3 : 5),
    ...maybe(r, careful, {
      treatment: {
        strategy: 'mitigate',
        plan: some(r),
        owner: 'user:default/robin.hale',
        due: day(60 + r.below(500)),
      },
    }),
    knowledge: r.oneOf(['strong', 'moderate', 'weak']),
  })),
});

export const operations = (r: Random, complete: number) => ({
  overview: `${MADE_UP} ${some(r)}`,
  access: 'By group; rights are reviewed each quarter.',
  ...maybe(r, complete, {
    logging: 'Prompts, outputs and who acted on them.',
    logRetention: 'Three years, then deleted.',
  }),
  ...maybe(r, complete, {
    updates: 'Tried beside the present version for two weeks.',
    retraining: 'Never; a new version is assessed anew.',
    drift: 'The share of corrected drafts, each month.',
  }),
  ...maybe(r, complete, {
    responders: 'The service desk; the head of the office decides.',
    responseTimes: 'Harm within an hour, all else within a day.',
    notified: 'Those whom it met, and the department.',
    switchOff: 'The switch in the console; work goes on by hand.',
  }),
});

export const dataSheet = (r: Random, complete: number) => ({
  description: `${MADE_UP} Case files of five years. ${some(r)}`,
  training: 'By the vendor, on public data.',
  tuning: 'On closed cases.',
  reference: 'Regulations in force.',
  ...maybe(r, complete, {
    qualityCriteria: 'Complete for 98 % of cases.',
    qualityMet: '98.6 %, counted each month.',
    preparation: 'Names are masked.',
  }),
  ...maybe(r, complete, {
    purpose: 'For this use only.',
    minimisation: 'What the case does not need is left out.',
    retention: 'As long as the case.',
    deletion: 'With the case.',
    bias: 'Offices of the north are over-represented.',
  }),
});

export const impactAssessment = (r: Random, complete: number) => ({
  process: `${MADE_UP} ${some(r)}`,
  affected: 'People who apply, and those who speak for them.',
  benefits: 'An answer in days instead of weeks.',
  harms: 'A file is taken for complete and is not.',
  ...maybe(r, complete, {
    society: 'Less work of the kind that newcomers learn from.',
    fairness: 'Compared by age and region; gaps below three points.',
    explanation: 'The letter says that AI was used.',
    appeal: 'In writing; a person decides anew within 30 days.',
  }),
  ...maybe(r, complete, {
    oversight: 'A person reads each draft.',
    measures: 'The office makes it good.',
    consulted: 'Two associations of those affected.',
  }),
});

export const threatModel = (r: Random) => ({
  scope: `${MADE_UP} ${some(r)}`,
  assets: ['Case files', 'Keys of the model service'],
  entryPoints: ['Uploaded documents', 'The search field'],
  threats: [
    {
      id: 'hidden-text',
      title: 'A document carries instructions',
      kind: 'prompt-injection',
      sources: ['LLM01:2025'],
      mitigation: 'Text of documents is marked as such; nothing is sent.',
    },
  ],
});

export const vendorAssessment = (
  r: Random,
  day: (days: number) => string,
  complete: number,
) => ({
  product: 'Product of a vendor (made up)',
  plan: 'Government',
  dataSent: [{ classification: 'internal', what: 'Case files' }],
  retention: {
    prompts: { standing: 'known', days: 30 },
    outputs: { standing: 'known', days: 30 },
    logs: r.chance(complete)
      ? { standing: 'known', days: 90 }
      : { standing: 'unknown' },
  },
  training: { use: r.oneOf(['no', 'opted-out', 'unknown']) },
  ...maybe(r, complete, { exit: 'Exported as files, deleted in 30 days.' }),
  ...maybe(r, complete, {
    evidence: [
      { kind: 'soc-2', issued: day(-200), expires: day(r.below(300)) },
    ],
  }),
});

export const monitoring = (
  r: Random,
  from: string,
  to: string,
  sourceId: string,
) => ({
  period: { from, to },
  drift: {
    found: 'Within bounds.',
    measures: [
      {
        name: 'population stability',
        value: Math.round(r.next() * 28) / 100,
        threshold: 0.25,
        direction: 'above',
      },
    ],
  },
  performance: { found: some(r, 1) },
  abuse: { found: 'None.' },
  violations: { found: 'None.' },
  source: 'made-up-monitor',
  sourceId,
});

export const change = (r: Random, n: number) => ({
  kind: r.oneOf(['model', 'prompt', 'configuration', 'data', 'workflow']),
  title: `Change ${n}`,
  from: `version ${n}`,
  to: `version ${n + 1}`,
  why: `${MADE_UP} ${some(r, 1)}`,
});
