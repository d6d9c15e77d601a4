export const home = {
  work: {
    loading: 'Loading the work',
    nothing: {
      title: 'Nothing is to be done',
      text: 'All that you and your teams answer for holds.',
    },
    all: 'All {{count, number}} in My work',
    page: 'My work',
    waits: 'Waits for your decision',
    overdue: 'Overdue since {{day}}',
    runsOut: 'Runs out on {{day}}',
  },
} as const;
