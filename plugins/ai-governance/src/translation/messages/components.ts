/** What the parts that all screens share say. */
export const components = {
  loading: 'Loading',
  cancel: 'Cancel',
  counts: {
    none: 'No results yet',
    pass: '{{count}} pass',
    warning: '{{count}} warning',
    fail: '{{count}} fail',
    expired: '{{count}} expired',
    'not-reported': '{{count}} not reported',
    'not-applicable': '{{count}} not applicable',
    exempt: '{{count}} exempt',
    error: '{{count}} error',
  },
  share: {
    none: {
      whole: 'Nothing is asked',
      exempt: 'Nothing is asked, {{exempt}} exempt',
    },
    some: {
      whole: '{{percent}} % · {{hold}} of {{asked}} hold',
      exempt: '{{percent}} % · {{hold}} of {{asked}} hold, {{exempt}} exempt',
    },
  },
  problem: {
    signedOut: {
      title: 'You are signed out',
      text: 'Sign in again, then try once more.',
    },
    forbidden: {
      title: 'You may not see this',
      text: 'Your role does not include it. Ask the owner, or whoever looks after permissions in this portal.',
    },
    missing: {
      title: 'Nothing found',
      text: 'It is not under AI governance, or you may not see it.',
    },
    other: 'This could not be loaded',
    retry: 'Try again',
  },
  textSource: {
    another: 'Choose another file',
    paste: 'Paste it instead',
    read: 'Read: {{name}}',
    pasted: 'Pasted text',
    readPasted: 'Read it',
  },
  asOf: {
    label: 'As of',
    now: 'Now. Choose a day to see its end.',
    zone: 'The day ends by your time zone.',
    ofTeams: 'owners, teams and results',
    back: 'Back to now',
    refused: '{{instant}} cannot be shown',
    past: 'As it was on {{instant}}: {{of}} of that day.',
  },
} as const;
