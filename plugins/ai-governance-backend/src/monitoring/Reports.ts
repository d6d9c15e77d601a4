import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  canonicalJson,
  Monitoring,
  monitoring,
  MonitoringReceipt,
  recordAppendPermission,
  RecordState,
  sameReport,
  withBreaches,
} from 'backstage-plugin-ai-governance-common';
import { Statements } from '../decisions/Statements';
import { CallerCredentials } from '../http/Route';
import { Ledger, Revision } from '../ledger/Ledger';
import { revisionState } from '../ledger/recordStates';
import { Access } from '../permissions/Access';
import { SubjectRow } from '../permissions/SubjectRow';
import { ReadReport, TakenReport } from './TakenReport';

interface ReportsOptions {
  access: Pick<Access, 'subject' | 'authorize'>;
  ledger: Pick<Ledger, 'records'>;
  statements: Pick<Statements, 'append'>;
}

type Item = MonitoringReceipt['items'][number];

/** Another backend may record the same report meanwhile, and a person may revise it. */
const attempts = 5;

/** What tools report is recorded as people record it: by the same rules, with the permissions of whose token it is. */
export class Reports {
  readonly #options: ReportsOptions;

  static create(options: ReportsOptions) {
    return new Reports(options);
  }

  private constructor(options: ReportsOptions) {
    this.#options = options;
  }

  /**
   * Records each report by itself; the one that cannot be taken says why and stops none of the others. The same report again records
   * nothing; one that has changed since is another revision of its record.
   *
   * @throws InputError when none could be taken, with what is wrong with each
   */
  async take(
    reports: readonly TakenReport[],
    credentials: CallerCredentials,
    author: string,
  ): Promise<MonitoringReceipt> {
    const items: Item[] = [];
    for (const report of reports) {
      items.push(
        'error' in report
          ? { ...report, status: 400 }
          : await this.#item(report, credentials, author),
      );
    }
    if (items.every(item => item.error !== undefined)) {
      throw new InputError(items.map(item => item.error).join('; '));
    }
    return { items };
  }

  async #item(
    report: ReadReport,
    credentials: CallerCredentials,
    author: string,
  ): Promise<Item> {
    const { path, subject } = report;
    try {
      const { outcome, revision } = await this.#record(
        report,
        credentials,
        author,
      );
      return {
        path,
        subject,
        status: outcome === 'recorded' ? 201 : 200,
        outcome,
        recordId: revision.recordId,
        revision: revision.revision,
      };
    } catch (error) {
      const status = statusOf(error);
      // what is wrong with the service itself is no fault of the report: the tool sends it again
      if (status === undefined) throw error;
      const { message } = error as Error;
      return { path, subject, status, error: inBody(path, message) };
    }
  }

  async #record(
    { subject: name, data, isOlderThan }: ReadReport,
    credentials: CallerCredentials,
    author: string,
  ) {
    const { access, statements } = this.#options;
    const subject = await access.subject(credentials, refNamed(name));
    const authorize = () =>
      access.authorize(credentials, recordAppendPermission, subject);
    // also before it is told that a report is there already
    await authorize();
    for (let attempt = 1; ; attempt++) {
      const before = await this.#before(subject, data);
      if (
        before &&
        (isOlderThan?.(before.state.data) || isSame(data, before.state))
      ) {
        return { outcome: 'unchanged' as const, revision: before.revision };
      }
      try {
        const revision = await statements.append(
          { kind: 'subject', subject },
          {
            type: monitoring.type,
            data,
            ...(before && {
              recordId: before.revision.recordId,
              baseRevision: before.revision.revision,
            }),
          },
          author,
          authorize,
        );
        return {
          outcome: before ? ('revised' as const) : ('recorded' as const),
          revision,
        };
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === attempts) {
          throw error;
        }
      }
    }
  }

  /** The record of the same report. */
  async #before(subject: SubjectRow, data: Monitoring) {
    const revisions = await this.#options.ledger.records(subject.id, {
      type: monitoring.type,
    });
    const states = revisions.map(revisionState);
    const state = sameReport(data, states);
    if (!state) return undefined;
    return { state, revision: revisions[states.indexOf(state)] as Revision };
  }
}

/** Whether the report says what is on record; one that is not right in itself is left to be refused. */
function isSame(data: Monitoring, { data: before }: RecordState<Monitoring>) {
  const parsed = monitoring.schema.safeParse(data);
  return (
    parsed.success &&
    canonicalJson(withBreaches(parsed.data)) === canonicalJson(before)
  );
}

/** A reference as tools write it: a name by itself is that of an AI system. What is none is looked up as it is, and not found. */
function refNamed(name: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(name, {
        defaultKind: 'AISystem',
        defaultNamespace: DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return name;
  }
}

function statusOf(error: unknown): number | undefined {
  if (!isError(error)) return undefined;
  if (error instanceof InputError) return 400;
  if (error instanceof NotAllowedError) return 403;
  if (error instanceof NotFoundError) return 404;
  if (error instanceof ConflictError) return 409;
  return undefined;
}

/** The message of a refusal with the paths as they are in the body; those of the data of a record are below the item. */
function inBody(path: string, message: string): string {
  const below = message.replace(
    /(^|; )data\.?(?=[\w:])/g,
    (_, before) => `${before}${path}.`,
  );
  return below.startsWith(path) ? below : `${path}: ${message}`;
}
