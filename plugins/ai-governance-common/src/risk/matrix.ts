/** Ordered from the least. */
export const riskLevels = [
  'very-low',
  'low',
  'medium',
  'high',
  'very-high',
] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** From 1 to 5. */
export type Rating = 1 | 2 | 3 | 4 | 5;

/** Raised whenever a cell of the matrix or the method around it changes. */
export const riskMethodVersion = 1;

// Looked up, never multiplied: the ratings are ordinal, and a product of ordinals means nothing.
const matrix: Record<Rating, readonly RiskLevel[]> = {
  1: ['very-low', 'very-low', 'low', 'low', 'medium'],
  2: ['very-low', 'low', 'low', 'medium', 'high'],
  3: ['low', 'low', 'medium', 'high', 'high'],
  4: ['low', 'medium', 'high', 'high', 'very-high'],
  5: ['medium', 'medium', 'high', 'very-high', 'very-high'],
};

/** The level of a risk: the cell of the 5×5 matrix, in the row of its likelihood. */
export function riskLevel(likelihood: Rating, consequence: Rating): RiskLevel {
  return matrix[likelihood][consequence - 1];
}

/** Whether `a` is graver than `b`. */
export const isAbove = (a: RiskLevel, b: RiskLevel) =>
  riskLevels.indexOf(a) > riskLevels.indexOf(b);

/** What each likelihood means, as a frequency. */
export const likelihoodAnchors: Record<Rating, string> = {
  1: 'less than once in ten years',
  2: 'once in a few years',
  3: 'about once a year',
  4: 'several times a year',
  5: 'monthly or more often',
};

/** How bad each consequence is, in a word. */
export const consequenceAnchors: Record<Rating, string> = {
  1: 'negligible',
  2: 'minor',
  3: 'moderate',
  4: 'major',
  5: 'severe',
};
