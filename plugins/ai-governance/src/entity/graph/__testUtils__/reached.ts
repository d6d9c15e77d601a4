import { parseEntityRef } from '@backstage/catalog-model';
import { GraphEntity } from 'backstage-plugin-ai-governance-common';

type Between = [relation: string, ref: string, title: string];

/** An entity of the graph with the way to it; the last step names only its relation. */
export function reached(
  ref: string,
  title: string,
  way: [...Between[], [relation: string]],
  more: Partial<GraphEntity> = {},
): GraphEntity {
  return {
    ref,
    title,
    kind: parseEntityRef(ref).kind,
    path: way.map(([relation, to = ref, name = title]) => ({
      relation,
      ref: to,
      title: name,
      kind: parseEntityRef(to).kind,
    })),
    ...more,
  };
}
