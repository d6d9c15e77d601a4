import { ConflictError, InputError } from '@backstage/errors';
import { z } from 'zod';
import { dayOf } from '../instant';
import { RecordState } from '../state';
import { day, line, recordType } from './RecordType';

const measure = z
  .strictObject({
    name: line({ title: 'Measure' }, 120),
    value: z.number().meta({ title: 'Value' }),
    threshold: z.number().meta({ title: 'Threshold' }).optional(),
    direction: z
      .enum(['above', 'below'])
      .meta({
        title: 'Breached when',
        description: 'The value is above or below the threshold.',
      })
      .optional(),
    breached: z
      .boolean()
      .meta({
        title: 'Breached',
        description:
          'Worked out where there is a threshold and a direction; otherwise as the source says.',
      })
      .optional(),
  })
  .meta({ title: 'Measure' });

/** What is watched, in the words of OPS-03. */
export const monitoringAspects = {
  drift: 'drift',
  performance: 'performance',
  abuse: 'abuse',
  violations: 'policy violations',
} as const;
export type MonitoringAspect = keyof typeof monitoringAspects;
export type MonitoringMeasure = z.infer<typeof measure>;

const aspectNames = Object.keys(monitoringAspects) as MonitoringAspect[];

const aspect = (title: string, description: string) =>
  z
    .strictObject({
      found: line({ title: 'Found', description }, 1000),
      measures: z
        .array(measure)
        .max(100)
        .meta({ title: 'Measures' })
        .optional(),
    })
    .meta({ title })
    .optional();

const schema = z
  .strictObject({
    period: z
      .strictObject({
        from: day({ title: 'From' }),
        to: day({ title: 'To', description: 'The last day that was watched.' }),
      })
      .refine(({ from, to }) => from <= to, {
        path: ['to'],
        message: 'must not be before from',
      })
      .meta({ title: 'Period' }),
    drift: aspect('Drift', 'Whether data or behaviour moved away.'),
    performance: aspect('Performance', 'How well it did its work.'),
    abuse: aspect('Abuse', 'Attempts to misuse it, and what came of them.'),
    violations: aspect(
      'Policy violations',
      'Uses that the policy or the intended use does not allow.',
    ),
    source: line(
      {
        title: 'Source',
        description: 'The tool or team that reports, such as evidently.',
      },
      120,
    ).optional(),
    sourceId: line(
      {
        title: 'Id at the source',
        description:
          'The same report sent twice is recorded once. Without an id, the source reports once a period.',
      },
      200,
    ).optional(),
  })
  .superRefine((data, ctx) => {
    if (!aspectNames.some(name => data[name])) {
      ctx.addIssue({
        code: 'custom',
        path: [],
        message: `say what was found of at least one: ${aspectNames.join(
          ', ',
        )}`,
      });
    }
    const seen = new Set<string>();
    for (const name of aspectNames) {
      data[name]?.measures?.forEach((one, i) => {
        if (seen.has(one.name)) {
          ctx.addIssue({
            code: 'custom',
            path: [name, 'measures', i, 'name'],
            message: `the measure ${one.name} is in the record already`,
          });
        }
        seen.add(one.name);
        if ((one.threshold === undefined) !== (one.direction === undefined)) {
          ctx.addIssue({
            code: 'custom',
            path: [
              name,
              'measures',
              i,
              one.threshold === undefined ? 'threshold' : 'direction',
            ],
            message: 'threshold and direction go together',
          });
        }
      });
    }
  });

export type Monitoring = z.infer<typeof schema>;

/** Every measure of a monitoring record; the names are of one record. */
export const measuresOf = (data: Monitoring): MonitoringMeasure[] =>
  aspectNames.flatMap(name => data[name]?.measures ?? []);

/** A measure beside its threshold, as people say it. */
export const measureWords = ({
  value,
  threshold,
  direction,
}: MonitoringMeasure): string =>
  threshold === undefined ? `${value}` : `${value}, ${direction} ${threshold}`;

/** The latest record of the same source and report, or of the same source and period where it gives no id; undefined: none. */
export function sameReport(
  data: Monitoring,
  records: readonly RecordState<Monitoring | null>[],
): RecordState<Monitoring> | undefined {
  const { source, sourceId, period } = data;
  if (source === undefined) return undefined;
  return records
    .filter((r): r is RecordState<Monitoring> => r.data !== null)
    .find(({ data: other }) =>
      sourceId === undefined
        ? other.source === source &&
          other.sourceId === undefined &&
          other.period.from === period.from &&
          other.period.to === period.to
        : other.source === source && other.sourceId === sourceId,
    );
}

/** Whether a value is on the wrong side of its threshold; on it is not. Undefined: there is none to hold it against. */
export function isBreached({
  value,
  threshold,
  direction,
}: MonitoringMeasure): boolean | undefined {
  if (threshold === undefined || direction === undefined) return undefined;
  return direction === 'above' ? value > threshold : value < threshold;
}

/**
 * The record with `breached` worked out for each measure that has a threshold, as the ledger keeps it.
 *
 * @throws InputError naming the path where the source says otherwise
 */
export function withBreaches(data: Monitoring): Monitoring {
  const complete = { ...data };
  for (const name of aspectNames) {
    const told = data[name];
    if (!told?.measures) continue;
    complete[name] = {
      ...told,
      measures: told.measures.map((one, i) => {
        const breached = isBreached(one);
        if (breached === undefined) return one;
        if (one.breached !== undefined && one.breached !== breached) {
          throw new InputError(
            `data.${name}.measures[${i}].breached: ${one.value} is ${
              breached ? '' : 'not '
            }${one.direction} ${one.threshold}`,
          );
        }
        return { ...one, breached };
      }),
    };
  }
  return complete;
}

export const monitoring = recordType({
  type: 'monitoring',
  title: 'Monitoring',
  plural: 'Monitoring',
  description:
    'What was seen of the system at work in a period: drift, performance, abuse and policy violations, and which thresholds were breached.',
  shape: 'entry',
  streams: ['subject'],
  writtenBy: 'people',
  schemaVersion: 1,
  source:
    'ISO/IEC 42001 9.1, A.6.2.6; NIST AI RMF MEASURE 2.4, 3.1; NIST AI 600-1; EU AI Act Annex IV (3), (9)',
  schema,
  summary: data =>
    `${data.period.from} to ${data.period.to}: ${
      measuresOf(data).filter(m => m.breached).length
    } breached`,
  admit: ({ data, previous, at, subject }) => {
    if (data.period.to > dayOf(at)) {
      throw new InputError(
        `data.period.to: must not be in the future, and is ${data.period.to}`,
      );
    }
    const others = (subject?.records.monitoring ?? []).filter(
      r => r.recordId !== previous?.recordId,
    );
    const same = sameReport(data, others);
    if (same) {
      throw new ConflictError(
        `data.${data.sourceId === undefined ? 'period' : 'sourceId'}: ${
          data.source
        } has reported this already, as record ${same.recordId}`,
      );
    }
    return withBreaches(data);
  },
});
