import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
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
import { retrying } from '../database/retrying';
import { refusal } from '../decisions/refusal';
import { Statements } from '../decisions/Statements';
import { Ledger } from '../ledger/Ledger';
import { revisionState } from '../ledger/recordStates';
import { Access } from '../permissions/Access';
import { SubjectRow } from '../permissions/SubjectRow';
import { ReadReport, TakenReport } from './TakenReport';

interface ReportsOptions {
  access: Pick<Access, 'subject' | 'authorizer'>;
  ledger: Pick<Ledger, 'records'>;
  statements: Pick<Statements, 'append'>;
}

type Item = MonitoringReceipt['items'][number];

/** What is asked once for all reports of a request. */
interface Caller {
  author: string;
  subjectNamed(name: string): Promise<SubjectRow>;
  /** @throws NotAllowedError */
  authorize(subject: SubjectRow): void;
}

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
    credentials: BackstageCredentials,
    author: string,
  ): Promise<MonitoringReceipt> {
    const caller = await this.#caller(credentials, author);
    const items: Item[] = [];
    for (const report of reports) {
      items.push(
        'error' in report
          ? { ...report, status: 400 }
          : await this.#item(report, caller),
      );
    }
    if (items.every(item => item.error !== undefined)) {
      throw new InputError(items.map(item => item.error).join('; '));
    }
    return { items };
  }

  async #caller(
    credentials: BackstageCredentials,
    author: string,
  ): Promise<Caller> {
    const { access } = this.#options;
    const authorize = await access.authorizer(
      credentials,
      recordAppendPermission,
    );
    const subjects = new Map<string, Promise<SubjectRow>>();
    const subjectNamed = (name: string) => {
      const ref = refNamed(name);
      const subject = subjects.get(ref) ?? access.subject(credentials, ref);
      subjects.set(ref, subject);
      return subject;
    };
    return { author, subjectNamed, authorize };
  }

  async #item(report: ReadReport, caller: Caller): Promise<Item> {
    const { path, subject } = report;
    try {
      const { outcome, revision } = await this.#record(report, caller);
      return {
        path,
        subject,
        status: outcome === 'recorded' ? 201 : 200,
        outcome,
        recordId: revision.recordId,
        revision: revision.revision,
      };
    } catch (error) {
      // what is wrong with the service itself is no fault of the report: the tool sends it again
      const { status, reason } = refusal(error);
      return { path, subject, status, error: inBody(path, reason) };
    }
  }

  async #record(
    { subject: name, data, isOlderThan }: ReadReport,
    { author, subjectNamed, authorize }: Caller,
  ) {
    const subject = await subjectNamed(name);
    // also before it is told that a report is there already
    authorize(subject);
    // another backend may record the same report meanwhile, and a person may revise it
    return retrying(async () => {
      const before = await this.#before(subject, data);
      if (
        before &&
        (isOlderThan?.(before.state.data) || isSame(data, before.state))
      ) {
        return { outcome: 'unchanged' as const, revision: before.revision };
      }
      const revision = await this.#options.statements.append(
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
        async () => authorize(subject),
      );
      return {
        outcome: before ? ('revised' as const) : ('recorded' as const),
        revision,
      };
    });
  }

  /** The record of the same report. */
  async #before(subject: SubjectRow, data: Monitoring) {
    const revisions = await this.#options.ledger.records(subject.id, {
      type: monitoring.type,
    });
    const states = revisions.map(revisionState);
    const state = sameReport(data, states);
    if (!state) return undefined;
    return { state, revision: revisions[states.indexOf(state)] };
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

/** The message of a refusal with the paths as they are in the body; those of the data of a record are below the item. */
function inBody(path: string, message: string): string {
  const below = message.replace(
    /(^|; )data\.?(?=[\w:])/g,
    (_, before) => `${before}${path}.`,
  );
  return below.startsWith(path) ? below : `${path}: ${message}`;
}
