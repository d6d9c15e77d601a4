import { plus } from '../instant';
import { policyTier } from '../policy/policyTier';
import { Change } from '../records/change';
import { RecordState } from '../state';
import { ControlContext, fail, Finding } from './Control';
import { changeName, lastMaterialChange } from './lastMaterialChange';
import { untilDue } from './untilDue';

/** How a document stands that must be renewed after every material change, and within the cadence that the policy gives its type. */
export function renewed(
  { at, entries, policy, tier }: ControlContext,
  document: RecordState,
  words: {
    notSince: string;
    holds: string;
    lapsed: string;
    /** Whose cadence it keeps, where the policy gives its own type none. */
    cadenceOf?: 'risk-assessment';
  },
): Finding {
  const change = lastMaterialChange(entries<Change>('change'));
  if (change && change.effectiveAt > document.effectiveAt) {
    return fail(`${words.notSince} the material change ${changeName(change)}.`);
  }
  const type = (words.cadenceOf ?? document.type) as
    | 'intended-use'
    | 'risk-assessment'
    | 'vendor-assessment';
  const cadence = policy.cadences[type][policyTier(tier.tier)];
  const since = document.effectiveAt;
  return untilDue(
    at,
    { since, due: plus(since, cadence) },
    policy.warningWindow,
    words,
  );
}
