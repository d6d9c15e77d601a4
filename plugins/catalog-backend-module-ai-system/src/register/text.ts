import { createHash } from 'node:crypto';
import {
  plainLetters,
  slug,
  spellingKey,
} from 'backstage-plugin-ai-governance-common';

export {
  cleanText,
  cutText,
  slug,
  spellingKey,
} from 'backstage-plugin-ai-governance-common';

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

/** A slug that is the same for two texts only if they differ in no letter or digit: one that would lose some ends in a hash instead. */
export function distinctSlug(text: string): string {
  const lossy = /[^a-z0-9\P{L}]|[^a-z0-9\P{N}]/u.test(plainLetters(text));
  const short = slug(text);
  return lossy || !short
    ? [short, shortHash([spellingKey(text)])].filter(Boolean).join('-')
    : short;
}

/** At most 63 characters, the limit of the catalog, without a hyphen or dot at the end. */
export function cutName(name: string, max = 63): string {
  return name.slice(0, max).replace(/[-.]+$/, '');
}
