import { inventoryStatusSchema } from 'backstage-plugin-ai-governance-common';
import { route } from '../Route';
import { Services } from '../Services';

export const inventoryRoutes = ({ access, inventory, knex }: Services) => [
  route({
    method: 'get',
    path: '/inventory',
    operationId: 'get-inventory-status',
    summary: 'How fresh the inventory is, and what waits for evaluation',
    response: inventoryStatusSchema,
    handle: async ({ credentials }) => {
      const scope = await access.scope(credentials);
      const status = await inventory.status();
      const waiting = knex('work').count({ count: '*' });
      scope.apply(waiting, 'work.subject_id');
      const [{ count }] = await waiting;
      return { ...status, waiting: Number(count) };
    },
  }),
];
