import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const script = resolve(__dirname, '../../../scripts/sbom.mjs');
const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

describe('what the published packages bring with them', () => {
  it('is all under a licence that is allowed', () => {
    const { status, stdout, stderr } = run('--check');
    expect(`${stderr}${stdout}`).toMatch(/^\d+ packages: /);
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  it('is listed as CycloneDX, each once, with what it needs', () => {
    const bom = JSON.parse(run().stdout);
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const refs: string[] = bom.components.map((c: any) => c['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^pkg:npm\/backstage-plugin-ai-governance-backend@/,
        ),
        expect.stringMatching(/^pkg:npm\/%40backstage\/catalog-model@/),
      ]),
    );
    const known = new Set(refs);
    for (const { dependsOn } of bom.dependencies) {
      for (const ref of dependsOn) expect(known).toContain(ref);
    }
  });
});
