import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  bulkAssignmentsSchema,
  bulkConfirmationsSchema,
  BulkRecords,
  bulkRecordsSchema,
  decodeSpreadsheet,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem } from '../__testUtils__/exampleEntities';
import {
  as,
  Decisions,
  pathOf,
  person,
  startDecisions,
} from '../decisions/__testUtils__/startDecisions';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const fixture = (name: string) =>
  decodeSpreadsheet(readFileSync(join(__dirname, '__fixtures__', name)))!;

const named = (name: string, title: string, team: string) =>
  aiSystem(name, title, `group:default/${team}`, {
    accountable: person('leah'),
    affects: { influences: ['financial-outcomes'], interaction: [] },
  });

/** Sara may not write at all. */
const decide = (user: string, { name }: Permission): PolicyDecision => ({
  result:
    user === person('sara') && name === 'ai-governance.record.append'
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
});

describe.each(databases.eachSupportedId())('many at once on %s', id => {
  let knex: Knex;
  let on: Decisions;

  beforeEach(async () => {
    knex = await databases.init(id);
    on = await startDecisions(
      knex,
      [
        named('card-limits', 'Card limits', 'lending'),
        named('cv-sorter', 'CV sorter', 'lending'),
        named('chat-helper', 'Chat helper', 'duo'),
        named('hidden', 'Payroll bot', 'lending'),
      ],
      { decide },
    );
    on.catalog.visible = (_, { metadata }) => metadata.name !== 'hidden';
  });
  afterEach(async () => {
    await on.governance.stop();
    await knex.destroy();
  });

  const post = async (path: string, body: object, who = 'dana') => {
    const answer = await on.governance.post(`/bulk/${path}`, body, as(who));
    return answer;
  };
  const records = async (name: string, type: string) =>
    (await on.governance.get(`${pathOf(name)}/records?type=${type}`)).body
      .items;

  describe('confirmations', () => {
    const all = ['card-limits', 'cv-sorter', 'chat-helper', 'hidden'].map(
      name => `aisystem:default/${name}`,
    );

    it('show what is confirmed, confirm what may be, once, and say why the rest is not', async () => {
      const look = await post('confirmations', { subjects: all, dryRun: true });
      expect(
        bulkConfirmationsSchema.safeParse(look.body).error,
      ).toBeUndefined();
      const outcomes = ({ body }: any) =>
        body.items.map((i: any) => [i.ref.split('/')[1], i.outcome]);
      expect(outcomes(look)).toEqual([
        ['card-limits', 'may'],
        ['cv-sorter', 'may'],
        ['chat-helper', 'refused'],
        ['hidden', 'refused'],
      ]);
      expect(look.body.items[0]).toMatchObject({
        subject: { title: 'Card limits' },
        profile: { owner: 'group:default/lending' },
      });
      expect(look.body.items[2].reason).toMatch(/Only the owner/);
      expect(look.body.items[3]).toEqual({
        ref: 'aisystem:default/hidden',
        outcome: 'refused',
        reason: expect.stringMatching(/no subject of governance/),
      });
      expect(await records('card-limits', 'confirmation')).toEqual([]);

      const subjects = look.body.items
        .filter((i: any) => i.outcome === 'may')
        .map(({ ref, stateHash }: any) => ({ ref, stateHash }));
      const clicks = await Promise.all([
        post('confirmations', { subjects }),
        post('confirmations', { subjects }),
      ]);
      expect(
        clicks.flatMap(c => c.body.items.map((i: any) => i.outcome)).sort(),
      ).toEqual(['already', 'already', 'confirmed', 'confirmed']);
      expect(outcomes(await post('confirmations', { subjects }))).toEqual([
        ['card-limits', 'already'],
        ['cv-sorter', 'already'],
      ]);
      expect(await records('card-limits', 'confirmation')).toMatchObject([
        { author: person('dana'), data: { confirmed: { as: 'owner' } } },
      ]);
    });

    it('are refused where the entry is no more what was looked at', async () => {
      const [item] = (
        await post('confirmations', { subjects: [all[0]], dryRun: true })
      ).body.items;
      on.catalog.entities = on.catalog.entities.map(e =>
        e.metadata.name === 'card-limits'
          ? { ...e, spec: { ...e.spec, purpose: 'Something else.' } }
          : e,
      );
      await on.governance.sweep();
      const { body } = await post('confirmations', {
        subjects: [{ ref: item.ref, stateHash: item.stateHash }, all[1]],
      });
      expect(body.items).toMatchObject([
        { outcome: 'refused', reason: expect.stringMatching(/has changed/) },
        { outcome: 'confirmed' },
      ]);
    });

    it('name what is wrong with the request', async () => {
      const none = await post('confirmations', { subjects: [] });
      expect(none.status).toBe(400);
      expect(none.body.error.message).toMatch(/^body\.subjects: /);
    });
  });

  describe('spreadsheets', () => {
    const risks = fixture('risk-register.csv');
    const guess = async () =>
      (await post('records', { type: 'risk-assessment', csv: risks }))
        .body as BulkRecords;

    it('are read by a mapping that the header and the cells suggest', async () => {
      const answer = await guess();
      expect(bulkRecordsSchema.safeParse(answer).error).toBeUndefined();
      expect(answer.mapping).toMatchObject({
        subject: { column: 'System' },
        fields: {
          'scenarios[].title': { column: 'Risk' },
          'scenarios[].category': {
            column: 'Type',
            values: { accuracy: ['Quality'], privacy: ['GDPR'] },
          },
          'scenarios[].inherent.likelihood': {
            values: { 3: ['Med'], 4: ['Likely', 'High', '4 - Likely'] },
          },
          'scenarios[].treatment.strategy': {
            values: { mitigate: ['Reduce', 'Treat'] },
          },
          'scenarios[].treatment.due': {
            column: 'Target date',
            absent: ['TBC', 'n/a'],
          },
        },
      });
      // one day of the column is none in any format: nobody is told how to read the others
      expect(
        answer.mapping!.fields['scenarios[].treatment.due'],
      ).not.toHaveProperty('format');
    });

    const mappingOf = async () => {
      const { mapping } = await guess();
      const due = mapping!.fields['scenarios[].treatment.due'];
      return {
        ...mapping!,
        fields: {
          ...mapping!.fields,
          'scenarios[].treatment.due': { ...due, format: 'd.M.yyyy' },
          'scenarios[].treatment.owner': {
            column: 'Risk owner',
            values: { 'user:default/omar': ['head of hiring'] },
          },
        },
      };
    };

    it('say what would be recorded, what is refused on which line, then record it once', async () => {
      const mapping = await mappingOf();
      const body = { type: 'risk-assessment', csv: risks, mapping };
      const dry: BulkRecords = (await post('records', body)).body;
      expect(
        dry.systems.map(s => [s.subject.title, s.outcome, s.lines]),
      ).toEqual([
        ['Card limits', 'new', [2, 4]],
        ['CV sorter', 'new', [5, 6]],
        ['Chat helper', 'new', [8]],
      ]);
      expect(dry.refusals.map(r => [r.line, r.column, r.reason])).toEqual([
        [
          7,
          'Target date (11)',
          expect.stringContaining('"31.02.2027" is no day written as d.M.yyyy'),
        ],
        [9, null, expect.stringContaining('is stated on line 8 already')],
        // there is one of that title: the reader may not know
        [10, null, 'there is no AI system "Payroll bot" that you may read'],
        [12, 'System (2)', 'names no system'],
        [12, 'Type (4)', expect.stringContaining('"?" is none of')],
        [12, 'Likelihood (6)', expect.stringContaining('"???" is no rating')],
      ]);
      expect(dry.refusedRows).toBe(4);
      expect(dry.systems[0]).toMatchObject({
        before: null,
        base: 0,
        added: [
          'Wrong limits for thin credit files',
          'Limits differ by postcode',
        ],
        after: {
          scenarios: [
            {
              id: 'r-014',
              category: 'accuracy',
              description: expect.stringContaining('high.\nSeen twice'),
              inherent: {
                likelihood: 3,
                consequence: { individuals: 4, society: 4, business: 4 },
              },
              treatment: {
                strategy: 'mitigate',
                owner: 'group:default/lending',
                due: '2027-04-30',
              },
            },
            { id: 'r-015' },
          ],
        },
      });
      expect(await records('card-limits', 'risk-assessment')).toEqual([]);

      const bases = Object.fromEntries(
        dry.systems.map(s => [s.subject.ref, s.base]),
      );
      const done: BulkRecords = (
        await post('records', { ...body, dryRun: false, bases })
      ).body;
      expect(done.recorded).toBe(3);
      expect(await records('card-limits', 'risk-assessment')).toMatchObject([
        { revision: 1, author: person('dana'), data: dry.systems[0].after },
      ]);
      expect(on.governance.audit.at(-1)).toMatchObject({
        event: 'bulk-records succeeded',
        meta: { rows: 9, refusedRows: 4, recorded: 3 },
      });

      const again: BulkRecords = (
        await post('records', { ...body, dryRun: false })
      ).body;
      expect(again.recorded).toBe(0);
      expect(again.systems.map(s => s.outcome)).toEqual(
        Array(3).fill('unchanged'),
      );
      const late: BulkRecords = (
        await post('records', {
          ...body,
          csv: risks.replace('Drop postcode', 'Leave out postcode'),
          dryRun: false,
          bases,
        })
      ).body;
      expect(late.systems[0]).toMatchObject({
        outcome: 'refused',
        reason: expect.stringMatching(
          /at revision 0 when you looked, and is at 1/,
        ),
      });
    });

    it('lose nothing that is there, and leave or take over what the file names', async () => {
      const scenario = (sid: string, title: string) => ({
        id: sid,
        title,
        category: 'safety',
        inherent: {
          likelihood: 1,
          consequence: { individuals: 1, society: 1, business: 1 },
        },
        knowledge: 'weak',
      });
      await on.post('card-limits', 'dana', {
        type: 'risk-assessment',
        data: {
          summary: 'By hand.',
          scenarios: [
            scenario('outage', 'It is down'),
            scenario('thin', 'Wrong limits for thin credit FILES'),
          ],
        },
      });
      const body = {
        type: 'risk-assessment',
        csv: risks,
        mapping: await mappingOf(),
      };
      const of = async (merge: string) =>
        (await post('records', { ...body, merge })).body.systems[0];
      expect(await of('skip')).toMatchObject({
        outcome: 'revised',
        base: 1,
        added: ['Limits differ by postcode'],
        kept: ['Wrong limits for thin credit files'],
        after: {
          summary: 'By hand.',
          scenarios: [
            scenario('outage', 'It is down'),
            scenario('thin', 'Wrong limits for thin credit FILES'),
            { id: 'r-015' },
          ],
        },
      });
      expect(await of('update')).toMatchObject({
        updated: ['Wrong limits for thin credit files'],
        after: {
          summary: 'By hand.',
          scenarios: [
            scenario('outage', 'It is down'),
            {
              id: 'thin',
              knowledge: 'weak',
              category: 'accuracy',
              inherent: { likelihood: 3 },
            },
            { id: 'r-015' },
          ],
        },
      });
    });

    it('become vendor assessments, a row for each certificate', async () => {
      const csv = fixture('vendor-register.csv');
      const dry: BulkRecords = (
        await post('records', { type: 'vendor-assessment', csv })
      ).body;
      expect(dry.unmapped).toEqual([]);
      const { mapping } = dry;
      mapping!.fields['retention.prompts.days'] = {
        column: 'Prompt retention (days)',
        absent: ['n/a'],
      };
      const { body } = await post('records', {
        type: 'vendor-assessment',
        csv,
        mapping,
      });
      expect(body.refusals).toMatchObject([
        { line: 5, reason: 'Product: line 4 says otherwise' },
      ]);
      expect(body.systems[0].after).toEqual({
        product: 'OpenAI API',
        plan: 'Enterprise',
        dataSent: [
          {
            classification: 'restricted',
            what: 'Mails of customers, account numbers',
          },
        ],
        retention: { prompts: { standing: 'known', days: 30 } },
        training: { use: 'no', basis: 'DPA §4.2, opt-in only' },
        subProcessors: [{ name: 'Microsoft Azure' }],
        exit: 'Drafts are ours; switch to the other provider in a week',
        evidence: [
          { kind: 'soc-2', issued: '2026-03-31', expires: '2027-03-30' },
          { kind: 'iso-27001', issued: '2026-01-15', expires: '2029-01-14' },
        ],
      });
    });

    it('are written by who may only, and refused with what is wrong', async () => {
      const mapping = await mappingOf();
      const body = { type: 'risk-assessment', csv: risks, mapping };
      const sara: BulkRecords = (
        await post('records', { ...body, dryRun: false }, 'sara')
      ).body;
      expect(sara.recorded).toBe(0);
      expect(sara.systems[0]).toMatchObject({
        outcome: 'refused',
        reason: expect.stringMatching(/takes the permission/),
      });
      const wrong: [object, RegExp][] = [
        [{ mapping: undefined, dryRun: false }, /body\.mapping: is needed/],
        [
          {
            mapping: {
              ...mapping,
              fields: { ...mapping.fields, nonsense: { column: 99 } },
            },
          },
          /body\.mapping\.fields\.nonsense: is no field of a risk assessment/,
        ],
        [
          { mapping: { ...mapping, subject: { column: 'Tool' } } },
          /body\.mapping\.subject\.column: the file has no column "Tool"/,
        ],
        [{ csv: 'System\n"open' }, /body\.csv: a quote in it is not closed/],
        [{ csv: 'System\n' }, /body\.csv: must have a header/],
        [
          { csv: `System\n${'x\n'.repeat(5001)}` },
          /body\.csv: has 5001 rows, and at most 5000/,
        ],
        [{ csv: `System\n${'x'.repeat(5_000_000)}` }, /larger than 5 MB/],
      ];
      for (const [change, message] of wrong) {
        const { status, body: answer } = await post('records', {
          ...body,
          ...change,
        });
        expect([answer.error?.message, status]).toEqual([
          expect.stringMatching(message),
          400,
        ]);
      }
    });
  });

  describe('assignments', () => {
    it('give actions and treatments an owner and a date, one revision each, by the rules of each', async () => {
      const action = async (title: string) =>
        (
          await on.post('card-limits', 'dana', {
            type: 'corrective-action',
            data: {
              title,
              from: { kind: 'audit', recordId: 'A-1' },
              severity: 'high',
              status: 'open',
              plan: 'Mend it.',
              owner: person('omar'),
            },
          })
        ).body;
      const first = await action('First');
      const second = await action('Second');
      await on.post('card-limits', 'omar', {
        type: 'corrective-action',
        recordId: second.recordId,
        baseRevision: 1,
        data: { ...second.data, status: 'done' },
      });
      const rating = {
        likelihood: 3,
        consequence: { individuals: 3, society: 1, business: 1 },
      };
      const assessment = (
        await on.post('cv-sorter', 'dana', {
          type: 'risk-assessment',
          data: {
            scenarios: ['a', 'b', 'c'].map(sid => ({
              id: sid,
              title: sid,
              category: 'legal',
              inherent: rating,
              ...(sid !== 'c' && { treatment: { strategy: 'mitigate' } }),
            })),
          },
        })
      ).body;
      const request = {
        owner: 'user:default/dana',
        due: '2027-02-01',
        materiality: 'routine',
        materialityReason: 'Who does it, and until when.',
        items: [
          { recordId: first.recordId, baseRevision: 1 },
          { recordId: second.recordId, baseRevision: 2 },
          {
            recordId: assessment.recordId,
            baseRevision: 1,
            scenarios: ['a', 'b'],
          },
          { recordId: 'none', baseRevision: 1 },
        ],
      };
      const { body } = await post('assignments', request);
      expect(bulkAssignmentsSchema.safeParse(body).error).toBeUndefined();
      expect(body.items).toMatchObject([
        { outcome: 'assigned', revision: 2 },
        {
          outcome: 'refused',
          reason: 'It is done: only what is open is assigned.',
        },
        { outcome: 'assigned', revision: 2 },
        {
          outcome: 'refused',
          reason: 'There is no record none that you may read.',
        },
      ]);
      const [revised] = await records('cv-sorter', 'risk-assessment');
      expect(revised).toMatchObject({ revision: 2, materiality: 'routine' });
      expect(revised.data.scenarios.map((s: any) => s.treatment)).toEqual([
        { strategy: 'mitigate', owner: person('dana'), due: '2027-02-01' },
        { strategy: 'mitigate', owner: person('dana'), due: '2027-02-01' },
        undefined,
      ]);
      const again = await post('assignments', request);
      expect(again.body.items.map((i: any) => i.outcome)).toEqual([
        'unchanged',
        'refused',
        'unchanged',
        'refused',
      ]);
      const stale = await post('assignments', {
        due: '2027-03-01',
        items: [
          { recordId: first.recordId, baseRevision: 1 },
          {
            recordId: assessment.recordId,
            baseRevision: 2,
            scenarios: ['c'],
          },
          {
            recordId: second.recordId,
            baseRevision: 2,
            scenarios: ['a'],
          },
        ],
      });
      expect(stale.body.items).toMatchObject([
        {
          reason: expect.stringMatching(
            /is at revision 2, and you started from 1/,
          ),
        },
        {
          reason:
            'c: it has no treatment yet; choose one on the tab Risk first',
        },
        {
          outcome: 'refused',
          reason: expect.stringMatching(
            /^scenarios: are of a risk assessment; a corrective action has none/,
          ),
        },
      ]);
      const nothing = await post('assignments', { items: request.items });
      expect(nothing.body.error.message).toMatch(/body\.owner: name an owner/);
    });
  });
});
