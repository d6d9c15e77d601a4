import { TestDatabases } from '@backstage/backend-test-utils';
import { Control, plus } from 'backstage-plugin-ai-governance-common';
import { company, drafts, limits } from './__testUtils__/company';
import { startPosture, testControl } from './__testUtils__/startPosture';
import { Evaluator, EvaluatorOptions } from './Evaluator';

jest.setTimeout(60_000);

describe('the queue of the evaluator', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_18', 'SQLITE_3'],
  });

  describe.each(databases.eachSupportedId())('%s', id => {
    const start = async (overrides: Partial<EvaluatorOptions> = {}) =>
      startPosture(await databases.init(id), company(), overrides);

    it('goes on with the others when one cannot be evaluated, and tries that one again later and later', async () => {
      const { evaluator, knex, idOf, clock, logger } = await start();
      const broken = await idOf(limits);
      const [{ profile }] = await knex('subjects').where({ id: broken });
      await knex('subjects').where({ id: broken }).update({ profile: '{' });
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect(logger.error).toHaveBeenCalledWith(
        `${limits} could not be evaluated`,
        expect.any(Error),
      );
      const work = () => knex('work').first();
      expect(await work()).toMatchObject({
        subject_id: broken,
        attempts: 1,
        lease_owner: null,
        last_error: expect.stringContaining('JSON'),
        due_at: plus(clock.now, { seconds: 2 }),
      });

      // not before it is due
      await expect(evaluator.runOnce()).resolves.toBe(0);
      expect((await work()).attempts).toBe(1);
      for (let i = 0; i < 12; i++) {
        clock.now = (await work()).due_at;
        await evaluator.runOnce();
      }
      const { due_at: due, attempts } = await work();
      expect(attempts).toBe(13);
      expect(Date.parse(due) - Date.parse(clock.now)).toBe(300_000);

      await knex('subjects').where({ id: broken }).update({ profile });
      clock.now = due;
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect(await work()).toBeUndefined();
    });

    it('stores the others when the results of one cannot be stored', async () => {
      const { evaluator, evaluatorOptions, knex, summary } = await start();
      await evaluator.runOnce();
      await knex('work').insert(
        (
          await knex('subjects')
        ).map(row => ({
          subject_id: row.id,
          dirty_seq: 1,
          due_at: row.observed_at,
        })),
      );
      // a reason that the column does not take, for one subject only
      const picky: Control = {
        ...testControl('DOC-98'),
        evaluate: ({ profile }) => ({
          state: 'pass',
          reason: (profile.owner === 'group:default/lending'
            ? null
            : 'Good.') as string,
        }),
      };
      await expect(
        Evaluator.create({
          ...evaluatorOptions,
          controls: [picky],
        }).runOnce(),
      ).resolves.toBe(1);
      expect(await summary(drafts)).toMatchObject({ pass: 1 });
      expect(await knex('work')).toMatchObject([{ attempts: 1 }]);
    });

    it('evaluates one at once, also when it is not due yet, and leaves the others', async () => {
      const { evaluator, knex, idOf, clock, marked } = await start();
      await knex('work').update({ due_at: plus(clock.now, { days: 1 }) });
      await evaluator.evaluateNow(await idOf(limits));
      expect(await marked()).toEqual([drafts]);
      expect(await knex('subject_summary').distinct('subject_id')).toEqual([
        { subject_id: await idOf(limits) },
      ]);
    });

    it('forgets the work on what is gone', async () => {
      const { evaluator, knex, idOf, clock } = await start();
      await knex('subjects')
        .where({ id: await idOf(limits) })
        .update({ gone_at: clock.now });
      await expect(evaluator.runOnce()).resolves.toBe(1);
      expect(await knex('work')).toEqual([]);
      expect(await knex('subject_summary').distinct('subject_id')).toEqual([
        { subject_id: await idOf(drafts) },
      ]);
    });
  });
});
