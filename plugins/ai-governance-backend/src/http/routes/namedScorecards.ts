import { NotFoundError } from '@backstage/errors';
import {
  namedScorecardDetailSchema,
  NamedScorecardQuery,
  namedScorecardQuerySchema,
  namedScorecardsSchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { settledIfAsked } from '../asOf';
import { listScope } from '../listScope';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

/** Scorecards that have a name: some controls of some subjects. */
export const namedScorecardRoutes = (services: Services) => {
  const { namedScorecards } = services;
  const asked = async (
    credentials: CallerCredentials,
    given: NamedScorecardQuery,
  ) => {
    const { scope, query } = await listScope(services, credentials, given);
    const asOf = await settledIfAsked(services, query.asOf);
    return { scope, of: { team: query.team, asOf } };
  };
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
        const { scope, of } = await asked(credentials, query);
        const found = await namedScorecards.list(scope, of);
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
        const { scope, of } = await asked(credentials, query);
        const found = await namedScorecards.find(scope, params.id, of);
        if (found) return found;
        throw new NotFoundError(
          `There is no scorecard ${JSON.stringify(params.id)}`,
        );
      },
    }),
  ];
};
