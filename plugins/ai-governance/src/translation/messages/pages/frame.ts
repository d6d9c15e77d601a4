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
  notCsv:
    'This is no CSV file. Save the sheet as CSV (UTF-8) in your spreadsheet program, then choose that file.',
  list: {
    inAll: '{{count, number}} in all',
    shown: '{{from, number}}–{{to, number}} of {{count, number}}',
    rows: 'Rows',
    first: 'First page',
    previous: 'Previous page',
    next: 'Next page',
  },
} as const;
