import { NotFoundError } from '@backstage/errors';
import {
  familyScorecardQuerySchema,
  familyScorecardSchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { settledIfAsked } from '../asOf';
import { listScope } from '../listScope';
import { readableEntities } from '../readableEntities';
import { route } from '../Route';
import { Services } from '../Services';

/** Teams by the controls of one family. */
export const familyScorecardRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/scorecards/families/:family',
    operationId: 'get-family-scorecard',
    summary:
      'One family of controls, control by control, for every group that owns a subject which the caller may read',
    description:
      'A group counts what it owns and what groups below it own, each subject once. What these teams are called and where they stand is in `/scorecards/teams`.',
    params: z.strictObject({ family: z.string().describe('Such as DOC') }),
    query: familyScorecardQuerySchema,
    response: familyScorecardSchema,
    refusals: [404],
    handle: async ({ credentials, params, query: asked }) => {
      const { scope, query } = await listScope(services, credentials, asked);
      const asOf = await settledIfAsked(services, query.asOf);
      const found = await services.familyScorecards.find(scope, params.family, {
        team: query.team,
        asOf,
      });
      if (!found) {
        throw new NotFoundError(
          `There is no family of controls ${JSON.stringify(
            params.family,
          )}; there are ${services.familyScorecards.families().join(', ')}`,
        );
      }
      const readable = await readableEntities(
        services,
        credentials,
        found.items.map(({ ref }) => ref),
      );
      return {
        ...found,
        items: found.items.filter(({ ref }) => readable.has(ref)),
      };
    },
  }),
];
