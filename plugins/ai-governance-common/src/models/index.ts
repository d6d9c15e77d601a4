export {
  modelFeedEntrySchema,
  modelFeedKey,
  modelFeedSchema,
  modelKeysOf,
  providerKey,
  type ModelFeed,
  type ModelFeedEntry,
  type ModelInUse,
} from './modelFeed';
