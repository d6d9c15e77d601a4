import {
  inventoryStatusSchema,
  inventorySweepPermission,
  sweepReportSchema,
  sweepRequestSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { ReadScope } from '../../permissions/ReadScope';
import { authorizeBasic } from '../authorizeBasic';
import { route } from '../Route';
import { Services } from '../Services';

export const inventoryRoutes = ({
  access,
  inventory,
  knex,
  permissions,
  worker,
}: Services) => [
  route({
    method: 'get',
    path: '/inventory',
    operationId: 'get-inventory-status',
    summary: 'How fresh the inventory is, and what waits for evaluation',
    response: inventoryStatusSchema,
    handle: async ({ credentials }) => {
      const scope = await access.scope(credentials);
      const status = await inventory.status();
      const waiting = await count(knex('work'), 'work.subject_id', scope);
      const subjects = () => knex('subjects').whereNull('subjects.gone_at');
      const readable = await count(subjects(), 'subjects.id', scope);
      if (readable >= (await count(subjects(), 'subjects.id'))) {
        return { ...status, waiting };
      }
      // how many there are that the caller may not read is not told either
      return {
        sweptAt: status.sweptAt,
        seen: status.seen === null ? null : readable,
        warning: status.warning && 'The last sweep was not taken over.',
        waiting,
      };
    },
  }),
  route({
    method: 'post',
    path: '/inventory/sweep',
    operationId: 'sweep-inventory',
    summary: 'Sweeps the catalog now',
    description:
      'When more than a tenth of the subjects vanish from the catalog at once, none is taken as gone until somebody has looked: `takeVanished` says that they are.',
    body: sweepRequestSchema,
    response: sweepReportSchema,
    refusals: [403],
    audit: {
      eventId: 'inventory-sweep',
      severityLevel: 'medium',
      succeeded: ({ seen, gone }) => ({ seen, gone }),
    },
    handle: async ({ credentials, body }) => {
      await authorizeBasic(permissions, credentials, inventorySweepPermission);
      const report = await inventory.sweep(body);
      worker.poke();
      return report;
    },
  }),
];

async function count(
  query: Knex.QueryBuilder,
  subjectId: string,
  scope?: ReadScope,
): Promise<number> {
  scope?.apply(query, subjectId);
  const [row] = await query.count({ count: '*' });
  return Number(row.count);
}
