import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { referencesAt } from './references';

type Ends = [path: string, forward: string, reverse: string];

const owner: Ends = ['spec.owner', 'ownedBy', 'ownerOf'];
const system: Ends = ['spec.system', 'partOf', 'hasPart'];
const dependencies: Ends[] = [
  ['spec.dependsOn', 'dependsOn', 'dependencyOf'],
  ['spec.dependencyOf', 'dependencyOf', 'dependsOn'],
];

/** The references of the built-in kinds, as the catalog reads them while no model layer is installed. */
const builtInReferences: Record<string, Ends[]> = {
  Component: [
    owner,
    system,
    ...dependencies,
    ['spec.subcomponentOf', 'partOf', 'hasPart'],
    ['spec.providesApis', 'providesApi', 'apiProvidedBy'],
    ['spec.consumesApis', 'consumesApi', 'apiConsumedBy'],
  ],
  API: [owner, system],
  Resource: [owner, system, ...dependencies],
  System: [owner, ['spec.domain', 'partOf', 'hasPart']],
  Domain: [owner, ['spec.subdomainOf', 'partOf', 'hasPart']],
  Group: [
    ['spec.parent', 'childOf', 'parentOf'],
    ['spec.children', 'parentOf', 'childOf'],
    ['spec.members', 'hasMember', 'memberOf'],
  ],
  User: [['spec.memberOf', 'memberOf', 'hasMember']],
};

/**
 * Emits both ends of the references that entities of the built-in kinds make to a kind they name.
 *
 * A catalog with a model layer, anybody's, emits the far end only between kinds that a layer declares. A company's
 * own kinds, and ours beside somebody else's layer, would silently lose it. Relations that the catalog emits as well
 * are stored once. References without a kind are left alone: a layer may change what they mean.
 */
export class BothEndsProcessor implements CatalogProcessor {
  readonly #concerns: (target: CompoundEntityRef) => boolean;

  private constructor(concerns: (target: CompoundEntityRef) => boolean) {
    this.#concerns = concerns;
  }

  /** Whatever kind the reference names, as in a catalog without layers. */
  static toEveryKind() {
    return new BothEndsProcessor(() => true);
  }

  static toKind(kind: string) {
    const wanted = kind.toLocaleLowerCase('en-US');
    return new BothEndsProcessor(
      target => target.kind.toLocaleLowerCase('en-US') === wanted,
    );
  }

  getProcessorName() {
    return 'AISystemBothEndsProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const fields = Object.hasOwn(builtInReferences, entity.kind)
      ? builtInReferences[entity.kind]
      : [];
    const self = getCompoundEntityRef(entity);
    for (const [path, forward, reverse] of fields) {
      for (const ref of referencesAt(entity, path)) {
        if (!ref.includes(':')) continue;
        const target = parseEntityRef(ref, {
          defaultNamespace: self.namespace,
        });
        if (!this.#concerns(target)) continue;
        emit(
          processingResult.relation({ source: self, type: forward, target }),
        );
        emit(
          processingResult.relation({
            source: target,
            type: reverse,
            target: self,
          }),
        );
      }
    }
    return entity;
  }
}
