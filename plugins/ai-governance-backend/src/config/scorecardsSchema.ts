import {
  controlFamilies,
  controlIds,
  frameworks,
  levels,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';

const text = z.string().trim().min(1);
const list = z.array(text).min(1);

const aChoice = `must be the id of a control, a family, or { framework, level } with one of them or both: a framework is one of ${frameworks
  .map(({ id }) => id)
  .join(', ')}, a level one of ${levels.join(', ')}`;

const choice = z.union(
  [
    z.string(),
    z.strictObject({
      framework: z
        .enum(frameworks.map(({ id }) => id) as [string, ...string[]])
        .optional(),
      level: z.enum(levels).optional(),
    }),
  ],
  aChoice,
);

/**
 * Scorecards that have a name.
 *
 * @param ids - of the controls that there are
 */
export const scorecardsSchemaFor = (ids: readonly string[] = controlIds) => {
  const known = new Set<unknown>([...ids, ...Object.keys(controlFamilies)]);
  return z
    .array(
      z.strictObject({
        id: z
          .string()
          .max(60)
          .regex(
            /^[a-z0-9]+(-[a-z0-9]+)*$/,
            'must be lower-case letters and digits, joined by hyphens, such as vendor-ai',
          ),
        title: text,
        description: text.optional(),
        controls: z.array(choice).min(1).optional(),
        subjects: z
          .strictObject({
            tier: z.array(z.enum(tiers)).min(1).optional(),
            sourcing: list.optional(),
            lifecycle: list.optional(),
            type: list.optional(),
            owner: list.optional(),
          })
          .optional(),
      }),
    )
    .superRefine((definitions, ctx) => {
      const before = new Set<string>();
      definitions.forEach(({ id, controls = [] }, i) => {
        if (before.has(id)) {
          ctx.addIssue({
            code: 'custom',
            path: [i, 'id'],
            message: `there is a scorecard ${id} already`,
          });
        }
        before.add(id);
        controls.forEach((one, j) => {
          if (typeof one === 'string' && !known.has(one)) {
            ctx.addIssue({
              code: 'custom',
              path: [i, 'controls', j],
              message: `there is no control and no family ${one}`,
            });
          } else if (Object.keys(one).length === 0) {
            ctx.addIssue({
              code: 'custom',
              path: [i, 'controls', j],
              message: aChoice,
            });
          }
        });
      });
    });
};
