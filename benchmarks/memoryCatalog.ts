import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { inDivision } from './company';

/** Sees only what belongs to one division. */
export const conditionalReader = 'user:default/division-reader';
/** Sees everything. */
export const reader = 'user:default/reader';

type Options = { credentials: BackstageCredentials };

/** A catalog that answers from memory, so that what is measured is this plugin and not the catalog's database. */
export function memoryCatalog(entities: readonly Entity[]): CatalogService {
  const byRef = new Map(entities.map(e => [stringifyEntityRef(e), e]));
  const visible = ({ credentials }: Options) => {
    const { userEntityRef } = credentials.principal as {
      userEntityRef?: string;
    };
    return userEntityRef === conditionalReader ? inDivision : () => true;
  };
  const kindsOf = (filter: any): string[] | undefined =>
    filter?.kind &&
    [filter.kind].flat().map((kind: string) => kind.toLocaleLowerCase('en-US'));
  const catalog: Pick<
    CatalogService,
    'getEntityByRef' | 'getEntitiesByRefs' | 'streamEntities'
  > = {
    async getEntityByRef(ref, options) {
      const found = byRef.get(String(ref).toLocaleLowerCase('en-US'));
      return found && visible(options)(found) ? found : undefined;
    },
    async getEntitiesByRefs({ entityRefs }, options) {
      const may = visible(options);
      const items = entityRefs.map(ref => {
        const found = byRef.get(ref.toLocaleLowerCase('en-US'));
        return found && may(found) ? found : undefined;
      });
      return { items };
    },
    async *streamEntities(request, options) {
      const kinds = kindsOf(request?.filter);
      const wanted = entities
        .filter(
          e => !kinds || kinds.includes(e.kind.toLocaleLowerCase('en-US')),
        )
        .filter(visible(options));
      const size = request?.pageSize ?? 500;
      for (let i = 0; i < wanted.length; i += size) {
        yield wanted.slice(i, i + size);
      }
    },
  };
  return catalog as CatalogService;
}
