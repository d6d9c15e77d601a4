/** Line breaks, other white space and control characters are one space; the ends are trimmed; lone surrogates are U+FFFD. */
export function cleanText(text: string): string {
  if (!text || isClean(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ')
    .trim();
}

/** Plain ASCII with single spaces: most cells, and faster to see than to mend. */
function isClean(text: string): boolean {
  return /^[!-~]+(?: [!-~]+)*$/.test(text);
}

/** For comparing spellings: case and white space do not count. */
export function spellingKey(text: string): string {
  const clean = cleanText(text);
  return isClean(clean)
    ? clean.toLowerCase()
    : clean.normalize('NFKC').toLocaleLowerCase('en-US');
}

/** At most `max` UTF-16 units, with … at the end of what was cut, never in the middle of a character. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** With a capital letter at the beginning. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

/** Lower-case ASCII letters, digits and single hyphens, none at the ends; at most `max` of them; may be empty. */
export function slug(text: string, max?: number): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, max)
    .replace(/-$/, '');
}

/** Lower case, without accents: what is left of a text to make a name from. */
export function plainLetters(text: string): string {
  return spellingKey(text)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ß/g, 'ss');
}

/** For recognising words whatever their spelling: letters and digits of ASCII only. */
export function letterKey(text: string): string {
  return plainLetters(text).replace(/[^a-z0-9]/g, '');
}
