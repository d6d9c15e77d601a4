import { ReactNode } from 'react';
import {
  TranslationRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { aiGovernanceTranslationRef } from './ref';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<K> = K extends `${infer Stem}_${Plural}` ? Stem : K;

/** A text's name: of `scorecards.systems_one` and `scorecards.systems_other` it is `scorecards.systems`, and `count` decides. */
export type TextKey = WithoutPlural<
  keyof (typeof aiGovernanceTranslationRef)['T']
>;

/**
 * Gives the text of a key in the reader's language, its values put in; an element among the values makes a node.
 * Plainer than the type of the portal's own function, which takes minutes to be checked for so many texts.
 */
export interface Texts {
  (key: TextKey, values?: { [name: string]: string | number }): string;
  (key: TextKey, values: { [name: string]: ReactNode }): ReactNode;
}

/** The texts of the plugin in the reader's language. */
export function useTexts(): Texts {
  const { t } = useTranslationRef(aiGovernanceTranslationRef as TranslationRef);
  return t as unknown as Texts;
}
