import {
  agentUsePermission,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { ActionOptions } from './ActionOptions';
import { asAgent, refuseType, refuseUnnamed } from './agentAppend';
import { revisionFields, systemField } from './fields';
import { systemParams } from './references';
import { callerOf } from './RouteAnswers';

export function registerAppendRecord({ registry, answers }: ActionOptions) {
  registry.register({
    name: 'append-record',
    title: 'Append a change or monitoring',
    description:
      'Logs a change of a system or what was seen of it at work, for the person for whom you act and with their permissions; they stand as its author, so show it to them first. A change is always material: a standing approval lapses, and holds again when a person with the authority has approved. Nothing is ever deleted. Approvals, acceptances of risk, exemptions and every other decision are made by people, in the portal, and not through this.',
    visibilityPermission: agentUsePermission,
    // what is appended is never taken away; the same change twice is two changes
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z
          .object({
            system: systemField(z),
            type: z
              .string()
              .max(100)
              .describe('change or monitoring; no other is taken'),
            data: z
              .record(z.unknown())
              .describe(
                'As get-record-type describes it. A change: kind (model, prompt, configuration, data, workflow, vendor, integration), title, why (Markdown), and if known from, to, rollback, link. Monitoring: period {from, to}, source, and what was found of drift, performance, abuse or violations, each {found, measures}',
              ),
            recordId: z
              .string()
              .optional()
              .describe('Of the record that is revised; absent: a new record'),
            baseRevision: z
              .number()
              .int()
              .min(1)
              .optional()
              .describe(
                'With recordId: the revision that you started from. When it is not the latest any more nothing is written; read it again',
              ),
            effectiveAt: z
              .string()
              .optional()
              .describe(
                'When it is true of the world (ISO 8601 with offset); absent: now',
              ),
          })
          .strict(),
      output: z => z.object(revisionFields(z)),
    },
    examples: [
      {
        title: 'Log that a system uses another model',
        input: {
          system: 'aisystem:default/card-limit-decisions',
          type: 'change',
          data: {
            kind: 'model',
            title: 'gpt-4.1 to gpt-5',
            from: 'gpt-4.1-2025-04-14',
            to: 'gpt-5-2025-08-07',
            why: 'The old model ends in spring.',
          },
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { system, data, ...request } = input;
      refuseType(request.type);
      refuseUnnamed(callerOf(credentials));
      return {
        output: await answers.of<RevisionView>('append-record', {
          credentials,
          params: systemParams(system),
          body: { ...request, data: asAgent(request.type, data) },
        }),
      };
    },
  });
}
