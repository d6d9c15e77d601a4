import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { GraphEntity } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';

type Tie =
  | 'dependsOn'
  | 'consumesApi'
  | 'apiProvidedBy'
  | 'hasPart'
  | 'partOf'
  | 'other';

/** How one entity is tied to the next, read from the one that rests to the one that it rests on. */
const ties: Record<string, Tie | undefined> = {
  dependsOn: 'dependsOn',
  consumesApi: 'consumesApi',
  apiProvidedBy: 'apiProvidedBy',
  hasPart: 'hasPart',
  partOf: 'partOf',
};
/** The same relations as they are found from the other end. */
const tiesFromBelow: Record<string, Tie | undefined> = {
  dependencyOf: 'dependsOn',
  apiConsumedBy: 'consumesApi',
  providesApi: 'apiProvidedBy',
  partOf: 'hasPart',
};

interface Leg {
  tie: Tie;
  /** Of the catalog, where there is no word for it. */
  relation: string;
  /** Absent: the entity of the page, or the one that the line is about. */
  to?: { ref: string; title: string };
}

/** From the entity of the page to one that it rests on: without the last, which stands above the line. */
function legsTo({ path }: GraphEntity): Leg[] {
  return path.map((step, i) => ({
    tie: ties[step.relation] ?? 'other',
    relation: step.relation,
    ...(i < path.length - 1 && { to: step }),
  }));
}

/** From one that rests on it back to the entity of the page. */
function legsFrom({ path }: GraphEntity): Leg[] {
  return path
    .map((step, i) => ({
      tie: tiesFromBelow[step.relation] ?? 'other',
      relation: step.relation,
      ...(i > 0 && { to: path[i - 1] }),
    }))
    .reverse();
}

/** In words, with links: `calls Card limits › is provided by Card servicing › depends on it`. */
export function Way(props: { entity: GraphEntity; from: 'page' | 'entity' }) {
  const t = useTexts();
  const { entity, from } = props;
  const legs = from === 'page' ? legsTo(entity) : legsFrom(entity);
  return (
    <>
      {legs.map(({ tie, relation, to }, i) => (
        <Fragment key={i}>
          {i > 0 && ' › '}
          {t(
            i === 0 ? `entity.graph.first.${tie}` : `entity.graph.next.${tie}`,
            {
              relation,
              to: to ? (
                <EntityRefLink entityRef={to.ref} hideIcon disableTooltip>
                  {to.title}
                </EntityRefLink>
              ) : (
                t('entity.graph.it')
              ),
            },
          )}
        </Fragment>
      ))}
    </>
  );
}
