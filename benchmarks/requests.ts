import { mockCredentials } from '@backstage/backend-test-utils';
import { division, team } from './company';
import { conditionalReader, reader } from './memoryCatalog';

/** One request that is measured. */
export interface Read {
  what: string;
  path: string;
}

export const readers = [
  { who: 'reads all', ref: reader },
  { who: 'reads one division', ref: conditionalReader },
];

export const reads: Read[] = [
  { what: 'organization scorecard', path: '/scorecards/organization' },
  { what: 'teams scorecards', path: '/scorecards/teams' },
  {
    what: 'one division',
    path: `/scorecards/teams/default/${division}`,
  },
  { what: 'one team', path: `/scorecards/teams/default/${team}` },
  { what: 'inventory, by tier', path: '/subjects?limit=50' },
  {
    what: 'inventory, high tier by share',
    path: '/subjects?tier=high&orderBy=share&order=asc&limit=50',
  },
  {
    what: 'inventory, text, by title',
    path: '/subjects?q=system%201&orderBy=title&limit=50',
  },
  { what: 'risks, by level', path: '/risks?limit=50' },
  {
    what: 'inventory, of a division by overdue',
    path: `/subjects?team=group:default/${division}&orderBy=overdue&order=desc&limit=50`,
  },
];

/** A year of one figure, and what was held at an instant: none of it before the evaluation that was just measured. */
export const past = (asOf: string, system: string): Read[] => [
  {
    what: 'trend of a division, 13 points',
    path: `/scorecards/teams/default/${division}/trend`,
  },
  {
    what: 'trend of the organization, 13 points',
    path: '/scorecards/organization/trend',
  },
  {
    what: 'one division, as of an instant',
    path: `/scorecards/teams/default/${division}?asOf=${asOf}`,
  },
  {
    what: 'one system, as of an instant',
    path: `/subjects/aisystem/default/${system}?asOf=${asOf}`,
  },
];

/** Asks the plugin as one of the readers. */
export async function ask(
  port: number,
  path: string,
  as: string,
  body?: object,
): Promise<{ ms: number; body: any }> {
  const began = performance.now();
  const response = await fetch(
    `http://localhost:${port}/api/ai-governance${path}`,
    {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(as),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    },
  );
  const answer: any = await response.json();
  const ms = performance.now() - began;
  if (!response.ok) {
    throw new Error(
      `${path} answered ${response.status}: ${JSON.stringify(answer)}`,
    );
  }
  return { ms, body: answer };
}
