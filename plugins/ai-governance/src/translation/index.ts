export { aiGovernanceTranslationRef } from './ref';
export { textsOf } from './textsOf';
export { useLocale } from './useLocale';
export { useTexts, type TextKey, type Texts } from './useTexts';
