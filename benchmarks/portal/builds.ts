import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root, Variant } from './address';

const modules = join(cache, 'node_modules');
const apps = join(__dirname, 'app');

/** Name of the package whose built files a backend serves as its app. */
export const appPackage = (variant: Variant) => `app-${variant}`;
/** For `NODE_PATH`: where these packages are found. */
export const appModules = modules;
const built = (variant: Variant) => join(modules, appPackage(variant));
export const isBuilt = (variant: Variant) =>
  existsSync(join(built(variant), 'dist/index.html'));

/** Builds the same app for production, its plugins found among its dependencies; the one without leaves ours out. */
export function buildApp(variant: Variant) {
  mkdirSync(built(variant), { recursive: true });
  const config = join(cache, `app-${variant}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      app: {
        packages:
          variant === 'with'
            ? 'all'
            : { exclude: ['backstage-plugin-ai-governance'] },
      },
    }),
  );
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/backstage-cli'),
    [
      ...['package', 'build'],
      ...[
        join(root, 'app-config.yaml'),
        join(__dirname, 'app-config.yaml'),
        config,
      ].flatMap(file => ['--config', file]),
    ],
    { cwd: apps, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error(`The app ${variant} it was not built`);
  rmSync(built(variant), { recursive: true, force: true });
  cpSync(join(apps, 'dist'), join(built(variant), 'dist'), { recursive: true });
  rmSync(join(apps, 'dist'), { recursive: true });
  writeFileSync(
    join(built(variant), 'package.json'),
    JSON.stringify({ name: appPackage(variant), version: '0.0.0' }),
  );
}
