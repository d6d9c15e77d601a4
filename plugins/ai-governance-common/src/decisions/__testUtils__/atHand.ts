import { highProfile, policy, record } from '../../__testUtils__/subject';
import { canonicalJson, sha256 } from '../../canonical';
import { Profile } from '../../entity';
import { GovernancePolicy, policySchema } from '../../policy';
import { governedDocuments, RecordType } from '../../records';
import { Tier } from '../../results';
import { Materiality, RecordState } from '../../state';
import { Admission, SubjectAtHand } from '../Admission';
import { governedStateOf, RevisionHead, stateHash } from '../governedState';
import { People, StandIn } from '../mayDecide';

export const dana = 'user:default/dana';
export const omar = 'user:default/omar';
export const lead = 'user:default/lead';
export const office = 'user:default/officer';
export const leave = 'user:default/deputy';

/** Lending (dana, omar) below Finance (lead) below the bank; the office decides on what is high. */
const people: People = {
  membersOf: group =>
    ({
      'group:default/lending': [dana, omar],
      'group:default/finance': [dana, lead, omar],
      'group:default/office': [office],
    }[group] ?? []),
  directMembersOf: group =>
    ({
      'group:default/lending': [dana, omar],
      'group:default/finance': [lead],
      'group:default/office': [office],
    }[group] ?? []),
  parentOf: group =>
    ({
      'group:default/lending': 'group:default/finance',
      'group:default/finance': 'group:default/bank',
    }[group]),
};

export const decisionPolicy: GovernancePolicy = policySchema.parse({
  ...policy,
  authorities: {
    approval: {
      high: ['group:default/office'],
      limited: ['accountable'],
      minimal: ['owner'],
    },
    riskAcceptance: {
      low: ['owner'],
      medium: ['accountable'],
      high: ['group:default/office'],
      'very-high': [],
    },
    exemption: { high: ['group:default/office'], limited: ['owner'] },
    tierOverride: ['group:default/office'],
  },
});

export const now = '2026-06-01T09:00:00.000Z';

/** A revision as the ledger has it. */
export function head<T>(
  type: string,
  data: T,
  over: Partial<RevisionHead> = {},
): RevisionHead & { data: T } {
  return {
    type,
    recordId: `${type}-1`,
    revision: 1,
    author: dana,
    materiality: 'material' as Materiality,
    materialityReason: null,
    dataHash: sha256(canonicalJson(data)),
    effectiveAt: '2026-03-01T00:00:00.000Z',
    recordedAt: '2026-03-01T00:00:00.000Z',
    ...over,
    data,
  };
}

/** A subject as it stands under the lock: owned by Lending, answered for by the lead. */
export function atHand(
  over: {
    profile?: Profile;
    tier?: Tier;
    heads?: (RevisionHead & { data: any })[];
  } = {},
): SubjectAtHand {
  const { heads = [head('intended-use', { purpose: 'Limits.' })] } = over;
  const profile = { ...(over.profile ?? highProfile), accountable: lead };
  const records: Record<string, RecordState<any>[]> = {};
  for (const one of heads) {
    const of = (records[one.type] ??= []);
    const before = of.findIndex(r => r.recordId === one.recordId);
    if (before < 0) of.push(one);
    else of[before] = one;
  }
  return {
    ref: 'aisystem:default/limits',
    profile,
    tier: over.tier ?? 'high',
    governed: governedStateOf(profile, governedDocuments, heads),
    history: heads,
    records,
  };
}

/** Somebody states something of the subject, having looked at it as it is. */
export function admission<T>(
  data: T,
  author: string,
  over: Partial<Admission<T>> & { subject?: SubjectAtHand } = {},
): Admission<T> {
  const subject = over.subject ?? atHand();
  return {
    data,
    author,
    at: now,
    stream: subject.ref,
    policy: decisionPolicy,
    documents: governedDocuments,
    controlIds: ['DOC-03', 'RSK-03'],
    people,
    standIns: [] as StandIn[],
    seen: stateHash(subject.governed),
    ...over,
    subject,
  };
}

/** What was admitted, as the latest revision of its record. */
export function stated<T>(
  type: RecordType<any>,
  made: Admission<T>,
): RecordState<T> {
  return {
    ...record<T>(type.type, type.admit!(made), made.at),
    author: made.author,
  };
}
