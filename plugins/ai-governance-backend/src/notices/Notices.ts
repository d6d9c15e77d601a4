import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { dayOf, Instant, minus } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { Requests } from '../decisions/Requests';
import { sentenceOf } from '../health/sentenceOf';
import {
  NoticeKind,
  noticeKinds,
  noteRequests,
  noteResults,
  Run,
} from './dueNotices';
import { noticeTitle } from './noticeTitle';

const LINK = '/ai-governance/work';
const atOnce = 10;
/** A run that has not sent what it noted for so long is given up. */
const givenUpAfter = { minutes: 30 };
const keptFor = { days: 400 };

interface NoticesOptions {
  knex: Knex;
  clock: Clock;
  notifications: NotificationService;
  requests: Pick<Requests, 'deciders'>;
  logger: LoggerService;
}

/**
 * Tells people through the portal's notifications what runs out soon, is overdue or lapsed, and what waits for their decision. Only owners, those
 * accountable and those who may decide are told, and only how many of what: nobody can be authorised in their absence.
 *
 * Each is told once: a run notes a row for each recipient and matter before it sends, and what is noted no other run takes. There is one notification a
 * recipient and day, which later ones of that day replace. What could not be sent is forgotten and noted anew; what a killed backend left is noted
 * anew after 30 minutes, and if it was sent after all it replaces itself.
 */
export class Notices {
  readonly #options: NoticesOptions;
  #unreachable = false;

  static create(options: NoticesOptions) {
    return new Notices(options);
  }

  private constructor(options: NoticesOptions) {
    this.#options = options;
  }

  /**
   * One run: tells what there is to tell now.
   *
   * @returns why somebody could not be told; undefined: everybody was
   */
  async tell(): Promise<string | undefined> {
    const { knex, clock, requests } = this.#options;
    const run: Run = { id: randomUUID(), at: await clock(knex) };
    await knex('notices')
      .where('day', '<', dayOf(minus(run.at, keptFor)))
      .delete();
    await knex('notices')
      .whereNull('sent_at')
      .where('noted_at', '<=', minus(run.at, givenUpAfter))
      .delete();
    await noteResults(knex, run);
    await noteRequests(knex, run, id => requests.deciders(id));
    return await this.#send(run);
  }

  async #send(run: Run): Promise<string | undefined> {
    const { knex } = this.#options;
    let problem: string | undefined;
    const recipients: string[] = await knex('notices')
      .where({ run: run.id })
      .distinct()
      .orderBy('recipient')
      .pluck('recipient');
    for (const batch of batches(recipients, atOnce)) {
      const titles = await titlesOf(knex, batch, run.at);
      const refusals = await Promise.all(
        batch.map(ref => this.#sendTo(run, ref, titles.get(ref)!)),
      );
      problem ??= refusals.find(refused => refused !== undefined);
      if (refusals.includes(undefined)) {
        this.#unreachable = false;
      } else {
        // none of them: there is no use in trying the others
        await knex('notices')
          .where({ run: run.id })
          .whereNull('sent_at')
          .delete();
        return problem;
      }
    }
    return problem;
  }

  /** @returns why it could not be sent */
  async #sendTo(
    run: Run,
    recipient: string,
    title: string,
  ): Promise<string | undefined> {
    const { knex, notifications, logger } = this.#options;
    const noted = () => knex('notices').where({ run: run.id, recipient });
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: recipient },
        payload: {
          title,
          link: LINK,
          topic: 'work',
          // what is sent later that day takes the place of what was sent before
          scope: `work:${recipient}:${dayOf(run.at)}`,
        },
      });
    } catch (error) {
      await noted().delete();
      if (!this.#unreachable) {
        this.#unreachable = true;
        logger.warn(
          `People could not be told what they have to do; it is tried again. Is the notifications plugin installed? ${stringifyError(
            error,
          )}`,
        );
      }
      return sentenceOf(error);
    }
    await noted().update({ sent_at: run.at });
    return undefined;
  }
}

/** What each recipient is told of on the day, all together. */
async function titlesOf(
  knex: Knex,
  recipients: readonly string[],
  at: Instant,
): Promise<Map<string, string>> {
  const rows: any[] = await knex('notices')
    .whereIn('recipient', recipients)
    .where('day', dayOf(at))
    .groupBy('recipient')
    .select(
      'recipient',
      ...noticeKinds.map(kind =>
        knex.raw('sum(case when key like ? then 1 else 0 end) as ??', [
          `${kind}:%`,
          kind,
        ]),
      ),
    );
  return new Map(
    rows.map(row => [
      row.recipient,
      noticeTitle(
        Object.fromEntries(
          noticeKinds.map(kind => [kind, Number(row[kind])]),
        ) as Record<NoticeKind, number>,
      ),
    ]),
  );
}
