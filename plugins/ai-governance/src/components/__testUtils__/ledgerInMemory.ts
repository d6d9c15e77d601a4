import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  Admission,
  AppendRequest,
  assessedState,
  authorsSince,
  candidates,
  casesOf,
  ChangedSince,
  checkRecordReferences,
  controls,
  Deciders,
  DecidersQuery,
  DecisionContext,
  decisionKinds,
  governedDocuments,
  governedProfile,
  governedStateOf,
  holdersOf,
  lastApproved,
  mayDecide,
  Profile,
  Question,
  recordTypeOf,
  RevisionView,
  routineSince,
  standingInstants,
  standingOf,
  stateHash,
  SubjectAtHand,
  SubjectDecisions,
  tierUnder,
} from 'backstage-plugin-ai-governance-common';
import { people, policy } from './company';

/** What the ledger of one subject holds at an instant. */
export interface Held {
  ref: string;
  profile: Profile;
  /** In the order of the ledger. */
  revisions: readonly RevisionView<any>[];
  at: string;
}

/** The latest revision of each record. */
export const headsOf = (revisions: readonly RevisionView<any>[]) =>
  revisions.filter(
    r =>
      !revisions.some(
        other => other.recordId === r.recordId && other.revision > r.revision,
      ),
  );

export function atHand({ ref, profile, revisions, at }: Held): SubjectAtHand {
  const heads = headsOf(revisions);
  const history = revisions.map(r => ({
    ...r,
    materialityReason: r.materialityReason ?? null,
  }));
  const governed = governedStateOf(profile, governedDocuments, history);
  const records = Object.fromEntries(
    heads.map(({ type }) => [type, heads.filter(r => r.type === type)]),
  );
  const { tier } = tierUnder(
    { profile, governed, overrides: records['tier-override'] ?? [] },
    policy,
    at,
  );
  return { ref, profile, tier, governed, history, records };
}

/** What the real record type makes of a request, as the backend asks it. @throws as `RecordType.admit`, ConflictError when the state is another */
export function admitted(
  held: Held,
  request: AppendRequest,
  author: string,
  previous?: RevisionView<any>,
): Record<string, unknown> {
  const type = recordTypeOf(request.type);
  if (!type) return request.data;
  const subject = atHand(held);
  checkRecordReferences(type, request.data, previous?.data, subject.records);
  if (!type.admit) return request.data;
  const seen = request.stateHash;
  if (seen !== undefined && seen !== stateHash(subject.governed)) {
    throw new ConflictError(
      'stateHash: the subject has changed since you looked at it; look again, then decide',
    );
  }
  const admission: Admission = {
    data: request.data,
    previous,
    at: held.at,
    author,
    stream: held.ref,
    policy,
    documents: governedDocuments,
    controlIds: controls.map(c => c.id),
    subject,
    seen,
    people,
    standIns: [],
  };
  return type.admit(admission);
}

const scenarioOf = (subject: SubjectAtHand, id: string) =>
  subject.records['risk-assessment']?.[0]?.data?.scenarios.find(
    (s: { id: string }) => s.id === id,
  );

export const casesIn = (held: Held) => casesOf(atHand(held).records, held.at);

export function decisionsIn(held: Held): SubjectDecisions {
  const subject = atHand(held);
  const { tier, governed, history, records } = subject;
  const items = headsOf(held.revisions)
    .filter(r => (decisionKinds as readonly string[]).includes(r.type))
    .map(item => {
      const scenario =
        item.type === 'risk-acceptance'
          ? scenarioOf(subject, item.data.scenario)
          : undefined;
      const assessed = scenario && assessedState(scenario, governed);
      const instants = standingInstants(item).filter(i => i > held.at);
      return {
        ...item,
        standing: standingOf(item, { tier, governed, assessed }, held.at),
        validUntil: instants[0] ?? null,
      };
    })
    .reverse();
  return {
    stateHash: stateHash(governed),
    tier,
    items,
    routine: routineSince(
      lastApproved(records.approval ?? []),
      history,
      governedDocuments,
    ).map(head => ({ ...head, reason: head.materialityReason })),
  };
}

export function decidersOf(
  held: Held,
  query: DecidersQuery,
  caller: string,
): Deciders {
  const subject = atHand(held);
  const question: Question =
    query.kind === 'risk-acceptance'
      ? { kind: query.kind, level: 'high' }
      : { kind: query.kind };
  const asked = headsOf(held.revisions).find(r => r.recordId === query.request)
    ?.data.requested;
  const own =
    query.kind === 'approval'
      ? authorsSince(
          lastApproved(subject.records.approval ?? []),
          subject.history,
          governedDocuments,
        )
      : [];
  const context: DecisionContext = {
    ...subject,
    policy,
    people,
    authors: [
      ...(asked ? [{ ref: asked.by, why: `${asked.by} asked for it.` }] : []),
      ...own,
    ],
    standIns: [],
  };
  const verdict = (ref: string) => {
    const found = mayDecide(ref, question, context);
    return found.may
      ? { may: true, rule: found.authority.rule }
      : { may: false, reason: found.reason };
  };
  return {
    holders: [...holdersOf(question, context)],
    people: candidates(question, context).map(ref => ({
      ref,
      ...verdict(ref),
    })),
    you: verdict(caller),
  };
}

/** @param profiles - by hash of what of it is governed */
export function changedIn(
  held: Held,
  recordId: string,
  profiles: ReadonlyMap<string, Profile>,
): ChangedSince {
  const { governed } = atHand(held);
  const decision = headsOf(held.revisions).find(r => r.recordId === recordId);
  const covers = decision?.data.decided?.covers;
  if (!covers) throw new NotFoundError(`No decision ${recordId}`);
  const items: ChangedSince['items'] = [];
  if (covers.profile !== governedProfile(held.profile)) {
    const before = profiles.get(covers.profile);
    if (!before) throw new InputError('a profile that was never seen');
    const stored = (data: Profile, revision: number) => ({
      ...decision!,
      type: 'profile',
      recordId: 'profile',
      revision,
      author: 'service:ai-governance',
      data: data as Record<string, unknown>,
    });
    items.push({
      type: 'profile',
      title: 'Profile',
      before: stored(before, 1),
      after: stored(held.profile, 2),
    });
  }
  for (const { type, title } of governedDocuments) {
    const [then, now] = [covers, governed].map(state => {
      const of = state.documents[type];
      return of
        ? held.revisions.find(
            r => r.recordId === of.recordId && r.revision === of.revision,
          )!
        : null;
    });
    if (then?.dataHash !== now?.dataHash) {
      items.push({ type, title, before: then, after: now });
    }
  }
  for (const id of governed.changes) {
    if (covers.changes.includes(id)) continue;
    const after = headsOf(held.revisions).find(r => r.recordId === id)!;
    items.push({
      type: 'change',
      title: after.data.title,
      before: null,
      after,
    });
  }
  return { items };
}
