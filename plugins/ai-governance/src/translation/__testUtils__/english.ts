import { TranslationRef } from '@backstage/core-plugin-api/alpha';
import { mockApis } from '@backstage/test-utils';
import { aiGovernanceTranslationRef } from '../ref';
import { Texts } from '../useTexts';

const snapshot = mockApis
  .translation()
  .getTranslation(aiGovernanceTranslationRef as TranslationRef);
if (!snapshot.ready) throw new Error('The English texts are always there');

/** The texts as they are without a translation, for what is given them. */
export const english = snapshot.t as unknown as Texts;
