import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { RECORDS_ANNOTATION } from 'backstage-plugin-ai-governance-common';
import { readdir } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';

/**
 * Where in a workspace the documents of an entity lie.
 *
 * @param from - the folder of its catalog file
 * @returns undefined when they are kept at an address, and so not here
 * @throws NotAllowedError when the path leads out of the workspace
 */
export function documentsFolder(
  entity: Entity,
  workspacePath: string,
  from: string,
): string | undefined {
  const value = entity.metadata.annotations?.[RECORDS_ANNOTATION] ?? '';
  if (/^[a-z][-a-z0-9+.]*:/i.test(value) || isAbsolute(value)) return undefined;
  return resolveSafeChildPath(
    workspacePath,
    relative(workspacePath, resolve(from, value)),
  );
}

/** The file in which a document is kept already, in whichever format: of two for one document neither counts. */
export async function otherFileOf(
  type: string,
  folder: string,
): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.find(name => /^(.*)\.(md|ya?ml)$/.exec(name)?.[1] === type);
}
