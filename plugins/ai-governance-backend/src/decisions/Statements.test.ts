import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AppendRequest, Writing } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import {
  as,
  Decisions,
  pathOf,
  person,
  policy,
  startDecisions,
  system,
} from './__testUtils__/startDecisions';
import { Statements } from './Statements';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const requested = { decision: 'requested' };
const approved = { decision: 'approved' };

describe.each(databases.eachSupportedId())('statements on %s', id => {
  let knex: Knex;
  let on: Decisions;

  beforeAll(async () => {
    knex = await databases.init(id);
    on = await startDecisions(knex, [
      system('refused', 'high', 'lending'),
      system('service', 'high', 'lending'),
      system('meanwhile', 'high', 'lending'),
    ]);
  });
  afterAll(async () => {
    await on.governance.stop();
    await knex.destroy();
  });

  it('leave nothing behind when they are refused', async () => {
    const asked = await on.approval('refused', 'omar', requested);
    // no streams: the evaluation going on meanwhile makes those of the people whom it asks about
    const tables = ['revisions', 'records', 'open_requests'];
    const all = async () => Promise.all(tables.map(t => knex(t).orderBy(1)));
    const before = JSON.stringify(await all());
    const forged = {
      by: person('rita'),
      at: '2026-11-25T09:00:00.000Z',
    };
    const refused: [string, number, RegExp, any][] = [
      [
        'dana',
        400,
        /^body\.data\.requested: is filled in by the system$/,
        { ...requested, requested: forged },
      ],
      [
        'rita',
        400,
        /body\.data\.ended: is filled in by the system/,
        { ...approved, ended: forged },
      ],
      ['rita', 400, /body\.data\.gate: /, { ...approved, gate: 'none' }],
      [
        'rita',
        400,
        /body\.data\.expires: must not be past/,
        { ...approved, expires: '2026-11-01' },
      ],
      ['sara', 403, /takes the authority/, approved],
    ];
    for (const [who, status, why, data] of refused) {
      const answer = await on.approval('refused', who, data);
      expect([answer.body.error.message, answer.status]).toEqual([
        expect.stringMatching(why),
        status,
      ]);
    }
    const foreign = await on.governance.post(
      '/people/default/finn/records',
      {
        type: 'policy-acknowledgement',
        data: { version: 'of last year' },
      },
      as('finn'),
    );
    expect(foreign.status).toBe(400);
    expect(JSON.stringify(await all())).toBe(before);

    // to leave out who asked is not to have not asked
    const revised = await on.approval(
      'refused',
      'omar',
      { ...requested, note: 'Please.' },
      asked.body,
    );
    expect(revised.body.data.requested).toEqual(asked.body.data.requested);
    const own = await on.approval('refused', 'omar', approved, revised.body);
    expect(own.body.error.message).toMatch(/omar asked for it/);
  });

  it('are people’s: a service appends what it knows, and neither asks nor decides', async () => {
    const headers = { authorization: mockCredentials.service.header() };
    const post = (body: object) =>
      on.governance.post(`${pathOf('service')}/records`, body, { headers });
    const change = { kind: 'model', title: 'Newer', why: 'The old one ends.' };
    const appended = await post({ type: 'change', data: change });
    expect(appended.status).toBe(201);
    for (const decision of ['requested', 'approved']) {
      const answer = await post({
        type: 'approval',
        data: { gate: 'deploy', decision },
        stateHash: await on.stateHash('service'),
      });
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/It takes a person/);
    }
    expect((await post({ type: 'confirmation', data: {} })).status).toBe(403);
  });

  it('are judged by what is there under the lock, and ask for the permission that it takes then', async () => {
    const asked = await on.approval('meanwhile', 'dana', requested);
    const subject = await knex('subjects').where('name', 'meanwhile').first();
    const statements = Statements.create({
      knex,
      ledger: DatabaseLedger.create({ knex, clock: on.clock }),
      clock: on.clock,
      policy,
    });
    const withdraw = (authorize: (writing: Writing) => Promise<void>) => {
      const request: AppendRequest = {
        type: 'approval',
        recordId: asked.body.recordId,
        baseRevision: 1,
        data: { gate: 'deploy', decision: 'withdrawn' },
      };
      return statements.append(
        { kind: 'subject', subject },
        request,
        person('dana'),
        authorize,
      );
    };
    const writings: Writing[] = [];
    let decided: any;
    const late = withdraw(async writing => {
      writings.push(writing);
      // while the permission is asked for, somebody decides
      decided ??= await on.approval('meanwhile', 'rita', approved, asked.body);
      if (writing === 'decide') throw new Error('not you');
    });
    await expect(late).rejects.toThrow('not you');
    expect(decided.status).toBe(201);
    expect(writings).toEqual(['request', 'decide']);
    // who may is told what was decided meanwhile
    await expect(withdraw(async () => {})).rejects.toMatchObject({
      name: 'ConflictError',
      head: { revision: 2, recordId: asked.body.recordId },
    });
    const { body } = await on.governance.get(
      `/records/${asked.body.recordId}/revisions`,
    );
    expect(body.totalItems).toBe(2);
  });
});
