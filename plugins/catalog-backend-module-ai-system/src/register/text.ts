import { createHash } from 'node:crypto';

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

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base 32: no letter is taken for a digit

/** Eight characters of base 32: the first 40 bits of a SHA-256 over the parts, written as JSON so that they cannot run together. */
export function shortHash(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  let bits = BigInt(`0x${hex.slice(0, 10)}`);
  let hash = '';
  for (let i = 0; i < 8; i++) {
    hash = alphabet[Number(bits & 31n)] + hash;
    bits >>= 5n;
  }
  return hash;
}

/** Lower-case ASCII letters, digits and single hyphens; may be empty. */
export function slug(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A slug that is the same for two texts only if they differ in no letter or digit: one that would lose some ends in a hash instead. */
export function distinctSlug(text: string): string {
  const lossy = /[^a-z0-9\P{L}]|[^a-z0-9\P{N}]/u.test(plainLetters(text));
  const short = slug(text);
  return lossy || !short
    ? [short, shortHash([spellingKey(text)])].filter(Boolean).join('-')
    : short;
}

function plainLetters(text: string): string {
  return spellingKey(text)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ß/g, 'ss');
}

/** At most 63 characters, the limit of the catalog, without a hyphen or dot at the end. */
export function cutName(name: string, max = 63): string {
  return name.slice(0, max).replace(/[-.]+$/, '');
}
