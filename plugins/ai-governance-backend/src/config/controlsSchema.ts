import {
  ControlFamily,
  controlFamilies,
  controlIds,
  frameworks,
  levels,
  recordTypes,
  remediationSchema,
  requirementTitle,
  stateViewFields,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { Asking, checkPredicate } from './checkPredicate';

const text = z.string().trim().min(1);

// the controls of the organization judge no subject
const families = Object.keys(controlFamilies).filter(
  family => family !== 'ORG',
) as [ControlFamily, ...ControlFamily[]];

/** What is wrong with the name of a field of a `StateView`. */
function wrongField(key: string): string | undefined {
  const [first, second] = key.split('.');
  if (!(stateViewFields as readonly string[]).includes(first)) {
    return `is not known here: a field begins with ${stateViewFields.join(
      ', ',
    )}`;
  }
  if (
    first === 'records' &&
    second !== undefined &&
    !recordTypes.some(({ type }) => type === second)
  ) {
    return `there is no record type ${second}`;
  }
  return undefined;
}

const example =
  '{ profile.lifecycle: production } or { records.evidence: { $contains: { … } } }';

const predicate = z.unknown().superRefine((value, ctx) => {
  const report: Asking['report'] = (path, message) =>
    ctx.addIssue({ code: 'custom', path, message });
  checkPredicate(value, [], {
    example,
    field: wrongField,
    within: { example, field: () => undefined, report },
    report,
  });
});

/** What the ids of the suite's own controls begin with: pages lead by it to where a control is shown. */
const ownPrefixes = new Set(controlIds.map(id => id.split('-')[0]));

/** Why the suite keeps an id for itself; undefined: it does not. */
export function refusedPrefix(id: string): string | undefined {
  const [prefix] = id.split('-');
  return ownPrefixes.has(prefix)
    ? `ids that begin with ${prefix}- are those of the suite: use letters of your own, such as BANK-01`
    : undefined;
}

const reference = z
  .strictObject({
    framework: z.enum(frameworks.map(({ id }) => id) as [string, ...string[]]),
    id: text,
  })
  .superRefine(({ framework, id }, ctx) => {
    if (requirementTitle(framework, id) === undefined) {
      ctx.addIssue({
        code: 'custom',
        path: ['id'],
        message: `${framework} has no requirement ${id}`,
      });
    }
  });

const definition = z.strictObject({
  id: z
    .string()
    .regex(
      /^[A-Z]{2,8}-\d{2,4}$/,
      'must be 2 to 8 capital letters, a hyphen and 2 to 4 digits, such as BANK-01',
    ),
  title: text,
  family: z.enum(families).default('CUS'),
  level: z.enum(levels),
  holdsWhen: text,
  appliesTo: text.default('all'),
  references: z.array(reference).default([]),
  remediation: z.strictObject({
    label: text,
    place: remediationSchema.shape.place,
    recordType: z
      .enum(recordTypes.map(({ type }) => type) as [string, ...string[]])
      .optional(),
  }),
  applies: predicate.optional(),
  holds: predicate,
  otherwise: text.optional(),
});

/**
 * Controls that are written as data.
 *
 * @param taken - ids of the controls that there are
 */
export const controlsSchemaFor = (taken: readonly string[] = controlIds) =>
  z.array(definition).superRefine((definitions, ctx) => {
    const before = new Set(taken);
    definitions.forEach(({ id }, i) => {
      const wrong = before.has(id)
        ? `there is a control ${id} already`
        : refusedPrefix(id);
      if (wrong) {
        ctx.addIssue({ code: 'custom', path: [i, 'id'], message: wrong });
      }
      before.add(id);
    });
  });

/** The ids that a configuration gives, whether or not the rest of it is right. */
export function idsGiven(controls: unknown): string[] {
  return (Array.isArray(controls) ? controls : []).flatMap(one =>
    typeof one?.id === 'string' ? [one.id] : [],
  );
}
