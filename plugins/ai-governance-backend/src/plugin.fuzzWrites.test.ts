import { TestDatabases } from '@backstage/backend-test-utils';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { recordTypes } from 'backstage-plugin-ai-governance-common';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Knex } from 'knex';
import assert from 'node:assert';
import { inputs, seed } from './__testUtils__/drawn';
import {
  recordRefPattern,
  rightWrites,
  systems,
  Write,
} from './__testUtils__/rightWrites';
import { spoiltSometimes } from './__testUtils__/spoilt';
import { startExample } from './__testUtils__/startExample';
import { eventually, Governance } from './__testUtils__/startGovernance';

jest.setTimeout(60_000 + inputs * 400);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** Every text that was sent stands in what was taken; a reference in its full form, and beside it what the system has filled in. */
function assertKept(sent: any, taken: any, path = 'data') {
  if (typeof sent !== 'object' || sent === null) {
    if (sent === taken) return;
    const full = stringifyEntityRef(parseEntityRef(String(sent)));
    const found = `${path}: ${JSON.stringify([sent, taken])}`;
    assert.equal(full.toLocaleLowerCase('en-US'), taken, found);
    return;
  }
  if (Array.isArray(sent)) assert.equal(taken?.length, sent.length, path);
  for (const [key, value] of Object.entries(sent)) {
    assertKept(value, taken?.[key], `${path}.${key}`);
  }
}

/** How many revisions an answer says that it wrote. */
function saysWritten({ operation }: Write, body: any): number {
  const having = (...outcomes: string[]) =>
    body.items.filter((item: any) => outcomes.includes(item.outcome)).length;
  if (operation.startsWith('report-')) return having('recorded', 'revised');
  if (operation === 'confirm-many') return having('confirmed');
  return body.recorded ?? 1;
}

describe.each(databases.eachSupportedId())('what is written, on %s', id => {
  let knex: Knex;
  let governance: Governance;

  beforeAll(async () => {
    knex = await databases.init(id);
    ({ governance } = await startExample(knex));
    const day = { from: '2026-01-01', to: '2026-01-01' };
    const named = {
      evidence: {
        ...{ title: 'Test', link: 'https://example.com', producer: 'Us' },
        ...{ generatedAt: day.from, effectiveFrom: day.from },
        ...{ expires: '2099-12-31', sha256: 'a'.repeat(64) },
      },
      monitoring: { period: day, drift: { found: 'None.', measures: [] } },
      incident: {
        ...{ title: 'Wrong', kind: 'failure', severity: 'low' },
        ...{ status: 'open', detected: day.from, what: 'It happened.' },
      },
    };
    for (const name of systems) {
      for (const [type, data] of Object.entries(named)) {
        const path = `/subjects/aisystem/default/${name}/records`;
        const { status, text } = await governance.post(path, { type, data });
        assert.equal(status, 201, text);
      }
    }
  });
  afterAll(async () => {
    await governance.stop();
    await knex.destroy();
  });

  /** Rows of what only an append may add to. */
  async function rows() {
    const counts: Record<string, number> = {};
    for (const table of ['revisions', 'records', 'streams', 'heads']) {
      counts[table] = Number((await knex(table).count({ n: '*' }))[0].n);
    }
    return counts;
  }

  /** With the ids of records that it names, and the revision that it starts from when there is one. */
  async function asOfNow({ path, body, revises }: Write): Promise<object> {
    const listed = async (type: string): Promise<any[]> => {
      const list = await governance.get(`${path}?type=${type}`);
      return list.status === 200 ? list.body.items : [];
    };
    // by its text: a value may be nested without end
    const text = JSON.stringify(body);
    const ids = new Map<string, string>();
    for (const [, type] of text.matchAll(recordRefPattern)) {
      ids.set(type, (await listed(type))[0]?.recordId ?? 'none');
    }
    const sent = JSON.parse(
      text.replace(recordRefPattern, (_, type) => `"${ids.get(type)}"`),
    );
    if (!revises) return sent;
    const { type, shape, nth = 0 } = revises;
    const items = await listed(type);
    const of = items[nth % items.length];
    return {
      ...sent,
      ...(of && { baseRevision: of.revision }),
      ...(of && shape === 'entry' && { recordId: of.recordId }),
    };
  }

  /** The latest revision, as whoever comes next reads it. What is registered the catalog does not have yet. */
  async function readBack({ recordId, ref }: any) {
    const { body } = await governance.get(
      ref
        ? `/registrations?ref=${encodeURIComponent(ref)}`
        : `/records/${recordId}/revisions`,
    );
    // newest first
    const { data, hash } = body.items[0];
    return { data, hash };
  }

  it('is taken whole and reads back as it was sent, or is refused for what is wrong with it and leaves nothing', async () => {
    const statuses: Record<string, number> = {};
    const taken = new Set<string>();
    let before = await rows();
    const drawn = rightWrites().chain(write =>
      spoiltSometimes(fc.constant(write.body)).map(body => ({
        ...write,
        body,
      })),
    );
    await fc.assert(
      fc.asyncProperty(drawn, async write => {
        const sent: any = await asOfNow(write);
        const { status, body, text } = await governance.post(write.path, sent);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status < 300) taken.add(write.operation);
        assert.ok(status < 500, `${status} ${text}`);
        const after = await rows();
        if (status >= 300) {
          assert.deepEqual(after, before, `${status} ${text}`);
          if (status === 400) {
            assert.match(body.error.message, /^(body|query|params)\b/);
          }
          return;
        }
        const written = saysWritten(write, body);
        assert.equal(after.revisions - before.revisions, written, text);
        before = after;
        if (status !== 201) return;
        assertKept(sent.data, body.data);
        assert.deepEqual(await readBack(body), {
          data: body.data,
          hash: body.hash,
        });
      }),
      { numRuns: inputs, seed, endOnFailure: true },
    );

    // else it is once more a test of refusals, or none of them
    expect((statuses[200] ?? 0) + (statuses[201] ?? 0)).toBeGreaterThan(
      inputs / 3,
    );
    expect(statuses[400]).toBeGreaterThan(inputs / 10);
    expect(taken.size).toBeGreaterThan(Math.min(15, inputs / 8));
    const verified = await governance.get('/ledger/verify');
    expect([verified.status, verified.body.problems]).toEqual([200, []]);
    await eventually(
      async () => (await governance.get('/inventory')).body,
      body => assert.equal(body.waiting, 0),
      30_000,
    );
    expect(await knex('work').whereNotNull('last_error')).toEqual([]);
    for (const type of recordTypes) {
      for (const path of ['/records', '/organization/records']) {
        const stream = path === '/records' ? 'subject' : 'organization';
        if (!type.streams.includes(stream)) continue;
        const list = await governance.get(`${path}?type=${type.type}`, {
          headers: { accept: 'text/csv' },
        });
        expect([type.type, list.status]).toEqual([type.type, 200]);
        const cells: string[] = parse(list.text, { bom: true }).flat();
        expect(cells.filter(cell => /^[=+@\t\r]/.test(cell))).toEqual([]);
      }
    }
    if (process.env.AI_GOVERNANCE_FUZZ) {
      process.stdout.write(
        `${id}, seed ${seed}: ${JSON.stringify(statuses)}, ${
          before.revisions
        } revisions, taken of ${taken.size} kinds: ${[...taken].join(', ')}\n`,
      );
    }
  });
});
