import { z } from 'zod';
import { Profile } from '../entity/profile';

const text = (max: number) => z.string().trim().min(1).max(max);

/** What a provider says of one model, or that a provider is watched. */
export const modelFeedEntrySchema = z.strictObject({
  provider: text(120).describe('As `spec.models[].provider` names it'),
  name: text(200)
    .optional()
    .describe(
      'As `spec.models[].name`; without it the provider is known, and no more is said',
    ),
  channel: text(120)
    .optional()
    .describe('Through whom it is reached; without one, whatever the channel'),
  retires: z.iso
    .date()
    .optional()
    .describe(
      'The day from which it is no longer there; none is announced without it',
    ),
  replacement: text(200)
    .optional()
    .describe('What the provider recommends instead'),
  source: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/\S+$/i, 'must be an http or https address')
    .optional()
    .describe('Where the provider says so'),
  observed: z.iso
    .date()
    .optional()
    .describe('The day on which it was read there'),
});

const lower = (word: string) => word.toLocaleLowerCase('en-US');

const placeOf = ({ provider, name, channel }: ModelFeedEntry) =>
  JSON.stringify([provider, name ?? '', channel ?? ''].map(lower));

/** When providers retire their models. Each model is named once a channel. */
export const modelFeedSchema = z
  .array(modelFeedEntrySchema)
  .superRefine((feed, ctx) => {
    const places = new Set<string>();
    feed.forEach((entry, i) => {
      for (const key of ['channel', 'retires', 'replacement'] as const) {
        if (entry.name === undefined && entry[key] !== undefined) {
          ctx.addIssue({
            code: 'custom',
            path: [i, key],
            message: 'is said of a model: name it',
          });
        }
      }
      if (places.has(placeOf(entry))) {
        ctx.addIssue({
          code: 'custom',
          path: [i, 'name'],
          message: 'is in the list already, by the same provider and channel',
        });
      }
      places.add(placeOf(entry));
    });
  });

export type ModelFeedEntry = z.infer<typeof modelFeedEntrySchema>;
export type ModelFeed = readonly ModelFeedEntry[];
export type ModelInUse = NonNullable<Profile['models']>[number];

/**
 * What the feed says of a model that is in use, whatever the case of letters. Of its channel before what holds for every channel; of a model
 * whose channel is not named, what holds for every channel, else what ends first of any.
 *
 * @returns `knowsProvider`: whether the feed names the provider at all
 */
export function inFeed(
  { provider, name, channel }: ModelInUse,
  feed: ModelFeed,
): { knowsProvider: boolean; entry?: ModelFeedEntry } {
  const same = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && lower(a.trim()) === lower(b.trim());
  const ofProvider = feed.filter(e => same(e.provider, provider));
  const ofModel = ofProvider.filter(e => same(e.name, name));
  const everywhere = ofModel.find(e => e.channel === undefined);
  const entry =
    channel === undefined
      ? everywhere ??
        [...ofModel].sort((a, b) =>
          (a.retires ?? '9999').localeCompare(b.retires ?? '9999'),
        )[0]
      : ofModel.find(e => same(e.channel, channel)) ?? everywhere;
  return { knowsProvider: ofProvider.length > 0, entry };
}

/** Key of the input that changes when a feed is there and was not, or the other way round. */
export const modelFeedKey = 'models';

/** Key of the input that is all the feed says of a provider. */
export const providerKey = (provider: string) =>
  `model:${lower(provider.trim())}`;

/** What of the feed a subject is judged by. */
export const modelKeysOf = ({ models = [] }: Profile): string[] =>
  models.length === 0
    ? []
    : [
        ...new Set([
          modelFeedKey,
          ...models.flatMap(m => (m.provider ? [providerKey(m.provider)] : [])),
        ]),
      ];
