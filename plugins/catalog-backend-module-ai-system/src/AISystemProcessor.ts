import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  AI_SYSTEM_API_VERSION,
  AI_SYSTEM_KIND,
  aiSystemSpecSchema,
} from 'backstage-plugin-ai-governance-common';
import { aiSystemReferences, referencesAt, valueAt } from './references';

const isOurs = (entity: Entity) =>
  entity.apiVersion === AI_SYSTEM_API_VERSION && entity.kind === AI_SYSTEM_KIND;

/** The kind `AISystem` for a catalog without our model layer: validation and relations, both ends of each. */
export class AISystemProcessor implements CatalogProcessor {
  getProcessorName() {
    return 'AISystemProcessor';
  }

  /** @throws InputError that names the path of every wrong field. */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isOurs(entity)) return false;
    const parsed = aiSystemSpecSchema.safeParse(entity.spec);
    if (parsed.success) return true;
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${['/spec', ...path].join('/')} ${message}`,
    );
    throw new InputError(
      `Validation of ${AI_SYSTEM_KIND} entity failed: ${problems.join('; ')}`,
    );
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (!isOurs(entity)) return entity;
    const self = getCompoundEntityRef(entity);
    for (const { path, defaultKind, forward, reverse } of aiSystemReferences) {
      // References are a set: in a fixed order a source that shuffles them causes no change. Here and not in
      // preprocessing, so that the path of an error has the author's index.
      const value = valueAt(entity, path);
      if (Array.isArray(value)) value.sort();
      for (const ref of referencesAt(entity, path)) {
        const other = parseEntityRef(ref, {
          defaultKind,
          defaultNamespace: self.namespace,
        });
        emit(
          processingResult.relation({
            source: self,
            type: forward,
            target: other,
          }),
        );
        emit(
          processingResult.relation({
            source: other,
            type: reverse,
            target: self,
          }),
        );
      }
    }
    return entity;
  }
}
