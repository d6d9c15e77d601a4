import {
  agentUsePermission,
  OrganizationScorecard,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import { asOfField, scorecardFields } from './fields';

export function registerGetOrganizationScorecard({
  registry,
  answers,
}: ActionOptions) {
  registry.register({
    name: 'get-organization-scorecard',
    title: 'Get the scorecard of the organization',
    description:
      'Every system that you may read, rolled up: how many results of controls are in which state, by family, tier and level.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z => z.object({ asOf: asOfField(z) }).strict(),
      output: z => z.object(scorecardFields(z)),
    },
    action: async ({ input, credentials }) => ({
      output: await answers.of<OrganizationScorecard>(
        'get-organization-scorecard',
        { credentials, query: input },
      ),
    }),
  });
}
