import { NotFoundError } from '@backstage/errors';
import {
  organizationScorecardSchema,
  teamScorecardSchema,
  teamScorecardsSchema,
} from 'backstage-plugin-ai-governance-common';
import { refOf, teamParams } from '../parameters';
import { readableGroups, withoutUnreadable } from '../readableGroups';
import { route } from '../Route';
import { Services } from '../Services';

export const scorecardRoutes = (services: Services) => {
  const { access, catalog, scorecards } = services;
  return [
    route({
      method: 'get',
      path: '/scorecards/organization',
      operationId: 'get-organization-scorecard',
      summary: 'Every subject that the caller may read, rolled up',
      response: organizationScorecardSchema,
      handle: async ({ credentials }) =>
        scorecards.organization(await access.scope(credentials)),
    }),
    route({
      method: 'get',
      path: '/scorecards/teams',
      operationId: 'list-team-scorecards',
      summary:
        'Every group that owns such a subject, itself or through a group below it',
      response: teamScorecardsSchema,
      handle: async ({ credentials }) => {
        const teams = await scorecards.teams(await access.scope(credentials));
        const readable = await readableGroups(
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
      response: teamScorecardSchema,
      refusals: [404],
      handle: async ({ credentials, params }) => {
        const ref = refOf({ kind: 'group', ...params });
        const readable = await catalog.getEntityByRef(ref, { credentials });
        const scorecard =
          readable &&
          (await scorecards.team(await access.scope(credentials), ref));
        if (!scorecard) {
          throw new NotFoundError(
            `${ref} is not known here, or you may not read it`,
          );
        }
        const { parent, ...team } = scorecard;
        if (parent === undefined) return team;
        const above = await readableGroups(services, credentials, [parent]);
        return above.has(parent) ? scorecard : team;
      },
    }),
  ];
};
