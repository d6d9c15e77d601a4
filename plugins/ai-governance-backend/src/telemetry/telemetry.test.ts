import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  completeIntendedUse,
  exampleEntities,
} from '../__testUtils__/exampleEntities';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { startPosture } from '../posture/__testUtils__/startPosture';
import { observeState } from './observeState';
import { telemetryOf } from './Telemetry';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** Metrics that remember what they were told, and can be collected. */
function recordingMetrics() {
  const told: [name: string, value: number, attributes?: object][] = [];
  const gauges = new Map<string, (result: any) => Promise<void>>();
  const instrument = (name: string) => {
    const tell = (value: number, attributes?: object) =>
      void told.push(attributes ? [name, value, attributes] : [name, value]);
    return { add: tell, record: tell };
  };
  const metrics = metricsServiceMock.mock({
    createCounter: instrument,
    createHistogram: instrument,
    createObservableGauge: (name: string) => ({
      addCallback: (callback: any) => void gauges.set(name, callback),
      removeCallback: () => {},
    }),
  } as any);
  return {
    metrics,
    told,
    async collect() {
      const seen: Record<string, number> = {};
      for (const [name, callback] of gauges) {
        await callback({
          observe: (value: number, attributes?: { state: string }) => {
            seen[attributes ? `${name} ${attributes.state}` : name] = value;
          },
        });
      }
      return seen;
    },
  };
}

describe.each(databases.eachSupportedId())('what is measured, on %s', id => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => knex.destroy());

  const started = async () => {
    const { metrics, told, collect } = recordingMetrics();
    const tracing = tracingServiceMock.mock();
    const telemetry = telemetryOf({ metrics, tracing });
    const posture = await startPosture(knex, exampleEntities(), { telemetry });
    const observe = () =>
      observeState({
        metrics,
        knex,
        clock: posture.clock.read,
        logger: mockServices.logger.mock(),
      });
    return { ...posture, told, collect, tracing, telemetry, observe };
  };

  it('is how the queue grows and how long its first waits', async () => {
    const { clock, collect, observe, evaluator } = await started();
    const [{ count }] = await knex('work').count({ count: '*' });
    const waiting = Number(count);
    expect(waiting).toBeGreaterThan(1);
    clock.pass({ minutes: 5 });
    observe();
    expect(await collect()).toMatchObject({
      ai_governance_subjects: waiting,
      'ai_governance_subjects_with_result fail': 0,
      ai_governance_queue_length: waiting,
      ai_governance_queue_failing: 0,
      ai_governance_queue_age_seconds: expect.closeTo(300, -1),
    });
    await evaluator.runOnce();
    observe();
    const after = await collect();
    expect(after).toMatchObject({
      ai_governance_subjects: waiting,
      ai_governance_queue_length: 0,
      ai_governance_queue_age_seconds: 0,
    });
    const [{ failing }] = await knex('subject_summary')
      .where('fail', '>', 0)
      .countDistinct({ failing: 'subject_id' });
    expect(after['ai_governance_subjects_with_result fail']).toBe(
      Number(failing),
    );
  });

  it('asks the database once for all gauges, however often they are collected', async () => {
    const { collect, observe } = await started();
    observe();
    let queries = 0;
    knex.on('query', () => queries++);
    await collect();
    const once = queries;
    expect(once).toBeLessThanOrEqual(3);
    await collect();
    expect(queries).toBe(once);
  });

  it('is nothing when it cannot be read, and throws nothing at who collects', async () => {
    const { collect, observe } = await started();
    observe();
    await knex.schema.dropTable('work');
    expect(await collect()).toEqual({});
  });

  it('is how long a batch took and what came of it, in a span that names nobody', async () => {
    const { evaluator, told, tracing } = await started();
    const evaluated = await evaluator.runOnce();
    expect(told).toEqual([
      ['ai_governance_evaluation_duration_seconds', expect.any(Number)],
      [
        'ai_governance_evaluated_subjects_total',
        evaluated,
        { outcome: 'evaluated' },
      ],
    ]);
    expect(tracing.startActiveSpan.mock.calls.map(([...call]) => call)).toEqual(
      [
        [
          'ai-governance evaluate',
          { attributes: { subjects: evaluated } },
          expect.any(Function),
        ],
      ],
    );
    // nothing to do is nothing to tell
    await evaluator.runOnce();
    expect(told).toHaveLength(2);
  });

  it('is what the ledger did not take, by reason', async () => {
    const { telemetry, told, idOf } = await started();
    const ledger = DatabaseLedger.create({
      knex,
      onFailed: telemetry.appendFailed,
    });
    const subject = await idOf('aisystem:default/card-limits');
    const append = (data: object) =>
      ledger.append(subject, {
        type: 'intended-use',
        data,
        author: 'user:default/dana',
      });
    await expect(append({ purpose: 1 })).rejects.toThrow();
    await append(completeIntendedUse);
    // somebody wrote meanwhile
    await expect(append(completeIntendedUse)).rejects.toThrow();
    await knex.schema.renameTable('revisions', 'away');
    await expect(append(completeIntendedUse)).rejects.toThrow();
    expect(told).toEqual(
      ['invalid', 'stale', 'failed'].map(reason => [
        'ai_governance_append_errors_total',
        1,
        { reason },
      ]),
    );
  });
});
