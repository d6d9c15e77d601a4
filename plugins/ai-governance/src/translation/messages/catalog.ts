/** What the plugin adds to the catalog's own pages. */
export const catalog = {
  tier: 'AI tier',
  level: 'AI level',
  failed:
    'Tier and level could not be asked for, so nothing is shown: {{reason}}',
  many: 'So many fit that pages may come out short.',
  inventory: 'The inventory has them all',
} as const;
