/**
 * A name for the catalog from what people call a thing: "Résumé screening (HR)" becomes `resume-screening-hr`.
 *
 * @returns lower case, at most 63 characters; empty when no letter or digit of ASCII is left
 */
export function suggestedName(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ß/g, 'ss')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}
