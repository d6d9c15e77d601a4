import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  organizationAppendPermission,
  organizationAssurePermission,
  OrganizationPosture,
  organizationReadPermission,
  recordRedactPermission,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { isStorable } from '../ledger/storableText';
import { CallerCredentials } from './Route';

interface Services {
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
  { knex, permissions }: Services,
  credentials: CallerCredentials,
  recordId: string,
): Promise<boolean> {
  if (!isStorable(recordId)) return false;
  const found = await knex('records')
    .join('streams', 'streams.id', 'records.stream_id')
    .where({ 'records.id': recordId, 'streams.kind': 'organization' })
    .first('records.id');
  if (!found) return false;
  const [decision] = await permissions.authorize(
    [{ permission: organizationReadPermission }],
    { credentials },
  );
  return decision.result === AuthorizeResult.ALLOW;
}
