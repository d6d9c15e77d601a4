// Tech Insights over the same facts on the same PostgreSQL, and whether it finds the same.
import { join } from 'node:path';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  assessScenario,
  evaluate,
  instant,
  isAbove,
  noEvidence,
  plus,
  policyTier,
  SubjectState,
  tierOf,
} from 'backstage-plugin-ai-governance-common';
import { batches } from '../plugins/ai-governance-backend/src/database/batches';
import { databaseClock } from '../plugins/ai-governance-backend/src/database/clock';
import { DatabaseLedger } from '../plugins/ai-governance-backend/src/ledger/DatabaseLedger';
import { loadStates } from '../plugins/ai-governance-backend/src/posture/loadStates';
import { policy } from './company';
import { connect, Databases, Place } from './database';
import { Cost, Figure, figure } from './measure';
import { isInstalled, Peer, runPeerScript } from './peer';

const techInsights: Peer = {
  folder: join(__dirname, 'peers/tech-insights'),
  name: 'Tech Insights',
  takes: 'about a minute',
};
const compared = [
  ...['INV-01', 'INV-02', 'INV-03', 'INV-04', 'INV-05', 'INV-06', 'INV-07'],
  ...['DOC-01', 'DOC-02', 'DOC-06', 'RSK-01', 'RSK-02'],
];
const holding = ['pass', 'warning', 'not-applicable'];

/** What a fact retriever would collect of a subject for these controls. */
function factsOf(state: SubjectState, now: number) {
  const { profile, entities, records } = state;
  const tier = tierOf(profile, policy);
  const owner = profile.owner ? entities[profile.owner] : undefined;
  const use: any = records['intended-use']?.[0];
  const risk: any = records['risk-assessment']?.[0];
  const changed = (records.change ?? []).map(c => c.effectiveAt).sort();
  const last = changed[changed.length - 1] ?? '';
  const dueIn = (document: any, type: 'intended-use' | 'risk-assessment') =>
    document
      ? Date.parse(
          plus(
            document.effectiveAt,
            policy.cadences[type][policyTier(tier.tier)],
          ),
        ) - now
      : -1;
  const length = (text?: string) => text?.trim().length ?? 0;
  const above = (risk?.data.scenarios ?? []).filter((scenario: any) =>
    isAbove(
      assessScenario(scenario, {
        classification: profile.data?.classification,
        evidence: noEvidence,
      }).current.level,
      policy.tolerance[policyTier(tier.tier)],
    ),
  );
  return {
    lifecycle: profile.lifecycle ?? '',
    tier: tier.tier as string,
    ownerKind: profile.owner ? parseEntityRef(profile.owner).kind : '',
    ownerPresent: Boolean(owner?.present),
    ownerMembers: owner?.members ?? 0,
    accountablePresent: Boolean(
      profile.accountable && entities[profile.accountable]?.present,
    ),
    purposeLength: length(profile.purpose),
    classification: (profile.data?.classification ?? '') as string,
    categoriesDeclared: profile.data?.categories !== undefined,
    sourcing: (profile.sourcing ?? '') as string,
    sourcesDeclared: profile.data?.sources !== undefined,
    sourcesMissing: (profile.data?.sources ?? []).filter(
      ref => !entities[ref]?.present,
    ).length,
    questionsOpen: tier.reasons.filter(reason => reason.unanswered).length,
    models: profile.models?.length ?? 0,
    useUsersLength: length(use?.data.users),
    useInScopeLength: length(use?.data.inScope),
    useOutOfScopeLength: length(use?.data.outOfScope),
    useLimitationsLength: length(use?.data.limitations),
    useAssumptionsLength: length(use?.data.assumptions),
    changedSinceUse: use ? last > use.effectiveAt : true,
    useDueInMs: dueIn(use, 'intended-use'),
    scenarios: risk?.data.scenarios.length ?? 0,
    changedSinceRisk: risk ? last > risk.effectiveAt : true,
    riskDueInMs: dueIn(risk, 'risk-assessment'),
    untreatedAboveTolerance: above.filter(
      ({ treatment }: any) => !treatment?.owner || !treatment.due,
    ).length,
  };
}

/**
 * Measures Tech Insights on the subjects of a database that holds ours already.
 *
 * @throws when it finds anything else than we do
 */
export async function measureTechInsights(options: {
  databases: Databases;
  place: Place;
  subjects: number;
  say: (text: string) => void;
}): Promise<Figure[]> {
  const { databases, place, subjects, say } = options;
  if (!isInstalled(techInsights, say)) return [];
  const knex = connect(place);
  const ours = new Map<string, Record<string, boolean>>();
  const facts: object[] = [];
  try {
    const ledger = DatabaseLedger.create({ knex });
    const ids = await knex('subjects').pluck('id');
    const at = await databaseClock(knex);
    for (const batch of batches(ids)) {
      for (const loaded of await loadStates(knex, ledger, batch, policy)) {
        if ('error' in loaded) throw loaded.error;
        const { ref, state } = loaded;
        const { results } = evaluate(state, policy, at);
        ours.set(
          ref,
          Object.fromEntries(
            results
              .filter(({ controlId }) => compared.includes(controlId))
              .map(r => [r.controlId, holding.includes(r.state)]),
          ),
        );
        facts.push({
          entity: parseEntityRef(ref),
          facts: factsOf(state, Date.parse(instant(at))),
        });
      }
    }
  } finally {
    await knex.destroy();
  }

  const peer = await databases.fresh('postgres', `tech_insights_${subjects}`);
  const { costs, results } = runPeerScript(techInsights, {
    connection: peer.connection,
    subjects: facts,
  }) as { costs: Cost[]; results: Record<string, Record<string, boolean>> };
  let compares = 0;
  for (const [ref, mine] of ours) {
    for (const [control, held] of Object.entries(mine)) {
      compares += 1;
      if (results[ref]?.[control] !== held) {
        throw new Error(
          `${control} of ${ref}: we find ${held}, Tech Insights ${results[ref]?.[control]}`,
        );
      }
    }
  }
  say(`Tech Insights finds the same in all ${compares} results`);
  return [figure('Tech Insights: run all 12 checks', place, subjects, costs)];
}
