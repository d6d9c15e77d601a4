import {
  ControlResult,
  evaluateOrganization,
  OrganizationPosture,
} from 'backstage-plugin-ai-governance-common';
import { recordStates } from '../ledger/recordStates';
import { ORGANIZATION } from '../organization/PolicyVersions';
import { foundEntities } from './foundEntities';
import { CallerCredentials } from './Route';
import { Services } from './Services';

/**
 * The controls of the organization as a whole, judged now: those that read its records only for who may read these, and of what was found
 * in the catalog only what the caller may read there.
 */
export async function organizationResults(
  services: Services,
  credentials: CallerCredentials,
  may: Pick<OrganizationPosture['may'], 'read'>,
): Promise<ControlResult[]> {
  const { clock, discovers, knex, ledger, policy } = services;
  const stream = may.read && (await ledger.findStream(ORGANIZATION));
  const records = stream ? await ledger.records(stream.id) : [];
  const results = evaluateOrganization(
    {
      records: recordStates(records),
      ...(may.read &&
        discovers && {
          // of what the reader may read: a count would tell of the others
          discovered: (await foundEntities(services, credentials)).map(
            ({ ref }) => ref,
          ),
        }),
    },
    policy,
    await clock(knex),
  );
  return results.filter(
    r => may.read || r.inputs.every(key => key === 'policy'),
  );
}
