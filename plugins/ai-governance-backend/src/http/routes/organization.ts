import { InputError } from '@backstage/errors';
import {
  appendRequestSchema,
  asOfQuerySchema,
  discoveryDecision,
  organizationAppendPermission,
  organizationAssurePermission,
  OrganizationEntry,
  organizationEntrySchema,
  organizationPostureSchema,
  organizationReadPermission,
  organizationRecordsQuerySchema,
  pageOf,
  recordTypes,
  revisionSchema,
  Writing,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { settledIfAsked } from '../asOf';
import { authorOf } from '../author';
import { authorizeBasic } from '../authorizeBasic';
import { checkFound } from '../checkFound';
import { CsvColumn } from '../csv';
import { hiddenDecisions } from '../hiddenDecisions';
import { mayOfOrganization } from '../organizationAccess';
import { organizationResults } from '../organizationResults';
import { dataColumns, revisionCsvColumns } from '../recordColumns';
import { typeOf } from '../recordType';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

/** What writing takes; nobody decides on the organization, and nobody states it of themselves. */
const permissions = {
  append: organizationAppendPermission,
  assure: organizationAssurePermission,
  request: organizationAppendPermission,
  decide: organizationAppendPermission,
  self: organizationAppendPermission,
} satisfies Record<Writing, unknown>;

/** @throws InputError naming the types of the organization's records */
function organizationType(id: string) {
  const type = typeOf(id);
  if (type.streams.includes('organization')) return type;
  throw new InputError(
    `type: ${id} is not of the organization; use ${recordTypes
      .filter(t => t.streams.includes('organization'))
      .map(t => t.type)
      .join(', ')}`,
  );
}

/** The organization as a whole, and the records of its management system. */
export const organizationRoutes = (services: Services) => {
  const { organizationRecords, statements } = services;
  const mayRead = (credentials: CallerCredentials) =>
    authorizeBasic(
      services.permissions,
      credentials,
      organizationReadPermission,
    );
  const hiddenOf = async (type: string, credentials: CallerCredentials) =>
    type === discoveryDecision.type
      ? hiddenDecisions(services, credentials)
      : [];
  return [
    route({
      method: 'get',
      path: '/organization',
      operationId: 'get-organization-posture',
      summary: 'The controls of the organization as a whole',
      description:
        'They are judged by the policy and by the records of the organization; those that read records are shown to who may read these. With `asOf`: by the policy, the records and what was found in the catalog as of then. The organization is no subject, and in no scorecard.',
      query: asOfQuerySchema,
      response: organizationPostureSchema,
      handle: async ({ credentials, query }) => {
        const asOf = await settledIfAsked(services, query.asOf);
        const may = await mayOfOrganization(services, credentials);
        const results = await organizationResults(
          services,
          credentials,
          may,
          asOf,
        );
        return {
          results: results.map(({ inputs: _, control, ...result }) => {
            const { title, family, level, remediation } = control;
            return { ...result, title, family, level, remediation };
          }),
          may,
        };
      },
    }),
    route({
      method: 'get',
      path: '/organization/records',
      operationId: 'list-organization-records',
      summary:
        'The latest revision of every record of one type of the organization',
      description: 'Takes the permission `ai-governance.organization.read`.',
      query: organizationRecordsQuerySchema,
      response: pageOf(organizationEntrySchema),
      refusals: [403],
      csv: {
        filename: 'ai-management-system',
        query: organizationRecordsQuerySchema.omit({
          limit: true,
          cursor: true,
        }),
        columns: ({ type }) => organizationColumns(type),
        items: async ({ credentials, query: { type, ...filter } }) => {
          await mayRead(credentials);
          return organizationRecords.each(organizationType(type), {
            ...filter,
            hidden: await hiddenOf(type, credentials),
          });
        },
      },
      handle: async ({ credentials, query: { type, ...query } }) => {
        await mayRead(credentials);
        return organizationRecords.page(organizationType(type), {
          ...query,
          hidden: await hiddenOf(type, credentials),
        });
      },
    }),
    route({
      method: 'post',
      path: '/organization/records',
      operationId: 'append-organization-record',
      summary: 'Appends a record of the organization, or a revision of one',
      description:
        'Takes `ai-governance.organization.append`; audits, and verifying corrective actions, take `ai-governance.organization.assure`. The figures of a management review are filled in by the system when it is first recorded.',
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
      handle: async ({ credentials, body }) => {
        await mayRead(credentials);
        if (body.type === discoveryDecision.type) {
          await checkFound(services, credentials, body);
        }
        const revision = await statements.append(
          { kind: 'organization' },
          body,
          authorOf(credentials),
          writing =>
            authorizeBasic(
              services.permissions,
              credentials,
              permissions[writing],
            ),
        );
        return revisionView(revision);
      },
    }),
  ];
};

function organizationColumns(type: string): CsvColumn<OrganizationEntry>[] {
  return [
    ...revisionCsvColumns,
    ...dataColumns(organizationType(type)),
    { header: 'hash', value: e => e.hash },
  ];
}
