import {
  OrganizationEntry,
  organizationRecordsQuerySchema,
  Page,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import { isOneOf } from '../database/isOneOf';
import { eachItem, pageOfRows } from '../database/paging';
import { snapshot } from '../database/snapshot';
import { revisionView } from '../ledger/revisionView';
import { ORGANIZATION } from '../organization/PolicyVersions';
import { refuseNul } from '../scorecards/subjectFilter';
import { containsRecordText } from './containsRecordText';
import { byRecordedAt, recordSummary, revisionColumns } from './recordRows';

type Query = Omit<z.output<typeof organizationRecordsQuerySchema>, 'type'> & {
  /** Ids of records that the reader is not to learn of. */
  hidden?: readonly string[];
};

/** The records in the stream of the organization, one type at a time. Whoever may read them may read all but what `hidden` names. */
export class OrganizationRecords {
  readonly #knex: Knex;
  readonly #clock: Clock;

  static create(options: { knex: Knex; clock: Clock }) {
    return new OrganizationRecords(options);
  }

  private constructor(options: { knex: Knex; clock: Clock }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
  }

  /**
   * A page of the latest revision of each record, by when it was recorded.
   *
   * @throws InputError naming the parameter whose value cannot be
   */
  async page(
    type: RecordType<any>,
    { q, order, limit, cursor, hidden = [] }: Query,
  ): Promise<Page<OrganizationEntry>> {
    const keyset = {
      name: `organization ${type.type} ${order}`,
      columns: byRecordedAt(order),
    };
    return snapshot(this.#knex, this.#clock, async tx => {
      const matching = () => {
        const found = tx({ d: 'records' })
          .join({ t: 'streams' }, 't.id', 'd.stream_id')
          .join({ v: 'revisions' }, join =>
            join.on('v.stream_id', 'd.stream_id').andOn('v.seq', 'd.seq'),
          )
          .where({ 't.ref': ORGANIZATION, 'd.type': type.type });
        if (q) {
          refuseNul('q', q);
          const { sql, bindings } = containsRecordText(tx, 'v.data', q);
          found.whereRaw(sql, bindings);
        }
        if (hidden.length > 0) {
          found.whereNot(isOneOf(tx, 'd.id', hidden));
        }
        return found;
      };
      const { total } = await matching().count({ total: '*' }).first<any>();
      const { rows, nextCursor } = await pageOfRows<any>(
        matching().select(revisionColumns),
        keyset,
        { limit, cursor },
      );
      return {
        items: rows.map(row => {
          const view = revisionView(row);
          return { ...view, summary: recordSummary(type, view) };
        }),
        totalItems: Number(total),
        nextCursor,
      };
    });
  }

  /** Every record of a filter, for exports; read in pages. Throws as `page`. */
  each(
    type: RecordType<any>,
    filter: Omit<Query, 'limit' | 'cursor'>,
  ): AsyncIterable<OrganizationEntry> {
    return eachItem(place => this.page(type, { ...filter, ...place }));
  }
}
