import {
  pageOf,
  recordRedactPermission,
  redactRequestSchema,
  RegisterEntry,
  registerEntrySchema,
  registerQuerySchema,
  revisionSchema,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { withSources } from '../../source/readSource';
import { authorOf } from '../author';
import { CsvColumn } from '../csv';
import { listScope } from '../listScope';
import { recordParams, revisionParams } from '../parameters';
import { isReadableOfOrganization } from '../organizationAccess';
import { authorizeRedactWithoutSubject, personOfRecord } from '../personAccess';
import { dataColumns, revisionCsvColumns } from '../recordColumns';
import { typeOf } from '../recordType';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

export const recordRoutes = (services: Services) => {
  const { access, ledger, registers, worker } = services;

  const redactable = async (credentials: CallerCredentials, id: string) => {
    if (await personOfRecord(services, credentials, id)) {
      await authorizeRedactWithoutSubject(
        services,
        credentials,
        'what a person has stated',
      );
      return;
    }
    if (await isReadableOfOrganization(services, credentials, id)) {
      await authorizeRedactWithoutSubject(
        services,
        credentials,
        'what is stated of the organization',
      );
      return;
    }
    const subject = await access.subjectOfRecord(credentials, id);
    await access.authorize(credentials, recordRedactPermission, subject);
  };

  return [
    route({
      method: 'get',
      path: '/records',
      operationId: 'list-records',
      summary:
        'A register: the latest revision of every record of one type that the caller may read',
      query: registerQuerySchema,
      response: pageOf(registerEntrySchema),
      csv: {
        filename: 'ai-register',
        query: registerQuerySchema.omit({ limit: true, cursor: true }),
        columns: ({ type }) => registerColumns(type),
        items: async ({ credentials, query }) => {
          typeOf(query.type);
          const list = await listScope(services, credentials, query);
          return registers.each(list.scope, list.query);
        },
      },
      handle: async ({ credentials, query }) => {
        typeOf(query.type);
        const list = await listScope(services, credentials, query);
        return registers.page(list.scope, list.query);
      },
    }),
    route({
      method: 'get',
      path: '/records/:id/revisions',
      operationId: 'list-revisions',
      summary: 'The history of one record, newest first',
      params: recordParams,
      response: pageOf(revisionSchema),
      refusals: [404],
      handle: async ({ credentials, params }) => {
        const isWithoutSubject =
          (await personOfRecord(services, credentials, params.id)) ||
          (await isReadableOfOrganization(services, credentials, params.id));
        if (!isWithoutSubject) {
          await access.subjectOfRecord(credentials, params.id);
        }
        const revisions = await ledger.revisions(params.id);
        return {
          items: await withSources(
            services.knex,
            params.id,
            revisions.map(revisionView),
          ),
          totalItems: revisions.length,
        };
      },
    }),
    route({
      method: 'post',
      path: '/records/:id/revisions/:revision/redact',
      operationId: 'redact-revision',
      summary:
        'Erases the data of one revision, and records who did it and why',
      description:
        'The hash of the data stays, so the ledger still verifies. It cannot be undone.',
      params: revisionParams,
      body: redactRequestSchema,
      response: revisionSchema,
      refusals: [403, 404, 409],
      audit: { eventId: 'record-redact', severityLevel: 'high' },
      handle: async ({ credentials, params, body }) => {
        await redactable(credentials, params.id);
        const revision = await ledger.redact(params.id, params.revision, {
          author: authorOf(credentials),
          reason: body.reason,
        });
        worker.poke();
        return revisionView(revision);
      },
    }),
  ];
};

/** Where the record stands, then a column a field of its type. */
function registerColumns(type: string): CsvColumn<RegisterEntry>[] {
  return [
    { header: 'subject', value: e => e.subject.ref },
    { header: 'subjectTitle', value: e => e.subject.title },
    { header: 'owner', value: e => e.subject.owner },
    ...revisionCsvColumns,
    ...dataColumns(typeOf(type)),
    { header: 'hash', value: e => e.hash },
  ];
}
