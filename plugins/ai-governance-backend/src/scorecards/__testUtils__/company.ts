import { createHash, randomUUID } from 'node:crypto';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  controlFamilies,
  Level,
  noCounts,
  StateCounts,
  addCounts,
  Tier,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { familyText } from '../../posture/familyCounts';
import { countColumn } from '../../posture/stateCounts';
import { groupClosure } from '../../inventory/groupClosure';

export const noon = '2026-11-24T12:00:00.000Z';

/** A reader to whom everything is open. */
export { everything } from '../../permissions/ReadScope';

export interface SummaryFixture {
  /** Default: long before `noon`. */
  from?: string;
  until?: string | null;
  tier?: Tier;
  level?: Level | null;
  /** By family. */
  families?: Record<string, Partial<StateCounts>>;
  first?: string;
}

export interface SubjectFixture {
  ref: string;
  title?: string;
  owner?: string | null;
  accountable?: string;
  type?: string;
  lifecycle?: string;
  sourcing?: string;
  profile?: object;
  goneAt?: string;
  /** None: not evaluated yet. */
  summaries?: SummaryFixture[];
}

export interface ResultFixture {
  control: string;
  state: string;
  reason?: string;
  since?: string;
  validUntil?: string;
  nextState?: string;
  nextReason?: string;
  remedy?: string;
  nextRemedy?: string;
  to?: string;
}

/** Fills the tables of the inventory and of posture as a sweep and the worker would have left them. */
export function company(knex: Knex) {
  const counts = (of: StateCounts) =>
    Object.fromEntries(
      Object.entries(of).map(([state, n]) => [countColumn(state as any), n]),
    );

  return {
    /** Groups and users that the catalog has, and the edges between the groups. */
    async people(
      refs: readonly string[],
      edges: readonly { parent: string; child: string }[] = [],
    ) {
      for (const ref of refs) {
        await knex('entity_facts').insert({
          ref,
          present: true,
          title: null,
          members: ref.startsWith('group:') ? 1 : null,
          observed_at: noon,
        });
      }
      for (const edge of edges) {
        await knex('group_edges').insert({ ...edge, from_at: noon });
      }
      const groups = refs.filter(ref => ref.startsWith('group:'));
      for (const pair of groupClosure(groups, edges)) {
        await knex('group_closure').insert(pair);
      }
    },

    async subject(fixture: SubjectFixture): Promise<string> {
      const id = randomUUID();
      const { kind, namespace, name } = parseEntityRef(fixture.ref);
      await knex('streams').insert({
        id,
        kind: 'subject',
        ref: fixture.ref,
        created_at: noon,
      });
      await knex('subjects').insert({
        id,
        ref: fixture.ref,
        kind: kind === 'aisystem' ? 'AISystem' : kind,
        namespace,
        name,
        title: fixture.title ?? name,
        owner: fixture.owner ?? null,
        accountable: fixture.accountable ?? null,
        type: fixture.type ?? null,
        lifecycle: fixture.lifecycle ?? null,
        sourcing: fixture.sourcing ?? null,
        profile: JSON.stringify(fixture.profile ?? {}),
        profile_errors: '[]',
        digest: 'd',
        observed_at: noon,
        gone_at: fixture.goneAt ?? null,
      });
      for (const summary of fixture.summaries ?? []) {
        const from = summary.from ?? '2026-11-01T00:00:00.000Z';
        const families = Object.fromEntries(
          Object.entries(summary.families ?? {}).map(([family, some]) => {
            if (!(family in controlFamilies)) throw new Error(family);
            return [family, { ...noCounts(), ...some }];
          }),
        );
        await knex('subject_summary').insert({
          subject_id: id,
          from_at: from,
          until_at: summary.until ?? null,
          tier: summary.tier ?? 'minimal',
          level: summary.level ?? null,
          first_control: summary.first ?? null,
          evaluated_at: from,
          families: familyText(families),
          ...counts(Object.values(families).reduce(addCounts, noCounts())),
        });
      }
      return id;
    },

    async result(subjectId: string, fixture: ResultFixture) {
      await knex('results').insert({
        subject_id: subjectId,
        control_id: fixture.control,
        control_version: 1,
        state: fixture.state,
        reason: fixture.reason ?? `It is ${fixture.state}.`,
        since: fixture.since ?? '2026-11-01T00:00:00.000Z',
        valid_until: fixture.validUntil ?? null,
        next_state: fixture.nextState ?? null,
        next_reason: fixture.nextReason ?? null,
        remedy: fixture.remedy ?? null,
        next_remedy: fixture.nextRemedy ?? null,
        policy_hash: 'p',
        from_at: '2026-11-01T00:00:00.000Z',
        to_at: fixture.to ?? null,
      });
    },

    /** A record with its revisions, in order; null: redacted. */
    async record(
      subjectId: string,
      type: string,
      revisions: (object | null)[],
      recordedAt = noon,
    ): Promise<string> {
      const id = randomUUID();
      const { last } = (await knex('revisions')
        .where('stream_id', subjectId)
        .max({ last: 'seq' })
        .first()) as { last: number | null };
      let seq = last ?? 0;
      for (const [index, data] of revisions.entries()) {
        seq += 1;
        const text = JSON.stringify(data);
        const hash = createHash('sha256').update(text).digest('hex');
        await knex('revisions').insert({
          stream_id: subjectId,
          seq,
          record_id: id,
          type,
          revision: index + 1,
          schema_version: 1,
          data: data === null ? null : text,
          data_hash: hash,
          author: 'user:default/dana',
          materiality: 'material',
          effective_at: recordedAt,
          recorded_at: recordedAt,
          previous_hash: hash,
          hash,
        });
      }
      await knex('records').insert({
        id,
        stream_id: subjectId,
        type,
        seq,
        revision: revisions.length,
      });
      return id;
    },
  };
}
