import { PermissionsService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  discoveryDecision,
  organizationAppendPermission,
  organizationAssurePermission,
  OrganizationPosture,
  organizationReadPermission,
  recordRedactPermission,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isStorable } from '../ledger/storableText';
import { hiddenDecisions } from './hiddenDecisions';
import { CallerCredentials } from './Route';

interface Services {
  catalog: CatalogService;
  knex: Knex;
  permissions: PermissionsService;
}

/** What a caller may do with the records of the organization. Nobody writes or erases what they may not read. */
export async function mayOfOrganization(
  { permissions }: Pick<Services, 'permissions'>,
  credentials: CallerCredentials,
): Promise<OrganizationPosture['may']> {
  const basic = await permissions.authorize(
    [
      { permission: organizationReadPermission },
      { permission: organizationAppendPermission },
      { permission: organizationAssurePermission },
    ],
    { credentials },
  );
  // no condition on subjects says anything of the organization
  const [redacting] = await permissions.authorizeConditional(
    [{ permission: recordRedactPermission }],
    { credentials },
  );
  const [read, append, assure, redact] = [...basic, redacting].map(
    ({ result }) => result === AuthorizeResult.ALLOW,
  );
  return {
    read,
    append: read && append,
    assure: read && assure,
    redact: read && redact,
  };
}

/** Whether a record is of the organization and the caller may read it. That there is such a record is told to nobody else. */
export async function isReadableOfOrganization(
  services: Services,
  credentials: CallerCredentials,
  recordId: string,
): Promise<boolean> {
  const { knex, permissions } = services;
  if (!isStorable(recordId)) return false;
  const found = await knex('records')
    .join('streams', 'streams.id', 'records.stream_id')
    .where({ 'records.id': recordId, 'streams.kind': 'organization' })
    .first({ type: 'records.type' });
  if (!found) return false;
  const [decision] = await permissions.authorize(
    [{ permission: organizationReadPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) return false;
  return (
    found.type !== discoveryDecision.type ||
    !(await hiddenDecisions(services, credentials)).includes(recordId)
  );
}
