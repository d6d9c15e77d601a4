import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { chromiumLaunchOptions } from '../chromium.mjs';

const { PROVED_DIR, PROVED_URL } = process.env;
if (!PROVED_DIR || !PROVED_URL)
  throw new Error('This is run by scripts/install-proof/prove.mjs');

/** The app that was made, as it was built, served by its own backend in production mode. */
export default defineConfig({
  testDir: '.',
  testMatch: 'story.spec.ts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: 'list',
  outputDir: join(PROVED_DIR, 'browser-test-results'),
  use: {
    baseURL: PROVED_URL,
    viewport: { width: 1400, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: await chromiumLaunchOptions(),
  },
  webServer: {
    cwd: join(PROVED_DIR, 'packages/backend'),
    command:
      'node . --config ../../app-config.yaml --config ../../app-config.proof.yaml',
    url: `${PROVED_URL}/.backstage/health/v1/readiness`,
    env: { NODE_ENV: 'production' },
    timeout: 120_000,
    stdout: process.env.E2E_LOG ? 'pipe' : 'ignore',
  },
});
