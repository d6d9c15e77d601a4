import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { randomUUID } from 'node:crypto';
import { copyFile, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

/** One folder, no way out of where it lies, and none that is hidden. */
const folderName = /^[a-z0-9]([-a-z0-9_.]{0,61}[a-z0-9])?$/;

/**
 * Writes what a template has made into a folder on the disk of the backend, for a portal on one machine. Elsewhere a template publishes to
 * its host of repositories.
 *
 * @param options - `localFolder`: the only place that is written to
 */
export const createWriteLocalAction = (options: {
  localFolder: string;
  catalog: Pick<CatalogService, 'refreshEntity'>;
}) =>
  createTemplateAction({
    id: 'ai-governance:write:local',
    description:
      'Writes the files of the workspace into a new folder on the disk of the portal, below the one that scaffolder.aiGovernance.localFolder names. For a portal that is tried out on one machine.',
    examples: [
      {
        description: 'Write what was made, and have the catalog read it',
        example: `steps:
  - id: write
    name: Write the files
    action: ai-governance:write:local
    input:
      folder: \${{ parameters.name }}
      location: location:default/registered-by-template
`,
      },
    ],
    schema: {
      input: z =>
        z.object({
          folder: z
            .string()
            .describe('Name of the new folder; one that is there is refused'),
          sourcePath: z
            .string()
            .optional()
            .describe('Folder of the workspace; absent: all of it'),
          location: z
            .string()
            .optional()
            .describe(
              'Reference of the Location that lists the folder: the catalog is asked to read it again at once',
            ),
        }),
      output: z =>
        z.object({
          files: z.array(z.string()).describe('What was written'),
        }),
    },
    async handler(ctx) {
      const { folder, location } = ctx.input;
      if (!folderName.test(folder)) {
        throw new InputError(
          'folder: must be one name of lower-case letters, digits, hyphens, underscores and dots, such as card-limits',
        );
      }
      const source = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const files = await filesIn(source);
      const root = resolve(options.localFolder);
      const target = join(root, folder);
      if (await isThere(target)) {
        throw new ConflictError(
          `folder: ${folder} is there already, and nothing in it is overwritten; choose another name`,
        );
      }
      // under a name that nothing reads, until all of it is there
      const draft = join(root, `.${folder}-${randomUUID()}`);
      try {
        for (const file of files) {
          await mkdir(dirname(join(draft, file)), { recursive: true });
          await copyFile(join(source, file), join(draft, file));
        }
        await rename(draft, target);
      } finally {
        await rm(draft, { recursive: true, force: true });
      }
      ctx.logger.info(`Wrote ${files.length} files into ${folder}`);
      ctx.output('files', files);
      if (location) {
        try {
          const credentials = await ctx.getInitiatorCredentials();
          await options.catalog.refreshEntity(location, { credentials });
        } catch (error) {
          ctx.logger.warn(
            `The catalog was not asked to read ${location} now, and sees the files when it reads it next: ${error}`,
          );
        }
      }
    },
  });

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** @throws InputError for a link, which could bring in what is not of the workspace, and when there is nothing */
async function filesIn(source: string): Promise<string[]> {
  const entries = await readdir(source, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => !entry.isDirectory())
    .map(entry => ({
      entry,
      path: relative(source, join(entry.parentPath, entry.name)),
    }))
    .filter(({ path }) => !/^\.git([\\/]|$)/.test(path));
  const link = files.find(({ entry }) => !entry.isFile());
  if (link) throw new InputError(`sourcePath: ${link.path} is a link`);
  if (files.length === 0) {
    throw new InputError('sourcePath: there is nothing to write');
  }
  return files.map(({ path }) => path).sort();
}
