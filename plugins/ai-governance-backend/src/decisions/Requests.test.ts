import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { eventually } from '../__testUtils__/startGovernance';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { ReadScope } from '../permissions/ReadScope';
import { everything } from '../scorecards/__testUtils__/company';
import {
  as,
  Decisions,
  person,
  policy,
  startDecisions,
  system,
} from './__testUtils__/startDecisions';
import { Requests } from './Requests';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const requested = { decision: 'requested' };

describe.each(databases.eachSupportedId())('requests on %s', id => {
  let knex: Knex;
  let on: Decisions;
  let requests: Requests;

  beforeEach(async () => {
    knex = await databases.init(id);
    on = await startDecisions(knex, [
      system('one', 'high', 'lending'),
      system('two', 'high', 'duo'),
      system('small', 'minimal', 'lending'),
    ]);
    requests = Requests.create({ knex, clock: on.clock, policy });
  });
  afterEach(async () => {
    await on.governance.stop();
    await knex.destroy();
  });

  const waiting = async (name: string, scope: ReadScope = everything) =>
    (await requests.awaiting(person(name), scope)).map(r => r.subject.title);

  /** Somebody asks at a minute of its own. */
  const askedAt = async (minute: number, name: string, who: string) => {
    on.time.now = `2026-11-25T09:0${minute}:00.000Z`;
    return (await on.approval(name, who, requested)).body;
  };

  it('wait for those who may decide, within what they may read, the oldest first', async () => {
    const first = await askedAt(1, 'one', 'rolf');
    await askedAt(2, 'two', 'dee');
    await askedAt(3, 'small', 'dana');

    expect(await waiting('rita')).toEqual(['one', 'two']);
    // who asked does not decide
    expect(await waiting('rolf')).toEqual(['two']);
    expect(await waiting('omar')).toEqual(['small']);
    expect(await waiting('dana')).toEqual([]);
    expect(await waiting('ada')).toEqual([]);
    expect(await requests.awaiting('external:pipeline', everything)).toEqual(
      [],
    );
    const [one] = await requests.awaiting(person('rita'), everything);
    expect(one).toEqual({
      recordId: first.recordId,
      type: 'approval',
      requestedBy: person('rolf'),
      requestedAt: first.data.requested.at,
      summary: 'deploy: requested',
      tier: 'high',
      subject: {
        ref: 'aisystem:default/one',
        title: 'one',
        owner: 'group:default/lending',
      },
    });
    expect(await requests.deciders(first.recordId)).toEqual([person('rita')]);

    const notOne: ReadScope = {
      apply: (query, column) =>
        void query.whereNotIn(
          column,
          knex('subjects').where('name', 'one').select('id'),
        ),
    };
    expect(await waiting('rita', notOne)).toEqual(['two']);
  });

  it('wait for stand-ins too', async () => {
    const asked = await on.approval('one', 'dana', requested);
    expect(await waiting('sara')).toEqual([]);
    await on.governance.post(
      '/people/default/rita/records',
      {
        type: 'delegation',
        data: {
          to: person('sara'),
          decisions: ['approval'],
          from: '2026-11-25',
          until: '2026-11-25',
        },
      },
      as('rita'),
    );
    expect(await waiting('sara')).toEqual(['one']);
    expect(await requests.deciders(asked.body.recordId)).toEqual(
      ['rita', 'rolf', 'sara'].map(person),
    );
    on.time.now = '2026-11-26T00:00:00.000Z';
    expect(await waiting('sara')).toEqual([]);
  });

  it('wait no longer when decided, withdrawn, erased, or their subject is gone', async () => {
    const decided = await askedAt(1, 'one', 'dana');
    const withdrawn = await askedAt(2, 'one', 'dana');
    const erased = await askedAt(3, 'two', 'dee');
    expect(await waiting('rita')).toEqual(['one', 'one', 'two']);
    await on.approval('one', 'rolf', { decision: 'rejected' }, decided);
    await on.approval('one', 'dana', { decision: 'withdrawn' }, withdrawn);
    expect(await waiting('rita')).toEqual(['two']);
    expect(await requests.deciders(decided.recordId)).toEqual([]);

    const again = await on.approval(
      'two',
      'dee',
      { ...requested, note: 'Names somebody' },
      erased,
    );
    const redact = (revision: number) =>
      on.governance.post(
        `/records/${erased.recordId}/revisions/${revision}/redact`,
        { reason: 'Names' },
      );
    expect((await redact(1)).status).toBe(200);
    expect(await waiting('rita')).toEqual(['two']);
    expect(again.body.revision).toBe(2);
    expect((await redact(2)).status).toBe(200);
    expect(await waiting('rita')).toEqual([]);

    const last = await on.approval('two', 'dee', requested);
    await knex('subjects')
      .where('name', 'two')
      .update({ gone_at: on.time.now });
    expect(await waiting('rita')).toEqual([]);
    expect(await requests.deciders(last.body.recordId)).toEqual([]);
    await knex('subjects').where('name', 'two').update({ gone_at: null });
    expect(await waiting('rita')).toEqual(['two']);
  });

  it('are kept in the transaction of the append: what is not committed asks for nothing', async () => {
    const asked = await on.approval('one', 'dana', requested);
    const { id: streamId } = await knex('streams')
      .where('ref', 'aisystem:default/one')
      .first();
    const ledger = DatabaseLedger.create({ knex, clock: on.clock });
    await expect(
      knex.transaction(async tx => {
        await ledger.redact(
          asked.body.recordId,
          1,
          { author: person('ada'), reason: 'Names' },
          tx,
        );
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await waiting('rita')).toEqual(['one']);
    // of every request in the ledger that is the latest and open, and of nothing else, there is a row
    const open = await knex('open_requests').select('record_id', 'subject_id');
    expect(open).toEqual([
      { record_id: asked.body.recordId, subject_id: streamId },
    ]);
  });

  it('are found in as many queries for thirty as for one', async () => {
    await on.approval('one', 'dana', requested);
    await eventually(
      async () => (await on.governance.get('/inventory')).body,
      body => expect(body.waiting).toBe(0),
      10_000,
    );
    const queriesOf = async () => {
      let n = 0;
      const count = ({ sql }: { sql: string }) => {
        if (/^select/i.test(sql)) n += 1;
      };
      knex.on('query', count);
      const found = await requests.awaiting(person('rita'), everything);
      knex.removeListener('query', count);
      return [found.length, n];
    };
    const [one, queries] = await queriesOf();
    expect(one).toBe(1);
    for (let i = 0; i < 15; i++) {
      await on.approval('one', 'dana', requested);
      await on.approval('two', 'dee', requested);
    }
    await eventually(
      async () => (await on.governance.get('/inventory')).body,
      body => expect(body.waiting).toBe(0),
      10_000,
    );
    expect(await queriesOf()).toEqual([31, queries]);
  });
});
