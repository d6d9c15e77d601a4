import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** An AI system that is registered already and looks alike. */
export interface Similar {
  ref: string;
  title: string;
  /** `Zoom AI Companion`, where one is declared. */
  vendor?: string;
  owner?: string;
}

// Words that so many names have in them that they say nothing.
const common = new Set(
  'the and for with from our your system tool tools model models new assistant'.split(
    ' ',
  ),
);
const MOST_WORDS = 4;

/** The words of a text that tell one name from another, in lower case; the longest first, few enough to ask for each. */
export function tellingWords(...texts: (string | undefined)[]): string[] {
  const words = texts
    .join(' ')
    .toLocaleLowerCase('en-US')
    .match(/[\p{Letter}\p{Number}]{3,}/gu);
  return [...new Set(words)]
    .filter(word => !common.has(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
}

const vendorOf = (entity: Entity) => {
  const { name, product } =
    (entity.spec?.vendor as { name?: string; product?: string }) ?? {};
  return [name, product].filter(Boolean).join(' ') || undefined;
};

/** The best of what the catalog found: those first in which most of the words are, each once. */
export function rankSimilar(
  found: readonly Entity[],
  words: readonly string[],
  most = 5,
): Similar[] {
  const byRef = new Map(found.map(e => [stringifyEntityRef(e), e]));
  return [...byRef]
    .map(([ref, entity]) => {
      const title = entity.metadata.title ?? entity.metadata.name;
      const vendor = vendorOf(entity);
      const text = [title, entity.metadata.name, vendor]
        .join(' ')
        .toLocaleLowerCase('en-US');
      return {
        similar: {
          ref,
          title,
          vendor,
          owner: entity.spec?.owner as string | undefined,
        },
        hits: words.filter(word => text.includes(word)).length,
      };
    })
    .filter(({ hits }) => hits > 0)
    .sort(
      (a, b) =>
        b.hits - a.hits || a.similar.title.localeCompare(b.similar.title),
    )
    .slice(0, most)
    .map(({ similar }) => similar);
}
