import {
  agentUsePermission,
  Page,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import {
  cursorField,
  limitField,
  pageFields,
  stateField,
  systemFields,
  tierField,
} from './fields';
import { teamRef } from './references';

export function registerListSystems({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'list-systems',
    title: 'List AI systems',
    description:
      'The AI systems (and other governed entities) that you may read, the gravest tier first, each with its owner, tier, level and what is first to do. All filters are optional and narrow the list together.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z =>
        z
          .object({
            q: z.string().optional().describe('In title, name or owner'),
            team: z
              .string()
              .optional()
              .describe(
                'Owned by this group or by one below it: group:default/credit-risk',
              ),
            owner: z
              .array(z.string())
              .optional()
              .describe('Declared owners, full references'),
            tier: z.array(tierField(z)).optional(),
            level: z
              .array(z.enum(['none', 'bronze', 'silver', 'gold']))
              .optional(),
            lifecycle: z.array(z.string()).optional(),
            state: z
              .array(stateField(z))
              .optional()
              .describe(
                'Has a result in one of these states; with `control`, of this control',
              ),
            control: z
              .string()
              .optional()
              .describe('Id of a control, such as DOC-01'),
            limit: limitField(z),
            cursor: cursorField(z),
          })
          .strict(),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              ...systemFields(z),
              first: z
                .object({
                  controlId: z.string(),
                  title: z.string(),
                  state: stateField(z),
                  reason: z.string(),
                })
                .optional()
                .describe('What to do first; absent: everything holds'),
            }),
          ),
          ...pageFields(z),
        }),
    },
    action: async ({ input: { team, ...query }, credentials }) => ({
      output: await answers.of<Page<SubjectSummary>>('list-subjects', {
        credentials,
        query: {
          ...query,
          ...(team !== undefined && { team: teamRef(team) }),
        },
      }),
    }),
  });
}
