import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AiGovernanceApi,
  AppendRequest,
  recordTypeOf,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { setTimeout as delay } from 'node:timers/promises';
import { nextMissing } from './missingRecords';
import { ORGANIZATION, RecordFile } from './recordFile';
import { withRecordIds } from './recordIds';
import { daysBefore, withDates } from './relativeDates';

const RETRY_MS = 1000;
/** The catalog needs some seconds to read the example company; a minute is a slow machine, five are a fault. */
const GIVE_UP_MS = 5 * 60 * 1000;
/** Two sweeps after the catalog knows everybody. */
const SETTLE_MS = 90 * 1000;

interface Options {
  files: readonly RecordFile[];
  authors: { as(userRef: string): Promise<AiGovernanceApi> };
  logger: Pick<LoggerService, 'info' | 'warn'>;
  signal: AbortSignal;
  now?: () => Date;
  retryMs?: number;
  giveUpMs?: number;
  settleMs?: number;
}

/** Not in the catalog yet, or not ready to answer yet; whatever else is wrong stays wrong. */
const mayPass = (error: unknown) =>
  !(error instanceof ResponseError) ||
  [404, 502, 503, 504].includes(error.statusCode);

const isPerson = (ref: string) => ref.startsWith('user:');

async function recordsOf(
  api: AiGovernanceApi,
  { subject, records }: RecordFile,
): Promise<RevisionView[]> {
  if (isPerson(subject)) return api.personRecords(subject);
  if (subject !== ORGANIZATION) return api.records(subject);
  const types = [...new Set(records.map(({ type }) => type))];
  const lists = await Promise.all(types.map(type => ofOrganization(api, type)));
  return lists.flat();
}

async function ofOrganization(
  api: AiGovernanceApi,
  type: string,
): Promise<RevisionView[]> {
  const found: RevisionView[] = [];
  let cursor: string | undefined;
  do {
    const query = { type, limit: 100, cursor };
    const page = await api.organizationRecords(query);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

async function append(
  api: AiGovernanceApi,
  ref: string,
  request: AppendRequest,
): Promise<void> {
  if (isPerson(ref)) {
    await api.appendToPerson(ref, request);
    return;
  }
  if (ref === ORGANIZATION) {
    await api.appendToOrganization(request);
    return;
  }
  const takes = recordTypeOf(request.type)?.takes?.(request.data);
  await api.append(ref, {
    ...request,
    // who decides says on which state, as on the screen
    ...(takes === 'decide' && {
      stateHash: (await api.decisions(ref)).stateHash,
    }),
  });
}

/** A system that begins with its registration is in no repository: it is registered first, and the catalog has it some seconds later. */
async function register(
  api: AiGovernanceApi,
  { subject, records: [first] }: RecordFile,
): Promise<void> {
  if (first.type !== 'registration') return;
  const { totalItems } = await api.registrations({ ref: subject });
  if (totalItems === 0) await api.registerSystem({ data: first.data });
}

/** The API as the file's first author, once the catalog knows both them and the subject. */
async function untilKnown(
  { subject, records }: RecordFile,
  options: Options,
): Promise<AiGovernanceApi> {
  const {
    authors,
    signal,
    retryMs = RETRY_MS,
    giveUpMs = GIVE_UP_MS,
  } = options;
  const end = Date.now() + giveUpMs;
  for (;;) {
    try {
      const api = await authors.as(records[0].author);
      await register(api, { subject, records });
      if (subject.includes(':') && !isPerson(subject)) {
        await api.refresh(subject);
      }
      return api;
    } catch (error) {
      if (!mayPass(error) || Date.now() >= end) throw error;
      await delay(retryMs, undefined, { signal });
    }
  }
}

/** Who is in which group is known after the first sweep that finds the groups whole: until then those who decide are refused. */
async function untilAllowed(
  options: Options,
  write: () => Promise<void>,
): Promise<void> {
  const { signal, retryMs = RETRY_MS, settleMs = SETTLE_MS } = options;
  const end = Date.now() + settleMs;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      const refused =
        error instanceof ResponseError && error.statusCode === 403;
      if (!refused || Date.now() >= end) throw error;
      await delay(retryMs, undefined, { signal });
    }
  }
}

async function loadFile(file: RecordFile, options: Options): Promise<number> {
  const { authors, now = () => new Date() } = options;
  const reader = await untilKnown(file, options);
  for (let appended = 0; ; appended++) {
    options.signal.throwIfAborted();
    const held = await recordsOf(reader, file);
    const missing = nextMissing(file.records, held);
    if (!missing) return appended;
    // what was just written and is not found again would be written for ever
    if (appended >= file.records.length) {
      throw new Error(
        `${missing.record.type} is not found after it was written`,
      );
    }
    const { record, continues } = missing;
    const author = await authors.as(record.author);
    await untilAllowed(options, () =>
      append(author, file.subject, {
        type: record.type,
        data: withRecordIds(withDates(record.data, now()), held),
        recordId: continues?.recordId,
        baseRevision: continues?.revision,
        materiality: record.materiality,
        materialityReason: record.materialityReason,
        effectiveAt: daysBefore(now(), record.daysAgo),
      }),
    );
  }
}

/**
 * Appends what the ledger does not hold of the example records; one that is refused is logged and left out with what follows it.
 *
 * @returns how many were appended
 * @throws AbortError when the signal is aborted
 */
export async function loadExampleRecords(options: Options): Promise<number> {
  let appended = 0;
  for (const file of options.files) {
    try {
      appended += await loadFile(file, options);
    } catch (error) {
      options.signal.throwIfAborted();
      options.logger.warn(
        `The example records of ${file.subject} were not all loaded: ${error}`,
      );
    }
  }
  if (appended > 0) {
    options.logger.info(`Loaded ${appended} example records`);
  }
  return appended;
}
