import {
  agentUsePermission,
  Work,
  workKinds,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import { cursorField, limitField, pageFields, tierField } from './fields';
import { teamRef } from './references';

export function registerListWork({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'list-work',
    title: 'List what is due',
    description:
      'What there is to do about AI governance and by when: decisions that wait for you first, then what is overdue, what runs out, and what does not hold. It is done by people, in the portal.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z =>
        z
          .object({
            scope: z
              .enum(['mine', 'team', 'all'])
              .optional()
              .describe(
                'mine (unless told): what you and your groups own, you answer for or may decide; team: what `team` owns; all: all that you may read',
              ),
            team: z
              .string()
              .max(200)
              .optional()
              .describe('With scope team: group:default/credit-risk'),
            kind: z.array(z.enum(workKinds)).optional(),
            tier: z.array(tierField(z)).optional(),
            limit: limitField(z),
            cursor: cursorField(z),
          })
          .strict(),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              kind: z.enum(workKinds),
              subject: z
                .object({ ref: z.string(), title: z.string() })
                .optional(),
              tier: tierField(z).nullable(),
              title: z.string(),
              reason: z.string(),
              state: z.string(),
              due: z
                .string()
                .nullable()
                .describe('When it runs out, or ran out; null: no date'),
              overdue: z.boolean(),
              controlId: z.string().optional(),
              recordId: z.string().optional(),
              recordType: z.string().optional(),
              remediation: z
                .object({ label: z.string() })
                .optional()
                .describe('What a person does about it in the portal'),
            }),
          ),
          overdue: z.number(),
          dueSoon: z.number().describe('Holds still, runs out soon'),
          requested: z.number().describe('Decisions that wait for you'),
          ...pageFields(z),
        }),
    },
    action: async ({ input: { team, ...query }, credentials }) => ({
      output: await answers.of<Work>('list-work', {
        credentials,
        query: {
          ...query,
          ...(team !== undefined && { owner: teamRef(team) }),
        },
      }),
    }),
  });
}
