import { TestDatabases } from '@backstage/backend-test-utils';
import { Control } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem, exampleEntities } from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const definition = {
  id: 'BANK-01',
  title: 'Built by people we know',
  level: 'bronze',
  holdsWhen: 'it is built in-house',
  appliesTo: 'production',
  references: [{ framework: 'iso-42001', id: 'A.10.3' }],
  remediation: { label: 'Declare the sourcing', place: 'source' },
  applies: { 'profile.lifecycle': 'production' },
  holds: { 'profile.sourcing': 'in-house' },
  otherwise: 'Somebody else built it.',
};

const inCode = (over: Partial<Control> = {}): Control => ({
  id: 'CODE-01',
  version: 1,
  family: 'CUS',
  title: 'Named after something',
  level: 'bronze',
  holdsWhen: 'its reference has more than ten letters',
  appliesTo: 'all',
  references: [],
  remediation: { label: 'Rename it', place: 'source' },
  evaluate: ({ ref }) => ({
    state: ref.length > 10 ? 'pass' : 'fail',
    reason: 'That is how long it is.',
  }),
  ...over,
});

describe.each(databases.eachSupportedId())(
  'controls of one’s own, on %s',
  id => {
    let knex: Knex;
    let governance: Governance;
    const start = async (
      controls: object[],
      levels: Record<string, string> = {},
      added: Control[] = [],
    ) => {
      governance = await startGovernance({
        knex,
        controls: added,
        catalog: new TestCatalog([
          ...exampleEntities(),
          aiSystem('kept', 'Kept', 'group:default/service'),
        ]),
        config: {
          aiGovernance: {
            policy: { ...examplePolicy, levels } as any,
            controls: controls as any,
          },
        },
      });
      await governance.sweep();
    };
    const resultsOf = async (name: string) =>
      (await governance.get(`/subjects/aisystem/default/${name}`)).body.results;
    const found = async (name: string, expected: object) => {
      await eventually(
        () => resultsOf(name),
        results =>
          expect(
            results.find((r: any) => r.controlId === 'BANK-01'),
          ).toMatchObject(expected),
        20_000,
      );
    };

    beforeEach(async () => {
      knex = await databases.init(id);
    });
    afterEach(async () => {
      await governance.stop();
      await knex.destroy();
    });

    it('judges every system by them, and shows them where the others are', async () => {
      await start([definition], { 'BANK-01': 'gold' });
      await found('card-limits', { state: 'pass', family: 'CUS' });
      await found('reply-drafts', {
        state: 'fail',
        reason: 'Somebody else built it.',
      });
      await found('income', { state: 'not-applicable' });

      const { body: catalogue } = await governance.get('/controls');
      expect(catalogue.items.at(-1)).toMatchObject({
        id: 'BANK-01',
        familyTitle: 'Custom',
        level: 'gold',
        references: [{ framework: 'iso-42001', id: 'A.10.3' }],
      });
      const { body: list } = await governance.get(
        '/subjects?control=BANK-01&state=fail',
      );
      expect(list.items.map((s: any) => s.name)).toEqual(['reply-drafts']);
      const { body: card } = await governance.get('/scorecards/organization');
      expect(
        card.families.find((f: any) => f.family === 'CUS').counts,
      ).toMatchObject({ pass: 3, fail: 1, 'not-applicable': 1 });
      const { body: coverage } = await governance.get(
        '/frameworks/iso-42001/coverage',
      );
      expect(
        coverage.items
          .find((r: any) => r.id === 'A.10.3')
          .controls.map((c: any) => c.id),
      ).toContain('BANK-01');
    });

    it('judges anew what another definition says, and keeps what was held', async () => {
      await start([definition]);
      await found('reply-drafts', { state: 'fail' });
      await governance.stop();

      await start([{ ...definition, holds: { 'profile.sourcing': 'vendor' } }]);
      await found('reply-drafts', { state: 'pass' });
      const intervals = await knex('results')
        .join('subjects', 'subjects.id', 'results.subject_id')
        .where({ control_id: 'BANK-01', name: 'reply-drafts' })
        .orderBy('results.from_at')
        .select('results.state', 'results.to_at', 'results.control_version');
      expect(intervals.map(i => [i.state, i.to_at === null])).toEqual([
        ['fail', false],
        ['pass', true],
      ]);
      expect(intervals[0].control_version).not.toBe(
        intervals[1].control_version,
      );
      await governance.stop();

      await start([]);
      await eventually(
        async () =>
          knex('results').where({ control_id: 'BANK-01' }).whereNull('to_at'),
        open => expect(open).toEqual([]),
        20_000,
      );
    });

    it('judges by those that a module adds, where one that is broken is an error by itself', async () => {
      await start([definition], { 'CODE-02': 'gold' }, [
        inCode(),
        inCode({
          id: 'CODE-02',
          evaluate: () => {
            throw new Error('it is broken');
          },
        }),
      ]);
      await found('card-limits', { state: 'pass' });
      const results = await resultsOf('card-limits');
      expect(results.slice(-3)).toMatchObject([
        { controlId: 'CODE-01', state: 'pass' },
        {
          controlId: 'CODE-02',
          state: 'error',
          reason: 'The control could not be evaluated: it is broken',
        },
        { controlId: 'BANK-01', state: 'pass' },
      ]);
      expect(results.filter((r: any) => r.state === 'error')).toHaveLength(1);
      const { body: catalogue } = await governance.get('/controls');
      expect(catalogue.items.slice(-3).map((c: any) => c.level)).toEqual([
        'bronze',
        'gold',
        'bronze',
      ]);
    });

    it('does not start with an id that is there twice, or that is the suite’s to give', async () => {
      await start([]);
      await expect(
        startGovernance({
          knex,
          catalog: new TestCatalog([]),
          controls: [inCode({ id: 'ORG-99' })],
        }),
      ).rejects.toThrow('ORG-99: ids that begin with ORG- are those of');
      for (const twice of ['DOC-01', 'CODE-01']) {
        await expect(
          startGovernance({
            knex,
            catalog: new TestCatalog([]),
            controls: [inCode(), inCode({ id: twice })],
          }),
        ).rejects.toThrow(`ids that there are already: ${twice}.`);
      }
      await expect(
        startGovernance({
          knex,
          catalog: new TestCatalog([]),
          config: {
            aiGovernance: {
              policy: examplePolicy as any,
              controls: [{ ...definition, id: 'CODE-01' }],
            },
          },
          controls: [inCode()],
        }),
      ).rejects.toThrow(
        'aiGovernance.controls[0].id: there is a control CODE-01 already',
      );
    });
  },
);
