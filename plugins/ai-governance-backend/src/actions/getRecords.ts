import {
  agentUsePermission,
  Page,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import { revisionFields, systemField } from './fields';
import { systemParams } from './references';

export function registerGetRecords({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'get-records',
    title: 'Get the records of an AI system',
    description:
      'The latest revision of each record of one type of one system, with its content: a document such as intended-use or risk-assessment, of which there is one, or entries such as change, monitoring, incident or approval. describe-system lists which there are.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z =>
        z
          .object({
            system: systemField(z),
            type: z
              .string()
              .describe(
                'Record type: intended-use, risk-assessment, impact-assessment, threat-model, data-sheet, operations, vendor-assessment, change, approval, risk-acceptance, exemption, monitoring, incident, corrective-action, control-test, evidence, connector, …',
              ),
            asOf: z
              .string()
              .optional()
              .describe(
                'As the ledger stood at this instant (ISO 8601 with offset); absent: now',
              ),
          })
          .strict(),
      output: z =>
        z.object({
          items: z.array(z.object(revisionFields(z))),
          totalItems: z.number(),
        }),
    },
    action: async ({ input: { system, ...query }, credentials }) => ({
      output: await answers.of<Page<RevisionView>>('list-subject-records', {
        credentials,
        params: systemParams(system),
        query,
      }),
    }),
  });
}
