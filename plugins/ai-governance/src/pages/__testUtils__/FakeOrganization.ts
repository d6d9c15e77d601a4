import { ConflictError } from '@backstage/errors';
import {
  AppendRequest,
  OrganizationEntry,
  OrganizationRecordsQuery,
  recordTypeOf,
  RevisionConflictError,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance } from './FakeAiGovernance';

/** The records of the organization over what was written, as the server pages them. */
export class FakeOrganization extends FakeAiGovernance {
  readonly recordsAsked: OrganizationRecordsQuery[] = [];
  readonly csvRecordsAsked: OrganizationRecordsQuery[] = [];
  readonly written: RevisionView<any>[] = [];
  /** Refused with these words. */
  refusal?: string;

  /** A record that is there already; its id. */
  hold(type: string, data: object, over: Partial<RevisionView> = {}): string {
    const recordId = over.recordId ?? `${type}-${this.written.length + 1}`;
    this.written.push({
      recordId,
      type,
      revision: 1,
      seq: this.written.length + 1,
      data: data as Record<string, unknown>,
      author: 'user:default/rita',
      materiality: 'material',
      effectiveAt: '2026-11-24T10:00:00.000Z',
      recordedAt: '2026-11-24T10:00:00.000Z',
      dataHash: 'data',
      hash: 'hash',
      ...over,
    });
    return recordId;
  }

  async organizationRecords<T>(query: OrganizationRecordsQuery) {
    this.recordsAsked.push(query);
    if (this.failure) throw this.failure;
    const heads = this.written.filter(
      r =>
        r.type === query.type &&
        !this.written.some(
          o => o.recordId === r.recordId && o.revision > r.revision,
        ),
    );
    const all = heads.reverse().map(r => ({
      ...r,
      summary: r.data ? recordTypeOf(r.type)!.summary(r.data) : 'Redacted',
    })) as OrganizationEntry<T>[];
    const from = Number(query.cursor ?? 0);
    const to = from + Number(query.limit ?? 20);
    return {
      items: all.slice(from, to),
      totalItems: all.length,
      nextCursor: to < all.length ? String(to) : undefined,
    };
  }

  async organizationRecordsCsv(query: OrganizationRecordsQuery) {
    this.csvRecordsAsked.push(query);
    return new Blob(['recordId\n'], { type: 'text/csv' });
  }

  async appendToOrganization({
    type,
    data,
    recordId,
    baseRevision,
  }: AppendRequest) {
    if (this.refusal) throw new ConflictError(this.refusal);
    const head = this.written.filter(r => r.recordId === recordId).at(-1);
    if (head && head.revision !== baseRevision) {
      throw new RevisionConflictError(head);
    }
    this.hold(type, data, {
      ...(recordId && { recordId }),
      revision: (head?.revision ?? 0) + 1,
      author: 'user:default/dana',
    });
    const written = this.written.at(-1)!;
    if (type === 'discovery-decision') this.#decide(written);
    return written;
  }

  #decide({ recordId, revision, data }: RevisionView<any>) {
    const { entity, decision } = data;
    this.found = this.found.map(one =>
      one.ref === entity
        ? { ...one, decision: { recordId, revision, decision, holds: true } }
        : one,
    );
  }

  async revisions<T>(recordId: string) {
    return this.written
      .filter(r => r.recordId === recordId)
      .reverse() as RevisionView<T>[];
  }
}
