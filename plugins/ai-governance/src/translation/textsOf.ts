import { ApiHolder } from '@backstage/core-plugin-api';
import {
  TranslationRef,
  translationApiRef,
} from '@backstage/core-plugin-api/alpha';
import { aiGovernanceTranslationRef } from './ref';
import { Texts } from './useTexts';

/**
 * The texts of the plugin in the reader's language, for what is called outside of components once a screen is there.
 *
 * @throws Error where no screen had the texts loaded before
 */
export function textsOf(apis: ApiHolder): Texts {
  const translation = apis
    .get(translationApiRef)
    ?.getTranslation(aiGovernanceTranslationRef as TranslationRef);
  if (!translation?.ready) throw new Error('The texts are not loaded');
  return translation.t as unknown as Texts;
}
