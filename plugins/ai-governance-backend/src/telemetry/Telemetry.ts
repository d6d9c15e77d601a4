import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { StaleRevisionError } from '../ledger/StaleRevisionError';

/** What is measured as it happens, and traced. Never a reference or data of a subject: those who watch need not be those who may read. */
export interface Telemetry {
  /** A batch was evaluated; `seconds` from loading it to storing it. */
  evaluated(batch: {
    seconds: number;
    evaluated: number;
    failed: number;
  }): void;
  /** The ledger did not take what was to be appended. */
  appendFailed(error: unknown): void;
  /** Runs within a span; an error ends it and is thrown on. */
  traced<T>(
    name: string,
    run: () => Promise<T>,
    attributes?: Record<string, number>,
  ): Promise<T>;
}

/** Where nobody watches. */
export const noTelemetry: Telemetry = {
  evaluated: () => {},
  appendFailed: () => {},
  traced: (_name, run) => run(),
};

/** Metrics and spans through the services of the backend, which hand them to OpenTelemetry where it is set up. */
export function telemetryOf(options: {
  metrics: MetricsService;
  tracing: Pick<TracingService, 'startActiveSpan'>;
}): Telemetry {
  const { metrics, tracing } = options;
  const duration = metrics.createHistogram(
    'ai_governance_evaluation_duration_seconds',
    {
      description: 'Evaluation of one batch of subjects, loading to storing',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      },
    },
  );
  const subjects = metrics.createCounter(
    'ai_governance_evaluated_subjects_total',
    { description: 'Subjects that were evaluated, or could not be' },
  );
  const failed = metrics.createCounter('ai_governance_append_errors_total', {
    description: 'Appends that the ledger did not take',
  });
  return {
    evaluated(batch) {
      duration.record(batch.seconds);
      if (batch.evaluated > 0) {
        subjects.add(batch.evaluated, { outcome: 'evaluated' });
      }
      if (batch.failed > 0) subjects.add(batch.failed, { outcome: 'failed' });
    },
    appendFailed: error => failed.add(1, { reason: reasonOf(error) }),
    traced: (name, run, attributes) =>
      tracing.startActiveSpan(`ai-governance ${name}`, { attributes }, run),
  };
}

function reasonOf(error: unknown): 'stale' | 'invalid' | 'failed' {
  if (error instanceof StaleRevisionError) return 'stale';
  return error instanceof InputError ? 'invalid' : 'failed';
}
