import { token } from './variants';

/** A request to the catalog as its pages send it. */
export interface Read {
  what: string;
  path: string;
  body?: object;
}

const query = (text: string) => `/entities/by-query?${text}`;
const refs = Array.from(
  { length: 100 },
  (_, i) => `resource:default/store-${i * 7}`,
);

export const reads: readonly Read[] = [
  { what: 'one by name', path: '/entities/by-name/resource/default/store-77' },
  {
    what: '100 by reference',
    path: '/entities/by-refs',
    body: { entityRefs: refs },
  },
  {
    what: 'a page of resources of a type, by title',
    path: query(
      'filter=kind=resource,spec.type=database&limit=20&orderField=metadata.title,asc',
    ),
  },
  {
    what: 'a page of what a group owns',
    path: query('filter=relations.ownedBy=group:default/team-1-2-3&limit=20'),
  },
  {
    what: 'a page of a search for words',
    path: query(
      'filter=kind=resource&fullTextFilterTerm=store%2077&fullTextFilterFields=metadata.name,metadata.title&limit=20',
    ),
  },
  {
    what: 'facets of kinds and types',
    path: '/entity-facets?facet=kind&facet=spec.type&facet=metadata.tags',
  },
];

/** @returns how long the answer took, in milliseconds, and what it says */
export async function ask(port: number, { path, body }: Omit<Read, 'what'>) {
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/catalog${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
  const answer: any = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return { ms: performance.now() - began, answer };
}
