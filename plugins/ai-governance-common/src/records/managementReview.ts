import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { levels, resultStates, tiers } from '../results';
import { notToCome, severities } from './caseMoves';
import { fullRef } from './fullRef';
import { day, entityRef, line, markdown, recordType } from './RecordType';

const count = z.int().min(0);
const eachOf = <K extends string>(keys: readonly K[]) =>
  z.strictObject(
    Object.fromEntries(keys.map(key => [key, count])) as Record<
      K,
      typeof count
    >,
  );

/** The figures of the whole organization at one instant, whoever looks: a review is about all of it. */
export const figuresSchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  policy: z.strictObject({ version: z.string(), hash: z.string() }),
  subjects: count,
  /** Subjects that wait for their first evaluation; in no tier and no level. */
  unevaluated: count,
  tiers: eachOf(tiers),
  levels: eachOf(['none', ...levels]),
  /** Results of controls. */
  counts: eachOf(resultStates),
  /** Results that are expired. */
  overdue: count,
  /** Incidents that are open or contained. */
  incidents: eachOf(severities),
  /** Of the systems and of the organization; open is what is not verified and not cancelled. */
  correctiveActions: z.strictObject({ open: count, overdue: count }),
});
export type OrganizationFigures = z.infer<typeof figuresSchema>;

const input = (title: string, description?: string) =>
  markdown({ title, ...(description && { description }) }).min(1);

/** What 9.3.2 asks a review to consider, in its order. */
const inputs = z
  .strictObject({
    earlierActions: input('Actions of earlier reviews', 'Where each stands.'),
    issues: input('Changes of internal and external issues'),
    interestedParties: input(
      'Changes of what interested parties need and expect',
    ),
    nonconformities: input('Nonconformities and corrective actions', 'Trends.'),
    monitoring: input('Results of monitoring and measurement', 'Trends.'),
    auditResults: input('Results of audits', 'Trends.'),
    objectives: input('How far the objectives are reached'),
    opportunities: input('Opportunities for improvement'),
  })
  .meta({ title: 'What was considered' });

const decision = z
  .strictObject({
    what: line({ title: 'Decision' }, 500),
    owner: entityRef({ title: 'Owner', kinds: ['User', 'Group'] }).optional(),
    due: day({ title: 'Due' }).optional(),
    done: day({
      title: 'Done on',
      description: 'Left out: it is still to be done.',
    }).optional(),
  })
  .meta({ title: 'Decision' });

export const managementReview = recordType({
  type: 'management-review',
  title: 'Management review',
  plural: 'Management reviews',
  description:
    'That top management has reviewed the AI management system: what it considered, the figures of that instant, and what it decided.',
  shape: 'entry',
  streams: ['organization'],
  writtenBy: 'people',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 9.3.1–9.3.3; NIST AI RMF GOVERN 1.5',
  schema: z.strictObject({
    heldOn: day({ title: 'Held on' }),
    chairedBy: entityRef({ title: 'Chaired by', kinds: ['User'] }),
    attendees: z
      .array(entityRef({ title: 'Attendee', kinds: ['User'] }))
      .max(100)
      .meta({ title: 'Attendees' }),
    inputs,
    decisions: z.array(decision).max(100).meta({
      title: 'Decisions',
      description: 'On improvement, and on what has to change.',
    }),
    nextBy: day({ title: 'Next review by' }),
    snapshot: figuresSchema
      .meta({
        title: 'Figures',
        description: 'Of the whole organization, as the review was recorded.',
        filledIn: 'system',
      })
      .optional(),
  }),
  readsFigures: true,
  summary: ({ heldOn, decisions }) =>
    `${heldOn}: ${decisions.length} decision${
      decisions.length === 1 ? '' : 's'
    }`,
  admit: ({ data, at, organization }) => {
    notToCome('heldOn', data.heldOn, at);
    if (data.nextBy <= data.heldOn) {
      throw new InputError(
        `data.nextBy: must be after it was held on ${data.heldOn}`,
      );
    }
    data.decisions.forEach(({ done }, i) =>
      notToCome(`decisions[${i}].done`, done, at),
    );
    return {
      ...data,
      chairedBy: fullRef(data.chairedBy),
      attendees: data.attendees.map(fullRef),
      decisions: data.decisions.map(one => ({
        ...one,
        ...(one.owner && { owner: fullRef(one.owner) }),
      })),
      // what is written on later is judged by the figures that there were
      snapshot: data.snapshot ?? organization?.figures,
    };
  },
});

export type ManagementReview = z.infer<typeof managementReview.schema>;
