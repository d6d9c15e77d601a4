import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { RealBackendSettings } from './realBackend';

/** What a backend says of itself. */
export interface Said {
  port?: number;
  /** A task that it begins, or `evaluate`. */
  runs?: string;
  /** Milliseconds. */
  at?: number;
  tells?: { entityRef: string };
  signals?: boolean;
  holds?: string;
}

/** A backend in a process of its own. */
export class BackendProcess {
  readonly #child: ChildProcess;
  #errors = '';
  #port = 0;
  readonly said: Said[] = [];

  static async start(settings: RealBackendSettings): Promise<BackendProcess> {
    const backend = new BackendProcess();
    backend.#child.stdin!.write(`${JSON.stringify(settings)}\n`);
    backend.#port = (await backend.until(({ port }) => !!port)).port!;
    return backend;
  }

  private constructor() {
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'realBackend.ts'),
      ],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.#child.stderr!.on('data', chunk => {
      this.#errors += chunk;
    });
    createInterface({ input: this.#child.stdout! }).on('line', line => {
      // beside them stands the log
      if (line.startsWith('{')) this.said.push(JSON.parse(line));
      else this.#errors += `${line}\n`;
    });
  }

  /** The first thing that it says which is so, from number `from` on; waits for it. */
  async until(is: (said: Said) => boolean, from = 0): Promise<Said> {
    for (;;) {
      const found = this.said.slice(from).find(is);
      if (found) return found;
      if (this.#child.exitCode !== null)
        throw new Error(`It ended by itself:\n${this.#errors}`);
      await new Promise(done => setTimeout(done, 5));
    }
  }

  async ask(
    path: string,
    body?: object,
  ): Promise<{ status: number; body: any }> {
    const answer = await fetch(
      `http://localhost:${this.#port}/api/ai-governance${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    return { status: answer.status, body: await answer.json() };
  }

  async kill() {
    if (this.#child.exitCode !== null || this.#child.signalCode) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }
}
