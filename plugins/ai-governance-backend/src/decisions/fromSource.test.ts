import { TestDatabases } from '@backstage/backend-test-utils';
import { TestRepository } from '../source/__testUtils__/TestRepository';
import {
  as,
  pathOf,
  startDecisions,
  system,
} from './__testUtils__/startDecisions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'decisions on documents from a repository, on %s',
  id => {
    it('are made by nobody of the owner, and lapse with a change of a file', async () => {
      const knex = await databases.init(id);
      const repository = new TestRepository();
      const { governance, approval, standing, time } = await startDecisions(
        knex,
        [repository.annotated(system('limits', 'minimal', 'lending'))],
        { urlReader: repository.reader() },
      );
      repository.commit('limits', { 'intended-use.md': '## Purpose\nOne' });
      await governance.readRecords();

      const asked = await approval('limits', 'dana', { decision: 'requested' });
      expect(asked.status).toBe(201);
      // the policy leaves what is minimal to the owner: omar is of it, and has written nothing himself
      const own = await approval(
        'limits',
        'omar',
        { decision: 'approved' },
        asked.body,
      );
      expect(own.status).toBe(403);
      expect(own.body.error.message).toMatch(
        /^Nobody of the owner decides: revision 1 of the intended use came from its repository/,
      );
      const { body: deciders } = await governance.get(
        `${pathOf('limits')}/deciders?kind=approval&request=${
          asked.body.recordId
        }`,
        as('finn'),
      );
      expect(deciders.you).toEqual({ may: true, rule: 'small-team' });

      const above = await approval(
        'limits',
        'finn',
        { decision: 'approved' },
        asked.body,
      );
      expect(above.status).toBe(201);
      expect(await standing('limits')).toMatchObject({ state: 'valid' });

      time.now = '2026-11-26T09:00:00.000Z';
      repository.commit('limits', { 'intended-use.md': '## Purpose\nTwo' });
      await governance.readRecords();
      expect(await standing('limits')).toMatchObject({ state: 'lapsed' });
      await governance.stop();
      await knex.destroy();
    });
  },
);
