import { globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  parsePolicy,
  sourceAuthor,
} from 'backstage-plugin-ai-governance-common';
import { parse, parseAllDocuments } from 'yaml';
import { readRecordFile } from '../source/readRecordFile';

const examples = resolve(__dirname, '../../../../examples');
const text = (file: string) => readFileSync(resolve(examples, file), 'utf8');
const files = (pattern: string) => globSync(pattern, { cwd: examples }).sort();

/** The policy of `examples`. */
export const companyPolicy = () =>
  parsePolicy(parse(text('governance-policy.yaml')));

const groupRef = (name: string) =>
  stringifyEntityRef(parseEntityRef(name, { defaultKind: 'Group' }));

/** The entities of `examples`, groups with the relations that the catalog would give them. */
export function companyEntities(): Entity[] {
  const location = 'catalog-info.yaml';
  const entities: Entity[] = parse(text(location))
    .spec.targets.flatMap((target: string) =>
      globSync(target, { cwd: resolve(examples, dirname(location)) }).sort(),
    )
    .flatMap((file: string) => parseAllDocuments(text(file)).map(d => d.toJS()))
    .map((entity: Entity) => ({
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata },
    }));
  const members = entities.filter(e => e.kind === 'User');
  return [...entities, ...registeredEntities()].map(entity => {
    if (entity.kind !== 'Group') return entity;
    const ref = stringifyEntityRef(entity);
    const parent = entity.spec?.parent as string | undefined;
    return {
      ...entity,
      relations: [
        ...(parent
          ? [{ type: RELATION_CHILD_OF, targetRef: groupRef(parent) }]
          : []),
        ...members
          .filter(user =>
            (user.spec?.memberOf as string[]).map(groupRef).includes(ref),
          )
          .map(user => ({
            type: RELATION_HAS_MEMBER,
            targetRef: stringifyEntityRef(user),
          })),
      ],
    };
  });
}

/** Those that are registered in the portal, as the catalog gets them from there. */
function registeredEntities(): Entity[] {
  return recordFiles().flatMap(({ records: [{ type, data }] }) => {
    if (type !== 'registration') return [];
    const { name, title, description, ...spec } = data;
    return {
      apiVersion: 'ai-governance/v1alpha1',
      kind: 'AISystem',
      metadata: { namespace: 'default', name, title, description },
      spec,
    };
  });
}

/** What is stated in `examples/records`, in the order in which it is loaded. */
export interface CompanyRecord {
  /** A subject, or a user. */
  of: string;
  type: string;
  author: string;
  daysAgo: number;
  materiality?: 'material' | 'routine';
  materialityReason?: string;
  data: Record<string, unknown>;
}

function recordFiles(): {
  subject: string;
  records: { type: string; data: any }[];
}[] {
  return files('records/*.yaml').map(file =>
    // a file may build one revision upon another: `<<: *first`
    parse(text(file), { merge: true }),
  );
}

/** The instant so many days later, or earlier. */
export const daysFrom = (now: string, days: number) =>
  new Date(Date.parse(now) + days * 24 * 60 * 60 * 1000).toISOString();

/** `in 20 days` and `20 days ago` are days here, counted from an instant. */
function withDays(value: unknown, now: string): any {
  if (Array.isArray(value)) return value.map(v => withDays(v, now));
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, withDays(v, now)]),
    );
  }
  const [, ahead, ago] =
    (typeof value === 'string' &&
      /^(?:in (\d+) days|(\d+) days ago)$/.exec(value)) ||
    [];
  if (!ahead && !ago) return value;
  return daysFrom(now, ahead ? Number(ahead) : -Number(ago)).slice(0, 10);
}

/** The documents that systems of `examples` keep as files, as old as what else is written of them. */
const companyFiles = (): CompanyRecord[] =>
  files('ai-systems/*/governance/*.{md,yaml}').map(file => {
    const outcome = readRecordFile(file, Buffer.from(text(file)));
    if (outcome.kind !== 'stated') throw new Error(`${file} is no record`);
    const {
      type,
      stated: { data },
    } = outcome;
    return {
      of: `aisystem:default/${file.split('/')[1]}`,
      type: type.type,
      author: sourceAuthor(`./${dirname(file)}/`),
      daysAgo: 60,
      data,
    };
  });

/** The records of `examples`, as if they were loaded at an instant. */
export const companyRecords = (now: string): CompanyRecord[] => [
  ...companyFiles(),
  ...recordFiles().flatMap(({ subject, records }) =>
    records
      .filter(({ type }) => type !== 'registration')
      .map(record => ({ of: subject, ...withDays(record, now) })),
  ),
];
