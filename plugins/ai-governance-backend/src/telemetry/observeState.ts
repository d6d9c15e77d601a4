import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Instant, resultStates } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { readQueue } from '../health/readHealth';
import { countColumn } from '../posture/stateCounts';
import { subjectsAt } from '../posture/subjectSummaries';

/** However many watch and however often: the database is asked at most so often by one backend. */
const KEPT_MS = 30_000;

interface Observed {
  subjects: number;
  /** Subjects with a result in the state. */
  withResult: Record<string, number>;
  queue: { waiting: number; failing: number; ageSeconds: number };
}

/**
 * Gauges over what the database holds, read when they are collected: one aggregate over the summaries, one over the queue. Every backend that
 * shares the database observes the same, so they are not to be added up.
 */
export function observeState(options: {
  metrics: MetricsService;
  knex: Knex;
  clock: Clock;
  logger: LoggerService;
}): void {
  const { metrics, knex, clock, logger } = options;
  let kept: { at: number; observed: Promise<Observed | undefined> } | undefined;

  /** Undefined when it cannot be read: then nothing is observed, which is what there is to tell. */
  const read = () => {
    if (!kept || Date.now() - kept.at >= KEPT_MS) {
      const observed = clock(knex)
        .then(at => observe(knex, at))
        .catch(error => {
          logger.debug('What is to be measured could not be read', error);
          return undefined;
        });
      kept = { at: Date.now(), observed };
    }
    return kept.observed;
  };
  const gauge = (
    name: string,
    description: string,
    tell: (
      observed: Observed,
      observe: (value: number, attributes?: { state: string }) => void,
    ) => void,
    unit?: string,
  ) =>
    metrics
      .createObservableGauge<{ state: string }>(name, { description, unit })
      .addCallback(async result => {
        const observed = await read();
        if (observed) {
          tell(observed, (value, attributes) =>
            result.observe(value, attributes),
          );
        }
      });

  gauge('ai_governance_subjects', 'Subjects that are not gone', (o, tell) =>
    tell(o.subjects),
  );
  gauge(
    'ai_governance_subjects_with_result',
    'Subjects of which at least one result is in the state',
    (o, tell) =>
      resultStates.forEach(state => tell(o.withResult[state], { state })),
  );
  gauge(
    'ai_governance_queue_length',
    'Subjects that wait to be evaluated',
    (o, tell) => tell(o.queue.waiting),
  );
  gauge(
    'ai_governance_queue_failing',
    'Subjects that could not be evaluated when it was last tried',
    (o, tell) => tell(o.queue.failing),
  );
  gauge(
    'ai_governance_queue_age_seconds',
    'How long the first that is due has waited; 0: none is due',
    (o, tell) => tell(o.queue.ageSeconds),
    's',
  );
}

async function observe(knex: Knex, at: Instant): Promise<Observed> {
  const [row]: any[] = await subjectsAt(knex, at)
    .count({ subjects: '*' })
    .select(
      resultStates.map(state =>
        knex.raw('sum(case when ?? > 0 then 1 else 0 end) as ??', [
          `m.${countColumn(state)}`,
          countColumn(state),
        ]),
      ),
    );
  const { waiting, failing, oldestDueAt } = await readQueue(knex, at);
  return {
    subjects: Number(row.subjects),
    withResult: Object.fromEntries(
      resultStates.map(state => [state, Number(row[countColumn(state)] ?? 0)]),
    ),
    queue: {
      waiting,
      failing,
      ageSeconds: oldestDueAt
        ? Math.max(0, (Date.parse(at) - Date.parse(oldestDueAt)) / 1000)
        : 0,
    },
  };
}
