import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { GraphEntity } from 'backstage-plugin-ai-governance-common';

/** How one entity is tied to the next, read from the one that rests to the one that it rests on. */
const words: Record<string, string> = {
  dependsOn: 'depends on',
  consumesApi: 'calls',
  apiProvidedBy: 'is provided by',
  hasPart: 'contains',
  partOf: 'is part of',
};
/** The same relations as they are found from the other end. */
const wordsFromBelow: Record<string, string> = {
  dependencyOf: words.dependsOn,
  apiConsumedBy: words.consumesApi,
  providesApi: words.apiProvidedBy,
  partOf: words.hasPart,
};

interface Leg {
  word: string;
  /** Absent: the entity of the page, or the one that the line is about. */
  to?: { ref: string; title: string };
}

/** From the entity of the page to one that it rests on: without the last, which stands above the line. */
function legsTo({ path }: GraphEntity): Leg[] {
  return path.map((step, i) => ({
    word: words[step.relation] ?? step.relation,
    ...(i < path.length - 1 && { to: step }),
  }));
}

/** From one that rests on it back to the entity of the page. */
function legsFrom({ path }: GraphEntity): Leg[] {
  return path
    .map((step, i) => ({
      word: wordsFromBelow[step.relation] ?? step.relation,
      ...(i > 0 && { to: path[i - 1] }),
    }))
    .reverse();
}

/** In words, with links: `calls Card limits › is provided by Card servicing › depends on it`. */
export function Way(props: { entity: GraphEntity; from: 'page' | 'entity' }) {
  const { entity, from } = props;
  const legs = from === 'page' ? legsTo(entity) : legsFrom(entity);
  return (
    <>
      {legs.map(({ word, to }, i) => (
        <Fragment key={i}>
          {i > 0 && ' › '}
          {i === 0
            ? `${word[0].toLocaleUpperCase('en')}${word.slice(1)}`
            : word}{' '}
          {to ? (
            <EntityRefLink entityRef={to.ref} hideIcon disableTooltip>
              {to.title}
            </EntityRefLink>
          ) : (
            'it'
          )}
        </Fragment>
      ))}
    </>
  );
}
