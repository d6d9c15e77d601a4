// What would be published: each package of plugins/ built and packed, and each tarball looked at.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

/** Packs what is built. Gives `{ name, version, file, manifest, dir }` for each package, `dir` being the tarball unpacked. */
export function pack({ root, into, yarn }) {
  return readdirSync(join(root, 'plugins')).map(folder => {
    const cwd = join(root, 'plugins', folder);
    const file = join(into, `${folder}.tgz`);
    yarn(['pack', '--out', file], { cwd });
    const dir = join(into, folder);
    mkdirSync(dir, { recursive: true });
    const { status } = spawnSync('tar', [
      'xzf',
      file,
      '-C',
      dir,
      '--strip-components=1',
    ]);
    if (status !== 0) throw new Error(`${file} cannot be unpacked`);
    const manifest = JSON.parse(
      readFileSync(join(dir, 'package.json'), 'utf8'),
    );
    return { ...manifest, file, manifest, dir, source: cwd };
  });
}

/** What is wrong with a tarball, one sentence each; none when it is fit to be published. */
export function problemsOf({ name, manifest, dir, source }) {
  const problems = [];
  const holds = (truth, sentence) =>
    truth || problems.push(`${name}: ${sentence}`);
  const has = path => existsSync(join(dir, path));

  for (const file of ['README.md', 'LICENSE'])
    holds(has(file), `${file} is missing`);
  const { role, pluginId } = manifest.backstage ?? {};
  holds(role && pluginId, 'backstage.role or backstage.pluginId is missing');
  holds(
    manifest.publishConfig?.access === 'public',
    'publishConfig.access is not public',
  );
  holds(!manifest.private, 'is private');

  const wanted = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    const files = typeof target === 'string' ? [target] : Object.values(target);
    for (const file of files.filter(f => f.startsWith('./')))
      holds(has(file), `exports["${entry}"] names ${file}, which is missing`);
    holds(
      typeof target === 'string' || target.types,
      `exports["${entry}"] has no types`,
    );
  }
  holds(
    Object.keys(wanted.exports).join() ===
      Object.keys(manifest.exports ?? {}).join(),
    `exports are ${Object.keys(manifest.exports ?? {})}, not ${Object.keys(
      wanted.exports,
    )}`,
  );
  holds(manifest.exports?.['./package.json'], './package.json is not exported');
  if (role === 'frontend-plugin') {
    for (const entry of ['./alpha', './legacy'])
      holds(manifest.exports[entry], `${entry} is not exported`);
  }

  for (const command of Object.values(manifest.bin ?? {})) {
    holds(has(command), `bin names ${command}, which is missing`);
    const [, needs] =
      /'\.\.\/(dist\/[^']+)'/.exec(readFileSync(join(dir, command), 'utf8')) ??
      [];
    holds(!needs || has(needs), `${command} needs ${needs}, which is missing`);
  }

  if (existsSync(join(source, 'config.d.ts'))) {
    holds(
      manifest.configSchema && has(manifest.configSchema),
      'the schema of its configuration is missing',
    );
  }
  for (const file of globSync('migrations/*.js', { cwd: source }))
    holds(has(file), `${file} is missing`);
  for (const file of globSync('**/*', { cwd: dir }))
    holds(
      !/(^src\/|__testUtils__|\.test\.)/.test(file),
      `${file} is of no use to who installs it`,
    );

  const brought = {
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    [name]: manifest.version,
  };
  for (const [dependency, range] of Object.entries(brought))
    holds(
      !/^(workspace|link|file):/.test(range),
      `${dependency} is asked for as ${range}`,
    );
  for (const module of importedBy(dir))
    holds(
      brought[module] || brought[`@types/${module}`],
      `imports ${module}, which is none of its dependencies`,
    );
  return problems;
}

/** The packages that the built code and its types import. */
function importedBy(dir) {
  const found = new Set();
  for (const file of globSync('{dist,migrations}/**/*.{js,d.ts}', {
    cwd: dir,
  })) {
    const code = readFileSync(join(dir, file), 'utf8');
    for (const [, id] of code.matchAll(
      /(?:^|[\s;(=])(?:require\(|import\(|import |from )['"]([^'"\n]+)['"]/g,
    )) {
      if (!id.startsWith('.') && !isBuiltin(id))
        found.add(
          id
            .split('/')
            .slice(0, id.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  return found;
}
