import { TestDatabases } from '@backstage/backend-test-utils';
import { SubjectState } from 'backstage-plugin-ai-governance-common';
import assert from 'node:assert';
import {
  aiSystem,
  completeIntendedUse,
  group,
  user,
} from '../__testUtils__/exampleEntities';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { subjectAtHand } from '../decisions/subjectAtHand';
import { eventually } from '../__testUtils__/startGovernance';
import { company, drafts, limits } from './__testUtils__/company';
import { startPosture, testControl } from './__testUtils__/startPosture';
import { Evaluator } from './Evaluator';
import { loadStates } from './loadStates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const dana = 'user:default/dana';
const omar = 'user:default/omar';
const acknowledgement = (author: string) => ({
  type: 'policy-acknowledgement',
  data: { version: '2026.1', hash: '0'.repeat(64) },
  author,
});
/** Passes once Dana has acknowledged the policy. */
const acknowledged = testControl('PPL-99', {
  evaluate: ({ person }) =>
    person(dana, 'policy-acknowledgement').length > 0
      ? { state: 'pass', reason: 'Acknowledged.' }
      : { state: 'not-reported', reason: 'Not yet.' },
});

describe.each(databases.eachSupportedId())('what is loaded on %s', id => {
  const start = async (entities = company()) => {
    const started = await startPosture(await databases.init(id), entities, {
      controls: [acknowledged],
    });
    const { knex, ledger, idOf, clock } = started;
    return {
      ...started,
      load: async (ref: string): Promise<SubjectState> => {
        const [loaded] = await loadStates(
          knex,
          ledger,
          [await idOf(ref)],
          examplePolicy,
        );
        if ('error' in loaded) throw loaded.error;
        return loaded.state;
      },
      /** What a decision would be bound to. */
      atHand: async (ref: string) =>
        (await subjectAtHand(knex, await idOf(ref), {
          policy: examplePolicy,
          at: clock.now,
        }))!,
      acknowledge: async (person: string) => {
        const stream = await ledger.ensureStream('person', person);
        return await ledger.append(stream.id, acknowledgement(person));
      },
    };
  };

  it('governs a document by its last material revision, as a decision does', async () => {
    const { append, idOf, ledger, load, atHand } = await start();
    const governed = async () => {
      const state = await load(limits);
      expect(state.governed).toEqual((await atHand(limits)).governed);
      return state.governed;
    };
    const revise = async (
      revision: number,
      materiality: 'material' | 'routine',
    ) =>
      await ledger.append(await idOf(limits), {
        type: 'intended-use',
        data: { ...completeIntendedUse, users: `Revision ${revision}.` },
        author: dana,
        baseRevision: revision > 1 ? revision - 1 : undefined,
        materiality,
        materialityReason: materiality === 'routine' ? 'Spelling.' : undefined,
      });

    expect((await governed()).documents).toEqual({});
    // the first states something where nothing was
    const first = await revise(1, 'routine');
    const { recordId } = first;
    const of = ({
      revision,
      dataHash,
    }: {
      revision: number;
      dataHash: string;
    }) => ({
      'intended-use': { recordId, revision, dataHash },
    });
    expect((await governed()).documents).toEqual(of(first));
    const second = await revise(2, 'material');
    await revise(3, 'routine');
    await revise(4, 'routine');
    expect((await governed()).documents).toEqual(of(second));
    const { records } = await load(limits);
    expect(records['intended-use'][0].revision).toBe(4);

    // erased is not unsaid: the hash of what was decided on stays
    await ledger.redact(recordId, 2, { author: dana, reason: 'Names.' });
    expect((await governed()).documents).toEqual(of(second));
    const fifth = await revise(5, 'material');
    await ledger.redact(recordId, 5, { author: dana, reason: 'Names.' });
    expect((await governed()).documents).toEqual(of(fifth));
    expect((await load(limits)).records['intended-use']).toBeUndefined();

    const change = { kind: 'model', title: 'New', why: 'Better.' };
    const material = await append(limits, 'change', change);
    await ledger.append(await idOf(limits), {
      type: 'change',
      data: change,
      author: dana,
      materiality: 'routine',
      materialityReason: 'The same weights.',
    });
    expect((await governed()).changes).toEqual([material.recordId]);
  });

  it('has what the accountable leader and the owners have stated, and nobody else', async () => {
    const { acknowledge, load, idOf, knex, catalog, inventory, evaluator } =
      await start([
        ...company(),
        user('omar', ['service']),
        aiSystem('own', 'Own', omar),
      ]);
    for (const person of [dana, omar, 'user:default/mia']) {
      await acknowledge(person);
    }
    const people = async (ref: string) =>
      Object.keys((await load(ref)).people).sort();
    expect(await people(limits)).toEqual([dana]);
    expect(await people(drafts)).toEqual([dana, omar]);
    expect(await people('aisystem:default/own')).toEqual([dana, omar]);
    expect((await load(drafts)).people[omar]['policy-acknowledgement']).toEqual(
      [expect.objectContaining({ author: omar, revision: 1 })],
    );

    // who joins the owning group is one of the owners at once
    while ((await evaluator.runOnce()) > 0);
    catalog.put(group('lending', undefined, ['dana', 'mia']));
    await inventory.sweep();
    expect(await knex('work').pluck('subject_id')).toContain(
      await idOf(limits),
    );
    expect(await people(limits)).toEqual([dana, 'user:default/mia']);
  });

  it('takes as many queries for many subjects as for few', async () => {
    const many = Array.from({ length: 40 }, (_, i) => [
      group(`team-${i}`, undefined, [`person-${i}`]),
      user(`person-${i}`, [`team-${i}`]),
      aiSystem(`system-${i}`, `System ${i}`, `group:default/team-${i}`),
    ]).flat();
    const { knex, ledger, append, acknowledge } = await start([
      ...company(),
      ...many,
    ]);
    await append(limits, 'intended-use', completeIntendedUse);
    await acknowledge(dana);
    const ids: string[] = await knex('subjects').orderBy('ref').pluck('id');
    let queries = 0;
    knex.on('query', () => {
      queries += 1;
    });
    const count = async (of: readonly string[]) => {
      await loadStates(knex, ledger, of, examplePolicy);
      queries = 0;
      await expect(
        loadStates(knex, ledger, of, examplePolicy),
      ).resolves.toHaveLength(of.length);
      return queries;
    };
    const few = await count(ids.slice(0, 2));
    await expect(count(ids)).resolves.toBe(few);
    expect(few).toBeLessThanOrEqual(8);
  });

  it('is marked by what a person states after it was read for the first time', async () => {
    const { evaluatorOptions, evaluator, acknowledge, history } = await start();
    let calls = 0;
    const interrupted = Evaluator.create({
      ...evaluatorOptions,
      clock: async knex => {
        calls += 1;
        // the second asks for the instant to judge for, once everything is read
        if (calls === 2) await acknowledge(dana);
        return await evaluatorOptions.clock(knex);
      },
    });
    await expect(interrupted.runOnce()).resolves.toBe(2);
    await expect(evaluator.runOnce()).resolves.toBe(2);
    expect((await history(limits, 'PPL-99')).map(r => r.state)).toEqual([
      'not-reported',
      'pass',
    ]);
  });

  it.each([
    ['whose stream is made meanwhile', false],
    ['who has stated something before', true],
  ])(
    'waits for what a person is stating %s, when it is read for the first time',
    async (_, before) => {
      const { knex, ledger, evaluator, history } = await start();
      if (before) await ledger.ensureStream('person', dana);
      const tx = await knex.transaction();
      const { id: stream } = await ledger.ensureStream('person', dana, tx);
      // marks nobody: no subject is known to be judged by it
      await ledger.append(stream, acknowledgement(dana), tx);
      const running = evaluator.runOnce();
      if (id === 'POSTGRES_18') {
        await eventually(
          async () =>
            await knex('result_inputs').where({ key: `stream:${dana}` }),
          rows => assert.equal(rows.length, 2),
          5000,
        );
      }
      await tx.commit();
      await running;
      while ((await evaluator.runOnce()) > 0);
      expect((await history(limits, 'PPL-99')).at(-1)).toMatchObject({
        state: 'pass',
        to_at: null,
      });
    },
  );
});
