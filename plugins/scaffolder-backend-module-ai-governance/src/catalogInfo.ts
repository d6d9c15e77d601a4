import { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import {
  isAISystemEntity,
  RECORDS_ANNOTATION,
} from 'backstage-plugin-ai-governance-common';
import { Document, parseAllDocuments, stringify } from 'yaml';

const lower = (value: unknown) =>
  typeof value === 'string' ? value.toLocaleLowerCase('en-US') : value;

const format = { lineWidth: 0 } as const;

/**
 * A catalog file with one entity more.
 *
 * @param text - the file as it is; undefined: there is none yet
 * @throws ConflictError when it declares an entity of that kind and name already; InputError when it is no YAML
 */
export function withEntity(text: string | undefined, entity: Entity): string {
  const added = stringify(entity, format);
  if (text === undefined) return added;
  const { kind, metadata } = entity;
  const taken = documentsOf(text).some(document => {
    const other = document.toJS() as Partial<Entity> | null;
    return (
      lower(other?.kind) === lower(kind) &&
      lower(other?.metadata?.name) === lower(metadata.name) &&
      lower(other?.metadata?.namespace ?? 'default') ===
        lower(metadata.namespace ?? 'default')
    );
  });
  if (taken) {
    throw new ConflictError(
      `The catalog file declares ${kind} ${metadata.name} already`,
    );
  }
  return `${text.trimEnd()}\n---\n${added}`;
}

/**
 * A catalog file in which an entity declares what AI it uses. The rest of the file stays as it is, comments too.
 *
 * @param name - of the entity, as in its metadata
 * @param aiGovernance - what becomes its `spec.aiGovernance`
 * @param folder - of its documents, unless it names one already
 * @returns the file, and the entity as it is then
 * @throws InputError when there is no such entity, or it is an AISystem; ConflictError when it declares AI already
 */
export function withAiIn(
  text: string,
  name: string,
  aiGovernance: object,
  folder: string,
): { text: string; entity: Entity } {
  const documents = documentsOf(text);
  const document = documents.find(
    one => lower(one.getIn(['metadata', 'name'])) === lower(name),
  );
  if (!document) {
    throw new InputError(
      `addTo: the catalog file declares no ${name}, but ${documents
        .map(one => one.getIn(['metadata', 'name']))
        .join(', ')}`,
    );
  }
  if (isAISystemEntity(document.toJS())) {
    throw new InputError(
      `addTo: ${name} is an AISystem, which declares what it is in its spec`,
    );
  }
  if (document.hasIn(['spec', 'aiGovernance'])) {
    throw new ConflictError(
      `addTo: ${name} declares its use of AI already: edit its spec.aiGovernance`,
    );
  }
  document.setIn(['spec', 'aiGovernance'], document.createNode(aiGovernance));
  const annotation = ['metadata', 'annotations', RECORDS_ANNOTATION];
  if (!document.hasIn(annotation)) document.setIn(annotation, folder);
  return {
    text: documents
      .map((one, i) => {
        const lines = one.toString(format);
        return i > 0 && !lines.startsWith('---') ? `---\n${lines}` : lines;
      })
      .join(''),
    entity: document.toJS(),
  };
}

function documentsOf(text: string): Document.Parsed[] {
  const documents = parseAllDocuments(text);
  if ('empty' in documents) return [];
  const [error] = documents.flatMap(document => document.errors);
  if (error) {
    throw new InputError(
      `The catalog file is no YAML: ${error.message.split('\n')[0]}`,
    );
  }
  return documents;
}
