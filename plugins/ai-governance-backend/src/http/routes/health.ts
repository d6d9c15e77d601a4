import {
  healthReadPermission,
  healthSchema,
} from 'backstage-plugin-ai-governance-common';
import { readHealth } from '../../health/readHealth';
import { authorizeBasic } from '../authorizeBasic';
import { route } from '../Route';
import { Services } from '../Services';

export const healthRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/health',
    operationId: 'get-health',
    summary: 'How what runs by itself is doing, and what to do about it',
    description:
      'For administrators: the verification of the ledger, the sweeps of the catalog, what was registered in the portal, the queue of what is to be evaluated, documents as files, and what people are told. Counts are of everything; what is named the caller may read.',
    response: healthSchema,
    refusals: [403],
    handle: async ({ credentials }) => {
      const { access, clock, knex, permissions } = services;
      await authorizeBasic(permissions, credentials, healthReadPermission);
      const scope = await access.scope(credentials);
      return readHealth(services, scope, await clock(knex));
    },
  }),
];
