import { TestDatabases } from '@backstage/backend-test-utils';
import assert from 'node:assert';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { aiSystem, group, user } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import { Place, places } from './__testUtils__/places';
import { eventually } from './__testUtils__/startGovernance';

jest.setTimeout(600_000);

// Three processes, one database, the clock of the wall.

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
/** How long the tasks are watched, in milliseconds. */
const watched = Number(process.env.WATCH_MS ?? 8000);
/** Whether a lease is waited for, or ends sooner by a change in the database. */
const whole = process.env.WATCH_MS !== undefined;
const appends = whole ? 100 : 10;
const stall = 'This is never evaluated here.';
const path = '/subjects/aisystem/default/limits';
const every = { frequency: { seconds: 2 }, timeout: { seconds: 30 } };
const soon = { ...every, initialDelay: { seconds: 0 } };
const tasks = [
  ...['inventory-sweep', 'records-as-code', 'notices'],
  ...['ledger-checkpoint', 'ledger-verification'],
];

const median = (sorted: number[]) => sorted[Math.floor(sorted.length / 2)];
const told = (text: string) => {
  if (whole) process.stdout.write(`${text}\n`);
};

describe.each(databases.eachSupportedId())(
  'three backends on one %s, each a process',
  () => {
    let place: Place;
    let backends: BackendProcess[];
    let base: number | undefined;

    /** @returns what it answered, and when */
    async function write(through: BackendProcess, purpose: string) {
      const { status, body } = await through.ask(`${path}/records`, {
        type: 'intended-use',
        data: { purpose },
        baseRevision: base,
      });
      assert.equal(status, 201, JSON.stringify(body));
      base = body.revision;
      return { appended: body, at: Date.now() };
    }
    /** Waits until the page of the system says that it was evaluated with this purpose. */
    const evaluated = (on: BackendProcess, purpose: string, withinMs: number) =>
      eventually(
        async () => (await on.ask(path)).body.results,
        results =>
          assert.equal(
            results?.find((r: any) => r.controlId === 'REAL-01')?.reason,
            `Purpose: ${purpose}`,
          ),
        withinMs,
      );
    const drained = () =>
      place.look(knex =>
        eventually(
          () => knex('work').select('subject_id', 'last_error'),
          rows => assert.deepEqual(rows, []),
          10_000,
        ),
      );

    beforeAll(async () => {
      place = await places(databases, '')['on PostgreSQL']();
      const settings = {
        config: { ...place.config, pool: { min: 0, max: 8 } },
        entities: [
          group('lending', undefined, ['dana']),
          user('dana', ['lending']),
          ...['limits', 'drafts', 'scores'].map(name =>
            aiSystem(name, name, 'group:default/lending'),
          ),
        ],
        data: {
          aiGovernance: {
            policy: examplePolicy,
            inventory: { schedule: soon },
            recordsAsCode: { schedule: soon },
            notices: { schedule: soon },
            verification: { schedule: soon },
            checkpoints: { schedule: soon },
          },
        },
      };
      // all at once, as a cluster may start them
      backends = await Promise.all(
        [stall, undefined, undefined].map(stallsAt =>
          BackendProcess.start({ ...settings, stallsAt }),
        ),
      );
      await eventually(
        () => backends[0].ask(path),
        ({ status }) => assert.equal(status, 200),
        20_000,
      );
      await drained();
    });
    afterAll(async () => {
      for (const backend of backends ?? []) await backend.kill();
    });

    it('show on each what was appended on another at once, and its result as soon as it is evaluated', async () => {
      const took: number[] = [];
      for (let i = 0; i < appends; i++) {
        const [one, other] = [backends[i % 3], backends[(i + 1) % 3]];
        const { appended, at } = await write(one, `Purpose ${i}`);
        const { body } = await other.ask(`${path}/records?type=intended-use`);
        expect(body.items).toEqual([appended]);
        await evaluated(other, `Purpose ${i}`, 5000);
        took.push(Date.now() - at);
      }
      took.sort((a, b) => a - b);
      told(
        `${appends} appends: the result on another backend after ${median(
          took,
        )} ms (median), ${took.at(-1)} ms at most`,
      );
      await Promise.any(backends.map(one => one.until(said => !!said.signals)));
      await drained();
    });

    it('run each task once an interval between them, and tell each group once', async () => {
      const begun = backends.map(({ said }) => said.length);
      const from = Date.now();
      await place.look(knex =>
        knex('results').whereNull('to_at').update({ state: 'expired' }),
      );
      await new Promise(done => setTimeout(done, watched));
      const elapsed = Date.now() - from;
      const said = backends.map((one, i) => one.said.slice(begun[i]));
      for (const task of tasks) {
        const runs = said.map(
          of => of.filter(({ runs: what }) => what === task).length,
        );
        const all = runs.reduce((a, b) => a + b);
        told(
          `${task}: ${runs.join(' + ')} runs in ${Math.round(
            elapsed / 1000,
          )} s`,
        );
        expect(all).toBeGreaterThan(0);
        expect(all).toBeLessThanOrEqual(elapsed / 2000 + 1);
      }
      const groups = said.flat().flatMap(({ tells }) => tells?.entityRef ?? []);
      expect(groups).toEqual(['group:default/lending']);
    });

    it('take over what one held that was killed, once its lease has ended', async () => {
      const [first, second, third] = backends;
      for (let round = 0; ; round++) {
        const from = first.said.length;
        // whoever stands still does not answer
        const posted = write(first, stall).catch(() => undefined);
        const held = await Promise.race([
          first.until(({ holds }) => !!holds, from).catch(() => undefined),
          evaluated(second, stall, 5000).then(() => undefined),
        ]);
        if (held) break;
        // another was sooner
        assert(round < 10);
        await posted;
        await write(second, `Round ${round}`);
        await drained();
      }
      await first.kill();
      const killed = Date.now();
      const until = await place.look(async knex => {
        if (!whole)
          await knex('work').update({
            lease_until: new Date(killed + 1500).toISOString(),
          });
        const rows = await knex('work').select('lease_until');
        expect(rows).toHaveLength(1);
        return Date.parse(rows[0].lease_until);
      });
      await evaluated(second, stall, 70_000);
      const now = Date.now();
      expect(now).toBeGreaterThanOrEqual(until);
      told(
        `taken over ${now - killed} ms after the kill, ${
          now - until
        } ms after the end of the lease`,
      );
      await drained();
      expect((await third.ask('/ledger/verify')).body.problems).toEqual([]);
    });
  },
);
