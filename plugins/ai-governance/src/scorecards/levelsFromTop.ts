/** Every level that a subject can have, the best first. */
export const levelsFromTop = ['gold', 'silver', 'bronze', 'none'] as const;
