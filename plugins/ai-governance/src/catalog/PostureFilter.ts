import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityFilter } from '@backstage/plugin-catalog-react';

/** As many names as the catalog is asked for by: they stand in an address, and servers take 16 KB of it at most. */
export const ASKED_BY_NAME = 150;
// what no entity can be called: an empty list would ask for all
const NOBODY = '/';

/** Of the entities of a kind, those whose tier and level are among the chosen ones. */
export class PostureFilter implements EntityFilter {
  readonly #refs: ReadonlySet<string>;
  readonly #names: string[] | undefined;
  readonly #chosen: string[];

  /**
   * @param chosen - as the address of the page has them: `tier:high`
   * @param refs - full references of all that fit, of which the reader may read
   * @param kind - that the catalog shows, in any case
   */
  constructor(
    chosen: readonly string[],
    refs: readonly string[],
    kind: string | undefined,
  ) {
    const prefix = kind === undefined ? '' : `${kind.toLowerCase()}:`;
    const ofKind = refs.filter(ref => ref.startsWith(prefix));
    this.#chosen = [...chosen];
    this.#refs = new Set(ofKind);
    this.#names =
      ofKind.length > ASKED_BY_NAME
        ? undefined
        : ofKind.map(ref => ref.slice(ref.indexOf('/') + 1));
  }

  /** Whether more fit than the catalog can be asked for: then its pages are filtered here, and some come out short. */
  get many(): boolean {
    return this.#names === undefined;
  }

  getCatalogFilters(): Record<string, string[]> {
    if (!this.#names) return {};
    return {
      'metadata.name': this.#names.length > 0 ? this.#names : [NOBODY],
    };
  }

  filterEntity(entity: Entity): boolean {
    return this.#refs.has(stringifyEntityRef(entity));
  }

  toQueryValue(): string[] {
    return this.#chosen;
  }
}
