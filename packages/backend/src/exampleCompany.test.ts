import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  aiSystemSpecSchema,
  governsEntity,
  isAISystemEntity,
  parsePolicy,
  profileOf,
  recordTypes,
  tierOf,
} from 'backstage-plugin-ai-governance-common';
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { mapTexts } from './exampleRecords/mapTexts';
import { readRecordFiles } from './exampleRecords/readRecordFiles';
import { withDates } from './exampleRecords/relativeDates';

const root = resolve(__dirname, '../../..');
const examples = join(root, 'examples');
const yaml = (file: string) => readFileSync(file, 'utf8');
const config = parse(yaml(join(root, 'app-config.yaml')));
const policy = parsePolicy(
  parse(yaml(join(examples, 'governance-policy.yaml'))),
);

const location = join(examples, 'catalog-info.yaml');
const entities: Entity[] = parse(yaml(location))
  .spec.targets.flatMap((target: string) =>
    globSync(target, { cwd: dirname(location) }),
  )
  .flatMap((file: string) =>
    parseAllDocuments(yaml(join(examples, file))).map(d => d.toJS()),
  );
const refOf = (text: string, defaultKind?: string) =>
  stringifyEntityRef(
    parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
  );
const refs = new Set(entities.map(e => stringifyEntityRef(e)));
const subjects = entities.filter(governsEntity);
const users: string[] = config.auth.providers.guest.users.map(
  (u: { ref: string }) => u.ref,
);

describe('the example company', () => {
  it('covers every sourcing, tier and lifecycle', () => {
    const profiles = subjects.map(e => profileOf(e).profile);
    const set = (values: unknown[]) => [...new Set(values)].sort();
    expect(set(profiles.flatMap(p => p.sourcing ?? []))).toEqual([
      'in-house',
      'open-source',
      'vendor',
      'vendor-feature',
    ]);
    expect(set(profiles.map(p => tierOf(p, policy).tier))).toEqual([
      'high',
      'limited',
      'minimal',
      'prohibited',
    ]);
    expect(set(profiles.map(p => p.lifecycle))).toEqual([
      'deprecated',
      'experimental',
      'production',
      'retired',
    ]);
  });

  it('has AI systems that are valid, with uses that the policy lists', () => {
    const uses = new Set(policy.uses.map(u => u.id));
    for (const entity of subjects) {
      const { profile, errors } = profileOf(entity);
      expect({ ref: stringifyEntityRef(entity), errors }).toEqual({
        ref: stringifyEntityRef(entity),
        errors: [],
      });
      expect((profile.uses ?? []).filter(u => !uses.has(u))).toEqual([]);
      if (isAISystemEntity(entity)) aiSystemSpecSchema.parse(entity.spec);
    }
  });

  it('refers only to entities it has, but for what it shows as missing', () => {
    const kinds: Record<string, string> = {
      owner: 'group',
      accountable: 'user',
      system: 'system',
      domain: 'domain',
      parent: 'group',
      memberOf: 'group',
      providesApis: 'api',
      consumesApis: 'api',
      dependsOn: 'component',
      hasPart: 'component',
    };
    const missing = entities.flatMap(entity =>
      Object.entries(kinds).flatMap(([field, kind]) =>
        [entity.spec?.[field] ?? []]
          .flat()
          .map(value => refOf(String(value), kind))
          .filter(ref => !refs.has(ref)),
      ),
    );
    expect(missing).toEqual(['group:default/digital-channels']);
  });

  it('lets people sign in whom the catalog has', () => {
    expect(users.filter(u => !refs.has(u))).toEqual([]);
    const roleGroups = Object.values(
      config.permission.roles as Record<string, string[]>,
    ).flat();
    expect(roleGroups.filter(g => !refs.has(g))).toEqual([]);
  });

  it('has records that are valid, by authors who may write them', async () => {
    const files = await readRecordFiles(join(examples, 'records'));
    const problems: string[] = [];
    for (const { subject, records } of files) {
      const entity = subjects.find(s => stringifyEntityRef(s) === subject);
      // one that is registered in the portal is in no file of the catalog
      const [first] = records;
      const declared =
        entity?.spec?.owner ??
        (first.type === 'registration' ? first.data.owner : undefined);
      const owner = declared && refOf(String(declared), 'group');
      for (const record of records) {
        const at = `${subject} ${record.type} ${record.daysAgo}`;
        const type = recordTypes.find(t => t.type === record.type)!;
        const { error } = type.schema.safeParse(
          // ids that the ledger gives are of this length
          mapTexts(withDates(record.data, new Date()), text =>
            text.startsWith('id of ') ? randomUUID() : text,
          ),
        );
        if (error) problems.push(`${at}: ${error.message}`);
        const author = entities.find(
          e => stringifyEntityRef(e) === record.author,
        );
        const groups = [author?.spec?.memberOf ?? []].flat();
        // who decides, tests or verifies is not of the owner: the ledger sees to it
        const states = !['decide', 'assure'].includes(
          type.takes?.(record.data) ?? 'append',
        );
        const ofOwner = owner
          ? groups.some(g => refOf(String(g), 'group') === owner)
          : [record.author, 'organization'].includes(subject);
        if (states && !ofOwner)
          problems.push(`${at}: ${record.author} is not of ${owner}`);
        if (!users.includes(record.author))
          problems.push(`${at}: ${record.author} cannot sign in`);
      }
    }
    expect(problems).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(10);
  });
});
