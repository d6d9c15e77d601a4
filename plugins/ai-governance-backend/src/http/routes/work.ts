import {
  workQuerySchema,
  workSchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { workCalendar } from '../../work/workCalendar';
import { authorOf } from '../author';
import { readableEntities } from '../readableEntities';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

export const workRoutes = (services: Services) => {
  const { access, baseUrl, clock, knex, work } = services;

  /** Without the groups that the caller may not read: else the list would tell what stands below them. */
  async function readableOwners(
    credentials: CallerCredentials,
    owner: string | string[] | undefined,
  ): Promise<string[] | undefined> {
    if (owner === undefined) return undefined;
    const owners = [owner].flat().map(ref => ref.toLocaleLowerCase('en-US'));
    const groups = owners.filter(ref => ref.startsWith('group:'));
    const readable = await readableEntities(services, credentials, groups);
    return owners.filter(ref => !groups.includes(ref) || readable.has(ref));
  }

  return [
    route({
      method: 'get',
      path: '/work',
      operationId: 'list-work',
      summary: 'What there is to do, for the caller, a team, or all',
      description:
        'What waits for the caller comes first, then what is overdue, then what has a date, then what has none; within a day the graver tier first. `overdue`, `dueSoon` and `requested` count all that the scope holds, whatever `kind` and `tier` ask for.',
      query: workQuerySchema,
      response: workSchema,
      handle: async ({ credentials, query }) =>
        work.page(
          await access.scope(credentials),
          { ref: authorOf(credentials) },
          { ...query, owner: await readableOwners(credentials, query.owner) },
        ),
    }),
    route({
      method: 'get',
      path: '/work/calendar',
      operationId: 'get-work-calendar',
      summary: 'What the caller has to do within a year, as a calendar',
      description:
        'iCalendar (RFC 5545): what is overdue and what runs out, as all-day events.',
      response: z.string(),
      file: { contentType: 'text/calendar', name: 'ai-governance-work.ics' },
      handle: async ({ credentials }) =>
        workCalendar(
          work.dated(await access.scope(credentials), {
            ref: authorOf(credentials),
          }),
          { at: await clock(knex), baseUrl },
        ),
    }),
  ];
};
