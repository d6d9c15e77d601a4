import { sha256 as noble } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';

/**
 * Canonical JSON (RFC 8785). A field that is undefined is left out, as in `JSON.stringify`.
 *
 * @throws Error for what JSON has no words for: NaN, Infinity, functions, BigInt, cycles
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  try {
    // canonicalize writes a function inside an object as the bare word `undefined`
    JSON.parse(text);
  } catch {
    throw new TypeError('Not a JSON value: it holds a function or a hole');
  }
  return text;
}

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex. */
export function sha256(text: string): string {
  return bytesToHex(noble(utf8ToBytes(text)));
}
