import { slug } from '../text';

/**
 * A name for the catalog from what people call a thing: "Résumé screening (HR)" becomes `resume-screening-hr`.
 *
 * @returns lower case, at most 63 characters; empty when no letter or digit of ASCII is left
 */
export const suggestedName = (title: string) => slug(title, 63);
