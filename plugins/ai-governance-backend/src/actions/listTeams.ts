import {
  agentUsePermission,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import { asOfField } from './fields';

export function registerListTeams({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'list-teams',
    title: 'List teams that own AI systems',
    description:
      'The groups that own governed systems, themselves or through a group below them, each with its share of controls that hold. For the whole scorecard of one ask get-team-scorecard.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z => z.object({ asOf: asOfField(z) }).strict(),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              ref: z.string(),
              title: z.string(),
              parent: z
                .string()
                .optional()
                .describe('The nearest listed group above it'),
              own: z.number().describe('Systems that it owns itself'),
              subjects: z.number().describe('With those of the groups below'),
              share: z.number().nullable(),
              overdue: z.number(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await answers.of<{ items: TeamScorecard[] }>(
        'list-team-scorecards',
        { credentials, query: input },
      ),
    }),
  });
}
