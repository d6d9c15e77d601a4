import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BulkConfirmation,
  bulkConfirmationsRequestSchema,
  confirmation,
  confirmedJustNow,
  decisionRequestPermission,
  governedDocuments,
  SubjectHead,
  stateHash,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { refusal } from '../decisions/refusal';
import { snapshot } from '../database/snapshot';
import { groupsAsked, loadPeople } from '../decisions/loadPeople';
import { LoadedSubject, subjectsAtHand } from '../decisions/subjectAtHand';
import { SubjectRow } from '../permissions/SubjectRow';
import { BulkOptions, notReadable } from './BulkOptions';

type Request = z.output<typeof bulkConfirmationsRequestSchema>;

/** An entry that may be confirmed or not, as it stands. */
interface Looked {
  subject: SubjectRow;
  loaded?: LoadedSubject;
  /** Why the caller may not. */
  refused?: string;
  already: boolean;
}

/** Confirming the entries of many subjects, each as the form of one does. */
export class Confirmations {
  readonly #options: BulkOptions;

  static create(options: BulkOptions) {
    return new Confirmations(options);
  }

  private constructor(options: BulkOptions) {
    this.#options = options;
  }

  /**
   * Confirms each that the caller may, and says of each other why not. Who confirmed an entry within the last minute, and it has not changed,
   * does not confirm it twice.
   */
  async confirm(
    credentials: BackstageCredentials,
    author: string,
    request: Request,
  ): Promise<BulkConfirmation[]> {
    const { access, statements } = this.#options;
    const wanted = new Map(
      request.subjects.map(one =>
        typeof one === 'string'
          ? [one.toLocaleLowerCase('en-US'), undefined]
          : [one.ref.toLocaleLowerCase('en-US'), one.stateHash],
      ),
    );
    const subjects = await access.subjects(credentials, [...wanted.keys()]);
    const authorize = await access.authorizer(
      credentials,
      decisionRequestPermission,
    );
    const looked = await this.#look([...subjects.values()], author, authorize);

    const items: BulkConfirmation[] = [];
    for (const [ref, seen] of wanted) {
      const found = looked.get(ref);
      if (!found) {
        items.push({ ref, outcome: 'refused', reason: notReadable(ref) });
        continue;
      }
      const { subject, loaded, refused, already } = found;
      const item = { ref, subject: headOf(subject) };
      if (request.dryRun && loaded) {
        Object.assign(item, {
          profile: loaded.profile,
          stateHash: stateHash(loaded.governed),
        });
      }
      if (refused !== undefined) {
        items.push({ ...item, outcome: 'refused', reason: refused });
      } else if (already) {
        items.push({ ...item, outcome: 'already' });
      } else if (request.dryRun) {
        items.push({ ...item, outcome: 'may' });
      } else {
        try {
          const { recordId } = await statements.append(
            { kind: 'subject', subject },
            {
              type: confirmation.type,
              data: request.note?.trim() ? { note: request.note } : {},
              ...(seen !== undefined && { stateHash: seen }),
            },
            author,
            async () => authorize(subject),
          );
          items.push({ ...item, outcome: 'confirmed', recordId });
        } catch (error) {
          items.push({
            ...item,
            ...(await this.#refused(error, found, author)),
          });
        }
      }
    }
    return items;
  }

  /** A click that came second, while the first was under way, is no refusal. */
  async #refused(
    error: unknown,
    { subject }: Looked,
    author: string,
  ): Promise<Pick<BulkConfirmation, 'outcome' | 'reason'>> {
    const reason = refusal(error).reason;
    const now = await this.#look([subject], author, () => {});
    return now.get(subject.ref)?.already
      ? { outcome: 'already' }
      : { outcome: 'refused', reason };
  }

  async #look(
    subjects: readonly SubjectRow[],
    author: string,
    authorize: (subject: SubjectRow) => void,
  ): Promise<Map<string, Looked>> {
    const { knex, clock, policy } = this.#options;
    return snapshot(knex, clock, async (tx, at) => {
      const loaded = await subjectsAtHand(
        tx,
        subjects.map(({ id }) => id),
        { policy, at },
      );
      const people = await loadPeople(
        tx,
        groupsAsked(
          policy,
          [...loaded.values()].map(({ profile }) => profile.owner),
        ),
      );
      const whyNot = (subject: SubjectRow, atHand?: LoadedSubject) => {
        if (!atHand) return notReadable(subject.ref);
        try {
          authorize(subject);
          confirmation.admit!({
            data: {},
            at,
            author,
            stream: subject.ref,
            policy,
            documents: governedDocuments,
            controlIds: [],
            subject: { ...atHand, records: {} },
            people,
            standIns: [],
          });
          return undefined;
        } catch (error) {
          return refusal(error).reason;
        }
      };
      return new Map(
        subjects.map(subject => {
          const atHand = loaded.get(subject.id);
          const already =
            atHand !== undefined &&
            confirmedJustNow(atHand.records[confirmation.type], {
              author,
              at,
              profile: atHand.governed.profile,
            }) !== undefined;
          return [
            subject.ref,
            {
              subject,
              loaded: atHand,
              refused: whyNot(subject, atHand),
              already,
            },
          ];
        }),
      );
    });
  }
}

function headOf({ ref, title, owner }: SubjectRow): SubjectHead {
  return { ref, title, owner: owner ?? undefined };
}
