import {
  agentUsePermission,
  Page,
  recordTypeOf,
  RevisionView,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { recordSummary } from '../registers/recordRows';
import { ActionOptions, reads } from './ActionOptions';
import { systemField, systemFields, tierField } from './fields';
import { systemParams } from './references';

export function registerDescribeSystem({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'describe-system',
    title: 'Describe an AI system',
    description:
      'What one system is: its declared facts (profile), its tier and why, how its approval stands, and which records there are of it, without their content. For how it is judged ask get-posture, for a document get-records.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z => z.object({ system: systemField(z) }).strict(),
      output: z =>
        z.object({
          ...systemFields(z),
          profile: z
            .record(z.unknown())
            .describe('As declared in the catalog: purpose, models, data, …'),
          profileErrors: z
            .array(z.object({ path: z.string(), message: z.string() }))
            .describe('What is wrong with the declaration'),
          tierReasons: z
            .array(
              z.object({
                tier: tierField(z),
                text: z.string(),
                unanswered: z.string().optional(),
              }),
            )
            .describe('Each line of why the tier is what it is'),
          approval: z
            .object({
              recordId: z.string(),
              state: z.string(),
              reason: z.string(),
              expires: z.string().optional(),
            })
            .optional()
            .describe(
              'How the latest approval stands; absent: none was asked for',
            ),
          observedAt: z
            .string()
            .describe('When the catalog was read for it last'),
          records: z.array(
            z.object({
              recordId: z.string(),
              type: z.string(),
              revision: z.number(),
              summary: z.string().describe('One line'),
              author: z.string(),
              recordedAt: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const params = systemParams(input.system);
      const posture = await answers.of<SubjectPosture>('get-posture', {
        credentials,
        params,
      });
      const { items } = await answers.of<Page<RevisionView>>(
        'list-subject-records',
        { credentials, params },
      );
      return {
        output: {
          ...posture,
          records: items.map(one => ({
            ...one,
            summary: recordSummary(recordTypeOf(one.type)!, one),
          })),
        },
      };
    },
  });
}
