import {
  createPrivateKey,
  createPublicKey,
  KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  Checkpoint,
  checkpointSchema,
  sha256,
} from 'backstage-plugin-ai-governance-common';

export type Unsigned = Omit<Checkpoint, 'publicKey' | 'signature'>;

/** @throws InputError when it is no Ed25519 key in PEM (PKCS #8) */
export function signingKeyOf(pem: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // said below: what it says of a key need not be shown
  }
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw new InputError(
      'must be a private key of Ed25519 in PEM, as `openssl genpkey -algorithm ed25519` makes one',
    );
  }
  return key;
}

/** The public half of a key, as it stands in a checkpoint. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key)
    .export({ type: 'spki', format: 'der' })
    .toString('base64');
}

export function signCheckpoint(unsigned: Unsigned, key: KeyObject): Checkpoint {
  const signed = { ...unsigned, publicKey: publicKeyOf(key) };
  const signature = sign(null, Buffer.from(canonicalJson(signed)), key);
  return { ...signed, signature: signature.toString('base64') };
}

/** Whether the signature is that of the key that the checkpoint names; whose key that is, the caller must know. */
export function isSigned({ signature, ...signed }: Checkpoint): boolean {
  try {
    return verify(
      null,
      Buffer.from(canonicalJson(signed)),
      createPublicKey({
        key: Buffer.from(signed.publicKey, 'base64'),
        type: 'spki',
        format: 'der',
      }),
      Buffer.from(signature, 'base64'),
    );
  } catch {
    return false;
  }
}

/** What the next checkpoint names as the one before. */
export function checkpointHash(checkpoint: Checkpoint): string {
  return sha256(canonicalJson(checkpoint));
}

/** A checkpoint from text; undefined when it is none. */
export function parseCheckpoint(text: unknown): Checkpoint | undefined {
  try {
    return checkpointSchema.safeParse(JSON.parse(String(text))).data;
  } catch {
    return undefined;
  }
}
