import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * A process to be killed. Its script prints a line once it is loaded, takes its settings as one line of JSON, and then prints a line for
 * each thing that it acknowledges.
 */
export class KilledProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #errors = '';

  /** @param script - file of TypeScript */
  constructor(script: string) {
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        script,
      ],
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.#child.stderr!.on('data', chunk => {
      this.#errors += chunk;
    });
    this.#lines = createInterface({ input: this.#child.stdout! })[
      Symbol.asyncIterator
    ]();
  }

  /**
   * Lets it begin, and kills it `micros` microseconds after its acknowledgement number `after`.
   *
   * @returns what it had acknowledged by then
   */
  async killed(
    config: object,
    after: number,
    micros: number,
  ): Promise<string[]> {
    const exited = once(this.#child, 'exit');
    await this.#lines.next(); // loaded
    this.#child.stdin!.write(`${JSON.stringify(config)}\n`);
    const acknowledged: string[] = [];
    while (acknowledged.length < after) {
      const { done, value } = await this.#lines.next();
      if (done) throw new Error(`It ended by itself:\n${this.#errors}`);
      acknowledged.push(value);
    }
    const until = process.hrtime.bigint() + BigInt(micros * 1000);
    while (process.hrtime.bigint() < until);
    this.#child.kill('SIGKILL');
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) break;
      acknowledged.push(value);
    }
    const [, signal] = await exited;
    if (signal !== 'SIGKILL') throw new Error(`It ended:\n${this.#errors}`);
    return acknowledged;
  }

  /**
   * Lets it begin, and waits until it ends by itself.
   *
   * @returns what it acknowledged
   */
  async ended(config: object): Promise<string[]> {
    const exited = once(this.#child, 'exit');
    await this.#lines.next(); // loaded
    this.#child.stdin!.end(`${JSON.stringify(config)}\n`);
    const acknowledged: string[] = [];
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) break;
      acknowledged.push(value);
    }
    const [code] = await exited;
    if (code !== 0) throw new Error(`It ended with ${code}:\n${this.#errors}`);
    return acknowledged;
  }

  end() {
    this.#child.kill('SIGKILL');
  }
}
