import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { company } from '../scorecards/__testUtils__/company';
import { examplePolicy } from '../__testUtils__/examplePolicy';
import { groupsAsked, loadPeople } from './loadPeople';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const group = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

describe.each(databases.eachSupportedId())('people on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    await company(knex).people(
      ['bank', 'lending', 'cards', 'one', 'other', 'empty'].map(group),
      [
        { parent: group('bank'), child: group('lending') },
        { parent: group('lending'), child: group('cards') },
        // below each other
        { parent: group('one'), child: group('other') },
        { parent: group('other'), child: group('one') },
      ],
    );
    const members = {
      bank: ['bea'],
      lending: ['dana', 'omar'],
      cards: ['carl', 'dana'],
      one: ['ona'],
      other: ['otto'],
    };
    for (const [name, of] of Object.entries(members)) {
      await knex('entity_facts')
        .where('ref', group(name))
        .update({ member_refs: JSON.stringify(of.map(user)) });
    }
    await knex('group_edges').insert({
      parent: group('empty'),
      child: group('lending'),
      from_at: '2026-01-01T00:00:00.000Z',
      to_at: '2026-02-01T00:00:00.000Z',
    });
  });
  afterAll(() => knex.destroy());

  it('are those in a group and in all below it, and those right in the groups above', async () => {
    const people = await loadPeople(knex, [group('lending')]);
    expect(people.membersOf(group('lending'))).toEqual(
      ['carl', 'dana', 'omar'].map(user),
    );
    expect(people.directMembersOf(group('lending'))).toEqual(
      ['dana', 'omar'].map(user),
    );
    // and not under the group that was above it once
    expect(people.parentOf(group('lending'))).toBe(group('bank'));
    expect(people.directMembersOf(group('bank'))).toEqual([user('bea')]);
    expect(people.parentOf(group('bank'))).toBeUndefined();
  });

  it('are nobody where there is no such group, nobody in it, or no group', async () => {
    const people = await loadPeople(knex, [group('empty'), group('none')]);
    for (const ref of [group('empty'), group('none'), user('dana')]) {
      expect(people.membersOf(ref)).toEqual([]);
      expect(people.directMembersOf(ref)).toEqual([]);
      expect(people.parentOf(ref)).toBeUndefined();
    }
    expect((await loadPeople(knex, [])).membersOf(group('bank'))).toEqual([]);
  });

  it('of groups in a circle are all of them', async () => {
    const people = await loadPeople(knex, [group('one')]);
    expect(people.membersOf(group('one'))).toEqual(['ona', 'otto'].map(user));
    expect(people.parentOf(group('one'))).toBe(group('other'));
  });

  it('are asked of the groups that the policy names, and of the owners', () => {
    const policy = {
      authorities: {
        ...examplePolicy.authorities,
        tierOverride: [group('office'), 'accountable', user('rita')],
        restrictedUse: [group('board')],
      },
    };
    expect(
      groupsAsked(policy, [group('lending'), user('dana'), undefined]),
    ).toEqual(['board', 'lending', 'office'].map(group));
  });
});
