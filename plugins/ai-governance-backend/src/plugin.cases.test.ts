import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { limits, startExample } from './__testUtils__/startExample';
import { Governance } from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const estimate = {
  likelihood: 2,
  consequence: { individuals: 1, society: 1, business: 2 },
};
const risk = (...evidence: string[]) => ({
  type: 'risk-assessment',
  data: {
    scenarios: [
      {
        id: 'drift',
        title: 'It drifts',
        category: 'accuracy',
        inherent: estimate,
        current: { ...estimate, evidence },
      },
    ],
  },
});
const report = {
  type: 'monitoring',
  data: {
    period: { from: '2026-05-01', to: '2026-05-31' },
    drift: {
      found: 'Moved.',
      measures: [
        { name: 'psi', value: 0.3, threshold: 0.2, direction: 'above' },
      ],
    },
  },
};
const incident = (monitoring: string) => ({
  type: 'incident',
  data: {
    title: 'Limits drifted',
    kind: 'failure',
    severity: 'low',
    status: 'open',
    detected: '2026-06-01',
    what: 'They did.',
    breaches: [{ monitoring, measure: 'psi' }],
  },
});

describe.each(databases.eachSupportedId())(
  'records that name others, and cases, on %s',
  id => {
    let knex: Knex;
    let governance: Governance;

    beforeEach(async () => {
      knex = await databases.init(id);
      ({ governance } = await startExample(knex));
    });
    afterEach(async () => {
      await governance.stop();
      await knex.destroy();
    });
    const post = (body: object) => governance.post(`${limits}/records`, body);

    it('takes only ids of records of the system and of the right type', async () => {
      const { body: watched } = await post(report);
      const wrong = await post(risk('nowhere', watched.recordId));
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toBe(
        `body.data.scenarios[0].current.evidence[0]: there is no evidence record nowhere of the system; body.data.scenarios[0].current.evidence[1]: there is no evidence record ${watched.recordId} of the system`,
      );
      const kept = await governance.get(
        `${limits}/records?type=risk-assessment`,
      );
      expect(kept.body.items).toEqual([]);

      const { body: evidence } = await post({
        type: 'evidence',
        data: {
          title: 'Drift test',
          link: 'https://docs.example.com/drift',
          sha256: 'a'.repeat(64),
          producer: 'Data science',
          generatedAt: '2026-05-01',
          effectiveFrom: '2026-05-01',
          expires: '2027-05-01',
        },
      });
      const right = await post(risk(evidence.recordId));
      expect(right.status).toBe(201);
      const changed = await post({
        type: 'change',
        data: {
          kind: 'model',
          title: 'New model',
          why: 'Drift.',
          breaches: [{ monitoring: evidence.recordId, measure: 'psi' }],
        },
      });
      expect(changed.status).toBe(400);
      expect(changed.body.error.message).toMatch(
        /^body\.data\.breaches\[0\]\.monitoring: there is no monitoring record/,
      );
    });

    it('gives the whole case from any of its records, and from no other', async () => {
      const { body: watched } = await post(report);
      const { body: happened } = await post(incident(watched.recordId));
      const { body: list } = await governance.get(`${limits}/cases`);
      expect(list).toMatchObject({
        totalItems: 1,
        items: [
          {
            id: watched.recordId,
            title: 'Limits drifted',
            records: [watched.recordId, happened.recordId],
            steps: [
              { stage: 'breach', standing: 'done' },
              { stage: 'incident', due: happened.data.deadline },
              { stage: 'action', standing: 'missing', of: happened.recordId },
            ],
          },
        ],
      });
      for (const { recordId } of [watched, happened]) {
        const { body } = await governance.get(`${limits}/cases/${recordId}`);
        expect(body).toEqual(list.items[0]);
      }
      const none = await governance.get(`${limits}/cases/nothing`);
      expect(none.status).toBe(404);
      expect(none.body.error.message).toMatch(/belongs to no case/);
    });

    it('says nothing of a system that the caller may not read', async () => {
      const { body: watched } = await post(report);
      const elsewhere = limits.replace(/[^/]+$/, 'no-such-system');
      for (const path of ['cases', `cases/${watched.recordId}`]) {
        const { status } = await governance.get(`${elsewhere}/${path}`);
        expect(status).toBe(404);
      }
    });
  },
);
