import { InputError } from '@backstage/errors';
import {
  Control,
  controls as allControls,
  GovernancePolicy,
  remediationOf,
  SubjectHead,
  Tier,
  tiers,
  Work as WorkPage,
  WorkItem,
  workKinds,
  workQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Clock } from '../database/clock';
import {
  afterPlace,
  cursorOf,
  orderByKeyset,
  Place,
  placeOf,
  placeOfCursor,
} from '../database/keyset';
import { eachItem } from '../database/paging';
import { snapshot } from '../database/snapshot';
import { AwaitedRequest, Requests } from '../decisions/Requests';
import { ReadScope } from '../permissions/ReadScope';
import { known, refuseNul } from '../scorecards/subjectFilter';
import { asksForAcknowledgement } from './asksForAcknowledgement';
import { asksForTraining } from './asksForTraining';
import { groupsOf } from './groupsOf';
import { OpenControl, openControls } from './openControls';
import { comparePlaces, placeOfAsked, workOrder } from './workOrder';

type ParsedWorkQuery = z.output<typeof workQuerySchema>;

/** Who is asking. */
export interface Caller {
  /** Full reference of a person, or what a service calls itself. */
  ref: string;
}

interface WorkOptions {
  knex: Knex;
  clock: Clock;
  policy: GovernancePolicy;
  requests: Pick<Requests, 'awaiting'>;
  controls?: readonly Control[];
}

/** Columns of `openControls`, each with what it may be. */
type Wanted = readonly (readonly [column: string, values: string[]])[];

interface Asked {
  place: Place;
  item: WorkItem;
}

const headOf = ({ ref, title, owner }: OpenControl): SubjectHead => ({
  ref,
  title,
  ...(owner !== null && { owner }),
});

function askedToDecide(request: AwaitedRequest): Asked {
  const { recordId, type, requestedBy, requestedAt, summary } = request;
  const id = `decision:${recordId}`;
  return {
    place: placeOfAsked({ tier: request.tier, since: requestedAt, id }),
    item: {
      id,
      kind: 'decision',
      subject: request.subject,
      tier: request.tier,
      title: summary,
      reason: `${requestedBy} asked for it on ${requestedAt.slice(
        0,
        10,
      )}; it waits for a decision.`,
      state: 'requested',
      due: null,
      overdue: false,
      recordId,
      recordType: type,
      remediation: { label: 'Decide', place: 'assurance' },
    },
  };
}

const askedOfOneself = (item: WorkItem): Asked => ({
  place: placeOfAsked({ tier: item.tier, since: '', id: item.id }),
  item,
});

/**
 * What people have to do: the results that do not hold or run out soon, what waits for their decision, the policy to acknowledge,
 * and the courses to take.
 * Always within what the caller may read.
 */
export class Work {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #policy: GovernancePolicy;
  readonly #requests: WorkOptions['requests'];
  readonly #controls: ReadonlyMap<string, Control>;

  static create(options: WorkOptions) {
    return new Work(options);
  }

  private constructor(options: WorkOptions) {
    const { knex, clock, policy, requests, controls = allControls } = options;
    this.#knex = knex;
    this.#clock = clock;
    this.#policy = policy;
    this.#requests = requests;
    this.#controls = new Map(controls.map(control => [control.id, control]));
  }

  /**
   * A page: what the caller is asked for, then what is overdue, then what has a date, then what has none. Within a day the graver tier comes first.
   * The counts are of all that the scope holds, whatever `kind`, `control` and `tier` ask for.
   *
   * @throws InputError naming the parameter whose value cannot be
   */
  async page(
    scope: ReadScope,
    caller: Caller,
    query: ParsedWorkQuery,
  ): Promise<WorkPage> {
    const keyset = workOrder(this.#knex);
    const after =
      query.cursor === undefined
        ? undefined
        : placeOfCursor(keyset, query.cursor);
    const kinds = known('kind', query.kind, workKinds) ?? workKinds;
    const ofTier = known('tier', query.tier, tiers);
    const ofControl = known('control', query.control, [
      ...this.#controls.keys(),
    ]);
    const wanted: Wanted = [
      ...(ofTier ? [['tier', ofTier] as const] : []),
      ...(ofControl ? [['control_id', ofControl] as const] : []),
    ];
    // what people are asked for is asked by no control
    const isWanted = ({ kind, tier }: WorkItem) =>
      kinds.includes(kind) &&
      !ofControl &&
      (!ofTier || (tier !== null && ofTier.includes(tier)));
    const owners = ownersOf(query);
    const { limit } = query;

    // before the snapshot: what decides who may decide reads by itself
    const requests =
      query.scope === 'mine'
        ? await this.#requests.awaiting(caller.ref, scope)
        : [];

    return snapshot(this.#knex, this.#clock, async (tx, at) => {
      const groups =
        query.scope === 'mine' ? await groupsOf(tx, caller.ref) : undefined;
      const open = () =>
        openControls(tx, at, subjects => {
          scope.apply(subjects, 's.id');
          if (groups) ownedBy(subjects, caller.ref, groups.all);
          if (owners) ownedByOneOf(subjects, owners);
        });
      const asked: Asked[] = [
        ...requests.map(askedToDecide),
        ...(groups && kinds.includes('acknowledgement')
          ? await asksForAcknowledgement(tx, {
              policy: this.#policy,
              at,
              scope,
              person: caller.ref,
              directGroups: groups.direct,
            }).then(item => (item ? [askedOfOneself(item)] : []))
          : []),
        ...(groups && kinds.includes('training')
          ? (await asksForTraining(tx, { at, scope, person: caller.ref })).map(
              askedOfOneself,
            )
          : []),
      ]
        .filter(({ item }) => isWanted(item))
        .sort((a, b) => comparePlaces(a.place, b.place));

      const counts = await countOpen(tx, open(), wanted);
      const withControls = kinds.includes('control');
      const found: Asked[] = asked.filter(
        ({ place }) => !after || comparePlaces(place, after) > 0,
      );
      if (withControls && found.length <= limit) {
        const rest = tx.from(open().as('open')).select('*');
        for (const [column, values] of wanted) rest.whereIn(column, values);
        orderByKeyset(rest, keyset);
        if (after) afterPlace(rest, keyset, after);
        const rows = await rest.limit(limit + 1 - found.length);
        found.push(
          ...rows.map((row: any) => ({
            place: placeOf(keyset, row),
            item: this.#item(row),
          })),
        );
      }
      const shown = found.slice(0, limit);
      return {
        items: shown.map(({ item }) => item),
        totalItems: asked.length + (withControls ? counts.wanted : 0),
        ...(found.length > limit && {
          nextCursor: cursorOf(keyset, shown[limit - 1].place),
        }),
        overdue: counts.overdue,
        dueSoon: counts.dueSoon,
        requested: requests.length,
      };
    });
  }

  /** Everything that the caller has to do and that has a date, in its order. Read in pages. */
  async *dated(scope: ReadScope, caller: Caller): AsyncIterable<WorkItem> {
    const items = eachItem(place =>
      this.page(scope, caller, { scope: 'mine', kind: 'control', ...place }),
    );
    for await (const item of items) {
      // what has no date comes last
      if (item.due === null) return;
      yield item;
    }
  }

  #item(row: OpenControl): WorkItem {
    const control = this.#controls.get(row.control_id);
    return {
      id: `control:${row.subject_id}:${row.control_id}`,
      kind: 'control',
      subject: headOf(row),
      tier: row.tier as Tier | null,
      title: control?.title ?? row.control_id,
      reason: row.reason,
      state: row.state,
      due: row.due,
      overdue: row.state === 'expired',
      controlId: row.control_id,
      remediation: control && remediationOf(control, row.remedy),
    };
  }
}

/**
 * An empty list is of nobody.
 *
 * @throws InputError when `owner` and `scope` do not go together
 */
function ownersOf({ scope, owner }: ParsedWorkQuery): string[] | undefined {
  if (scope === 'team' && owner === undefined) {
    throw new InputError(
      'owner: with scope=team, say whose work: a group, with those below it, or a user',
    );
  }
  if (scope !== 'team' && owner !== undefined) {
    throw new InputError('owner: goes with scope=team only');
  }
  refuseNul('owner', owner);
  return owner === undefined ? undefined : [owner].flat();
}

function ownedBy(
  subjects: Knex.QueryBuilder,
  person: string,
  groups: readonly string[],
) {
  subjects.where(mine =>
    mine
      .whereIn('s.owner', [person, ...groups])
      .orWhere('s.accountable', person),
  );
}

/** Owned by one of these, or by a group below one. */
function ownedByOneOf(subjects: Knex.QueryBuilder, owners: readonly string[]) {
  subjects.where(theirs =>
    theirs
      .whereIn('s.owner', owners)
      .orWhereIn('s.owner', below =>
        below
          .select('descendant')
          .from('group_closure')
          .whereIn('ancestor', owners),
      ),
  );
}

async function countOpen(
  knex: Knex,
  open: Knex.QueryBuilder,
  wanted: Wanted,
): Promise<{ wanted: number; overdue: number; dueSoon: number }> {
  const isWanted = knex.raw(
    [
      '1 = 1',
      ...wanted.map(
        ([column, values]) =>
          `${column} in (${values.map(() => '?').join(', ')})`,
      ),
    ].join(' and '),
    wanted.flatMap(([, values]) => values),
  );
  const [row] = await knex
    .from(open.as('open'))
    .select(
      knex.raw('sum(case when ? then 1 else 0 end) as wanted', [isWanted]),
      knex.raw(`sum(case when state = 'expired' then 1 else 0 end) as overdue`),
      knex.raw(
        `sum(case when state = 'warning' then 1 else 0 end) as due_soon`,
      ),
    );
  return {
    wanted: Number(row.wanted ?? 0),
    overdue: Number(row.overdue ?? 0),
    dueSoon: Number(row.due_soon ?? 0),
  };
}
