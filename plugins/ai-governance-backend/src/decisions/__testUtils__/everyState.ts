import {
  Approval,
  approvalGates,
  AppendRequest,
  policySchema,
  stateHash,
  Writing,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem, group, user } from '../../__testUtils__/exampleEntities';
import { examplePolicy } from '../../__testUtils__/examplePolicy';
import { startInventory } from '../../inventory/__testUtils__/startInventory';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { Statements } from '../Statements';
import { subjectAtHand } from '../subjectAtHand';

// Finance is above Lending and above the Duo, which is two people; the office decides on what is high.
const directory = {
  finance: ['finn'],
  lending: ['dana', 'omar', 'nia'],
  duo: ['dana', 'omar'],
  office: ['rita', 'rolf'],
  admins: ['ada'],
  audit: ['amir'],
  agency: ['eva'],
};
const policy = policySchema.parse({
  ...examplePolicy,
  authorities: {
    approval: {
      high: ['group:default/office'],
      limited: ['accountable'],
      minimal: ['owner'],
    },
  },
});

/** Rows of the table: who decides, in the order in which they stand there. */
export const actors = {
  author: { title: 'owner’s member who wrote', ref: 'user:default/dana' },
  requester: { title: 'owner’s member who asked', ref: 'user:default/omar' },
  member: {
    title: 'owner’s member who did neither',
    ref: 'user:default/nia',
  },
  accountable: { title: 'accountable leader', ref: 'user:default/leah' },
  reviewer: { title: 'reviewer', ref: 'user:default/rita' },
  reviewerWhoWrote: { title: 'reviewer who wrote', ref: 'user:default/rolf' },
  parent: { title: 'member of the group above', ref: 'user:default/finn' },
  // of the reviewer, the leader, and the member who did neither
  standIn: { title: 'stand-in of who decides', ref: 'user:default/sara' },
  standInOfAuthor: { title: 'stand-in of who wrote', ref: 'user:default/stan' },
  administrator: { title: 'administrator', ref: 'user:default/ada' },
  auditor: { title: 'auditor', ref: 'user:default/amir' },
  external: { title: 'external', ref: 'user:default/eva' },
  service: { title: 'service', ref: 'external:pipeline' },
};
export type Actor = keyof typeof actors;

/** Columns of the table: what tier, and who has the authority for it. */
export const columns = {
  high: { title: 'high', owner: 'lending', approver: 'rita' },
  limited: {
    title: 'limited',
    owner: 'lending',
    approver: 'leah',
  },
  minimal: { title: 'minimal', owner: 'lending', approver: 'nia' },
  small: {
    title: 'minimal, team of two',
    owner: 'duo',
    approver: 'finn',
  },
};
export type Column = keyof typeof columns;
const affects: Record<Column, object> = {
  high: { influences: ['financial-outcomes'], interaction: [] },
  limited: { influences: [], interaction: ['people-interact'] },
  minimal: { influences: [], interaction: [] },
  small: { influences: [], interaction: [] },
};

type Gate = (typeof approvalGates)[number];
/** How things stand, and what is tried then: to approve at once, to approve what was asked for, to approve anew, to suspend. */
export const situations = {
  new: 'new',
  requested: 'requested',
  approved: 'approved',
  lapsed: 'lapsed',
  expired: 'expired',
  rejected: 'rejected',
  ended: 'approved, to suspend it',
};
export type Situation = keyof typeof situations;
export const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];

const written = '2026-06-01T09:00:00.000Z';
const asked = '2026-06-02T09:00:00.000Z';
const decided = '2026-06-03T09:00:00.000Z';
const changed = '2026-06-10T09:00:00.000Z';
const now = '2026-08-01T09:00:00.000Z';

interface Place {
  subject: { id: string; ref: string };
  /** The record that stands there, but for `new`. */
  record?: { recordId: string; revision: number; data: Approval };
  seen: string;
}

/** One company, in every state in which a system can be when somebody wants to decide on it. */
export async function startCompany(knex: Knex) {
  // attempts leave nothing behind: what is suspended in one is approved anew in another
  const name = (column: Column, gate: Gate, situation: Situation) =>
    `${column}-${gate}-${situation === 'ended' ? 'approved' : situation}`;
  const everywhere = keys(situations).filter(s => s !== 'ended');
  const all = keys(columns).flatMap(column =>
    approvalGates.flatMap(gate =>
      everywhere.map(situation => ({ column, gate, situation })),
    ),
  );
  const started = await startInventory(knex, [
    group('bank'),
    ...Object.entries(directory).map(([team, members]) =>
      group(
        team,
        ['lending', 'duo'].includes(team) ? 'finance' : 'bank',
        members,
      ),
    ),
    ...Object.values(actors)
      .filter(({ ref }) => ref.startsWith('user:'))
      .map(({ ref }) => user(ref.split('/')[1])),
    ...all.map(({ column, gate, situation }) =>
      aiSystem(
        name(column, gate, situation),
        'Limits',
        `group:default/${columns[column].owner}`,
        { accountable: 'user:default/leah', affects: affects[column] },
      ),
    ),
  ]);
  const { clock, inventory } = started;
  clock.now = '2026-05-01T09:00:00.000Z';
  await inventory.sweep();
  const statementsIn = (db: Knex) =>
    Statements.create({
      knex: db,
      ledger: DatabaseLedger.create({ knex: db, clock: clock.read }),
      clock: clock.read,
      policy,
    });
  // one commit for all that was before
  const tx = await knex.transaction();
  const statements = statementsIn(tx);
  const state = async (subject: { id: string }) =>
    stateHash(
      (await subjectAtHand(tx, subject.id, { policy, at: clock.now }))!
        .governed,
    );
  const anybody = async () => {};
  const places = new Map<string, Place>();
  const each = async (
    of: readonly Situation[],
    does: (
      place: Place,
      at: { column: Column; gate: Gate; situation: Situation },
    ) => Promise<unknown>,
  ) => {
    for (const at of all) {
      if (!of.includes(at.situation)) continue;
      await does(places.get(name(at.column, at.gate, at.situation))!, at);
    }
  };
  const append = ({ subject }: Place, person: string, request: AppendRequest) =>
    statements.append(
      { kind: 'subject', subject },
      request,
      `user:default/${person}`,
      anybody,
    );

  for (const { column, gate, situation } of all) {
    const ref = `aisystem:default/${name(column, gate, situation)}`;
    const { id } = await tx('subjects').where({ ref }).first('id');
    places.set(name(column, gate, situation), {
      subject: { id, ref },
      seen: '',
    });
  }
  const withRecord = everywhere.filter(s => s !== 'new');

  clock.now = written;
  const names = {
    rita: 'sara',
    leah: 'sara',
    nia: 'sara',
    dana: 'stan',
  };
  for (const [from, to] of Object.entries(names)) {
    await statements.append(
      { kind: 'person', ref: `user:default/${from}` },
      {
        type: 'delegation',
        data: {
          to: `user:default/${to}`,
          decisions: ['approval'],
          from: '2026-06-01',
          until: '2026-08-01',
        },
      },
      `user:default/${from}`,
      anybody,
    );
  }
  const change = { kind: 'model', title: 'Newer model', why: 'Cheaper.' };
  await each(everywhere, async place => {
    await append(place, 'dana', {
      type: 'intended-use',
      data: { purpose: 'Propose limits.' },
    });
    await append(place, 'rolf', { type: 'change', data: change });
  });

  clock.now = asked;
  await each(withRecord, async (place, { gate, situation }) => {
    const revision = await append(place, 'omar', {
      type: 'approval',
      data: {
        gate,
        decision: 'requested',
        ...(situation === 'expired' && { expires: '2026-07-01' }),
      },
    });
    place.record = { ...revision, data: JSON.parse(revision.data!) };
  });

  clock.now = decided;
  const toDecide = withRecord.filter(s => s !== 'requested');
  await each(toDecide, async (place, { column, situation }) => {
    const { recordId, revision, data } = place.record!;
    const done = await append(place, columns[column].approver, {
      type: 'approval',
      recordId,
      baseRevision: revision,
      data: {
        ...data,
        decision: situation === 'rejected' ? 'rejected' : 'approved',
      },
      stateHash: await state(place.subject),
    });
    place.record = { ...done, data: JSON.parse(done.data!) };
  });

  clock.now = changed;
  await each(['lapsed'], async place => {
    await append(place, 'dana', {
      type: 'intended-use',
      baseRevision: 1,
      data: { purpose: 'Propose limits, and raise them.' },
    });
    await append(place, 'rolf', { type: 'change', data: change });
  });

  clock.now = now;
  for (const place of places.values()) place.seen = await state(place.subject);
  await tx.commit();

  /** What somebody's attempt comes to; nothing is left of it. */
  async function attempt(
    actor: Actor,
    column: Column,
    gate: Gate,
    situation: Situation,
    again = false,
  ): Promise<string> {
    const { subject, record, seen } = places.get(
      name(column, gate, situation),
    )!;
    const onRecord =
      again || situation === 'requested' || situation === 'ended';
    const takes: Writing[] = [];
    let answer = '';
    const undone = await knex.transaction();
    try {
      const revision = await statementsIn(undone).append(
        { kind: 'subject', subject },
        {
          type: 'approval',
          stateHash: seen,
          data: {
            ...(onRecord ? record!.data : { gate }),
            decision: situation === 'ended' ? 'suspended' : 'approved',
          },
          ...(onRecord && {
            recordId: record!.recordId,
            baseRevision: record!.revision,
          }),
        },
        actors[actor].ref,
        async writing => void takes.push(writing),
      );
      const { decided: by, decision }: Approval = JSON.parse(revision.data!);
      answer =
        decision === 'suspended'
          ? 'yes'
          : {
              policy: 'yes',
              'stand-in': 'yes, as stand-in',
              'small-team': 'yes, for a team too small',
            }[by!.authority.rule];
    } catch (error) {
      const { name: kind, message } = error as Error;
      if (!['NotAllowedError', 'ConflictError'].includes(kind)) throw error;
      answer = `no: ${message}`;
    } finally {
      await undone.rollback();
    }
    if (!again) expect(takes).toEqual(['decide']);
    return answer;
  }
  return { attempt };
}
