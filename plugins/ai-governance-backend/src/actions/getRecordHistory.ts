import {
  agentUsePermission,
  Page,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import { revisionFields } from './fields';

export function registerGetRecordHistory({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'get-record-history',
    title: 'Get the history of a record',
    description:
      'Every revision of one record, newest first: who stated what and when. Revisions are never changed.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z =>
        z
          .object({
            recordId: z
              .string()
              .describe('As describe-system and get-records give it'),
          })
          .strict(),
      output: z =>
        z.object({
          items: z.array(z.object(revisionFields(z))),
          totalItems: z.number(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await answers.of<Page<RevisionView>>('list-revisions', {
        credentials,
        params: { id: input.recordId },
      }),
    }),
  });
}
