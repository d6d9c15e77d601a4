import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RECORDS_ANNOTATION } from 'backstage-plugin-ai-governance-common';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** A folder with the documents of a subject. */
export interface SourceFolder {
  /** As it is shown and stands as the author: an address, or a path below a root. No place on the machine is told. */
  location: string;
  at: { url: string } | { root: string; folder: string };
  /** Where a file of it is edited, http or https; undefined when nobody knows. */
  editUrl(path: string): string | undefined;
}

const MAX_LOCATION = 500;

/** What the annotation says; undefined without one. */
export const recordsAnnotation = (entity: Entity): string | undefined => {
  const value = entity.metadata.annotations?.[RECORDS_ANNOTATION];
  return typeof value === 'string' ? value.trim() : undefined;
};

/** Whether a path is that of a folder or below it, as they are written: links are not followed. */
export const isBelow = (folder: string, path: string) => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

const isAddress = (text: string) => /^https?:\/\/[^/\s]+/i.test(text);
const addressOf = (text: string | undefined) =>
  text && isAddress(text) && text.length <= 2000 ? text : undefined;
const withSlash = (text: string) => (text.endsWith('/') ? text : `${text}/`);

/** The file that an entity comes from. */
function originOf(entity: Entity) {
  const annotations = entity.metadata.annotations ?? {};
  for (const key of [ANNOTATION_LOCATION, ANNOTATION_SOURCE_LOCATION]) {
    const text = annotations[key];
    if (!text) continue;
    try {
      const { type, target } = parseLocationRef(text);
      if (type === 'url') return { type, target } as const;
      if (type === 'file') return { type, target } as const;
    } catch {
      // what is no location leads nowhere
    }
  }
  throw new InputError(
    `The annotation ${RECORDS_ANNOTATION} is a path, and the system comes from no file that it could be beside: name the address of the folder`,
  );
}

/**
 * The folder that the annotation of an entity names: an address, or a path beside the file that the entity comes from.
 *
 * @param roots - absolute paths; the only places on disk that are read
 * @throws InputError with a sentence for the owner when it names none
 */
export function locationOf(
  entity: Entity,
  options: { integrations: ScmIntegrationRegistry; roots: readonly string[] },
): SourceFolder {
  const { integrations, roots } = options;
  const value = recordsAnnotation(entity);
  if (!value || value.length > MAX_LOCATION) {
    throw new InputError(
      `The annotation ${RECORDS_ANNOTATION} must be the address of a folder, or its path beside catalog-info.yaml, such as ./governance/`,
    );
  }
  const below = withSlash(value);

  function urlFolder(
    url: string,
    urlOf: (path: string) => string,
  ): SourceFolder {
    if (!isAddress(url) || url.length > MAX_LOCATION) {
      throw new InputError(
        `The annotation ${RECORDS_ANNOTATION} leads to ${url.slice(
          0,
          MAX_LOCATION,
        )}, which is no address of a folder`,
      );
    }
    return {
      location: url,
      at: { url },
      editUrl: path => addressOf(integrations.resolveEditUrl(urlOf(path))),
    };
  }

  function diskFolder(of: Entity, folder: string): SourceFolder {
    const root = roots.find(r => isBelow(r, folder));
    if (!root) {
      throw new InputError(
        `The folder ${value} is on the disk of the portal, where only what is below aiGovernance.recordsAsCode.roots is read, and it is not`,
      );
    }
    const editUrl = addressOf(of.metadata.annotations?.[ANNOTATION_EDIT_URL]);
    return {
      location: `./${relative(root, folder)
        .split(sep)
        .map(part => part && `${part}/`)
        .join('')}`,
      at: { root, folder },
      editUrl: path =>
        editUrl &&
        addressOf(
          integrations.resolveEditUrl(
            integrations.resolveUrl({ url: below + path, base: editUrl }),
          ),
        ),
    };
  }

  if (isAddress(value)) {
    return urlFolder(below, path =>
      integrations.resolveUrl({ url: path, base: below }),
    );
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) {
    throw new InputError(
      `The annotation ${RECORDS_ANNOTATION} must be an http or https address, or a path beside catalog-info.yaml, and is ${value}`,
    );
  }
  const origin = originOf(entity);
  if (origin.type === 'url') {
    const resolved = (path: string) =>
      integrations.resolveUrl({ url: below + path, base: origin.target });
    return urlFolder(resolved(''), resolved);
  }
  return diskFolder(entity, resolve(dirname(origin.target), value));
}
