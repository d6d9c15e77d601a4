import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  limits,
  intendedUse,
  startExample,
} from './__testUtils__/startExample';
import { Governance, TestCatalog } from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'records, registers and exports on %s',
  id => {
    let knex: Knex;
    let catalog: TestCatalog;
    let governance: Governance;

    beforeEach(async () => {
      knex = await databases.init(id);
      ({ catalog, governance } = await startExample(knex));
    });
    afterEach(async () => {
      await governance.stop();
      await knex.destroy();
    });

    it('loses no edit: whoever comes second is told, and shown the head', async () => {
      const first = (await governance.post(`${limits}/records`, intendedUse()))
        .body;
      const second = await governance.post(
        `${limits}/records`,
        intendedUse({ users: 'All.' }, { baseRevision: 1 }),
        { user: 'user:default/dana' },
      );
      expect(second.status).toBe(201);

      const late = await governance.post(
        `${limits}/records`,
        intendedUse({ users: 'None.' }, { baseRevision: 1 }),
      );
      expect(late.status).toBe(409);
      expect(late.body).toMatchObject({
        error: { name: 'ConflictError', message: expect.any(String) },
        response: { statusCode: 409 },
        head: { revision: 2, author: 'user:default/dana' },
      });
      expect(late.body.head).toEqual(second.body);
      expect(governance.audit.at(-1)).toMatchObject({
        event: 'record-append failed',
      });

      const history = (
        await governance.get(`/records/${first.recordId}/revisions`)
      ).body;
      expect(history.items.map((r: any) => r.revision)).toEqual([2, 1]);
      const then = await governance.get(
        `${limits}/records?type=intended-use&asOf=${first.recordedAt}`,
      );
      expect(then.body.items).toEqual([first]);
    });

    it('gives every list as CSV, whole and defused', async () => {
      catalog.entities = catalog.entities.map(entity =>
        entity.metadata.name === 'orphan'
          ? {
              ...entity,
              metadata: { ...entity.metadata, title: '=HYPERLINK("x")' },
            }
          : entity,
      );
      await governance.sweep();
      const csv = await governance.get('/subjects', {
        headers: { accept: 'text/csv' },
      });
      expect(csv.status).toBe(200);
      expect(csv.headers).toMatchObject({
        'content-type': expect.stringContaining('text/csv'),
        'content-disposition': 'attachment; filename="ai-inventory.csv"',
        'cache-control': 'no-store',
      });
      const [header, ...rows] = csv.text.trim().split('\r\n');
      expect(header).toMatch(/^\ufeff?ref,title,kind,/);
      expect(rows).toHaveLength(4);
      expect(rows.find(row => row.includes('orphan'))).toContain(
        `,"'=HYPERLINK(""x"")",`,
      );
      expect(governance.audit.at(-1)).toEqual({
        event: 'list-subjects-export succeeded',
        meta: { rows: 4 },
      });

      await governance.post(`${limits}/records`, {
        type: 'change',
        data: { kind: 'model', title: '@cmd', why: 'two\nlines' },
      });
      const register = await governance.get('/records?type=change', {
        headers: { accept: 'text/csv' },
      });
      expect(register.text).toContain(`,'@cmd,`);
      expect(register.text).toContain(`,"two\nlines",`);
      const paged = await governance.get('/subjects?limit=5', {
        headers: { accept: 'text/csv' },
      });
      expect(paged.status).toBe(400);
      expect(paged.body.error.message).toMatch(/query\.limit/);
    });

    it('keeps registers, with the subject of each record', async () => {
      await governance.post(`${limits}/records`, {
        type: 'change',
        data: { kind: 'model', title: 'Newer model', why: 'Cheaper.' },
      });
      await governance.post('/subjects/aisystem/default/reply-drafts/records', {
        type: 'change',
        data: { kind: 'prompt', title: 'Shorter prompt', why: 'Clearer.' },
      });
      const { body } = await governance.get('/records?type=change');
      expect(body.totalItems).toBe(2);
      expect(
        body.items.map((e: any) => [e.subject.ref, e.summary, e.author]),
      ).toEqual([
        [
          'aisystem:default/reply-drafts',
          'Shorter prompt',
          'user:default/mock',
        ],
        ['aisystem:default/card-limits', 'Newer model', 'user:default/mock'],
      ]);
      const filtered = await governance.get(
        '/records?type=change&team=group:default/lending',
      );
      expect(filtered.body.totalItems).toBe(1);
    });

    it('erases the data of a revision on record, and still verifies', async () => {
      const { recordId } = (
        await governance.post(
          `${limits}/records`,
          intendedUse({ users: 'Mrs Smith of Elm Street' }),
        )
      ).body;
      const path = `/records/${recordId}/revisions/1/redact`;
      expect((await governance.post(path, { reason: '' })).status).toBe(400);
      expect(
        (
          await governance.post(path.replace('1/redact', '7/redact'), {
            reason: 'x',
          })
        ).status,
      ).toBe(404);
      const { status } = await governance.post(path, {
        reason: 'Names a customer.',
      });
      expect(status).toBe(200);
      const { items } = (await governance.get(`/records/${recordId}/revisions`))
        .body;
      expect(items).toMatchObject([{ revision: 1, data: null }]);
      const text = JSON.stringify(
        (await governance.get(`${limits}/records`)).body,
      );
      expect(text).toContain('Names a customer.');
      expect(text).not.toContain('Elm Street');
      expect((await governance.post(path, { reason: 'again' })).status).toBe(
        409,
      );
      expect((await governance.get('/ledger/verify')).body).toMatchObject({
        ok: true,
        problems: [],
      });
      expect(governance.audit.map(a => a.event)).toEqual(
        expect.arrayContaining([
          'record-redact succeeded',
          'record-redact failed',
          'ledger-verify succeeded',
        ]),
      );
    });

    it('names the row that was tampered with', async () => {
      const { seq } = (
        await governance.post(`${limits}/records`, intendedUse())
      ).body;
      expect((await governance.get('/ledger/verify')).body.ok).toBe(true);
      await knex('revisions')
        .where({ type: 'intended-use' })
        .update({ author: 'user:default/somebody-else' });
      const { body } = await governance.get(
        '/ledger/verify?stream=aisystem:default/card-limits',
      );
      expect(body.ok).toBe(false);
      expect(body.problems).toContainEqual(
        expect.objectContaining({
          streamRef: 'aisystem:default/card-limits',
          seq,
          kind: 'row-changed',
        }),
      );
    });
  },
);
