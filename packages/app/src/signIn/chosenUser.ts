const KEY = 'example-portal.signed-in-as';

/** Whom this browser last signed in as: kept over reloads, until they sign out. */
export const chosenUser = {
  get: (): string | undefined => window.localStorage.getItem(KEY) ?? undefined,
  set: (ref: string) => window.localStorage.setItem(KEY, ref),
  clear: () => window.localStorage.removeItem(KEY),
};
