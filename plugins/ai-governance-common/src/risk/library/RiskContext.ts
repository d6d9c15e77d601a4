import { Profile } from '../../entity/profile';
import { Connector } from '../../records/connector';
import { RiskAssessment } from '../../records/riskAssessment';
import { Threat, ThreatModel } from '../../records/threatModel';
import { Tier } from '../../results';

/** What is known of a subject where risks are suggested for it. */
export interface RiskContext {
  profile: Profile;
  /** Null until it is evaluated. */
  tier: Tier | null;
  /** Those that are connected, and those that are planned and not refused. */
  connectors: readonly Pick<Connector, 'name' | 'kind'>[];
  /** What its threat model names. */
  threats: readonly Pick<Threat, 'id' | 'title' | 'sources'>[];
  /** What its risk assessment names. */
  scenarios: readonly { id: string; title: string; sources?: string[] }[];
}

interface Read {
  type: string;
  data: unknown;
}

/** The same from the latest revisions of a subject's records; what was erased says nothing. */
export function riskContext(
  subject: { profile: Profile; tier: Tier | null },
  records: readonly Read[],
): RiskContext {
  const of = <T>(type: string) =>
    records.filter(r => r.type === type && r.data).map(r => r.data as T);
  const connectors = of<Connector>('connector').filter(
    ({ status, decision }) =>
      status === 'connected' ||
      (status === 'planned' && ['requested', 'approved'].includes(decision)),
  );
  return {
    profile: subject.profile,
    tier: subject.tier,
    connectors: [...new Map(connectors.map(c => [c.name, c])).values()],
    threats: of<ThreatModel>('threat-model').flatMap(m => m.threats),
    scenarios: of<RiskAssessment>('risk-assessment').flatMap(a => a.scenarios),
  };
}
