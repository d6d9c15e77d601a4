import {
  dayOf,
  EvidentlyMetric,
  evidentlyReportSchema,
  evidentlySnapshotSchema,
  EvidentlyTest,
  instant,
  isBreached,
  Monitoring,
  MonitoringAspect,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { asLine } from './asLine';
import { AspectRule } from './aspects';
import { evidentlyMeasures } from './evidentlyMeasures';
import { issuesAt } from './issuesAt';
import { TakenReport } from './TakenReport';

interface Options {
  subject?: string;
  source: string;
  aspects: readonly AspectRule[];
  from?: string;
  to?: string;
  /** ISO 8601. The day of a report that does not say when it was made. */
  at: string;
}

/** As many as one aspect of a record may hold. */
const most = 100;

type Context = Pick<
  z.infer<typeof evidentlyReportSchema>,
  'metadata' | 'tags' | 'timestamp'
>;

/** A tag such as `ai_system=…` or `ai_system:…`, or the same in the metadata. */
function named({ metadata, tags }: Context): string | undefined {
  const told = metadata?.ai_system;
  if (typeof told === 'string' && told) return told;
  const tag = tags?.find(t => /^ai_system[=:]./.test(t));
  return tag?.slice('ai_system='.length);
}

function dayOfReport({ timestamp }: Context, at: string): string {
  try {
    // Python writes a space where ISO 8601 has a T
    return dayOf(instant(timestamp?.replace(' ', 'T') ?? at));
  } catch {
    return dayOf(at);
  }
}

/** One report of Evidently, whichever of the two ways it is written in, as one monitoring record. */
export function readEvidently(body: unknown, options: Options): TakenReport[] {
  const path = 'body';
  const isSnapshot = Object.hasOwn(Object(body), 'metric_results');
  const parsed = isSnapshot
    ? evidentlySnapshotSchema.safeParse(body)
    : evidentlyReportSchema.safeParse(body);
  if (!parsed.success) return [{ path, error: issuesAt(path, parsed.error) }];
  const subject = named(parsed.data) ?? options.subject;
  if (!subject) {
    return [
      {
        path,
        error:
          'query.subject: name the AI system here, or in body.metadata.ai_system',
      },
    ];
  }
  const { metrics, tests } =
    'metrics' in parsed.data ? parsed.data : ofSnapshot(parsed.data);
  const { measures, notRun } = evidentlyMeasures(
    metrics,
    tests,
    options.aspects,
  );
  if (measures.length === 0) {
    return [{ path, subject, error: `${path}.metrics: holds no number` }];
  }
  const to = options.to ?? options.from ?? dayOfReport(parsed.data, options.at);
  const data: Monitoring = {
    period: { from: options.from ?? to, to },
    source: options.source,
  };
  for (const aspect of new Set(measures.map(m => m.aspect))) {
    data[aspect] = aspectOf(
      measures.filter(m => m.aspect === aspect),
      notRun[aspect] ?? 0,
    );
  }
  return [{ path, subject, data }];
}

function aspectOf(
  measures: ReturnType<typeof evidentlyMeasures>['measures'],
  notRun: number,
): NonNullable<Monitoring[MonitoringAspect]> {
  // what has a threshold is held against it only when it is recorded
  const isOver = ({ measure }: (typeof measures)[number]) =>
    isBreached(measure) ?? measure.breached;
  const breached = measures.filter(isOver);
  const kept = [...breached, ...measures.filter(m => !isOver(m))]
    .slice(0, most)
    .map(m => m.measure);
  const words = [
    `${measures.length} measured, ${breached.length} breached`,
    ...(measures.length > most ? [`the first ${most} are kept`] : []),
    ...(notRun > 0 ? [`${notRun} could not be tested`] : []),
  ];
  return {
    found: asLine(`Evidently: ${words.join('; ')}.`, 1000),
    measures: kept,
  };
}

function ofSnapshot({
  metric_results: results,
  top_level_metrics: top = Object.keys(results),
}: z.infer<typeof evidentlySnapshotSchema>): {
  metrics: EvidentlyMetric[];
  tests: EvidentlyTest[];
} {
  const shown = top.filter(id => Object.hasOwn(results, id));
  return {
    metrics: shown.map(id => {
      const { display_name: name, tests, widget, type, ...value } = results[id];
      const location = value.metric_value_location as any;
      delete value.metric_value_location;
      return {
        id,
        metric_name: name ?? id,
        config: location?.metric?.params,
        value,
      };
    }),
    tests: shown.flatMap(id =>
      results[id].tests.map(test => ({
        ...test,
        metric_config: { metric_id: id },
      })),
    ),
  };
}
