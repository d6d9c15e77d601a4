import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import createKnex, { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { company, ResultFixture } from '../scorecards/__testUtils__/company';
import { Notices } from './Notices';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const noon = '2026-11-24T12:00:00.000Z';
const dana = 'user:default/dana';
const omar = 'user:default/omar';
const lending = 'group:default/lending';
const ref = (name: string) => `aisystem:default/${name}`;
type Sent = [recipient: string, title: string];

describe.each(databases.eachSupportedId())('notices on %s', databaseId => {
  let knex: Knex;
  let now: string;
  let of: ReturnType<typeof company>;
  let sent: NotificationSendOptions[];
  let deciders: Record<string, string[]>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    now = noon;
    sent = [];
    deciders = {};
    of = company(knex);
    await of.people([lending, dana, omar]);
  });
  afterEach(() => knex.destroy());

  /** A backend of its own. */
  const backend = (
    send = async (options: NotificationSendOptions) => {
      sent.push(options);
    },
    on = knex,
  ) => {
    const logger = mockServices.logger.mock();
    const notices = Notices.create({
      knex: on,
      clock: async () => now,
      notifications: { send },
      requests: { deciders: async id => deciders[id] ?? [] },
      logger,
    });
    return { notices, logger, tell: () => notices.tell() };
  };
  const told = (): Sent[] => {
    const list = sent.map(
      ({ recipients, payload }): Sent => [
        (recipients as any).entityRef,
        payload.title,
      ],
    );
    sent = [];
    return list.sort();
  };
  async function subject(
    name: string,
    results: ResultFixture[],
    more: { owner?: string | null; accountable?: string; goneAt?: string } = {},
  ) {
    const id = await of.subject({
      ref: ref(name),
      owner: more.owner === undefined ? lending : more.owner,
      goneAt: more.goneAt,
      summaries: [{}],
    });
    if (more.accountable) {
      await knex('subjects')
        .where({ id })
        .update({ accountable: more.accountable });
    }
    for (const result of results) await of.result(id, result);
    return id;
  }
  const request = async (recordId: string, subjectId: string) =>
    knex('open_requests').insert({
      record_id: recordId,
      subject_id: subjectId,
      type: 'approval',
      requested_by: 'user:default/who',
      requested_at: noon,
    });
  const expired = (control = 'DOC-01'): ResultFixture => ({
    control,
    state: 'expired',
  });
  const warning: ResultFixture = {
    control: 'DOC-06',
    state: 'warning',
    validUntil: '2026-11-26T00:00:00.000Z',
    nextState: 'expired',
  };

  it('tell owner and accountable how many of what, once, with nothing of what it is about', async () => {
    const id = await subject(
      'secret-project',
      [
        expired(),
        expired('RSK-01'),
        warning,
        { control: 'OPS-01', state: 'fail' },
        // nobody needs to hear of these
        { control: 'INV-01', state: 'fail' },
        { control: 'INV-02', state: 'not-reported' },
        { control: 'INV-03', state: 'pass' },
        { control: 'INV-04', state: 'exempt' },
      ],
      { accountable: dana },
    );
    await request('r1', id);
    deciders.r1 = [dana, omar];
    const { tell } = backend();
    await tell();
    expect(sent.find(s => (s.recipients as any).entityRef === dana)).toEqual({
      recipients: { type: 'entity', entityRef: dana },
      payload: {
        title:
          'AI governance: 2 overdue, 1 approval lapsed, 1 runs out soon, 1 waits for your decision',
        link: '/ai-governance/work',
        topic: 'work',
        scope: `work:${dana}:2026-11-24`,
      },
    });
    expect(JSON.stringify(sent)).not.toContain('secret');
    expect(told()).toEqual([
      [lending, 'AI governance: 2 overdue, 1 approval lapsed, 1 runs out soon'],
      [
        dana,
        'AI governance: 2 overdue, 1 approval lapsed, 1 runs out soon, 1 waits for your decision',
      ],
      [omar, 'AI governance: 1 waits for your decision'],
    ]);
    await tell();
    // started anew, and later
    now = '2026-11-25T12:00:00.000Z';
    await backend().tell();
    expect(told()).toEqual([]);
  });

  it('tell nobody else, and nobody of what is gone', async () => {
    await subject('gone', [expired()], { goneAt: noon });
    await subject('of-nobody', [expired()], { owner: null });
    await subject('of-a-stranger', [expired()], { owner: 'group:default/no' });
    await backend().tell();
    expect(told()).toEqual([]);
  });

  it('tell who is accountable once only, when they are in the owning group', async () => {
    await knex('entity_facts')
      .where({ ref: lending })
      .update({ member_refs: JSON.stringify([dana]) });
    await subject('scoring', [expired()], { accountable: dana });
    await subject('limits', [expired()], { accountable: omar });
    await backend().tell();
    expect(told()).toEqual([
      [lending, 'AI governance: 2 overdue'],
      [omar, 'AI governance: 1 overdue'],
    ]);
  });

  it('group what comes up on one day, in one notification that replaces itself', async () => {
    const { tell } = backend();
    await subject('scoring', [warning]);
    await tell();
    const [first] = sent;
    now = '2026-11-24T15:00:00.000Z';
    await subject('limits', [expired()]);
    await tell();
    expect(sent[1].payload.scope).toBe(first.payload.scope);
    expect(told()).toEqual([
      [lending, 'AI governance: 1 overdue, 1 runs out soon'],
      [lending, 'AI governance: 1 runs out soon'],
    ]);
    // what was foretold to run out ran out
    now = '2026-11-26T00:00:00.000Z';
    await tell();
    expect(sent[0].payload.scope).toBe(`work:${lending}:2026-11-26`);
    expect(told()).toEqual([[lending, 'AI governance: 1 overdue']]);
  });

  it('tell anew what was mended and ran out again', async () => {
    const { tell } = backend();
    const id = await subject('scoring', [expired()]);
    await tell();
    await knex('results').update({ to_at: noon });
    now = '2027-11-24T12:00:00.000Z';
    await tell();
    await of.result(id, { ...expired(), since: now });
    await tell();
    expect(told()).toHaveLength(2);
  });

  it('lose nothing when it cannot be sent, and say so once', async () => {
    let down = true;
    const { tell, logger } = backend(async options => {
      if (down) throw new Error('Request failed with status 404');
      sent.push(options);
    });
    await subject('scoring', [expired()]);
    for (let i = 0; i < 3; i++) await tell();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toMatch(/notifications plugin.*404/);
    expect(await knex('notices')).toEqual([]);
    // mended meanwhile: nobody is told of the past
    await knex('results').update({ to_at: noon });
    await subject('limits', [warning]);
    down = false;
    await tell();
    expect(told()).toEqual([[lending, 'AI governance: 1 runs out soon']]);
    down = true;
    await subject('more', [warning]);
    await tell();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('keep from one bad recipient what the others are told', async () => {
    const { tell } = backend(async options => {
      if ((options.recipients as any).entityRef === lending) {
        throw new Error('no');
      }
      sent.push(options);
    });
    await subject('scoring', [expired()], { accountable: dana });
    await tell();
    expect(told()).toEqual([[dana, 'AI governance: 1 overdue']]);
    await backend().tell();
    expect(told()).toEqual([[lending, 'AI governance: 1 overdue']]);
  });

  it('take up what a killed backend left, after half an hour', async () => {
    await subject('scoring', [expired()]);
    // noted, and then the backend was killed
    backend(() => new Promise<void>(() => {})).tell();
    await new Promise<void>(done => {
      const look = async () =>
        (await knex('notices')).length > 0 ? done() : setTimeout(look, 5);
      look();
    });
    now = '2026-11-24T12:29:59.999Z';
    await backend().tell();
    expect(told()).toEqual([]);
    now = '2026-11-24T12:30:00.000Z';
    await backend().tell();
    expect(told()).toEqual([[lending, 'AI governance: 1 overdue']]);
    await backend().tell();
    expect(told()).toEqual([]);
  });

  it('forget after 400 days', async () => {
    const { tell } = backend();
    await subject('scoring', [expired()]);
    await tell();
    await knex('results').update({ to_at: noon });
    now = '2027-12-29T12:00:00.000Z';
    await tell();
    expect(await knex('notices')).toHaveLength(1);
    now = '2027-12-30T00:00:00.000Z';
    await tell();
    expect(await knex('notices')).toEqual([]);
  });

  it('are sent once by two backends at once', async () => {
    for (let i = 0; i < 20; i++) {
      await subject(`s${i}`, [expired(), warning], {
        owner: i % 2 ? lending : dana,
        accountable: i % 2 ? dana : omar,
      });
    }
    const { client, connection } = knex.client.config;
    const second =
      client === 'pg' ? createKnex({ client, connection }) : undefined;
    try {
      await Promise.all([
        backend().tell(),
        backend(undefined, second ?? knex).tell(),
      ]);
    } finally {
      await second?.destroy();
    }
    const rows = await knex('notices');
    expect(rows.every(row => row.sent_at === noon)).toBe(true);
    expect(rows).toHaveLength(80);
    // each backend tells a recipient once at most, and one of the two tells all of the day
    const list = told();
    const sentTo = (recipient: string) => list.filter(([r]) => r === recipient);
    for (const [recipient, title] of [
      [lending, 'AI governance: 10 overdue, 10 run out soon'],
      [dana, 'AI governance: 20 overdue, 20 run out soon'],
      [omar, 'AI governance: 10 overdue, 10 run out soon'],
    ]) {
      expect(sentTo(recipient).length).toBeLessThanOrEqual(2);
      expect(list).toContainEqual([recipient, title]);
    }
  });
});
