import {
  GovernancePolicy,
  policyHash,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { retrying } from '../database/retrying';
import { lockHead } from '../ledger/chain';
import { Ledger, Revision } from '../ledger/Ledger';

/** The reference of the organization's stream. */
export const ORGANIZATION = 'organization';
/** Who stands as the author: not a person, but where it is written. */
const POLICY_AUTHOR = 'configuration';

interface Options {
  knex: Knex;
  ledger: Ledger;
  /** The one that is in force. */
  policy: GovernancePolicy;
  clock: Clock;
}

/** Every policy that was in force, each a revision in the stream of the organization. */
export class PolicyVersions {
  readonly #options: Options;

  static create(options: Options): PolicyVersions {
    return new PolicyVersions(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Appends the policy in force if the latest revision says something else. To be called on start-up; several backends may at once. */
  async record(): Promise<void> {
    const { knex, ledger, policy, clock } = this.#options;
    const hash = policyHash(policy);
    await retrying(() =>
      knex.transaction(async tx => {
        const { id } = await ledger.ensureStream(
          'organization',
          ORGANIZATION,
          tx,
        );
        // another backend may be appending the same: then this waits for it, and finds it
        await lockHead(tx, clock, id);
        const [latest] = await ledger.records(id, { type: 'policy' }, tx);
        if (latest?.dataHash === hash) return;
        await ledger.append(
          id,
          {
            type: 'policy',
            data: policy,
            author: POLICY_AUTHOR,
            baseRevision: latest?.revision,
          },
          tx,
        );
      }),
    );
  }

  /** Since when the ledger holds the policy in force; null before it does. */
  async current(): Promise<{ recordedAt: string | null }> {
    const latest = await this.#latest();
    const isInForce = latest?.dataHash === policyHash(this.#options.policy);
    return { recordedAt: isInForce ? latest!.recordedAt : null };
  }

  /** Newest first. */
  async versions(): Promise<Revision[]> {
    const latest = await this.#latest();
    return latest ? await this.#options.ledger.revisions(latest.recordId) : [];
  }

  async #latest(): Promise<Revision | undefined> {
    const { ledger } = this.#options;
    const stream = await ledger.findStream(ORGANIZATION);
    if (!stream) return undefined;
    const [latest] = await ledger.records(stream.id, { type: 'policy' });
    return latest;
  }
}
