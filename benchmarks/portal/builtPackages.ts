import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { cache, root } from './address';

/** Where the packages stand compiled, found by their names from here. */
export const builtPackages = join(cache, 'built');
const plugins = join(root, 'plugins');
const installed = [
  'ai-governance-backend',
  'ai-governance-common',
  'ai-governance-node',
  'catalog-backend-module-ai-system',
  'scaffolder-backend-module-ai-governance',
  'search-backend-module-ai-governance',
];

/** Compiles what a backend installs of the suite, file by file as Backstage's own build does, so that nothing is left to do when it starts. */
export function buildPackages() {
  rmSync(builtPackages, { recursive: true, force: true });
  for (const folder of installed) compile(join(plugins, folder));
  writeFileSync(join(builtPackages, 'package.json'), '{}');
}

export const arePackagesBuilt = () =>
  existsSync(join(builtPackages, 'package.json'));

function compile(from: string) {
  const manifest = readFileSync(join(from, 'package.json'), 'utf8');
  const to = join(builtPackages, 'node_modules', JSON.parse(manifest).name);
  const src = join(from, 'src');
  for (const file of readdirSync(src, { recursive: true }) as string[]) {
    const target = join(to, 'dist', file.replace(/\.tsx?$/, '.js'));
    if (!/\.\w+$/.test(file) || /\.test\.|__/.test(file)) continue;
    mkdirSync(dirname(target), { recursive: true });
    if (!/\.tsx?$/.test(file)) cpSync(join(src, file), target);
    else writeFileSync(target, compiled(join(src, file)));
  }
  writeFileSync(
    join(to, 'package.json'),
    manifest.replace(/src\/([\w/]+)\.tsx?"/g, 'dist/$1.js"'),
  );
  const own = join(from, 'node_modules');
  if (existsSync(own)) symlinkSync(own, join(to, 'node_modules'), 'dir');
}

const compiled = (file: string) =>
  transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      module: ModuleKind.CommonJS,
      target: ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  }).outputText;
