import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  figuresSchema,
  organizationEntrySchema,
  organizationPostureSchema,
  policyHash,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import assert from 'node:assert';
import { eventually } from './__testUtils__/startGovernance';
import {
  as,
  Decisions,
  pathOf,
  policy,
  startDecisions,
  system,
} from './decisions/__testUtils__/startDecisions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const [READ, APPEND, ASSURE, REDACT] = [
  'ai-governance.organization.read',
  'ai-governance.organization.append',
  'ai-governance.organization.assure',
  'ai-governance.record.redact',
];

// What each may of the organization; dee may nothing, finn may write what he may not read.
const granted: Record<string, string[]> = {
  'user:default/rita': [READ, APPEND],
  'user:default/rolf': [READ, ASSURE],
  'user:default/omar': [READ],
  'user:default/ada': [READ, APPEND, ASSURE, REDACT],
  'user:default/finn': [APPEND, ASSURE, REDACT],
};
function decide(user: string, { name }: Permission): PolicyDecision {
  if (/organization|redact/.test(name)) {
    return granted[user]?.includes(name) ? allow : deny;
  }
  return allow;
}

const path = '/organization/records';
const objective = {
  title: 'Assess every risk',
  measure: 'Systems with a current assessment',
  unit: '%',
  direction: 'at-least',
  target: 95,
  owner: 'group:default/office',
  due: '2027-06-30',
  plan: 'Ask each quarter.',
  status: 'open',
};
const review = {
  heldOn: '2026-11-24',
  chairedBy: 'user:default/leah',
  attendees: ['user:default/rita'],
  inputs: {
    earlierActions: 'Done.',
    issues: 'None.',
    interestedParties: 'None.',
    nonconformities: 'None.',
    monitoring: 'As ever.',
    auditResults: 'None.',
    objectives: 'On the way.',
    opportunities: 'None.',
  },
  decisions: [],
  nextBy: '2027-11-24',
};
const audit = {
  title: 'Yearly',
  kind: 'internal',
  status: 'reported',
  scope: 'Everything.',
  criteria: [{ framework: 'iso-42001' }],
  period: { from: '2026-11-02', to: '2026-11-06' },
  lead: 'user:default/rolf',
  independence: 'Audits only.',
  conclusion: 'Fair.',
  findings: [
    {
      id: 'F-1',
      title: 'No plan',
      grade: 'major',
      controls: ['ORG-03', 'DOC-01'],
      text: 'None.',
    },
  ],
};

describe.each(databases.eachSupportedId())(
  'the management system of the organization on %s',
  id => {
    let knex: Knex;
    let on: Decisions;

    beforeEach(async () => {
      knex = await databases.init(id);
      on = await startDecisions(
        knex,
        [
          system('limits', 'high', 'lending'),
          system('texts', 'minimal', 'duo'),
        ],
        { decide },
      );
    });
    afterEach(async () => {
      await on.governance.stop();
      await knex.destroy();
    });

    const write = (
      who: string,
      type: string,
      data: object,
      head?: { recordId: string; revision: number },
    ) =>
      on.governance.post(
        path,
        {
          type,
          data,
          ...(head && { recordId: head.recordId, baseRevision: head.revision }),
        },
        as(who),
      );
    const list = (who: string, query: string) =>
      on.governance.get(`${path}?${query}`, as(who));

    it('is written by who may append and who may assure, and read by who may read', async () => {
      const statuses: Record<string, number[]> = {};
      for (const who of ['rita', 'rolf', 'omar', 'ada', 'finn', 'dee']) {
        statuses[who] = [
          (await list(who, 'type=objective')).status,
          (await write(who, 'objective', objective)).status,
          (await write(who, 'audit', { ...audit, status: 'in-progress' }))
            .status,
        ];
      }
      expect(statuses).toEqual({
        rita: [200, 201, 403],
        rolf: [200, 403, 201],
        omar: [200, 403, 403],
        ada: [200, 201, 201],
        finn: [403, 403, 403],
        dee: [403, 403, 403],
      });
      const { body } = await write('omar', 'objective', objective);
      expect(body.error.message).toContain(APPEND);
      expect((await list('dee', 'type=audit')).body.error.message).toContain(
        READ,
      );
      expect((await list('omar', 'type=objective')).body.totalItems).toBe(2);
      expect(on.governance.audit).toContainEqual({
        event: 'record-append succeeded',
        meta: expect.objectContaining({ type: 'objective', revision: 1 }),
      });
    });

    it('keeps its history and its existence from who may not read it', async () => {
      const { body } = await write('rita', 'objective', objective);
      const of = (who: string, recordId = body.recordId) =>
        on.governance.get(`/records/${recordId}/revisions`, as(who));
      expect((await of('omar')).body.items).toMatchObject([{ revision: 1 }]);
      const [hidden, none] = [await of('dee'), await of('dee', '0'.repeat(36))];
      expect(hidden.status).toBe(404);
      expect(hidden.text.replaceAll(body.recordId, '')).toBe(
        none.text.replaceAll('0'.repeat(36), ''),
      );
      const redact = (who: string) =>
        on.governance.post(
          `/records/${body.recordId}/revisions/1/redact`,
          { reason: 'Names somebody.' },
          as(who),
        );
      expect((await redact('finn')).status).toBe(404);
      expect((await redact('rita')).status).toBe(403);
      expect((await redact('ada')).status).toBe(200);
      expect((await of('omar')).body.items).toMatchObject([{ data: null }]);
      expect((await list('omar', 'type=objective')).body.items).toMatchObject([
        { summary: 'Redacted', data: null },
      ]);
    });

    it('refuses what is wrong with its path, and writes nothing of it', async () => {
      const wrong: [string, string, object, number, RegExp][] = [
        [
          'rita',
          'change',
          {},
          400,
          /type: change belongs to the stream of a s/,
        ],
        [
          'rita',
          'policy',
          policy,
          400,
          /type: policy is written by the system/,
        ],
        [
          'rita',
          'objective',
          { ...objective, measurements: [{ on: '2026-11-01', value: 'x' }] },
          400,
          /data\.measurements\[0\]\.value: /,
        ],
        [
          'rita',
          'objective',
          { ...objective, setOn: '2026-01-01' },
          400,
          /data\.setOn: is filled in by the system/,
        ],
        [
          'rita',
          'management-review',
          { ...review, snapshot: {} },
          400,
          /data\.snapshot/,
        ],
        [
          'rita',
          'corrective-action',
          {
            title: 'x',
            from: { kind: 'audit', recordId: 'none' },
            severity: 'low',
            status: 'open',
            plan: 'x',
            owner: 'group:default/duo',
          },
          400,
          /data\.from\.recordId: there is no audit record none of the organiz/,
        ],
        ['ada', 'audit', { ...audit, status: 'closed' }, 400, /data\.status: /],
      ];
      const before = await knex('revisions').count({ n: '*' });
      for (const [who, type, data, status, says] of wrong) {
        const answer = await write(who, type, data);
        expect([type, answer.status]).toEqual([type, status]);
        expect(answer.body.error.message).toMatch(says);
      }
      expect(await knex('revisions').count({ n: '*' })).toEqual(before);
      const other = await list('omar', 'type=change');
      expect(other.status).toBe(400);
      expect(other.body.error.message).toMatch(/query\.type: change is not of/);
    });

    it('says a requirement once, also to two who write at once', async () => {
      const data = {
        framework: 'iso-42001',
        requirement: 'A.8.3',
        applies: 'yes',
        justification: 'People outside report to us.',
      };
      const answers = await Promise.all([
        write('rita', 'applicability', data),
        write('ada', 'applicability', data),
      ]);
      expect(answers.map(a => a.status).sort()).toEqual([201, 409]);
      const [first] = answers.filter(a => a.status === 201);
      const [second] = answers.filter(a => a.status === 409);
      expect(second.body.error.message).toContain(
        `as record ${first.body.recordId}`,
      );
    });

    it('freezes the figures of the whole organization in a management review', async () => {
      await eventually(
        async () => (await on.governance.get('/inventory')).body,
        body => assert.equal(body.waiting, 0),
        5000,
      );
      const incident = {
        title: 'Pasted',
        kind: 'misuse',
        severity: 'high',
        status: 'open',
        detected: '2026-11-20',
        what: 'Details.',
      };
      const happened = await on.post('limits', 'dana', {
        type: 'incident',
        data: incident,
      });
      await on.post('texts', 'dee', {
        type: 'incident',
        data: { ...incident, status: 'resolved' },
      });
      await on.post('limits', 'dana', {
        type: 'corrective-action',
        data: {
          title: 'Filter',
          from: { kind: 'incident', recordId: happened.body.recordId },
          severity: 'high',
          status: 'open',
          plan: 'Filter.',
          owner: 'group:default/lending',
          due: '2026-11-24',
        },
      });
      const audited = await write('rolf', 'audit', audit);
      await write('rita', 'corrective-action', {
        title: 'Plan',
        from: {
          kind: 'audit',
          recordId: audited.body.recordId,
          finding: 'F-1',
        },
        severity: 'low',
        status: 'open',
        plan: 'Plan.',
        owner: 'group:default/office',
      });
      await eventually(
        async () => (await on.governance.get('/inventory')).body,
        body => assert.equal(body.waiting, 0),
        5000,
      );

      const { status, body } = await write('rita', 'management-review', review);
      expect(status).toBe(201);
      const { snapshot } = body.data;
      expect(figuresSchema.parse(snapshot)).toEqual(snapshot);
      expect(snapshot).toMatchObject({
        at: body.recordedAt,
        policy: { version: policy.version, hash: policyHash(policy) },
        subjects: 2,
        unevaluated: 0,
        tiers: { prohibited: 0, high: 1, limited: 0, minimal: 1 },
        incidents: { critical: 0, high: 1, medium: 0, low: 0 },
        correctiveActions: { open: 2, overdue: 1 },
      });
      // as the scorecard of who may see everything has it
      const { body: scorecard } = await on.governance.get(
        '/scorecards/organization',
      );
      expect(snapshot).toMatchObject({
        levels: scorecard.levels,
        counts: scorecard.counts,
        overdue: scorecard.overdue,
      });

      // later, when all is different, it is what it was
      await on.post('texts', 'dee', { type: 'incident', data: incident });
      const revised = await write(
        'rita',
        'management-review',
        { ...review, decisions: [{ what: 'Hire' }] },
        body,
      );
      expect(revised.body.data.snapshot).toEqual(snapshot);
      // a subject whose catalog entry is gone counts no longer
      await knex('subjects').where('name', 'texts').update({ gone_at: '2026' });
      const next = await write('rita', 'management-review', review);
      expect(next.body.data.snapshot).toMatchObject({
        subjects: 1,
        incidents: { high: 1 },
      });
    });

    it('closes an audit once another has seen that the action works', async () => {
      const { body: reported } = await write('rolf', 'audit', audit);
      const close = (head: any) =>
        write('rolf', 'audit', { ...audit, status: 'closed' }, head);
      const refused = await close(reported);
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(/missing for F-1/);

      const action = {
        title: 'Plan',
        from: {
          kind: 'audit',
          recordId: reported.recordId,
          finding: 'F-1',
        },
        severity: 'low',
        status: 'done',
        plan: 'Plan.',
        owner: 'group:default/office',
      };
      const { body: done } = await write('rita', 'corrective-action', action);
      const verify = (who: string) =>
        write(
          who,
          'corrective-action',
          { ...done.data, status: 'verified', effect: 'Planned.' },
          done,
        );
      // rolf may assure, and is of the office that owns it; rita did it
      for (const who of ['rita', 'rolf']) {
        expect((await verify(who)).status).toBe(403);
      }
      expect((await verify('ada')).status).toBe(201);
      expect((await close(reported)).status).toBe(201);
    });

    it('lists its records in pages, as CSV too, and finds text in them', async () => {
      for (let i = 0; i < 5; i += 1) {
        on.time.now = `2026-11-25T10:0${i}:00.000Z`;
        await write('rita', 'objective', {
          ...objective,
          title: `=Aim ${i}`,
        });
      }
      const first = await list('omar', 'type=objective&limit=3');
      expect(first.body).toMatchObject({ totalItems: 5 });
      for (const item of first.body.items) {
        expect(organizationEntrySchema.parse(item)).toEqual(item);
      }
      const second = await list(
        'omar',
        `type=objective&limit=3&cursor=${first.body.nextCursor}`,
      );
      expect(
        [...first.body.items, ...second.body.items].map(r => r.summary),
      ).toEqual([4, 3, 2, 1, 0].map(i => `=Aim ${i} (open)`));
      expect(second.body.nextCursor).toBeUndefined();
      expect(
        (await list('omar', 'type=objective&q=aim%203')).body.items,
      ).toEqual([expect.objectContaining({ summary: '=Aim 3 (open)' })]);
      const csv = await on.governance.get(`${path}?type=objective&q=aim`, {
        ...as('omar'),
        headers: { accept: 'text/csv' },
      });
      const [header, row, ...others] = csv.text.split('\r\n');
      expect(header).toMatch(/^\uFEFFrecordId,revision,summary,.*data\.title,/);
      expect(row).toContain("'=Aim 4");
      expect(others.filter(Boolean)).toHaveLength(4);
      const denied = await on.governance.get(`${path}?type=objective`, {
        ...as('dee'),
        headers: { accept: 'text/csv' },
      });
      expect(denied.status).toBe(403);
    });

    it('is judged by its records, for who may read these', async () => {
      const of = async (who: string) =>
        (await on.governance.get('/organization', as(who))).body;
      const states = async (who: string) =>
        Object.fromEntries(
          (await of(who)).results.map((r: any) => [r.controlId, r.state]),
        );
      expect(await states('omar')).toMatchObject({
        'ORG-03': 'not-reported',
        'ORG-04': 'not-reported',
      });
      await write('rita', 'objective', objective);
      await write('rita', 'management-review', review);
      expect(await states('omar')).toMatchObject({
        'ORG-03': 'pass',
        'ORG-04': 'pass',
      });
      expect(Object.keys(await states('dee'))).toEqual(['ORG-01', 'ORG-02']);
      expect(organizationPostureSchema.parse(await of('omar'))).toEqual(
        await of('omar'),
      );
      expect((await of('ada')).may).toEqual({
        read: true,
        append: true,
        assure: true,
        redact: true,
      });
      // who may not read may not write either
      expect((await of('finn')).may).toEqual({
        read: false,
        append: false,
        assure: false,
        redact: false,
      });
    });

    it('has records that no register of systems shows', async () => {
      await write('rita', 'objective', objective);
      const { body } = await on.governance.get('/records?type=objective');
      expect(body).toEqual({ items: [], totalItems: 0 });
      const { status } = await on.post('limits', 'dana', {
        type: 'objective',
        data: objective,
      });
      expect(status).toBe(400);
      expect((await on.governance.get(pathOf('limits'))).status).toBe(200);
    });
  },
);
