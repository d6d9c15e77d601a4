import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import {
  as,
  Decisions,
  pathOf,
  startDecisions,
  system,
} from './decisions/__testUtils__/startDecisions';
import { subjectConditions } from './permissions/subjectRules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

// What each may beside reading; the others may nothing.
const granted: Record<string, string[]> = {
  'user:default/dana': ['ai-governance.decision.request'],
  'user:default/rita': ['ai-governance.decision.make'],
  'user:default/omar': ['ai-governance.record.append'],
  'user:default/rolf': ['ai-governance.assurance.append'],
  'user:default/ada': [
    'ai-governance.people.read',
    'ai-governance.record.redact',
  ],
};
function decide(user: string, { name }: Permission): PolicyDecision {
  if (/\.(entity|subject)\.read$/.test(name)) return allow;
  if (user === 'user:default/leah' && name === 'ai-governance.record.redact') {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'ai-governance',
      resourceType: 'ai-governance-subject',
      conditions: subjectConditions.isOwner({ claims: [user] }),
    } as any;
  }
  return granted[user]?.includes(name) ? allow : deny;
}

describe.each(databases.eachSupportedId())(
  'what people state, by permission, on %s',
  id => {
    let knex: Knex;
    let on: Decisions;

    beforeAll(async () => {
      knex = await databases.init(id);
      on = await startDecisions(knex, [system('limits', 'high', 'lending')], {
        decide,
      });
    });
    afterAll(async () => {
      await on.governance.stop();
      await knex.destroy();
    });

    const acknowledge = (of: string, by: string) =>
      on.governance.post(
        `/people/default/${of}/records`,
        { type: 'policy-acknowledgement', data: { version: '2026.1' } },
        as(by),
      );
    const read = (path: string, by: string) => on.governance.get(path, as(by));

    it('is theirs alone to state, and to read but for who may read others', async () => {
      const path = '/people/default/finn/records';
      expect((await read(path, 'finn')).body).toEqual({
        items: [],
        totalItems: 0,
      });
      const stated = await acknowledge('FINN', 'finn');
      expect(stated.status).toBe(201);
      expect(stated.body.data.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(on.governance.audit.at(-1)).toMatchObject({
        event: 'record-append succeeded',
        meta: { type: 'policy-acknowledgement', name: 'FINN' },
      });

      for (const by of ['finn', 'ada']) {
        const { body } = await read(path, by);
        expect(body.items).toEqual([stated.body]);
        const history = await read(
          `/records/${stated.body.recordId}/revisions`,
          by,
        );
        expect(history.body.items).toEqual([stated.body]);
      }
      const filtered = await read(`${path}?type=delegation`, 'finn');
      expect(filtered.body.totalItems).toBe(0);

      const other = await read(path, 'dana');
      expect(other.status).toBe(403);
      expect(other.body.error.message).toMatch(/ai-governance\.people\.read/);
      const history = await read(
        `/records/${stated.body.recordId}/revisions`,
        'dana',
      );
      const missing = await read(
        `/records/${'0'.repeat(36)}/revisions`,
        'dana',
      );
      expect([history.status, missing.status]).toEqual([404, 404]);
      expect(
        history.text.replaceAll(stated.body.recordId, '0'.repeat(36)),
      ).toBe(missing.text);

      for (const by of ['dana', 'ada']) {
        const forged = await acknowledge('finn', by);
        expect(forged.status).toBe(403);
        expect(forged.body.error.message).toMatch(/Only user:default\/finn/);
      }
    });

    it('is not there for who may not see the person', async () => {
      await acknowledge('dan', 'dan');
      on.catalog.visible = (_, { metadata }) => metadata.name !== 'dan';
      for (const by of ['dana', 'ada']) {
        const hidden = await read('/people/default/dan/records', by);
        const absent = await read('/people/default/nil/records', by);
        expect([hidden.status, absent.status]).toEqual([404, 404]);
        expect(hidden.text.replaceAll('/dan', '/nil')).toBe(absent.text);
        expect((await acknowledge('dan', by)).status).toBe(404);
      }
      // who is not shown in the catalog is still themselves
      expect((await read('/people/default/dan/records', 'dan')).status).toBe(
        200,
      );
      on.catalog.visible = () => true;
    });

    it('is erased by who may erase whatever it is of', async () => {
      const { body } = await acknowledge('omar', 'omar');
      const redact = (by: string) =>
        on.governance.post(
          `/records/${body.recordId}/revisions/1/redact`,
          { reason: 'Left' },
          as(by),
        );
      expect((await redact('leah')).status).toBe(404);
      expect((await redact('omar')).status).toBe(403);
      expect((await redact('ada')).status).toBe(200);
      const { body: left } = await read('/people/default/omar/records', 'omar');
      expect(left.items[0]).toMatchObject({ data: null });
    });

    it('of a subject takes the permission for what is done', async () => {
      const change = { kind: 'model', title: 'Newer', why: 'Cheaper.' };
      const test = {
        control: 'DOC-01',
        testedOn: '2026-11-25',
        method: 'Read.',
        result: 'effective',
      };
      const gate = { gate: 'deploy' };
      const asked = await on.approval('limits', 'dana', {
        decision: 'requested',
      });
      expect(asked.status).toBe(201);
      const approval = {
        type: 'approval',
        recordId: asked.body.recordId,
        baseRevision: 1,
        data: { ...gate, decision: 'approved' },
      };
      const cases: [string, object][] = [
        ['record.append', { type: 'change', data: change }],
        [
          'decision.request',
          { type: 'approval', data: { ...gate, decision: 'requested' } },
        ],
        ['decision.make', approval],
        ['assurance.append', { type: 'control-test', data: test }],
      ];
      for (const [permission, body] of cases) {
        const full = `ai-governance.${permission}`;
        const may = (who: string) =>
          granted[`user:default/${who}`].includes(full);
        const actors = ['dana', 'rita', 'omar', 'rolf'];
        // first those who may not: what is done then is something else for who comes after
        for (const who of [
          ...actors.filter(a => !may(a)),
          ...actors.filter(may),
        ]) {
          const stateHash = await on.stateHash('limits');
          const answer = await on.post('limits', who, { ...body, stateHash });
          const refused = expect.stringContaining(full);
          expect([
            permission,
            who,
            answer.status,
            answer.body.error?.message,
          ]).toEqual([
            permission,
            who,
            ...(may(who) ? [201, undefined] : [403, refused]),
          ]);
        }
      }
      const { body } = await read(`${pathOf('limits')}/decisions`, 'dana');
      expect(body.items).toHaveLength(2);
    });
  },
);
