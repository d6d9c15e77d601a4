import { InputError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  RecordType,
  recordTypeOf,
} from 'backstage-plugin-ai-governance-common';
import { GovernanceAs, inItsWords } from '../governanceAs';

/** Whether a statement of the type takes a person: a decision, a request, a test, or what somebody states of themselves. */
const takesAPerson = ({ takes, decides, streams }: RecordType<any>) =>
  takes !== undefined || decides !== undefined || !streams.includes('subject');

function refuseType(id: string): void {
  const type = recordTypeOf(id);
  if (!type || type.writtenBy !== 'people' || type.type === 'registration') {
    throw new InputError(
      `type: ${JSON.stringify(id)} is no record that people write of a system`,
    );
  }
  if (takesAPerson(type)) {
    throw new NotAllowedError(
      `type: ${id} is for a person to write, in the portal. What is decided, asked for, confirmed or verified does not come from a template.`,
    );
  }
}

/** A record in the name of whoever runs the template, by their permissions. */
export const createAppendRecordAction = (options: {
  governance: GovernanceAs;
}) =>
  createTemplateAction({
    id: 'ai-governance:record:append',
    description:
      'Writes a record of an AI system, such as a change or a document, in the name of whoever runs the template and with their permissions. Approvals and other decisions are made in the portal.',
    examples: [
      {
        description: 'Log that a system uses another model',
        example: `steps:
  - id: log
    name: Log the change
    action: ai-governance:record:append
    input:
      system: \${{ parameters.system }}
      type: change
      data:
        kind: model
        title: Another model
        from: \${{ parameters.from }}
        to: \${{ parameters.to }}
        why: \${{ parameters.why }}
`,
      },
    ],
    schema: {
      input: z =>
        z.object({
          system: z
            .string()
            .describe('Reference, such as aisystem:default/card-limits'),
          type: z.string().describe('Type of the record, such as change'),
          data: z.record(z.unknown()).describe('What the record states'),
          recordId: z
            .string()
            .optional()
            .describe('Of the record that is revised; absent: a new one'),
          baseRevision: z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('With recordId: the revision that is revised'),
          materiality: z.enum(['material', 'routine']).optional(),
          materialityReason: z.string().optional(),
          effectiveAt: z
            .string()
            .optional()
            .describe('When it is true of the world (ISO 8601); absent: now'),
        }),
      output: z =>
        z.object({
          recordId: z.string().describe('Of the record'),
          revision: z.number().describe('Its number, from 1'),
        }),
    },
    async handler(ctx) {
      const { system, ...request } = ctx.input;
      refuseType(request.type);
      const governance = options.governance(
        await ctx.getInitiatorCredentials(),
      );
      // a task that is taken up again does not write twice
      const { recordId, revision } = await ctx.checkpoint({
        key: `append.${request.type}.${ctx.step?.id ?? ''}`,
        fn: async () => {
          const written = await inItsWords(governance.append(system, request));
          return { recordId: written.recordId, revision: written.revision };
        },
      });
      ctx.logger.info(`Wrote ${request.type} ${recordId} of ${system}`);
      ctx.output('recordId', recordId);
      ctx.output('revision', revision);
    },
  });
