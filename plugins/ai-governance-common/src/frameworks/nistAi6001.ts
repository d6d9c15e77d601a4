import { Requirement } from './Framework';

/**
 * NIST AI 600-1, Generative AI Profile (July 2024): the twelve risks of section 2, by the number of their subsection. Public domain.
 * Source: https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.600-1.pdf
 */
export const nistAi6001Risks: readonly Requirement[] = [
  { id: '2.1', title: 'CBRN Information or Capabilities' },
  { id: '2.2', title: 'Confabulation' },
  { id: '2.3', title: 'Dangerous, Violent, or Hateful Content' },
  { id: '2.4', title: 'Data Privacy' },
  { id: '2.5', title: 'Environmental Impacts' },
  { id: '2.6', title: 'Harmful Bias or Homogenization' },
  { id: '2.7', title: 'Human-AI Configuration' },
  { id: '2.8', title: 'Information Integrity' },
  { id: '2.9', title: 'Information Security' },
  { id: '2.10', title: 'Intellectual Property' },
  { id: '2.11', title: 'Obscene, Degrading, and/or Abusive Content' },
  { id: '2.12', title: 'Value Chain and Component Integration' },
];
