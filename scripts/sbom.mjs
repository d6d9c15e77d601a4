#!/usr/bin/env node
// What the published packages bring with them, as installed: `node scripts/sbom.mjs` writes it as CycloneDX 1.6 to the standard output,
// `--check` says which licence is not among those that are allowed, and fails if there is one. https://cyclonedx.org/docs/1.6/json/
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// permissive ones; weak copyleft only as a library that is used unchanged
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

// What the manifests do not say, as a file of the package does; and what is allowed one by one.
const saidElsewhere = {
  'fast-shallow-equal': 'Unlicense',
  'react-universal-interface': 'Unlicense',
  pause: 'MIT',
  'valid-url': 'MIT',
};
const allowedOneByOne = {
  // of @backstage/ui and @backstage/plugin-catalog: icons may be used in a product and not be sold as icons
  '@remixicon/react': 'Remix Icon License 1.0',
  // of @backstage/plugin-scaffolder-node, which uses it unchanged
  '@isomorphic-git/pgp-plugin': 'LGPL-3.0+',
};

const read = folder =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Where a package finds another: the nearest node_modules above that has it. */
function find(name, from) {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (at === dirname(at)) return undefined;
  }
}

/** As an SPDX expression, also of the forms that npm has left behind. */
function licenceOf({ name, license, licenses }) {
  const said = license ?? licenses ?? saidElsewhere[name];
  const one = of => (typeof of === 'string' ? of : of?.type);
  return Array.isArray(said)
    ? said.map(one).join(' OR ')
    : one(said)?.replace(/^\((.*)\)$/, '$1');
}

/** Whether one may use it by an expression: any side of an OR, every side of an AND. */
function isAllowed(expression) {
  if (!expression) return false;
  const [or, and] = [expression.split(' OR '), expression.split(' AND ')];
  if (or.length > 1) return or.some(isAllowed);
  if (and.length > 1) return and.every(isAllowed);
  return allowed.has(expression);
}

const purlOf = ({ name, version }) =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

const published = readdirSync(join(root, 'plugins'))
  .map(name => join(root, 'plugins', name))
  .filter(folder => existsSync(join(folder, 'package.json')))
  .map(folder => ({ folder, manifest: read(folder) }))
  .filter(({ manifest }) => !manifest.private);
const own = new Set(published.map(({ manifest }) => manifest.name));

const components = new Map();
const dependencies = new Map();
const missing = [];

function walk(folder, manifest) {
  const ref = purlOf(manifest);
  if (dependencies.has(ref)) return ref;
  const needed = new Set();
  dependencies.set(ref, needed);
  components.set(ref, { manifest, licence: licenceOf(manifest) });
  const optional = manifest.optionalDependencies ?? {};
  for (const name of Object.keys({ ...manifest.dependencies, ...optional })) {
    const at = own.has(name)
      ? published.find(p => p.manifest.name === name).folder
      : find(name, folder);
    // what is for another platform is not installed
    if (at) needed.add(walk(at, read(at)));
    else if (!(name in optional)) missing.push(`${name}, of ${ref}`);
  }
  return ref;
}
const roots = published.map(({ folder, manifest }) => walk(folder, manifest));

if (process.argv.includes('--check')) {
  const refused = [...components]
    .filter(
      ([, { manifest, licence }]) =>
        !isAllowed(licence) && allowedOneByOne[manifest.name] !== licence,
    )
    .map(([ref, { licence }]) => `${ref}: ${licence ?? 'no licence'}`);
  const counts = new Map();
  for (const { licence } of components.values()) {
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  process.stdout.write(
    `${components.size} packages: ${[...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([licence, count]) => `${count} ${licence}`)
      .join(', ')}\n`,
  );
  for (const line of [...missing.map(m => `not installed: ${m}`), ...refused]) {
    process.stdout.write(`${line}\n`);
  }
  process.exitCode = refused.length + missing.length > 0 ? 1 : 0;
} else {
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': 'ai-governance-for-backstage',
        name: 'ai-governance-for-backstage',
      },
    },
    components: [...components].map(([ref, { manifest, licence }]) => ({
      type: 'library',
      'bom-ref': ref,
      ...(manifest.name.startsWith('@')
        ? {
            group: manifest.name.split('/')[0],
            name: manifest.name.split('/')[1],
          }
        : { name: manifest.name }),
      version: manifest.version,
      purl: ref,
      ...(licence && {
        licenses: [
          isAllowed(licence)
            ? { expression: licence }
            : { license: { name: licence } },
        ],
      }),
    })),
    dependencies: [
      { ref: 'ai-governance-for-backstage', dependsOn: roots },
      ...[...dependencies].map(([ref, of]) => ({ ref, dependsOn: [...of] })),
    ],
  };
  process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
}
