import {
  appendRequestSchema,
  assuranceAppendPermission,
  decisionMakePermission,
  decisionRequestPermission,
  instant,
  pageOf,
  recordAppendPermission,
  recordsQuerySchema,
  registration,
  revisionSchema,
  Writing,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { authorOf } from '../author';
import { refOf, subjectParams } from '../parameters';
import { typeOf } from '../recordType';
import { route } from '../Route';
import { Services } from '../Services';

/** Which permission a statement takes; what people state of themselves is never of a subject. */
const permissions = {
  append: recordAppendPermission,
  request: decisionRequestPermission,
  decide: decisionMakePermission,
  assure: assuranceAppendPermission,
  self: recordAppendPermission,
} satisfies Record<Writing, unknown>;

export const subjectRecordRoutes = ({
  access,
  ledger,
  registrations,
  statements,
  worker,
}: Services) => [
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
      const ref = refOf(params);
      const asOf = query.asOf && instant(query.asOf);
      const subject = asOf
        ? await access.subjectAsOf(credentials, ref, asOf)
        : await access.subject(credentials, ref);
      const records = await ledger.records(subject.id, {
        type: query.type,
        asOf,
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
      'A document is revised by its type, an entry by its `recordId`; both with the `baseRevision` that the author started from. When that is not the latest, nothing is written, and the answer is 409 with the latest as `head`. A decision carries the `stateHash` that was looked at: 409 without `head` when the subject has changed since.',
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
      const ofRegistration = body.type === registration.type;
      const revision = await statements.append(
        { kind: 'subject', subject },
        body,
        authorOf(credentials),
        async writing => {
          await access.authorize(credentials, permissions[writing], subject);
          if (ofRegistration) {
            await registrations.checkPlace(subject.ref, body.data);
          }
        },
      );
      if (ofRegistration) await registrations.changed();
      worker.poke();
      return revisionView(revision);
    },
  }),
];
