import { InputError } from '@backstage/errors';
import {
  Page,
  RecordType,
  recordTypes as allRecordTypes,
  RegisterEntry,
  registerQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import { Keyset } from '../database/keyset';
import { eachItem, pageOfRows } from '../database/paging';
import { snapshot } from '../database/snapshot';
import { Revision } from '../ledger/Ledger';
import { revisionView } from '../ledger/revisionView';
import { ReadScope } from '../permissions/ReadScope';
import { presentReading } from '../posture/reading';
import { subjectsAt } from '../posture/subjectSummaries';
import { filterSubjects, refuseNul } from '../scorecards/subjectFilter';
import { containsRecordText } from './containsRecordText';
import { filterRecords, recordOrder } from './filterRecords';
import { byRecordedAt, recordSummary, revisionColumns } from './recordRows';

type RegisterFilter = Omit<
  z.output<typeof registerQuerySchema>,
  'limit' | 'cursor'
>;

const registerOrder = (
  knex: Knex,
  type: RecordType<any>,
  { orderBy, order }: RegisterFilter,
): Keyset => ({
  name:
    orderBy === 'recordedAt'
      ? `${type.type} ${order}`
      : `${type.type} ${orderBy} ${order}`,
  columns: [
    ...recordOrder(knex, type, { orderBy, order }),
    ...byRecordedAt(order),
  ],
});

/** The records of one type over all subjects, each within what its reader may read. Subjects that are gone are in none. */
export class Registers {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #recordTypes: readonly RecordType<any>[];

  static create(options: {
    knex: Knex;
    clock: Clock;
    recordTypes?: readonly RecordType<any>[];
  }) {
    return new Registers(options);
  }

  private constructor(options: {
    knex: Knex;
    clock: Clock;
    recordTypes?: readonly RecordType<any>[];
  }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#recordTypes = options.recordTypes ?? allRecordTypes;
  }

  /**
   * A page of the latest revision of each record, by when it was recorded or by what its type is sorted by.
   *
   * @throws InputError when there is no such record type, or naming the parameter whose value cannot be
   */
  async page(
    scope: ReadScope,
    query: z.output<typeof registerQuerySchema>,
  ): Promise<Page<RegisterEntry>> {
    const { limit, cursor, ...filter } = query;
    const type = this.#type(filter.type);
    const keyset = registerOrder(this.#knex, type, filter);

    return snapshot(this.#knex, this.#clock, async (tx, at) => {
      const matching = () => {
        const { type: _, order: __, orderBy: ___, q, ...others } = filter;
        const { status, severity, assignee, overdue, recordId, ...ofSubject } =
          others;
        const found = subjectsAt(tx, at)
          .join({ d: 'records' }, 'd.stream_id', 's.id')
          .join({ v: 'revisions' }, join =>
            join
              .on('v.record_id', 'd.id')
              .andOn('v.revision', 'd.revision')
              .andOn('v.stream_id', 'd.stream_id'),
          )
          .where('d.type', type.type);
        scope.apply(found, 's.id');
        filterSubjects(tx, found, ofSubject, {
          reading: presentReading(tx, at),
          controls: [],
        });
        const ofRecord = { status, severity, assignee, overdue, recordId };
        filterRecords(tx, found, type, ofRecord, at);
        if (q) {
          refuseNul('q', q);
          const { sql, bindings } = containsRecordText(tx, 'v.data', q);
          found.whereRaw(sql, bindings);
        }
        return found;
      };
      const { total } = await matching().count({ total: '*' }).first<any>();

      const { rows, nextCursor } = await pageOfRows<any>(
        matching().select(revisionColumns, {
          subjectRef: 's.ref',
          subjectTitle: 's.title',
          subjectOwner: 's.owner',
        }),
        keyset,
        { limit, cursor },
      );
      return {
        items: rows.map(row => entryOf(row, type)),
        totalItems: Number(total),
        nextCursor,
      };
    });
  }

  /** Every record of a filter, for exports. Read in pages, so it holds no transaction while it is written out. Throws as `page`. */
  each(scope: ReadScope, filter: RegisterFilter): AsyncIterable<RegisterEntry> {
    return eachItem(place => this.page(scope, { ...filter, ...place }));
  }

  #type(id: string): RecordType<any> {
    const type = this.#recordTypes.find(t => t.type === id);
    if (!type) {
      throw new InputError(
        `type: ${JSON.stringify(id)} is none of ${this.#recordTypes
          .map(t => t.type)
          .join(', ')}.`,
      );
    }
    return type;
  }
}

type RegisterRow = Revision & {
  subjectRef: string;
  subjectTitle: string;
  subjectOwner: string | null;
};

function entryOf(row: RegisterRow, type: RecordType<any>): RegisterEntry {
  const view = revisionView(row);
  return {
    ...view,
    subject: {
      ref: row.subjectRef,
      title: row.subjectTitle,
      owner: row.subjectOwner ?? undefined,
    },
    summary: recordSummary(type, view),
  };
}
