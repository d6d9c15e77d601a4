import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { Knex } from 'knex';
import assert from 'node:assert';
import { inputs, seed } from './__testUtils__/drawn';
import { fromJsonSchema } from './__testUtils__/fromJsonSchema';
import { nastyBodies, nastyTexts, nastyValues } from './__testUtils__/nasty';
import {
  intendedUse,
  limits,
  startExample,
} from './__testUtils__/startExample';
import { eventually, Governance } from './__testUtils__/startGovernance';

/** Whatever is sent is answered within this; far above what any answer takes. */
const answeredWithinMs = 20_000;

jest.setTimeout(60_000 + inputs * 400);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

interface Sent {
  method: 'get' | 'post';
  path: string;
  query: [string, string][];
  headers: Record<string, string>;
  body?: unknown;
  /** Sent as it stands, with headers of its own. */
  raw?: string;
}

/** As text of a URL; what has no place in one as an encoding of it that is wrong. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary },
  );

const scalar = (value: unknown) =>
  typeof value === 'string' ? value : JSON.stringify(value) ?? '';

describe.each(databases.eachSupportedId())('whatever is sent, on %s', id => {
  let knex: Knex;
  let governance: Governance;
  let document: any;
  let recordTypes: { type: string; schema: any }[];
  let recordIds: string[];
  let cursors: string[];

  beforeAll(async () => {
    knex = await databases.init(id);
    ({ governance } = await startExample(knex));
    document = (await governance.get('/openapi.json')).body;
    recordTypes = (await governance.get('/record-types')).body.items;
    recordIds = [];
    for (const body of [
      intendedUse(),
      {
        type: 'change',
        data: { kind: 'model', title: 'Newer', why: 'Cheaper.' },
      },
    ]) {
      const answer = await governance.post(`${limits}/records`, body);
      assert.equal(answer.status, 201);
      recordIds.push(answer.body.recordId);
    }
    cursors = [];
    for (const path of [
      '/subjects?limit=1',
      '/subjects?limit=1&orderBy=title',
    ]) {
      cursors.push((await governance.get(path)).body.nextCursor);
    }
    assert.ok(cursors.every(Boolean));
  });
  afterAll(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const revisions = async () =>
    Number((await knex('revisions').count({ n: '*' }).first())!.n);

  /** A cursor that was given out, and what somebody makes of one. */
  const tampered = () =>
    fc.oneof(
      fc.constantFrom(...cursors),
      fc
        .tuple(fc.constantFrom(...cursors), fc.nat(40), fc.base64String())
        .map(([cursor, at, text]) => cursor.slice(0, at) + text),
      fc
        .tuple(fc.constantFrom(...cursors), fc.array(nastyValues))
        .map(([cursor, after]) => {
          const { order } = JSON.parse(
            Buffer.from(cursor, 'base64url').toString(),
          );
          return Buffer.from(JSON.stringify({ order, after })).toString(
            'base64url',
          );
        }),
    );

  /** What only who has looked can know. */
  function knownValues(): Record<string, fc.Arbitrary<unknown>> {
    const system = fc.constantFrom('card-limits', 'income', 'reply-drafts');
    const ref = system.map(name => `aisystem:default/${name}`);
    const owner = fc.constantFrom(
      'group:default/lending',
      'user:default/dana',
      'user:default/mock',
    );
    const record = fc.constantFrom(...recordIds);
    return {
      kind: fc.constant('aisystem'),
      namespace: fc.constant('default'),
      name: fc.oneof(system, fc.constantFrom('lending', 'mock', 'dana')),
      id: fc.oneof(record, fc.constantFrom('iso-42001', 'iso-42001-baseline')),
      recordId: record,
      family: fc.constantFrom('DOC', 'INV', 'RISK'),
      revision: fc.constantFrom(1, 2),
      baseRevision: fc.constantFrom(1, 2),
      ref,
      subject: ref,
      subjects: ref,
      owner,
      team: owner,
      person: owner,
      to: owner,
      cursor: tampered(),
      asOf: fc.constant(new Date(Date.now() - 86_400_000).toISOString()),
      ai_system: ref,
      csv: fc.constantFrom(
        'person,course,completed\nuser:default/dana,AI basics,2026-01-01\n',
        'System,Vendor\ncard-limits,Acme\n',
        `${'"'.repeat(999)}\n`,
        `a${',a'.repeat(5000)}\n`,
      ),
    };
  }

  /** What is appended: a type, and data as its own schema says. */
  function appended(): fc.Arbitrary<object> {
    const known = knownValues();
    const { kind: _, name: __, id: ___, ...ofData } = known;
    return fc.oneof(
      ...recordTypes.map(({ type, schema }) =>
        fc.record(
          {
            type: fc.constant(type),
            data: fromJsonSchema(schema, ofData),
            recordId: fc.oneof(known.recordId, nastyValues),
            baseRevision: known.baseRevision,
            materiality: fc.constantFrom('material', 'routine', 'x'),
            materialityReason: fc.constantFrom(...nastyTexts),
            effectiveAt: fc.constantFrom(...nastyTexts),
          },
          { requiredKeys: ['type', 'data'] },
        ),
      ),
    );
  }

  function requests(): fc.Arbitrary<Sent> {
    const known = knownValues();
    const records = appended();
    const all = Object.entries<any>(document.paths).flatMap(([path, item]) =>
      Object.entries<any>(item).map(([method, operation]) => {
        const valueOf = ({ name, schema }: any) =>
          fromJsonSchema(schema, known).map(
            value => [name, value] as [string, unknown],
          );
        const of = (place: string) =>
          operation.parameters.filter((p: any) => p.in === place);
        const schema =
          operation.requestBody?.content['application/json'].schema;
        const body = () =>
          /append-.*record/.test(operation.operationId)
            ? records
            : fromJsonSchema(schema, known);
        return fc
          .record({
            params: fc.tuple(...of('path').map(valueOf)),
            query: fc
              .tuple(
                ...of('query').map((p: any) =>
                  fc.option(valueOf(p), { freq: p.required ? 20 : 1 }),
                ),
              )
              .map(pairs => pairs.filter(pair => pair !== null)),
            extra: seldom(
              fc.tuple(fc.constantFrom(...nastyTexts), nastyValues),
            ),
            csv: fc.boolean(),
            body: schema ? body() : fc.constant(undefined),
            raw: schema ? seldom(nastyBodies) : fc.constant(null),
          })
          .map(({ params, query, extra, csv, ...sent }): Sent => {
            const parts = new Map(params as [string, unknown][]);
            return {
              method: method as Sent['method'],
              path: path.replace(/\{(\w+)\}/g, (_, name) =>
                encoded(scalar(parts.get(name))),
              ),
              query: [
                ...(query as [string, unknown][]),
                ...(extra ? [extra] : []),
              ]
                .flatMap(([name, value]) =>
                  [value].flat().map(one => [name, scalar(one)]),
                )
                .slice(0, 40) as [string, string][],
              headers: {
                ...(csv && { accept: 'text/csv' }),
                ...sent.raw?.headers,
              },
              body: sent.body,
              raw: sent.raw?.text,
            };
          });
      }),
    );
    return fc.oneof(...all);
  }

  async function send({ method, path, query, headers, body, raw }: Sent) {
    const text = query
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .join('&');
    // longer heads are cut off by Node before anybody reads them
    const url = `${path}${text && `?${text}`}`.slice(0, 8000);
    const test =
      method === 'get'
        ? governance.get(url, { headers })
        : governance.post(url, undefined, {
            headers: { 'content-type': 'application/json', ...headers },
          });
    if (method === 'post') test.send(raw ?? JSON.stringify(body) ?? '');
    return test.timeout(answeredWithinMs).buffer(true);
  }

  it('is answered or refused, is written whole or not at all, and spoils nothing', async () => {
    const statuses: Record<string, number> = {};
    let before = await revisions();
    await fc.assert(
      fc.asyncProperty(requests(), async sent => {
        const { status, text } = await send(sent);
        statuses[status] = (statuses[status] ?? 0) + 1;
        assert.ok(status < 500, `${status} ${text}`);
        assert.doesNotMatch(text, /\n\s+at .*:\d+:\d+|SQLITE_|node_modules/);
        const after = await revisions();
        if (status >= 300) assert.equal(after, before, `${status} ${text}`);
        before = after;
      }),
      { numRuns: inputs, seed, endOnFailure: true },
    );
    assert.equal(({} as any).polluted, undefined);

    // what was taken is whole, and can be read by whoever comes next
    const verified = await governance.get('/ledger/verify');
    expect([verified.status, verified.body.problems]).toEqual([200, []]);
    await eventually(
      async () => (await governance.get('/inventory')).body,
      body => assert.equal(body.waiting, 0),
      30_000,
    );
    for (const path of [
      ...['', '/records', '/decisions', '/cases', '/training'].map(
        of => `${limits}${of}`,
      ),
      ...recordTypes.map(({ type }) => `/records?type=${type}`),
      '/subjects',
      '/risks',
      '/work?scope=all',
      '/work/calendar',
      '/registrations',
      '/training/gaps',
      '/organization',
      '/health',
      '/scorecards/organization',
    ]) {
      const read = await governance.get(path);
      expect([path, read.status]).toEqual([path, 200]);
    }
    if (process.env.AI_GOVERNANCE_FUZZ) {
      process.stdout.write(
        `${id}, seed ${seed}: ${JSON.stringify(
          statuses,
        )}, ${before} revisions\n`,
      );
    }
  });
});
