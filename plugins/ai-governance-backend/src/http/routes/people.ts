import {
  appendRequestSchema,
  pageOf,
  recordsQuerySchema,
  revisionSchema,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { authorOf } from '../author';
import { refOf, teamParams } from '../parameters';
import { readPerson, writeOfPerson } from '../personAccess';
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
      summary: 'What is stated of a person: the latest revisions',
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
      summary: 'States something of oneself, or which course somebody took',
      description:
        'What people state of themselves nobody states of somebody else. Training is recorded by others, with the permission `ai-governance.training.append`.',
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
        const authorize = await writeOfPerson(services, credentials, ref);
        const revision = await statements.append(
          { kind: 'person', ref },
          body,
          authorOf(credentials),
          authorize,
        );
        worker.poke();
        return revisionView(revision);
      },
    }),
  ];
};
