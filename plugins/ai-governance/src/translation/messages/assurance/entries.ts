export const entries = {
  none: 'Nothing has been recorded here yet.',
  record: 'Record {{type}}',
  revision: 'Revise: {{entry}}',
  all: 'Show all {{count, number}}',
  erased: 'An entry whose text was erased',
  erasedAt: 'Recorded {{at}}',
  recorded: 'Recorded {{at}} by {{author}}',
  revised: 'Revision {{revision}}, recorded {{at}} by {{author}}',
  read: 'Read',
  hide: 'Hide',
  revise: 'Revise',
  history: 'History',
  id: 'Record {{id}}',
  whyNot: {
    owner: 'You may not write here: {{owner}} does.',
    noOwner: 'You may not write here, and it has no owner who could.',
  },
} as const;
