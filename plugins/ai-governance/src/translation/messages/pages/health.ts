export const health = {
  title: 'Health',
  loading: 'Loading the health',
  denied: {
    title: 'You may not see the health',
    text: 'It is for those who run this portal. Whoever looks after permissions can let you read it (ai-governance.health.read).',
  },
  asOf: 'As of {{time}}',
  again: 'Look again',
  state: {
    failing: 'Failing',
    attention: 'Needs attention',
    well: 'Well',
    off: 'Off',
  },
  check: {
    ledger: 'Ledger',
    inventory: 'Reading the catalog',
    registrations: 'Registrations in the portal',
    queue: 'Evaluation',
    'records-as-code': 'Documents kept in files',
    notices: 'Notifications',
  },
  item: {
    lastWell: 'Last went well {{time}}',
    concerned: '{{entity}}: {{problem}}',
    others: 'and {{others, number}} more',
    remedy: '{{lead}} {{remedy}}',
    remedyLead: 'What to do:',
  },
  imports: {
    title: 'Import of {{register}}',
    more: 'Which rows, and why',
    warning:
      'The catalog keeps what it has of this register. Look whether the file is there and whole; it is read again by schedule.',
    notRead: {
      summary: 'The register was not read yet.',
      remedy:
        'It is read soon after the start of a backend. If this stays so, look in the log of the catalog.',
    },
    refused: {
      summary:
        'Of {{rows, number}} rows, {{taken, number}} became AI systems and {{refused, number}} did not.',
      remedy:
        'Mend the rows in the register, or what its mapping says of them.',
    },
    well: 'Every one of {{rows, number}} rows became an AI system.',
  },
} as const;
