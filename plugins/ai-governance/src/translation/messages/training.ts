/** How people stand with the courses that are asked of them. */
export const training = {
  role: { owner: 'Owner', reviewer: 'Reviewer', user: 'User' },
  state: {
    lapsed: 'Lapsed',
    missing: 'Not recorded',
    'runs-out': 'Runs out soon',
    holds: 'Holds',
    withdrawn: 'Withdrawn',
  },
  counted: {
    lapsed: '{{count}} lapsed',
    missing: '{{count}} not recorded',
    'runs-out_one': '{{count}} runs out soon',
    'runs-out_other': '{{count}} run out soon',
    holds_one: '{{count}} holds',
    holds_other: '{{count}} hold',
  },
  record: {
    button: 'Record',
    of: 'Record {{course}} of {{person}}',
    title: 'Record a completion of {{person}}: {{course}}',
    done: 'The completion is recorded.',
  },
} as const;
