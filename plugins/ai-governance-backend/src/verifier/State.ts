import {
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

/** How far a verification got. */
export interface Progress {
  after: string;
  streams: number;
  revisions: number;
  faults: number;
  firstFault?: string;
}

const nothing: Progress = { after: '', streams: 0, revisions: 0, faults: 0 };

/** Keeps how far a verification got in a file, if one is named. */
export class State {
  readonly #path: string | undefined;
  /** What is verified: that of another is not gone on with. */
  readonly #of: string;

  constructor(path: string | undefined, of: string) {
    this.#path = path;
    this.#of = of;
  }

  /** @throws Error when the file is of another verification, or none */
  load(): Progress {
    if (!this.#path || !existsSync(this.#path)) return { ...nothing };
    let kept: any;
    try {
      kept = JSON.parse(readFileSync(this.#path, 'utf8'));
    } catch {
      kept = undefined;
    }
    if (kept?.of !== this.#of || typeof kept?.progress?.after !== 'string')
      throw new Error(
        `--state: ${
          this.#path
        } is not of this database and checkpoint; name another file, or remove it to begin anew`,
      );
    return kept.progress;
  }

  save(progress: Progress) {
    if (!this.#path) return;
    const next = `${this.#path}.next`;
    writeFileSync(next, JSON.stringify({ of: this.#of, progress }));
    renameSync(next, this.#path);
  }

  clear() {
    if (this.#path) rmSync(this.#path, { force: true });
  }
}
