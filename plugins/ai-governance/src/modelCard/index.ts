export { CardForDocuments } from './CardForDocuments';
export { CardForRegistration } from './CardForRegistration';
export { draftFromCard } from './draftFromCard';
export { mergedInto, type TakenFromCard } from './takeFromCard';
