import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';

// not what the browser calls its language, which may be no language tag, such as en-US@posix
const browserLocale = new Intl.DateTimeFormat().resolvedOptions().locale;

/** See {@link useLocale}: both are languages of BCP 47. */
export const localeOf = (language: string, browser: string): string =>
  browser.split('-')[0] === language.split('-')[0] ? browser : language;

/**
 * In which way dates and numbers are written (BCP 47): the one of the reader's browser where it is of the portal's
 * language, so that who reads English in London has the day first; otherwise the portal's language.
 */
export function useLocale(): string {
  const language = useApiHolder().get(appLanguageApiRef)?.getLanguage();
  return localeOf(language?.language ?? 'en', browserLocale);
}
