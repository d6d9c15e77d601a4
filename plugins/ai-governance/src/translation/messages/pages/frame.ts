export const frame = {
  title: 'AI governance',
  tabs: {
    scorecards: 'Scorecards',
    inventory: 'Inventory',
    register: 'Register',
    registers: 'Registers',
    training: 'Training',
    organization: 'Management system',
    frameworks: 'Frameworks',
    policy: 'Policy',
    work: 'My work',
  },
  belowInventory: { back: 'Way back', inventory: 'All AI systems' },
  csv: 'Download as CSV',
  list: {
    inAll: '{{count, number}} in all',
    shown: '{{from, number}}–{{to, number}} of {{count, number}}',
    rows: 'Rows',
    first: 'First page',
    previous: 'Previous page',
    next: 'Next page',
  },
} as const;
