import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { dayOf } from '../instant';
import { checkMove, Moves, notToCome } from './caseMoves';
import { fullRef } from './fullRef';
import { day, entityRef, line, markdown, recordType } from './RecordType';

const states = ['open', 'met', 'dropped'] as const;
export type ObjectiveStatus = (typeof states)[number];

/** What was met is open again when it no longer holds; what was dropped is set anew. */
export const objectiveMoves: Moves<ObjectiveStatus> = {
  open: ['met', 'dropped'],
  met: ['open'],
  dropped: [],
};

const measurement = z
  .strictObject({
    on: day({ title: 'Measured on' }),
    value: z.number().meta({ title: 'Value' }),
    note: line({ title: 'Note' }, 500).optional(),
  })
  .meta({ title: 'Measurement' });
export type ObjectiveMeasurement = z.infer<typeof measurement>;

interface Measured {
  measurements?: ObjectiveMeasurement[];
}
interface Target {
  direction: 'at-least' | 'at-most';
  target: number;
  unit: string;
}

/** The measurement of the latest day; undefined: it was never measured. */
export const lastMeasurement = ({
  measurements = [],
}: Measured): ObjectiveMeasurement | undefined =>
  [...measurements].sort((a, b) => a.on.localeCompare(b.on)).at(-1);

/** Whether a value is what the objective asks for. */
export const reaches = (
  { direction, target }: Omit<Target, 'unit'>,
  value: number,
) => (direction === 'at-least' ? value >= target : value <= target);

/** The target in words, such as "at least 95 %". */
export const targetText = ({ direction, target, unit }: Target) =>
  `${direction === 'at-least' ? 'at least' : 'at most'} ${target} ${unit}`;

export const objective = recordType({
  type: 'objective',
  title: 'Objective',
  plural: 'Objectives',
  description:
    'What the organization wants to reach with its AI, how that is measured, by whom and until when, and what was measured.',
  shape: 'entry',
  streams: ['organization'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 6.2, 9.1, A.6.1.2; NIST AI RMF GOVERN 1.1',
  schema: z.strictObject({
    title: line({ title: 'What is to be reached' }, 200),
    measure: line(
      {
        title: 'Measure',
        description:
          'What is counted or measured, so that anybody finds the same.',
      },
      300,
    ),
    unit: line(
      { title: 'Unit', description: 'Such as %, days or systems.' },
      40,
    ),
    baseline: z
      .number()
      .meta({ title: 'Baseline', description: 'Where it started.' })
      .optional(),
    direction: z.enum(['at-least', 'at-most']).meta({
      title: 'Reached when',
      description: 'The value is at least, or at most, the target.',
    }),
    target: z.number().meta({ title: 'Target' }),
    owner: entityRef({ title: 'Owner', kinds: ['User', 'Group'] }),
    due: day({ title: 'Due', description: 'By the end of this day.' }),
    plan: markdown({
      title: 'Plan',
      description: 'What is done, with which means.',
    }).min(1),
    status: z.enum(states).meta({ title: 'Status' }),
    measurements: z
      .array(measurement)
      .max(500)
      .superRefine((all, ctx) => {
        const seen = new Set<string>();
        all.forEach(({ on }, i) => {
          if (seen.has(on)) {
            ctx.addIssue({
              code: 'custom',
              path: [i, 'on'],
              message: `there is a measurement on ${on} already`,
            });
          }
          seen.add(on);
        });
      })
      .meta({ title: 'Measurements' })
      .optional(),
    reason: markdown({
      title: 'Why it is dropped',
      description: 'Asked for to drop it.',
    }).optional(),
    setOn: day({
      title: 'Set on',
      description: 'From when it is to be measured.',
      filledIn: 'system',
    }).optional(),
  }),
  summary: ({ title, status }) => `${title} (${status})`,
  admit: ({ data, previous, at }) => {
    const before = checkMove(data.status, previous, {
      moves: objectiveMoves,
      starts: ['open'],
    });
    data.measurements?.forEach(({ on }, i) =>
      notToCome(`measurements[${i}].on`, on, at),
    );
    if (data.status === 'dropped' && !data.reason?.trim()) {
      throw new InputError('data.reason: say why it is dropped');
    }
    if (data.status === 'met') {
      const last = lastMeasurement(data);
      if (!last || !reaches(data, last.value)) {
        throw new InputError(
          `data.status: it is met when the last measurement is ${targetText(
            data,
          )}; ${
            last ? `that of ${last.on} is ${last.value}` : 'there is none'
          }`,
        );
      }
    }
    // opened again, it is measured from then on
    const setOn =
      before?.setOn && !(before.status === 'met' && data.status === 'open')
        ? before.setOn
        : dayOf(at);
    return { ...data, owner: fullRef(data.owner), setOn };
  },
});

export type Objective = z.infer<typeof objective.schema>;
