import {
  appendRequestSchema,
  pageOf,
  recordsQuerySchema,
  revisionSchema,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { authorOf } from '../author';
import { refOf, teamParams } from '../parameters';
import { readPerson, writeAsPerson } from '../personAccess';
import { typeOf } from '../recordType';
import { route } from '../Route';
import { Services } from '../Services';

const query = recordsQuerySchema.omit({ asOf: true });

export const peopleRoutes = (services: Services) => {
  const { ledger, statements, worker } = services;
  return [
    route({
      method: 'get',
      path: '/people/:namespace/:name/records',
      operationId: 'list-person-records',
      summary: 'What a person has stated of themselves: the latest revisions',
      description:
        'One’s own always; that of others takes the permission `ai-governance.people.read`.',
      params: teamParams,
      query,
      response: pageOf(revisionSchema),
      refusals: [403, 404],
      handle: async ({ credentials, params, query: { type } }) => {
        if (type !== undefined) typeOf(type);
        const ref = refOf({ kind: 'user', ...params });
        await readPerson(services, credentials, ref);
        const stream = await ledger.findStream(ref);
        const records = stream ? await ledger.records(stream.id, { type }) : [];
        return { items: records.map(revisionView), totalItems: records.length };
      },
    }),
    route({
      method: 'post',
      path: '/people/:namespace/:name/records',
      operationId: 'append-person-record',
      summary: 'States something of oneself, or revises it',
      description: 'Nobody states anything of somebody else.',
      params: teamParams,
      body: appendRequestSchema,
      response: revisionSchema,
      status: 201,
      refusals: [403, 404, 409],
      audit: {
        eventId: 'record-append',
        severityLevel: 'medium',
        succeeded: ({ type, recordId, revision }) => ({
          type,
          recordId,
          revision,
        }),
      },
      handle: async ({ credentials, params, body }) => {
        const ref = refOf({ kind: 'user', ...params });
        await writeAsPerson(services, credentials, ref);
        const revision = await statements.append(
          { kind: 'person', ref },
          body,
          authorOf(credentials),
          // whose stream it is, is all that it takes
          async () => {},
        );
        worker.poke();
        return revisionView(revision);
      },
    }),
  ];
};
