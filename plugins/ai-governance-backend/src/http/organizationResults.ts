import {
  ControlResult,
  controlsUnder,
  evaluateOrganization,
  Instant,
  organizationControls,
  OrganizationPosture,
} from 'backstage-plugin-ai-governance-common';
import { recordStates } from '../ledger/recordStates';
import { policyAsOf } from '../organization/policyAsOf';
import { ORGANIZATION } from '../organization/PolicyVersions';
import { foundRefs } from './foundRefs';
import { CallerCredentials } from './Route';
import { Services } from './Services';

/** A result with the control that was judged, as the policy that it was judged by has it. */
export type OrganizationResult = ControlResult & {
  control: ReturnType<typeof controlsUnder>[number];
};

/**
 * The controls of the organization as a whole, judged for now or for a past instant: those that read its records only for who may read these
 * now, and of what was found in the catalog only what the caller may read there.
 *
 * @param asOf - an instant that is settled: by the policy, the records and what had been found in the catalog as they stood then; before any policy
 *   was loaded there is none.
 */
export async function organizationResults(
  services: Services,
  credentials: CallerCredentials,
  may: Pick<OrganizationPosture['may'], 'read'>,
  asOf?: Instant,
): Promise<OrganizationResult[]> {
  const { clock, knex, ledger } = services;
  const policy =
    asOf === undefined ? services.policy : await policyAsOf(ledger, asOf);
  if (!policy) return [];
  const stream = may.read && (await ledger.findStream(ORGANIZATION));
  const records = stream ? await ledger.records(stream.id, { asOf }) : [];
  const controls = new Map(
    controlsUnder(policy, organizationControls).map(c => [c.id, c]),
  );
  const results = evaluateOrganization(
    {
      records: recordStates(records),
      discovered: may.read
        ? await foundRefs(services, credentials, asOf)
        : undefined,
    },
    policy,
    asOf ?? (await clock(knex)),
  );
  return results
    .filter(r => may.read || r.inputs.every(key => key === 'policy'))
    .map(r => ({ ...r, control: controls.get(r.controlId)! }));
}
