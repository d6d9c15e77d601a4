import { ConflictError } from '@backstage/errors';
import { Revision } from './Ledger';

/** Somebody else wrote a revision meanwhile (409). Carries it, so that the author sees the difference and loses nothing. */
export class StaleRevisionError extends ConflictError {
  // private: serialising the error must not spread the stored row; the router answers with its view
  readonly #head: Revision;

  constructor(message: string, head: Revision) {
    super(message);
    this.#head = head;
  }

  /** The latest revision of the record. */
  get head(): Revision {
    return this.#head;
  }
}
