import { NotFoundError } from '@backstage/errors';
import {
  namedScorecardDetailSchema,
  NamedScorecardQuery,
  namedScorecardQuerySchema,
  namedScorecardsSchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { settledIfAsked } from '../asOf';
import { route } from '../Route';
import { Services } from '../Services';

/** Scorecards that have a name: some controls of some subjects. */
export const namedScorecardRoutes = (services: Services) => {
  const { access, namedScorecards } = services;
  const of = async ({ team, asOf }: NamedScorecardQuery) => ({
    team: team?.toLocaleLowerCase('en-US'),
    asOf: await settledIfAsked(services, asOf),
  });
  return [
    route({
      method: 'get',
      path: '/scorecards/named',
      operationId: 'list-named-scorecards',
      summary:
        'Scorecards that the configuration names, over the subjects that the caller may read',
      query: namedScorecardQuerySchema,
      response: namedScorecardsSchema,
      handle: async ({ credentials, query }) => {
        const found = await namedScorecards.list(
          await access.scope(credentials),
          await of(query),
        );
        return { items: found.map(({ controls: _, ...item }) => item) };
      },
    }),
    route({
      method: 'get',
      path: '/scorecards/named/:id',
      operationId: 'get-named-scorecard',
      summary: 'One of them, by control',
      params: z.strictObject({
        id: z.string().describe('Such as iso-42001-baseline'),
      }),
      query: namedScorecardQuerySchema,
      response: namedScorecardDetailSchema,
      refusals: [404],
      handle: async ({ credentials, params, query }) => {
        const found = await namedScorecards.find(
          await access.scope(credentials),
          params.id,
          await of(query),
        );
        if (found) return found;
        throw new NotFoundError(
          `There is no scorecard ${JSON.stringify(params.id)}`,
        );
      },
    }),
  ];
};
