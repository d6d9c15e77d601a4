import {
  agentUsePermission,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions, reads } from './ActionOptions';
import {
  asOfField,
  levelField,
  stateField,
  systemField,
  systemFields,
} from './fields';
import { systemParams } from './references';

export function registerGetPosture({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'get-posture',
    title: 'Get the posture of an AI system',
    description:
      'How one system stands against the controls of the governance policy: what holds, what does not and why, what runs out and when, and where a person mends it. Also as it was held at a past instant.',
    visibilityPermission: agentUsePermission,
    attributes: reads,
    schema: {
      input: z =>
        z
          .object({
            system: systemField(z),
            states: z
              .array(stateField(z))
              .optional()
              .describe(
                'Only results in these states; for what is to be done: fail, expired, not-reported, error, warning. Counts are of all',
              ),
            asOf: asOfField(z),
          })
          .strict(),
      output: z =>
        z.object({
          ...systemFields(z),
          approval: z
            .object({ state: z.string(), reason: z.string() })
            .optional()
            .describe(
              'How the latest approval stands; absent: none was asked for',
            ),
          policy: z.object({ version: z.string() }),
          results: z.array(
            z.object({
              controlId: z.string(),
              title: z.string(),
              family: z.string(),
              level: levelField(z).describe('Which level asks for it'),
              state: stateField(z),
              reason: z.string(),
              since: z.string(),
              validUntil: z
                .string()
                .nullable()
                .describe(
                  'Until then it stays as it is if nothing happens; null: for ever',
                ),
              nextState: stateField(z)
                .nullable()
                .describe('What it becomes then'),
              remediation: z
                .object({
                  label: z.string(),
                  recordType: z.string().optional(),
                })
                .describe('What a person does about it in the portal'),
            }),
          ),
        }),
    },
    action: async ({ input: { system, states, asOf }, credentials }) => {
      const posture = await answers.of<SubjectPosture>('get-posture', {
        credentials,
        params: systemParams(system),
        query: { asOf },
      });
      const results = posture.results.filter(
        ({ state }) => !states || states.includes(state),
      );
      return { output: { ...posture, results } };
    },
  });
}
