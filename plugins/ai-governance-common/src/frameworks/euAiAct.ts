import { Requirement } from './Framework';

// Where a duty applies from another day for systems that were there before, the day here is the general one.
const prohibitions = '2025-02-02';
const transparency = '2026-08-02';
const highRisk = '2027-12-02';

/**
 * Regulation (EU) 2024/1689 (AI Act): what it asks of who uses AI, what makes a use high-risk, and what technical documentation holds,
 * with the day from which each applies. Titles are short forms of ours, not the text. The days are those after Regulation (EU) 2026/1744,
 * read from secondary sources; the prohibition and the Article 4a that it added are not here.
 * Source: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
 */
export const euAiActRequirements: readonly Requirement[] = [
  { id: 'Art.4', title: 'AI literacy', from: prohibitions },
  { id: 'Art.5', title: 'Prohibited AI practices' },
  ...[
    ['(a)', 'Subliminal, manipulative or deceptive techniques'],
    ['(b)', 'Exploiting the vulnerabilities of persons or groups'],
    ['(c)', 'Social scoring'],
    ['(d)', 'Predicting crimes by profiling alone'],
    ['(e)', 'Facial recognition databases by untargeted scraping'],
    ['(f)', 'Inferring emotions at work and in education'],
    ['(g)', 'Categorising by biometrics to infer sensitive attributes'],
    ['(h)', 'Real-time remote biometric identification by law enforcement'],
  ].map(([letter, title]) => ({
    id: `Art.5(1)${letter}`,
    title,
    parent: 'Art.5',
    from: prohibitions,
  })),
  { id: 'Art.6', title: 'Classification as high-risk' },
  {
    id: 'Art.6(3)',
    title: 'When a use of Annex III is not high-risk',
    parent: 'Art.6',
    from: highRisk,
  },
  {
    id: 'Art.6(4)',
    title: 'Documenting why a use of Annex III is not high-risk',
    parent: 'Art.6',
    from: highRisk,
  },
  { id: 'Annex III', title: 'Areas of high-risk use' },
  ...[
    'Biometrics',
    'Critical infrastructure',
    'Education and vocational training',
    'Employment, workers management and access to self-employment',
    'Essential private and public services and benefits',
    'Law enforcement',
    'Migration, asylum and border control management',
    'Administration of justice and democratic processes',
  ].map((title, index) => ({
    id: `Annex III.${index + 1}`,
    title,
    parent: 'Annex III',
    from: highRisk,
  })),
  { id: 'Art.26', title: 'Obligations of deployers of high-risk AI systems' },
  ...[
    'Use according to the instructions for use',
    'Human oversight by competent people',
    'Other obligations of the deployer remain',
    'Input data relevant and representative',
    'Monitoring, and telling the provider and authorities',
    'Keeping the logs for at least six months',
    'Informing workers and their representatives',
    'Registration by public authorities',
    'Data protection impact assessment',
    'Authorisation of post-remote biometric identification',
    'Informing the persons that decisions are about',
    'Cooperation with authorities',
  ].map((title, index) => ({
    id: `Art.26(${index + 1})`,
    title,
    parent: 'Art.26',
    from: highRisk,
  })),
  { id: 'Art.27', title: 'Fundamental rights impact assessment' },
  {
    id: 'Art.27(1)',
    title: 'Assessment before first use',
    parent: 'Art.27',
  },
  ...[
    ['(a)', 'The processes in which it is used'],
    ['(b)', 'For how long and how often'],
    ['(c)', 'Who is likely to be affected'],
    ['(d)', 'The specific risks of harm to them'],
    ['(e)', 'How human oversight is implemented'],
    ['(f)', 'What is done when the risks materialise'],
  ].map(([letter, title]) => ({
    id: `Art.27(1)${letter}`,
    title,
    parent: 'Art.27(1)',
    from: highRisk,
  })),
  ...[
    ['(2)', 'Renewed when something has changed'],
    ['(3)', 'Telling the market surveillance authority'],
    ['(4)', 'With the data protection impact assessment'],
    ['(5)', 'The template of the AI Office'],
  ].map(([paragraph, title]) => ({
    id: `Art.27${paragraph}`,
    title,
    parent: 'Art.27',
    from: highRisk,
  })),
  { id: 'Art.50', title: 'Transparency' },
  ...[
    'People are told that they interact with AI',
    'Generated content is marked as such',
    'People are told of emotion recognition and biometric categorisation',
    'Deep fakes and generated text on public matters are disclosed',
    'Told clearly, and at the first interaction',
    'Other obligations remain',
    'Codes of practice',
  ].map((title, index) => ({
    id: `Art.50(${index + 1})`,
    title,
    parent: 'Art.50',
    from: transparency,
  })),
  { id: 'Annex IV', title: 'Technical documentation' },
  ...[
    'General description',
    'Elements and development process',
    'Monitoring, functioning and control',
    'Performance metrics',
    'Risk management system',
    'Changes through the lifecycle',
    'Harmonised standards applied',
    'EU declaration of conformity',
    'Evaluation after placing on the market',
  ].map((title, index) => ({
    id: `Annex IV.${index + 1}`,
    title,
    parent: 'Annex IV',
    from: highRisk,
  })),
];
