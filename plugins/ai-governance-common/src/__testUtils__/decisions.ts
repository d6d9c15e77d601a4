import {
  GovernedState,
  governedStateOf,
  stateHash,
  DecisionData,
  Reach,
} from '../decisions';
import { assessedState } from '../decisions/assessedState';
import { governedDocuments, RiskScenario } from '../records';
import { Tier } from '../results';
import { RiskLevel } from '../risk';
import { RecordState, SubjectState } from '../state';
import { record } from './subject';

type Decided = NonNullable<DecisionData['decided']>;

const officer = 'user:default/officer';

const other = 'f'.repeat(64);

/** The governed state of a subject with these records, as a decision on it would cover it. */
export const governedBy = (
  profile: SubjectState['profile'],
  records: readonly RecordState<any>[],
): GovernedState =>
  governedStateOf(
    profile,
    governedDocuments,
    records.map(r => ({ ...r, materialityReason: null })),
  );

/** What the ledger writes into a decision on a state; `outdated`: on another one. */
export function decided(
  governed: GovernedState,
  over: {
    at?: string;
    tier?: Tier;
    outdated?: boolean;
    level?: RiskLevel;
    scenario?: RiskScenario;
    /** Of a connector: as it was approved. */
    reach?: Reach;
  } = {},
): Decided {
  const { outdated, scenario, level, reach } = over;
  return {
    by: officer,
    at: over.at ?? '2026-03-15T09:00:00.000Z',
    authority: { holder: officer, rule: 'policy' },
    tier: over.tier ?? 'high',
    policy: '2026.1',
    stateHash: outdated ? other : stateHash(governed),
    covers: {
      profile: outdated ? other : governed.profile,
      documents: { ...governed.documents },
      changes: outdated ? [] : [...governed.changes],
    },
    ...(level && { level }),
    ...(reach && { reach }),
    ...(scenario && {
      assessed: outdated ? other : assessedState(scenario, governed),
    }),
  };
}

/** A decision of a type, as the latest revision of its record. */
export const decision = (
  type: string,
  data: object,
  recordedAt = '2026-03-15T09:00:00.000Z',
): RecordState<any> => ({
  ...record<any>(type, data, recordedAt, 'material'),
  recordId: `${type}-${recordedAt}-${JSON.stringify(data).length}`,
});

export const requested = {
  by: 'user:default/omar',
  at: '2026-03-12T09:00:00.000Z',
};
