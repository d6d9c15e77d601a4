import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import ts from 'typescript';
import { parse } from 'yaml';
import { z } from 'zod';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { configSchema, readConfig } from './readConfig';

const repository = resolve(__dirname, '../../../..');
const page = readFileSync(resolve(repository, 'docs/configure.md'), 'utf8');
const declarations = ['ai-governance-common', 'ai-governance-backend'].map(
  name =>
    readFileSync(resolve(repository, 'plugins', name, 'config.d.ts'), 'utf8'),
);

// What is one value to whoever configures it, although it has parts: a duration, and a value for each tier.
const isOneValue = (keys: string[]) =>
  ['high,limited,minimal', 'years,months,weeks,days'].includes(keys.join());

/** The keys that have a value, as the schema that checks them at the start knows them. */
function keysOfSchema(schema: any, path: string): string[] {
  if (schema.items?.properties) return keysOfSchema(schema.items, `${path}[]`);
  const keys = Object.keys(schema.properties ?? {});
  if (keys.length === 0 || isOneValue(keys)) return [path];
  return keys.flatMap(key =>
    keysOfSchema(schema.properties[key], `${path}.${key}`),
  );
}

interface DeclaredKey {
  path: string;
  optional: boolean;
  description: string;
  tags: string[];
}

/** The keys that have a value, as `config.d.ts` declares them. */
function declaredKeys(source: string): DeclaredKey[] {
  const file = ts.createSourceFile(
    'config.d.ts',
    source,
    ts.ScriptTarget.Latest,
    true,
  );
  const membersOf = (type: ts.TypeNode): readonly ts.TypeElement[] =>
    ts.isTypeLiteralNode(type) ? type.members : [];
  const keysOf = (
    members: readonly ts.TypeElement[],
    above: string,
  ): DeclaredKey[] =>
    members.flatMap(member => {
      const { name, type, questionToken } = member as ts.PropertySignature;
      const path = [above, (name as ts.Identifier).text]
        .filter(Boolean)
        .join('.');
      const listed =
        ts.isTypeReferenceNode(type!) && type.typeArguments?.length === 1
          ? membersOf(type.typeArguments[0])
          : [];
      if (listed.length > 0) return keysOf(listed, `${path}[]`);
      const below = membersOf(type!);
      const names = below.map(m => (m.name as ts.Identifier).text);
      if (below.length > 0 && !isOneValue(names)) return keysOf(below, path);
      const comments = ts.getJSDocCommentsAndTags(member) as ts.JSDoc[];
      return [
        {
          path,
          optional: Boolean(questionToken),
          description: comments
            .map(c => ts.getTextOfJSDocComment(c.comment) ?? '')
            .join(''),
          tags: ts
            .getJSDocTags(member)
            .map(
              tag =>
                `${tag.tagName.text} ${ts.getTextOfJSDocComment(tag.comment)}`,
            ),
        },
      ];
    });
  const config = file.statements.find(ts.isInterfaceDeclaration)!;
  return keysOf(config.members, '');
}

const known = keysOfSchema(
  z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }),
  'aiGovernance',
).sort();
const declared = declarations.flatMap(declaredKeys);

/** Rows of the page's tables of keys. */
const rows = [
  ...page.matchAll(/^\| `(aiGovernance\.[^`]+)` +\| (.*?) \| (.*?) +\|$/gm),
].map(([, key, says, byDefault]) => ({ key, says: says.trim(), byDefault }));

const blocks = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) =>
  parse(text),
);
const ours = blocks.filter(block => block.aiGovernance);
const everything = ours.at(-1).aiGovernance;
const read = (aiGovernance: any) =>
  readConfig(new ConfigReader({ aiGovernance }));

describe('config.d.ts', () => {
  it('declares exactly the keys that are known at the start', () => {
    expect(known).toContain('aiGovernance.policy.uses[].standing');
    expect(declared.map(({ path }) => path).sort()).toEqual(known);
  });

  it.each(declared)('says what $path is, and who sees it', key => {
    expect(key.description).toMatch(/\w+.*[.)]/);
    const others: Record<string, string> = {
      'aiGovernance.subjects': 'deepVisibility frontend',
      'aiGovernance.checkpoints.signingKey': 'visibility secret',
    };
    expect(key.tags).toEqual([others[key.path] ?? 'visibility backend']);
  });
});

describe('docs/configure.md', () => {
  it('has a row for every key, and for none that is not there', () => {
    const keys = rows.map(({ key }) => key);
    const above = [
      'aiGovernance.inventory.schedule',
      'aiGovernance.notices.schedule',
      'aiGovernance.recordsAsCode.schedule',
      'aiGovernance.verification.schedule',
      'aiGovernance.checkpoints.schedule',
      'aiGovernance.policy',
      'aiGovernance.policy.approved',
      'aiGovernance.policy.uses',
      'aiGovernance.policy.vendors',
      'aiGovernance.monitoring.aspects',
      'aiGovernance.models',
    ];
    expect([...keys].sort()).toEqual([...known, ...above].sort());
  });

  it.each(declared)(
    'says whether $path must be there',
    ({ path, optional }) => {
      const { byDefault, says } = rows.find(({ key }) => key === path)!;
      expect(says).not.toBe('');
      expect(byDefault).toMatch(optional ? /^(?!.*required)./ : /required/);
    },
  );

  it('names real defaults: without what it says is one, all reads the same', () => {
    const { approved, link, ...policy } = everything.policy;
    expect(approved && link).toBeTruthy();
    const { version, title, effectiveFrom, warningWindow, tolerance } = policy;
    const least = {
      policy: {
        version,
        title,
        effectiveFrom,
        warningWindow,
        tolerance,
        cadences: {
          'intended-use': policy.cadences['intended-use'],
          'risk-assessment': policy.cadences['risk-assessment'],
        },
      },
    };
    // every other key stands there: nothing is filled in
    expect(read({ ...everything, policy }).policy).toEqual(policy);
    const written = read({ ...everything, policy });
    expect(read(least).policy).toEqual(written.policy);
    expect(read(least).sweepSchedule).toEqual(written.sweepSchedule);
    expect(read(least).noticesSchedule).toEqual(written.noticesSchedule);
    expect(read(least).verificationSchedule).toEqual(
      written.verificationSchedule,
    );
    expect(read(least).checkpoints).toEqual(written.checkpoints);
    expect(read(least).recordsAsCode).toEqual(written.recordsAsCode);
    const entity = (kind: string, spec: Entity['spec']): Entity => ({
      apiVersion: 'a/b',
      kind,
      metadata: { name: 'a' },
      spec,
    });
    for (const one of [
      entity('AISystem', {}),
      entity('Component', { aiGovernance: {} }),
      entity('Component', {}),
    ]) {
      expect(read(least).subjects.governs(one)).toBe(
        written.subjects.governs(one),
      );
    }
  });

  it.each(ours.slice(1).map(({ aiGovernance }) => aiGovernance))(
    'has an example that is taken: %j',
    example => {
      expect(() => read({ policy: examplePolicy, ...example })).not.toThrow();
    },
  );

  it('quotes what is said at the start', () => {
    const [, quoted] = /```text\n([^]*?)\n```/.exec(page)!;
    const wrong = {
      policy: examplePolicy,
      inventory: {
        shedule: {},
        schedule: { frequency: '30s', timeout: 'long' },
      },
      subjects: { $any: [{ kind: 'API' }, { kind: { $is: 'API' } }] },
    };
    let message = '';
    try {
      read(wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const line of quoted.split('\n')) expect(message).toContain(line);
  });
});
