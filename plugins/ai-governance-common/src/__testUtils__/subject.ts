import { Profile } from '../entity';
import { governedDocuments } from '../records';
import { governedStateOf } from '../decisions';
import { GovernancePolicy, policySchema } from '../policy';
import { canonicalJson, sha256 } from '../canonical';
import { RiskScenario } from '../records';
import { EntityFacts, Materiality, RecordState, SubjectState } from '../state';

const perTier = <T>(high: T, limited: T, minimal: T) => ({
  high,
  limited,
  minimal,
});

export const policy: GovernancePolicy = policySchema.parse({
  version: '2026.1',
  title: 'Use of AI',
  effectiveFrom: '2026-01-01',
  regulations: [],
  uses: [
    { id: 'drafting', title: 'Drafting replies', standing: 'allowed' },
    { id: 'credit', title: 'Credit decisions', standing: 'restricted' },
    { id: 'mood', title: 'Moods of staff', standing: 'prohibited' },
  ],
  vendors: [
    { name: 'Example Models', data: ['public', 'internal'] },
    { name: 'Example Suite', products: ['Notes'], data: ['internal'] },
  ],
  cadences: {
    'intended-use': perTier({ months: 6 }, { months: 12 }, { months: 24 }),
    'risk-assessment': perTier({ months: 6 }, { months: 12 }, { months: 24 }),
  },
  warningWindow: { days: 30 },
  tolerance: perTier('low', 'medium', 'medium'),
});

/** Every question answered, nothing grave: the minimal tier. */
export const minimalProfile: Profile = {
  type: 'predictive-model',
  lifecycle: 'production',
  owner: 'group:default/lending',
  accountable: 'user:default/dana',
  purpose: 'Forecast the volume of calls.',
  sourcing: 'in-house',
  models: [{ provider: 'Example Bank', name: 'call-volume 2' }],
  data: {
    classification: 'internal',
    categories: [],
    sources: ['resource:default/calls'],
  },
  affects: { influences: [], interaction: [] },
};

export const limitedProfile: Profile = {
  ...minimalProfile,
  affects: { influences: [], interaction: ['people-interact'] },
};

export const highProfile: Profile = {
  ...minimalProfile,
  affects: { influences: ['eligibility'], basis: 'main', interaction: [] },
};

export const entities: Record<string, EntityFacts> = {
  'group:default/lending': {
    present: true,
    members: 2,
    memberRefs: ['user:default/dana', 'user:default/omar'],
  },
  'group:default/empty': { present: true, members: 0 },
  'group:default/gone': { present: false },
  'user:default/dana': { present: true },
  'user:default/omar': { present: true },
  'resource:default/calls': { present: true },
  'component:default/portal': { present: true },
};

/** A latest revision; `effectiveAt` is a day or an instant. */
export function record<T>(
  type: string,
  data: T,
  effectiveAt = '2026-03-10T12:00:00.000Z',
  materiality: Materiality = 'material',
): RecordState<T> {
  const at =
    effectiveAt.length === 10 ? `${effectiveAt}T00:00:00.000Z` : effectiveAt;
  return {
    recordId: `${type}-${at}`,
    type,
    revision: 1,
    data,
    author: 'user:default/dana',
    materiality,
    effectiveAt: at,
    recordedAt: at,
    dataHash: sha256(canonicalJson(data)),
  };
}

export const intendedUse = {
  purpose: 'Forecast the volume of calls.',
  users: 'Planners.',
  inScope: 'Weekly plans.',
  outOfScope: 'Ratings of staff.',
  limitations: 'Holidays.',
  assumptions: 'Two years of history.',
  dependencies: ['resource:default/calls', 'call-volume 2'],
  oversight: 'Planners look at it; stop the job.',
  guidance: 'Doubt it on holidays.',
};

const consequence = (rating: number) => ({
  individuals: rating,
  society: 1,
  business: 1,
});

/** A scenario whose inherent risk is low in the matrix, unless told otherwise. */
export const scenario = (over: Partial<RiskScenario> = {}): RiskScenario => ({
  id: 'wrong-forecast',
  title: 'Wrong forecast',
  category: 'accuracy',
  inherent: { likelihood: 2, consequence: consequence(2) },
  ...over,
});

/** The same with a risk that is above any tolerance here. */
export const graveScenario = (over: Partial<RiskScenario> = {}) =>
  scenario({
    id: 'unfair',
    title: 'Unfair refusal',
    category: 'bias-and-fairness',
    inherent: { likelihood: 4, consequence: consequence(4) },
    ...over,
  });

export function subject(over: {
  ref?: string;
  profile?: Profile;
  records?: RecordState<any>[];
  entities?: Record<string, EntityFacts>;
  people?: SubjectState['people'];
  modelFeed?: SubjectState['modelFeed'];
}): SubjectState {
  const records: Record<string, RecordState<any>[]> = {};
  for (const one of over.records ?? []) (records[one.type] ??= []).push(one);
  return {
    ref: over.ref ?? 'aisystem:default/call-volume',
    profile: over.profile ?? minimalProfile,
    profileErrors: [],
    entities: over.entities ?? entities,
    records,
    governed: governedStateOf(
      over.profile ?? minimalProfile,
      governedDocuments,
      (over.records ?? []).map(r => ({ ...r, materialityReason: null })),
    ),
    people: over.people ?? {},
    ...(over.modelFeed && { modelFeed: over.modelFeed }),
  };
}
