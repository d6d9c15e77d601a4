export const frame = {
  belowInventory: { back: 'Way back', inventory: 'All AI systems' },
} as const;
