import { beyond } from '../decisions/reach';
import { standingInstants, standingOf } from '../decisions/standing';
import { endOfDay, minus } from '../instant';
import type { Connector } from '../records/connector';
import { RecordState } from '../state';
import { ControlContext, Finding } from './Control';
import { lastToEnd, withData } from './lastToEnd';
import { overTime } from './overTime';

type Kind =
  | 'wider'
  | 'refused'
  | 'lapsed'
  | 'expired'
  | 'waiting'
  | 'soon'
  | 'held';

/** From the gravest; the words of a reason, and what it makes of the control. */
const kinds: Record<Kind, { words: string; state: Finding['state'] }> = {
  wider: { words: 'reaches more than was approved', state: 'fail' },
  refused: { words: 'connected, and rejected or withdrawn', state: 'fail' },
  lapsed: { words: 'approved for a lower tier', state: 'fail' },
  expired: { words: 'approval ended', state: 'expired' },
  waiting: { words: 'connected, and not approved yet', state: 'not-reported' },
  soon: { words: 'approval runs out soon', state: 'warning' },
  held: { words: 'approved', state: 'pass' },
};

const nameOf = ({ data }: RecordState<Connector>) =>
  data.name.trim().toLocaleLowerCase('en-US');

/** The connectors of a subject that are connected now; what was erased says nothing. */
export const connectedNow = ({ entries }: ControlContext) =>
  withData<Connector>(entries<Connector | null>('connector')).filter(
    ({ data }) => data.status === 'connected',
  );

/**
 * How the connectors that are connected stand: each is to be covered by a valid approval of a connector of its name whose reach, as it was
 * approved, includes what it reaches now.
 */
export function connectorsOverTime(context: ControlContext): Finding {
  const { at, entries, governed, policy, tier } = context;
  const against = { tier: tier.tier, governed };
  const all = withData<Connector>(entries<Connector | null>('connector'));
  const each = connectedNow(context).map(one => ({
    one,
    ofName: all.filter(other => nameOf(other) === nameOf(one)),
  }));

  const kindOf = (
    { one, ofName }: (typeof each)[number],
    when: string,
  ): { kind: Kind; detail?: string } => {
    const standing = (c: RecordState<Connector>) =>
      standingOf(c, against, when).state;
    const over = (c: RecordState<Connector>) =>
      beyond(
        one.data.reach,
        c.data.decided?.reach ?? { classifications: [], scopes: [] },
      );
    const valid = ofName.filter(c => standing(c) === 'valid');
    const covering = lastToEnd(valid.filter(c => over(c).length === 0));
    if (covering) {
      const { expires } = covering.data;
      if (!expires) return { kind: 'held' };
      const warnFrom = minus(endOfDay(expires), policy.warningWindow);
      return { kind: when >= warnFrom ? 'soon' : 'held', detail: expires };
    }
    const nearest = lastToEnd(valid);
    if (nearest) return { kind: 'wider', detail: over(nearest).join(', ') };
    // what was decided counts before what is only asked for, and of that the latest
    const latest = ofName
      .filter(c => c.data.decided)
      .reduce<RecordState<Connector> | undefined>(
        (last, c) =>
          last && last.data.decided!.at > c.data.decided!.at ? last : c,
        undefined,
      );
    const state = latest && standing(latest);
    switch (state) {
      case 'lapsed':
        return { kind: 'lapsed' };
      case 'expired':
        return { kind: 'expired', detail: latest!.data.expires };
      case 'rejected':
      case 'suspended':
      case 'withdrawn':
        return { kind: 'refused' };
      default:
        // withdrawn before anybody decided, or nobody has
        return {
          kind: ofName.some(c => standing(c) === 'requested')
            ? 'waiting'
            : 'refused',
        };
    }
  };

  return overTime(
    at,
    each.flatMap(({ ofName }) =>
      ofName.flatMap(c => standingInstants(c, policy.warningWindow)),
    ),
    when => {
      const found = each.map(e => ({ ...e, ...kindOf(e, when) }));
      const said = (Object.keys(kinds) as Kind[]).filter(kind =>
        found.some(f => f.kind === kind),
      );
      return {
        state: kinds[said[0]].state,
        reason: `Connectors: ${said
          .map(kind => {
            const names = found
              .filter(f => f.kind === kind)
              .map(({ one, detail }) =>
                detail
                  ? `“${one.data.name}” (${detail})`
                  : `“${one.data.name}”`,
              );
            return `${kinds[kind].words}: ${[...new Set(names)].join(', ')}`;
          })
          .join('; ')}.`,
      };
    },
  );
}
