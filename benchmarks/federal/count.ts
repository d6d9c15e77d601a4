// A count of its own over the federal inventory: no code of the product, only its API as JSON. The owners and the tree of groups are read from the
// catalog, the results of each system from that system's own page, and the tree is walked here.
import { setTimeout as delay } from 'node:timers/promises';
import { PORTAL } from './address';

const READERS = 8;

export type Counts = Record<string, number>;

export interface SystemFacts {
  ref: string;
  owner: string | undefined;
  tier: string | null;
  level: string | null;
  /** By control. */
  states: Map<string, string>;
  /** By control. */
  families: Map<string, string>;
}

export interface Facts {
  /** By reference: the reference of the group above it. */
  groups: Map<string, string | undefined>;
  systems: SystemFacts[];
}

/** One question to the portal. @throws Error when it is refused */
export async function askAs(token: string, path: string): Promise<any> {
  for (let left = 3; ; left--) {
    const response = await fetch(`${PORTAL}/api${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (response.ok) return response.json();
    if (left === 0 || response.status < 500) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    await delay(500);
  }
}

async function entitiesOf(token: string, kind: string): Promise<any[]> {
  const found: any[] = [];
  let next = `filter=kind=${kind}&fields=kind,metadata.name,metadata.namespace,relations&limit=500`;
  for (;;) {
    const page = await askAs(token, `/catalog/entities/by-query?${next}`);
    found.push(...page.items);
    const cursor = page.pageInfo?.nextCursor;
    if (!cursor) return found;
    next = `cursor=${encodeURIComponent(
      cursor,
    )}&fields=kind,metadata.name,metadata.namespace,relations&limit=500`;
  }
}

const refOf = ({ kind, metadata: { namespace = 'default', name } }: any) =>
  `${kind}:${namespace}/${name}`.toLowerCase();
const related = (entity: any, type: string): string | undefined =>
  (entity.relations ?? []).find((r: any) => r.type === type)?.targetRef;

/** Everything that is counted, read one by one. */
export async function readFacts(token: string): Promise<Facts> {
  const groups = new Map<string, string | undefined>(
    (await entitiesOf(token, 'group')).map(group => [
      refOf(group),
      related(group, 'childOf'),
    ]),
  );
  const entities = await entitiesOf(token, 'aisystem');
  const systems: SystemFacts[] = [];
  let index = 0;
  const read = async () => {
    while (index < entities.length) {
      const entity = entities[index++];
      const ref = refOf(entity);
      const [kind, rest] = ref.split(':');
      const page = await askAs(
        token,
        `/ai-governance/subjects/${kind}/${rest}`,
      );
      systems.push({
        ref,
        owner: related(entity, 'ownedBy'),
        tier: page.tier,
        level: page.level,
        states: new Map(page.results.map((r: any) => [r.controlId, r.state])),
        families: new Map(
          page.results.map((r: any) => [r.controlId, r.family]),
        ),
      });
    }
  };
  await Promise.all(Array.from({ length: READERS }, read));
  return { groups, systems };
}

/** Systems of a group, and of those below it: each system looks from its owner upwards until it finds the group or the top. */
export function systemsOf(facts: Facts, group: string) {
  const own = facts.systems.filter(system => system.owner === group);
  const below = facts.systems.filter(({ owner }) => {
    const seen = new Set<string>();
    for (
      let at = owner;
      at !== undefined && !seen.has(at);
      at = facts.groups.get(at)
    ) {
      if (at === group) return true;
      seen.add(at);
    }
    return false;
  });
  return { own, below };
}

/** How often each word occurs. */
export function tally(words: Iterable<string | null | undefined>): Counts {
  const counts: Counts = {};
  for (const word of words) {
    const key = word ?? 'none';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** What is counted more than zero times, in one line that can be compared. */
export const lineOf = (counts: Counts) =>
  Object.entries(counts)
    .filter(([, n]) => n > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, n]) => `${word} ${n}`)
    .join(', ');
