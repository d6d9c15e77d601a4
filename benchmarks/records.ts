import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import {
  Instant,
  instant,
  recordTypes,
  sha256,
} from 'backstage-plugin-ai-governance-common';
import { batches } from '../plugins/ai-governance-backend/src/database/batches';
import { checkAppend } from '../plugins/ai-governance-backend/src/ledger/checkAppend';
import { Revision } from '../plugins/ai-governance-backend/src/ledger/Ledger';
import { toRow } from '../plugins/ai-governance-backend/src/ledger/revisionRow';
import { rowHash } from '../plugins/ai-governance-backend/src/ledger/rowHash';
import { random } from './random';

const DAY = 24 * 3600 * 1000;

interface Prepared {
  data: string;
  hash: string;
}

const prepare = (type: string, data: object): Prepared => {
  const checked = checkAppend(recordTypes, {
    type,
    data,
    author: 'user:default/person-1',
  } as any);
  return { data: checked.data, hash: sha256(checked.data) };
};

const sentence = 'It is used every working day by those who were taught how. ';

function intendedUse(i: number, complete: boolean) {
  return prepare('intended-use', {
    purpose: `Helps with task ${i}. ${sentence}`,
    users: `Planners of unit ${i}.`,
    inScope: sentence.repeat(3),
    ...(complete && {
      outOfScope: 'Ratings of staff.',
      limitations: sentence.repeat(2),
      assumptions: 'Two years of history.',
    }),
  });
}

function riskAssessment(i: number, now: number) {
  const { below, chance } = random(i);
  const rating = () => 1 + below(4);
  const estimate = () => ({
    likelihood: rating(),
    consequence: {
      individuals: rating(),
      society: rating(),
      business: rating(),
    },
  });
  const day = (days: number) => instant(now + days * DAY).slice(0, 10);
  return prepare('risk-assessment', {
    summary: sentence,
    scenarios: Array.from({ length: 2 + below(3) }, (_, n) => ({
      id: `scenario-${n}`,
      title: `Scenario ${n} of ${i}`,
      category: 'accuracy',
      description: sentence.repeat(2),
      inherent: estimate(),
      ...(chance(0.7) && {
        treatment: {
          strategy: 'mitigate',
          plan: sentence,
          owner: 'user:default/person-1',
          due: day(below(400) - 60),
        },
      }),
    })),
  });
}

const change = (i: number) =>
  prepare('change', {
    kind: 'model',
    title: `Change ${i}`,
    from: `version ${i}`,
    to: `version ${i + 1}`,
    why: sentence.repeat(2),
  });

/** Records for each subject, beside its profile: an intended use and a risk assessment of two revisions each, and 16 changes. */
export const RECORDS_PER_SUBJECT = 18;

/**
 * Writes records for every subject straight into the tables, row for row what the ledger would have written: validated data, chained hashes, heads
 * (`verify` accepts it). Every tenth subject has no intended use, every seventh no risk assessment.
 */
export async function writeRecords(knex: Knex, seed = 7): Promise<void> {
  const now = Date.now();
  const { below, chance, oneOf } = random(seed);
  const pool = (of: (i: number) => Prepared) =>
    Array.from({ length: 200 }, (_, i) => of(i));
  const uses = pool(i => intendedUse(i, i % 4 !== 0));
  const risks = pool(i => riskAssessment(i, now));
  const changes = pool(change);

  const heads: { id: string; seq: number; hash: string; at: Instant }[] =
    await knex('heads')
      .join('subjects', 'subjects.id', 'heads.stream_id')
      .join('revisions', join =>
        join
          .on('revisions.stream_id', 'heads.stream_id')
          .andOn('revisions.seq', 'heads.seq'),
      )
      .orderBy('subjects.ref')
      .select('heads.stream_id as id', 'heads.seq', 'heads.hash', {
        at: 'revisions.recorded_at',
      });
  for (const batch of batches(heads, 100)) {
    const rows: object[] = [];
    const records: object[] = [];
    for (const head of batch) {
      let { seq, hash } = head;
      let recordedAt = Date.parse(head.at);
      const add = (
        type: string,
        data: Prepared,
        daysAgo: number,
        recordId: string,
        revision: number,
      ) => {
        seq += 1;
        recordedAt += 1;
        const unsealed = {
          streamId: head.id,
          seq,
          recordId,
          type,
          revision,
          schemaVersion: 1,
          data: data.data,
          dataHash: data.hash,
          author: `user:default/person-${below(400)}`,
          materiality: 'material' as const,
          materialityReason: null,
          effectiveAt: instant(now - daysAgo * DAY - below(DAY)),
          recordedAt: instant(recordedAt),
          previousHash: hash,
        };
        hash = rowHash(unsealed);
        rows.push(toRow({ ...unsealed, hash } as Revision));
        return { seq, revision };
      };
      const document = (type: string, pools: Prepared[], daysAgo: number) => {
        const id = randomUUID();
        add(type, oneOf(pools), daysAgo + 100, id, 1);
        const last = add(type, oneOf(pools), daysAgo, id, 2);
        records.push({ id, stream_id: head.id, type, ...last });
      };
      for (let i = 0; i < 16; i++) {
        const id = randomUUID();
        const last = add('change', oneOf(changes), 60 + below(600), id, 1);
        records.push({ id, stream_id: head.id, type: 'change', ...last });
      }
      if (chance(0.9)) document('intended-use', uses, below(300));
      if (chance(0.86)) document('risk-assessment', risks, below(300));
      Object.assign(head, { seq, hash });
    }
    await knex.transaction(async tx => {
      for (const some of batches(rows)) await tx('revisions').insert(some);
      for (const some of batches(records)) await tx('records').insert(some);
      await tx('heads')
        .insert(batch.map(h => ({ stream_id: h.id, seq: h.seq, hash: h.hash })))
        .onConflict('stream_id')
        .merge(['seq', 'hash']);
    });
  }
}

/** As though what was found now had been found a day ago, as the catalog was swept, so that an instant of the past can be asked for. */
export async function dateBack(knex: Knex): Promise<void> {
  const now = instant(Date.now());
  for (const table of ['results', 'subject_summary'])
    await knex(table)
      .where('from_at', '<=', now)
      .update({ from_at: instant(Date.now() - DAY) });
}
