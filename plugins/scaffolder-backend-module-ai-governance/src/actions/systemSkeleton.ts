import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  controlsUnder,
  documentSkeletons,
  instant,
  profileOf,
  RECORDS_ANNOTATION,
  registeredEntity,
  tierOf,
} from 'backstage-plugin-ai-governance-common';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { withAiIn, withEntity } from '../catalogInfo';
import { copiedFrom } from '../copiedFrom';
import { declaredSystem, declaredWithin, Names } from '../declared';
import { documentsFolder, otherFileOf } from '../documentsFolder';
import { GovernanceAs, inItsWords } from '../governanceAs';

const FOLDER = './governance/';

/** Declares an AI system in the workspace, or AI within what is declared there, and asks for its documents. */
export const createSystemSkeletonAction = (options: {
  governance: GovernanceAs;
}) =>
  createTemplateAction({
    id: 'ai-governance:system:skeleton',
    description:
      'Declares an AI system in the catalog file of the workspace, or that an entity in it uses AI, and writes beside it the documents that will be asked for by its tier, with their questions and no answer.',
    examples: [
      {
        description: 'An AI system of its own',
        example: `steps:
  - id: declare
    name: Declare the AI system
    action: ai-governance:system:skeleton
    input:
      name: \${{ parameters.name }}
      title: \${{ parameters.title }}
      system: \${{ parameters.answers }}
`,
      },
      {
        description: 'AI within a service whose files were fetched before',
        example: `steps:
  - id: declare
    name: Declare the use of AI
    action: ai-governance:system:skeleton
    input:
      addTo: answers-api
      system: \${{ parameters.answers }}
`,
      },
    ],
    supportsDryRun: true,
    schema: {
      input: z =>
        z.object({
          system: z
            .record(z.unknown())
            .describe(
              'What is declared: the fields of the spec of an AISystem, or of spec.aiGovernance with addTo',
            ),
          name: z.string().optional().describe('In the catalog'),
          title: z.string().optional().describe('What people call it'),
          description: z.string().optional(),
          catalogFile: z
            .string()
            .optional()
            .describe(
              'Path of the catalog file in the workspace. Default: catalog-info.yaml',
            ),
          addTo: z
            .string()
            .optional()
            .describe(
              'Name of an entity in the catalog file that uses AI; absent: an AISystem is added to the file',
            ),
          copyFrom: z
            .string()
            .optional()
            .describe(
              'Reference of a system like it: what its documents say stands in these as comments to be confirmed',
            ),
        }),
      output: z =>
        z.object({
          entityRef: z.string().describe('Of what is governed'),
          tier: z.string().describe('By what is declared'),
          files: z
            .array(z.string())
            .describe('Paths in the workspace that were written'),
        }),
    },
    async handler(ctx) {
      const { system, addTo, copyFrom, ...input } = ctx.input;
      const governance = options.governance(
        await ctx.getInitiatorCredentials(),
      );
      const file = resolveSafeChildPath(
        ctx.workspacePath,
        input.catalogFile || 'catalog-info.yaml',
      );
      const catalogInfo = await textOf(file);
      const declared = addTo
        ? withAiIn(catalogInfo ?? '', addTo, declaredWithin(system), FOLDER)
        : declareSystem(catalogInfo, system, input);
      const { entity } = declared;
      const policy = (await inItsWords(governance.policy())).policy;
      const copied = copyFrom ? await copiedFrom(governance, copyFrom) : [];

      const folder = documentsFolder(entity, ctx.workspacePath, dirname(file));
      const files = [file];
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, declared.text);
      const skeletons = documentSkeletons(
        entity,
        policy,
        instant(new Date().toISOString()),
        { controls: controlsUnder(policy), copied },
      );
      for (const { type, path, text } of folder ? skeletons : []) {
        const other = await otherFileOf(type, folder!);
        if (other) {
          ctx.logger.info(`${other} is there already and stays as it is`);
        } else {
          await mkdir(folder!, { recursive: true });
          await writeFile(join(folder!, path), text);
          files.push(join(folder!, path));
        }
      }
      if (!folder) {
        ctx.logger.info(
          `Its documents are kept elsewhere: ${entity.metadata.annotations?.[RECORDS_ANNOTATION]}`,
        );
      }

      const entityRef = stringifyEntityRef(entity);
      const { tier, reasons } = tierOf(profileOf(entity).profile, policy);
      ctx.logger.info(
        `${entityRef} is of the tier ${tier}: ${reasons
          .map(({ text }) => text)
          .join(' ')}`,
      );
      ctx.output('entityRef', entityRef);
      ctx.output('tier', tier);
      ctx.output(
        'files',
        files.map(path => relative(ctx.workspacePath, path)),
      );
    },
  });

function declareSystem(
  catalogInfo: string | undefined,
  system: Record<string, unknown>,
  { name, title, description }: Names,
): { text: string; entity: Entity } {
  const registered = registeredEntity(
    'default',
    declaredSystem(system, { name, title, description }),
  );
  const entity = {
    ...registered,
    metadata: {
      ...registered.metadata,
      annotations: { [RECORDS_ANNOTATION]: FOLDER },
    },
  };
  return { text: withEntity(catalogInfo, entity), entity };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
