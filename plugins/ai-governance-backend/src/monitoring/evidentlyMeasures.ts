import {
  EvidentlyMetric,
  EvidentlyTest,
  MonitoringAspect,
  MonitoringMeasure,
} from 'backstage-plugin-ai-governance-common';
import { asLine } from './asLine';
import { AspectRule, aspectNamed } from './aspects';

interface Measured {
  aspect: MonitoringAspect;
  measure: MonitoringMeasure;
}

/** As long as the name of a measure may be. */
const longest = 120;

/** What a metric is called, and by which name the rules know it. */
function namesOf({
  id,
  metric_name: told,
  metric_id: older,
  config,
}: EvidentlyMetric) {
  const type =
    typeof config?.type === 'string'
      ? config.type.split(':').at(-1)!
      : undefined;
  const name = told ?? older ?? type ?? id ?? 'metric';
  // the whole name of a drift metric repeats method and threshold, which are said elsewhere
  const title =
    type && typeof config?.column === 'string'
      ? `${type}(${config.column})`
      : name;
  return { title, known: type ?? name.split('(')[0] };
}

/** The numbers of a value, each with what it is called within it: one by itself has no name; a snapshot wraps each in `value`. */
function numbersIn(
  value: unknown,
  within: readonly string[] = [],
): [string, number][] {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return [[within.join('.'), value]];
  }
  if (typeof value !== 'object' || value === null || within.length > 3)
    return [];
  if ('value' in value && typeof value.value === 'number') {
    return numbersIn(value.value, within);
  }
  return Object.entries(value).flatMap(([key, part]) =>
    // of parts of a snapshot only the numbers count
    [
      'widget',
      'tests',
      'type',
      'display_name',
      'metric_value_location',
    ].includes(key)
      ? []
      : numbersIn(part, [...within, key]),
  );
}

/** The threshold that a drift metric carries itself: a p-value drifts below it, a distance above; of columns it is the share. */
function thresholdOf({ config }: EvidentlyMetric, part: string) {
  if (typeof config?.threshold === 'number' && part === '') {
    const direction = /p[_ -]?value/i.test(String(config.method))
      ? ('below' as const)
      : ('above' as const);
    return { threshold: config.threshold, direction };
  }
  if (typeof config?.drift_share === 'number' && part === 'share') {
    return { threshold: config.drift_share, direction: 'above' as const };
  }
  return {};
}

/**
 * Every number of a report as a measure. Where tests are bound to a metric they say what is breached, and nothing else does: a test that
 * failed is a breach, one that only warns is none. Names are of one record, so a name that comes again is numbered.
 *
 * @returns beside the measures, how many tests of each aspect could not be run
 */
export function evidentlyMeasures(
  metrics: readonly EvidentlyMetric[],
  tests: readonly EvidentlyTest[],
  rules: readonly AspectRule[],
): { measures: Measured[]; notRun: Partial<Record<MonitoringAspect, number>> } {
  const taken = new Set<string>();
  const unique = (name: string) => {
    let free = asLine(name, longest) || 'metric';
    for (let n = 2; taken.has(free); n++) {
      free = `${asLine(name, longest - 6)} (${n})`;
    }
    taken.add(free);
    return free;
  };
  const measures: Measured[] = [];
  const notRun: Partial<Record<MonitoringAspect, number>> = {};
  const bound = new Set<EvidentlyTest>();

  for (const metric of metrics) {
    const { title, known } = namesOf(metric);
    const aspect = aspectNamed(known, rules);
    const numbers = numbersIn(metric.value);
    const own = tests.filter(
      t => metric.id !== undefined && t.metric_config?.metric_id === metric.id,
    );
    own.forEach(test => bound.add(test));
    const ran = own.filter(t =>
      ['SUCCESS', 'WARNING', 'FAIL'].includes(t.status),
    );
    const idle = own.filter(t => t.status === 'ERROR').length;
    if (idle > 0) notRun[aspect] = (notRun[aspect] ?? 0) + idle;
    const whole = numbers.length === 1 && ran.length > 0;
    for (const [part, value] of numbers) {
      measures.push({
        aspect,
        measure: {
          name: unique(part ? `${title} ${part}` : title),
          value,
          ...(whole && { breached: ran.some(t => t.status === 'FAIL') }),
          ...(ran.length === 0 && thresholdOf(metric, part)),
        },
      });
    }
    // which of several numbers a test is about, the report does not say
    if (!whole) {
      ran.forEach(test => measures.push(ofTest(test, aspect, unique)));
    }
  }
  for (const test of tests) {
    if (bound.has(test)) continue;
    const aspect = aspectNamed(test.name, rules);
    if (test.status === 'ERROR') notRun[aspect] = (notRun[aspect] ?? 0) + 1;
    else if (test.status !== 'SKIPPED') {
      measures.push(ofTest(test, aspect, unique));
    }
  }
  return { measures, notRun };
}

/** A test as a measure of its own: 1 failed, 0 held. */
function ofTest(
  { name, status }: EvidentlyTest,
  aspect: MonitoringAspect,
  unique: (name: string) => string,
): Measured {
  const failed = status === 'FAIL';
  return {
    aspect,
    measure: { name: unique(name), value: failed ? 1 : 0, breached: failed },
  };
}
