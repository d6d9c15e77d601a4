import {
  agentUsePermission,
  TeamScorecard,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import { asOfField, scorecardFields } from './fields';
import { teamParams } from './references';

export function registerGetTeamScorecard({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'get-team-scorecard',
    title: 'Get the scorecard of a team',
    description:
      'The systems that a group and the groups below it own, rolled up: how many results of controls are in which state, by family, tier and level. Only what you may read is counted.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z =>
        z
          .object({
            team: z
              .string()
              .max(200)
              .describe(
                'A group: group:default/credit-risk, as list-teams gives it, or its bare name',
              ),
            asOf: asOfField(z),
          })
          .strict(),
      output: z =>
        z.object({
          ref: z.string(),
          title: z.string(),
          own: z.number().describe('Systems that it owns itself'),
          ...scorecardFields(z),
        }),
    },
    action: async ({ input: { team, asOf }, credentials }) => ({
      output: await answers.of<TeamScorecard>('get-team-scorecard', {
        credentials,
        params: teamParams(team),
        query: { asOf },
      }),
    }),
  });
}
