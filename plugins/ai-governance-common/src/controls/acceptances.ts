import { assessedState } from '../decisions/assessedState';
import { standingInstants, standingOf } from '../decisions/standing';
import { endOfDay, minus } from '../instant';
import { RiskAcceptance } from '../records/riskAcceptance';
import { RiskScenario } from '../records/riskAssessment';
import { isAbove, RiskLevel } from '../risk/matrix';
import { RecordState } from '../state';
import { ControlContext, Finding } from './Control';
import { lastRecorded, lastToEnd, withData } from './lastToEnd';
import { overTime } from './overTime';

/** A scenario and the level of its current risk. */
export interface Rated {
  scenario: RiskScenario;
  level: RiskLevel;
}

type Kind =
  | 'none'
  | 'requested'
  | 'rejected'
  | 'lapsed'
  | 'expired'
  | 'soon'
  | 'held';

const words: Record<Kind, string> = {
  none: 'not accepted',
  requested: 'acceptance asked for, nobody has decided yet',
  rejected: 'acceptance rejected or withdrawn',
  lapsed: 'acceptance lapsed, the risk is not what was accepted',
  expired: 'acceptance ended',
  soon: 'acceptance runs out soon',
  held: 'accepted',
};
const inOrder = Object.keys(words) as Kind[];

/** How the acceptances of risks that are above the tolerance stand: each must hold for the risk as it is assessed now, at its level or a graver one. */
export function acceptancesOverTime(
  above: readonly Rated[],
  tolerance: RiskLevel,
  { at, entries, governed, policy, tier }: ControlContext,
): Finding {
  const acceptances = withData<RiskAcceptance>(
    entries<RiskAcceptance | null>('risk-acceptance'),
  );
  const ofEach = above.map(({ scenario, level }) => {
    const given = acceptances.filter(a => a.data.scenario === scenario.id);
    return {
      title: scenario.title,
      level,
      given,
      against: {
        tier: tier.tier,
        governed,
        // only what was accepted is compared
        assessed:
          given.length > 0 ? assessedState(scenario, governed) : undefined,
      },
    };
  });

  const kindOf = (
    { given, against, level }: (typeof ofEach)[number],
    when: string,
  ): { kind: Kind; until?: string } => {
    const standing = (a: RecordState<RiskAcceptance>) => {
      const { state } = standingOf(a, against, when);
      const enough =
        a.data.decided?.level && !isAbove(level, a.data.decided.level);
      return state === 'valid' && !enough ? 'lapsed' : state;
    };
    const valid = lastToEnd(given.filter(a => standing(a) === 'valid'));
    if (valid) {
      const until = valid.data.expires;
      const warnFrom = minus(endOfDay(until), policy.warningWindow);
      return { kind: when >= warnFrom ? 'soon' : 'held', until };
    }
    const latest = lastRecorded(given);
    const state = latest && standing(latest);
    switch (state) {
      case undefined:
        return { kind: 'none' };
      case 'requested':
      case 'lapsed':
        return { kind: state };
      case 'expired':
        return { kind: state, until: latest!.data.expires };
      default:
        return { kind: 'rejected' };
    }
  };

  return overTime(
    at,
    ofEach.flatMap(({ given }) =>
      given.flatMap(a => standingInstants(a, policy.warningWindow)),
    ),
    when => {
      const found = ofEach.map(one => ({ ...one, ...kindOf(one, when) }));
      const of = (kind: Kind) => found.filter(f => f.kind === kind);
      const reason = `Above the tolerance (${tolerance}): ${inOrder
        .flatMap(kind => {
          const those = of(kind).map(({ title, until }) =>
            until ? `“${title}” (${until})` : `“${title}”`,
          );
          return those.length > 0
            ? [`${words[kind]}: ${those.join(', ')}`]
            : [];
        })
        .join('; ')}.`;
      const settled = ['expired', 'soon', 'held'];
      if (found.some(f => !settled.includes(f.kind))) {
        return { state: 'fail', reason };
      }
      if (of('expired').length > 0) return { state: 'expired', reason };
      return { state: of('soon').length > 0 ? 'warning' : 'pass', reason };
    },
  );
}
