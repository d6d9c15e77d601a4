import {
  agentUsePermission,
  RecordTypeView,
} from 'backstage-plugin-ai-governance-common';
import { typeOf } from '../http/recordType';
import { ActionOptions, reads } from './ActionOptions';

export function registerGetRecordType({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'get-record-type',
    title: 'Get the schema of a record type',
    description:
      'What the data of a record type hold, as a JSON schema. Ask before append-record.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z =>
        z
          .object({
            type: z.string().describe('Such as change or monitoring'),
          })
          .strict(),
      output: z =>
        z.object({
          type: z.string(),
          title: z.string(),
          description: z.string(),
          shape: z
            .enum(['document', 'entry'])
            .describe('One living document of a system, or many entries'),
          source: z.string().describe('Where its fields come from'),
          schema: z.record(z.unknown()).describe('JSON schema, draft 7'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { type } = typeOf(input.type);
      const { items } = await answers.of<{ items: RecordTypeView[] }>(
        'list-record-types',
        { credentials },
      );
      return { output: items.find(one => one.type === type)! };
    },
  });
}
