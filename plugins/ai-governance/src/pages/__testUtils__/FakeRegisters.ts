import {
  recordTypeOf,
  RegisterEntry,
  RegisterQuery,
  RevisionView,
  Risk,
  RisksQuery,
} from 'backstage-plugin-ai-governance-common';
import { FakeSubjectApi } from '../../components/__testUtils__/FakeSubjectApi';
import { FakeAiGovernance } from './FakeAiGovernance';

/** The registers over what was written on one subject with a ledger in memory, and over entries that a test gives. */
export class FakeRegisters extends FakeAiGovernance {
  readonly registersAsked: RegisterQuery[] = [];
  readonly registersCsvAsked: RegisterQuery[] = [];
  readonly subjectApi = new FakeSubjectApi();
  entries: RegisterEntry[] = [];

  async register<T>(query: RegisterQuery) {
    this.registersAsked.push(query);
    if (this.failure) throw this.failure;
    const { ref } = this.subjectApi;
    const written: RevisionView<any>[] = await this.subjectApi.records(ref, {
      type: query.type,
    });
    const all = [
      ...written.map(record => ({
        ...record,
        subject: { ref, title: 'Card limits', owner: 'group:default/lending' },
        summary: recordTypeOf(query.type)!.summary(record.data),
      })),
      ...this.entries.filter(entry => entry.type === query.type),
    ] as RegisterEntry<T>[];
    if (query.recordId !== undefined) {
      const ids = [query.recordId].flat();
      const items = all.filter(({ recordId }) => ids.includes(recordId));
      return { items, totalItems: items.length };
    }
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 20);
    return {
      items: query.q === 'nothing' ? [] : all.slice(from, to),
      totalItems: query.q === 'nothing' ? 0 : all.length,
      nextCursor: to < all.length ? String(to) : undefined,
    };
  }

  async registerCsv(query: RegisterQuery) {
    this.registersCsvAsked.push(query);
    return new Blob(['subject\n'], { type: 'text/csv' });
  }

  /** The register of risks: what was asked, and what a test gives. */
  readonly risksAsked: RisksQuery[] = [];
  riskList: Risk[] = [];

  async risks(query: RisksQuery = {}) {
    this.risksAsked.push(query);
    if (this.failure) throw this.failure;
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 20);
    const found = query.q === 'nothing' ? [] : this.riskList;
    return {
      items: found.slice(from, to),
      totalItems: found.length,
      nextCursor: to < found.length ? String(to) : undefined,
    };
  }

  async risksCsv(query: RisksQuery) {
    this.risksAsked.push(query);
    return new Blob(['subject\n'], { type: 'text/csv' });
  }

  posture = (ref: string) => this.subjectApi.posture(ref);
  records = (ref: string, options?: { type?: string }) =>
    this.subjectApi.records(ref, options);
  decisions = (ref: string) => this.subjectApi.decisions(ref);
  revisions = (recordId: string) => this.subjectApi.revisions(recordId);
}

/** A change in a register, with what a test cares for. */
export function changeEntry(
  recordId: string,
  of: Partial<RegisterEntry> = {},
): RegisterEntry {
  return {
    recordId,
    type: 'change',
    revision: 1,
    seq: 1,
    data: { kind: 'model', title: recordId, why: 'Better answers.' },
    author: 'user:default/dana',
    materiality: 'material',
    effectiveAt: '2026-11-20T10:00:00.000Z',
    recordedAt: '2026-11-24T10:00:00.000Z',
    dataHash: 'data',
    hash: 'hash',
    subject: { ref: 'aisystem:default/bot', title: 'Bot' },
    summary: recordId,
    ...of,
  };
}
