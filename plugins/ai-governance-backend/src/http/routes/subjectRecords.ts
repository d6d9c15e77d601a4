import {
  appendRequestSchema,
  instant,
  pageOf,
  recordAppendPermission,
  recordsQuerySchema,
  recordTypes,
  revisionSchema,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { writtenByPeople } from '../../ledger/writtenByPeople';
import { authorOf } from '../author';
import { refOf, subjectParams } from '../parameters';
import { typeOf } from '../recordType';
import { route } from '../Route';
import { Services } from '../Services';

export const subjectRecordRoutes = ({ access, ledger, worker }: Services) => [
  route({
    method: 'get',
    path: '/subjects/:kind/:namespace/:name/records',
    operationId: 'list-subject-records',
    summary: 'The latest revision of each record of one subject',
    description:
      'With `asOf`: as the ledger stood at that instant, the same answer every time.',
    params: subjectParams,
    query: recordsQuerySchema,
    response: pageOf(revisionSchema),
    refusals: [404],
    handle: async ({ credentials, params, query }) => {
      if (query.type !== undefined) typeOf(query.type);
      const subject = await access.subject(credentials, refOf(params));
      const records = await ledger.records(subject.id, {
        type: query.type,
        asOf: query.asOf && instant(query.asOf),
      });
      return { items: records.map(revisionView), totalItems: records.length };
    },
  }),
  route({
    method: 'post',
    path: '/subjects/:kind/:namespace/:name/records',
    operationId: 'append-record',
    summary: 'Appends a record, or a revision of one',
    description:
      'A document is revised by its type, an entry by its `recordId`; both with the `baseRevision` that the author started from. When that is not the latest, nothing is written, and the answer is 409 with the latest as `head`.',
    params: subjectParams,
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
      const subject = await access.subject(credentials, refOf(params));
      await access.authorize(credentials, recordAppendPermission, subject);
      writtenByPeople(recordTypes, body.type);
      const revision = await ledger.append(subject.id, {
        ...body,
        author: authorOf(credentials),
      });
      worker.poke();
      return revisionView(revision);
    },
  }),
];
