import { standingOf, StandingContext } from '../decisions/standing';
import { Instant } from '../instant';
import { Exemption } from '../records/exemption';
import { plainLine } from '../records/plainLine';
import { ResultState } from '../results';
import { RecordState } from '../state';
import { Finding } from './Control';
import { lastToEnd } from './lastToEnd';

const waivable: readonly ResultState[] = ['fail', 'expired', 'not-reported'];

/**
 * What a finding reads as while the control is waived: `exempt` where it does not hold, and as it is where it does, where nothing is asked,
 * or where nobody knows. What the finding foretells of itself stays.
 *
 * @param exemptions - those of the control
 */
export function exempted(
  finding: Finding,
  exemptions: readonly RecordState<Exemption>[],
  against: StandingContext,
  at: Instant,
): Finding {
  if (!waivable.includes(finding.state)) return finding;
  const granted = lastToEnd(
    exemptions.filter(e => standingOf(e, against, at).state === 'valid'),
  );
  if (!granted) return finding;
  const { expires, decided, compensating } = granted.data;
  const instead = plainLine(compensating).replace(/\.$/, '');
  return {
    ...finding,
    state: 'exempt',
    reason: `Waived until ${expires} by a decision of ${decided?.by}. Instead: “${instead}”.`,
  };
}
