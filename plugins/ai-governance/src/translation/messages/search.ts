/** What the portal's search shows and asks of AI governance. */
export const search = {
  writtenAs: 'Written as',
  tier: 'Tier',
  about: {
    'ai-system': 'AI systems',
    'intended-use': 'Intended uses and limitations',
    risk: 'Risks',
    'threat-model': 'Threat models',
    'impact-assessment': 'Impact assessments',
    'data-sheet': 'Data sheets',
    operations: 'Operations',
    'vendor-assessment': 'Vendor assessments',
    change: 'Changes',
    incident: 'Incidents',
    'corrective-action': 'Corrective actions',
  },
  item: {
    of: 'of {{subject}}',
    tier: 'Tier: {{tier}}',
    owner: 'Owner: {{owner}}',
  },
} as const;
