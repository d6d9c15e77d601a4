import {
  canonicalJson,
  Instant,
  ModelFeed,
  modelFeedKey,
  providerKey,
  sha256,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { retrying } from '../database/retrying';
import { markChanged } from './markChanged';

/** What the feed says by input key: whether there is one, and all that it says of each provider, in any order. */
function hashesOf(feed: ModelFeed | undefined): Map<string, string> {
  const said = new Map<string, string[]>();
  if (feed) said.set(modelFeedKey, []);
  for (const entry of feed ?? []) {
    const key = providerKey(entry.provider);
    said.set(key, [...(said.get(key) ?? []), canonicalJson(entry)]);
  }
  return new Map(
    [...said].map(([key, entries]) => [key, sha256(entries.sort().join('\n'))]),
  );
}

/**
 * Marks the subjects whose models a changed feed says something else of than the one by which they were marked last. To be called on
 * start-up.
 *
 * @param at - since when they are due
 * @returns the keys that changed
 */
export async function markIfModelFeedChanged(
  knex: Knex,
  feed: ModelFeed | undefined,
  at: Instant,
): Promise<string[]> {
  const wanted = hashesOf(feed);
  return retrying(() =>
    knex.transaction(async tx => {
      const rows: { key: string; hash: string }[] = await tx('model_feed');
      const stored = new Map(rows.map(({ key, hash }) => [key, hash]));
      const changed = [...new Set([...stored.keys(), ...wanted.keys()])]
        .filter(key => stored.get(key) !== wanted.get(key))
        .sort();
      for (const key of changed) {
        const hash = wanted.get(key);
        if (hash === undefined) {
          await tx('model_feed').where({ key }).delete();
        } else {
          await tx('model_feed')
            .insert({ key, hash })
            .onConflict('key')
            .merge(['hash']);
        }
      }
      if (changed.length > 0) await markChanged(tx, changed, at);
      return changed;
    }),
  );
}
