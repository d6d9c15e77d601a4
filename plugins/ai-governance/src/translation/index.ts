export { aiGovernanceTranslationRef } from './ref';
export { useLocale } from './useLocale';
export { useTexts, type TextKey, type Texts } from './useTexts';
