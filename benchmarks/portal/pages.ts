/** Who looks: reads every system of the example company. */
export const reader = 'user:default/miriam.cohen';
/** Owns the system below. */
export const owner = 'user:default/lena.fischer';

/** A page that is weighed and timed, and the text by which it is known to be usable. */
export interface Opened {
  what: string;
  path: string;
  shows: string;
  /** What the portal without the suite shows there. */
  showsWithout: string;
}

const team = 'credit-risk';

export const pages: readonly Opened[] = [
  {
    what: 'page of a team, with its card',
    path: `/catalog/default/group/${team}`,
    shows: 'The team with everything below it',
    showsWithout: 'Credit Risk',
  },
  {
    what: 'scorecard of a team',
    path: `/ai-governance/teams/default/${team}`,
    shows: 'of what is asked holds',
    showsWithout: 'PAGE NOT FOUND',
  },
  {
    what: 'scorecards of the organization',
    path: '/ai-governance/teams',
    shows: 'of what is asked holds',
    showsWithout: 'PAGE NOT FOUND',
  },
  {
    what: 'inventory',
    path: '/ai-governance/inventory',
    shows: 'Card limit proposals',
    showsWithout: 'PAGE NOT FOUND',
  },
];
