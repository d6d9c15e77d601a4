import { Loaded, useLoad } from '../components';

// a chunk of its own: few pages are opened to read a card
const loadReader = () =>
  import('backstage-plugin-ai-governance-common/model-cards');

export type CardReader = Awaited<ReturnType<typeof loadReader>>;

/** What reads cards. It runs in this browser: a card is sent nowhere. */
export const useCardReader = (): Loaded<CardReader> => useLoad(loadReader, []);
