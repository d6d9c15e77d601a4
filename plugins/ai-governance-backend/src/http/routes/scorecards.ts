import { NotFoundError } from '@backstage/errors';
import {
  asOfQuerySchema,
  organizationScorecardSchema,
  teamScorecardSchema,
  teamScorecardsSchema,
  trendQuerySchema,
  trendSchema,
} from 'backstage-plugin-ai-governance-common';
import { forWholeCatalog } from '../../permissions/forCatalog';
import { settledIfAsked } from '../asOf';
import { refOf, teamParams } from '../parameters';
import { readableEntities } from '../readableEntities';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';
import { trendPoints } from '../trendPoints';
import { withoutUnreadable } from '../withoutUnreadable';

const trendDescription =
  'By default thirteen points over a year until now. With the owners and the tree of groups of each instant, and what was held then: nothing is computed again.';

export const scorecardRoutes = (services: Services) => {
  const { access, catalog, scorecards } = services;

  const inCatalog = async (credentials: CallerCredentials, ref: string) => {
    const asking = await forWholeCatalog(services, credentials);
    return asking && catalog.getEntityByRef(ref, { credentials: asking });
  };

  return [
    route({
      method: 'get',
      path: '/scorecards/organization',
      operationId: 'get-organization-scorecard',
      summary: 'Every subject that the caller may read, rolled up',
      query: asOfQuerySchema,
      response: organizationScorecardSchema,
      handle: async ({ credentials, query }) =>
        scorecards.organization(
          await access.scope(credentials),
          await settledIfAsked(services, query.asOf),
        ),
    }),
    route({
      method: 'get',
      path: '/scorecards/organization/trend',
      operationId: 'get-organization-trend',
      summary: 'Every subject that the caller may read, through time',
      description: trendDescription,
      query: trendQuerySchema,
      response: trendSchema,
      handle: async ({ credentials, query }) => ({
        items: await scorecards.trend(
          await access.scope(credentials),
          await trendPoints(services, query),
        ),
      }),
    }),
    route({
      method: 'get',
      path: '/scorecards/teams',
      operationId: 'list-team-scorecards',
      summary:
        'Every group that owns such a subject, itself or through a group below it',
      query: asOfQuerySchema,
      response: teamScorecardsSchema,
      handle: async ({ credentials, query }) => {
        const teams = await scorecards.teams(
          await access.scope(credentials),
          await settledIfAsked(services, query.asOf),
        );
        const readable = await readableEntities(
          services,
          credentials,
          teams.map(team => team.ref),
        );
        return { items: withoutUnreadable(teams, readable) };
      },
    }),
    route({
      method: 'get',
      path: '/scorecards/teams/:namespace/:name',
      operationId: 'get-team-scorecard',
      summary: 'One group with everything below it',
      description: 'A group that owns nothing has an empty scorecard.',
      params: teamParams,
      query: asOfQuerySchema,
      response: teamScorecardSchema,
      refusals: [404],
      handle: async ({ credentials, params, query }) => {
        const asOf = await settledIfAsked(services, query.asOf);
        const ref = refOf({ kind: 'group', ...params });
        const readable = await inCatalog(credentials, ref);
        const scorecard =
          readable &&
          (await scorecards.team(await access.scope(credentials), ref, asOf));
        if (!scorecard) {
          throw new NotFoundError(
            `${ref} is not known here, or you may not read it`,
          );
        }
        const { parent, ...team } = scorecard;
        if (parent === undefined) return team;
        const above = await readableEntities(services, credentials, [parent]);
        return above.has(parent) ? scorecard : team;
      },
    }),
    route({
      method: 'get',
      path: '/scorecards/teams/:namespace/:name/trend',
      operationId: 'get-team-trend',
      summary: 'One group with everything below it, through time',
      description: trendDescription,
      params: teamParams,
      query: trendQuerySchema,
      response: trendSchema,
      refusals: [404],
      handle: async ({ credentials, params, query }) => {
        const ref = refOf({ kind: 'group', ...params });
        if (!(await inCatalog(credentials, ref))) {
          throw new NotFoundError(
            `${ref} is not known here, or you may not read it`,
          );
        }
        return {
          items: await scorecards.trend(
            await access.scope(credentials),
            await trendPoints(services, query),
            ref,
          ),
        };
      },
    }),
  ];
};
