import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { batches } from '../database/batches';
import { forCatalog } from '../permissions/forCatalog';

/** Whom a text of a file means: a person of the catalog, or why nobody. */
export type Named = { ref: string } | { reason: string };

const fields = ['kind', 'metadata.namespace', 'metadata.name'];
const email = 'spec.profile.email';

// the addresses stand in the query of a URL
const addressesTogether = 50;

const isAddress = (text: string) => /^[^\s@:/]+@[^\s@:/]+$/.test(text);
const lower = (text: string) => text.toLocaleLowerCase('en-US');

const quoted = (text: string) => JSON.stringify(text.slice(0, 100));

const nobody = (text: string): Named => ({
  reason: `there is no person ${quoted(text)} that you may see`,
});

function refOf(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    const full = lower(stringifyEntityRef(ref));
    return full.startsWith('user:') ? full : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The people that texts name, by full or short reference or by the e-mail address of their profile, as the catalog shows them to the caller.
 * Whom it hides is answered like whom it does not have.
 */
export async function peopleNamed(
  texts: readonly string[],
  options: {
    catalog: CatalogService;
    auth: AuthService;
    credentials: BackstageCredentials;
  },
): Promise<Map<string, Named>> {
  const { catalog, auth } = options;
  const credentials = await forCatalog(auth, options.credentials);
  const named = new Map<string, Named>();
  const refs = new Map<string, string>();
  const addresses = new Map<string, string>();
  for (const text of new Set(texts)) {
    const ref = isAddress(text) ? undefined : refOf(text);
    if (isAddress(text)) addresses.set(text, lower(text));
    else if (ref) refs.set(text, ref);
    else {
      named.set(text, {
        reason: `${quoted(
          text,
        )} is neither the reference of a person, such as user:default/name, nor an e-mail address`,
      });
    }
  }

  const shown = new Set<string>();
  for (const batch of batches([...new Set(refs.values())], 500)) {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: batch, fields },
      { credentials },
    );
    for (const entity of items) {
      if (entity) shown.add(lower(stringifyEntityRef(entity)));
    }
  }
  for (const [text, ref] of refs) {
    named.set(text, shown.has(ref) ? { ref } : nobody(text));
  }

  const having = new Map<string, string[]>();
  for (const batch of batches(
    [...new Set(addresses.values())],
    addressesTogether,
  )) {
    const { items } = await catalog.getEntities(
      { filter: { kind: 'User', [email]: batch }, fields: [...fields, email] },
      { credentials },
    );
    for (const entity of items) {
      const address = (entity.spec?.profile as { email?: unknown } | undefined)
        ?.email;
      if (typeof address !== 'string') continue;
      const known = having.get(lower(address)) ?? [];
      having.set(lower(address), [...known, lower(stringifyEntityRef(entity))]);
    }
  }
  for (const [text, address] of addresses) {
    const [ref, ...more] = having.get(address) ?? [];
    if (more.length > 0) {
      named.set(text, {
        reason: `several people have the address ${quoted(
          text,
        )}: name one by reference`,
      });
    } else named.set(text, ref ? { ref } : nobody(text));
  }
  return named;
}
