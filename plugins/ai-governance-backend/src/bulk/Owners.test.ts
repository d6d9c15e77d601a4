import assert from 'node:assert';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
} from '@backstage/catalog-model';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ANNOTATION_REGISTRATION,
  bulkOwnersSchema,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { aiSystem, exampleEntities } from '../__testUtils__/exampleEntities';
import {
  Governance,
  startGovernance,
  TestCatalog,
} from '../__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ines = { user: 'user:default/ines' };
const sara = { user: 'user:default/sara' };
const registered = (name: string) => {
  const entity = aiSystem(name, name, 'group:default/service');
  entity.metadata.annotations = { [ANNOTATION_REGISTRATION]: 'registration' };
  return entity;
};

/** Sara may not write at all. */
const decide = (user: string, { name }: Permission): PolicyDecision => ({
  result:
    user === sara.user && name === 'ai-governance.record.append'
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
});

describe.each(databases.eachSupportedId())('owners of many on %s', id => {
  let knex: Knex;
  let governance: Governance;
  let catalog: TestCatalog;

  beforeEach(async () => {
    knex = await databases.init(id);
    catalog = new TestCatalog(
      exampleEntities(),
      (_, { metadata }) => metadata.name !== 'hidden',
    );
    governance = await startGovernance({ knex, catalog, decide });
    for (const name of ['notes', 'drafts', 'hidden']) {
      const { status } = await governance.post(
        '/registrations',
        {
          data: {
            name,
            title: name,
            type: 'generative-assistant',
            lifecycle: 'production',
            owner: 'group:default/service',
          },
        },
        ines,
      );
      assert.equal(status, 201);
      catalog.entities.push(registered(name));
    }
    const coded = catalog.entities.find(e => e.metadata.name === 'income')!;
    coded.metadata.annotations = {
      ...coded.metadata.annotations,
      [ANNOTATION_LOCATION]:
        'url:https://git.example.com/income/catalog-info.yaml',
      [ANNOTATION_EDIT_URL]:
        'https://git.example.com/income/edit/catalog-info.yaml',
    };
    await governance.sweep();
  });
  afterEach(async () => {
    await governance.stop();
    await knex.destroy();
  });

  const refOf = (name: string) => `aisystem:default/${name}`;
  const assign = (body: object, as = ines) =>
    governance.post(
      '/bulk/owners',
      { owner: 'group:default/lending', ...body },
      as,
    );
  const subjects = ['notes', 'drafts', 'income', 'hidden', 'none'].map(
    name => ({ ref: refOf(name) }),
  );
  const outcomes = ({ body }: { body: any }) =>
    body.items.map((i: any) => [i.ref.split('/')[1], i.outcome]);
  const ownerOf = async (name: string) => {
    const { body } = await governance.get(
      `/subjects/aisystem/default/${name}/records?type=registration`,
      ines,
    );
    return [body.items[0].data.owner, body.items[0].revision];
  };

  it('are shown first, then given by a revision each; what comes from a file is named with what to write', async () => {
    const look = await assign({ subjects });
    expect(look.status).toBe(200);
    expect(bulkOwnersSchema.safeParse(look.body).error).toBeUndefined();
    expect(outcomes(look)).toEqual([
      ['notes', 'may'],
      ['drafts', 'may'],
      ['income', 'unchanged'],
      ['hidden', 'refused'],
      ['none', 'refused'],
    ]);
    // the same words for what is hidden and for what there is not
    expect(look.body.items[3].reason.replace('hidden', 'none')).toBe(
      look.body.items[4].reason,
    );
    await expect(ownerOf('notes')).resolves.toEqual(['group:default/service', 1]); // prettier-ignore

    // meanwhile somebody else revises one of them
    const { body } = await governance.get(
      `/subjects/aisystem/default/drafts/records?type=registration`,
      ines,
    );
    await governance.post(
      '/registrations/default/drafts',
      { data: { ...body.items[0].data, title: 'Drafts' }, baseRevision: 1 },
      ines,
    );
    const done = await assign({
      dryRun: false,
      subjects: look.body.items
        .filter((i: any) => i.outcome === 'may')
        .map(({ ref, revision }: any) => ({ ref, baseRevision: revision })),
    });
    expect(outcomes(done)).toEqual([
      ['notes', 'assigned'],
      ['drafts', 'refused'],
    ]);
    await expect(ownerOf('notes')).resolves.toEqual(['group:default/lending', 2]); // prettier-ignore
    await expect(ownerOf('drafts')).resolves.toEqual(['group:default/service', 2]); // prettier-ignore
    expect(
      outcomes(await assign({ dryRun: false, subjects: [subjects[0]] })),
    ).toEqual([['notes', 'unchanged']]);
    expect(governance.audit).toContainEqual(
      expect.objectContaining({
        event: 'bulk-owners succeeded',
        meta: expect.objectContaining({ assigned: 1, refused: 1 }),
      }),
    );
  });

  it('say of what is declared in a repository which file, where to edit it and what to write', async () => {
    const { body } = await assign({
      owner: 'group:default/service',
      dryRun: false,
      subjects: [subjects[2]],
    });
    expect(body.items).toMatchObject([
      {
        outcome: 'at-source',
        source: {
          location: 'https://git.example.com/income/catalog-info.yaml',
          editUrl: 'https://git.example.com/income/edit/catalog-info.yaml',
          write: 'spec:\n  owner: group:default/service',
        },
      },
    ]);
  });

  it('are given only by who may write, of each', async () => {
    const { body } = await assign(
      { dryRun: false, subjects: subjects.slice(0, 2) },
      sara,
    );
    for (const { outcome, reason } of body.items) {
      expect(outcome).toBe('refused');
      expect(reason).toMatch(/ai-governance\.record\.append/);
    }
    await expect(ownerOf('notes')).resolves.toEqual(['group:default/service', 1]); // prettier-ignore
  });

  it.each([
    ['user:default/dana', /owner: must be the reference of a group/],
    ['group:default/nobody', /owner: the catalog has no group:default\/nobody/],
    ['group:', /owner: must be/],
  ])('are refused when the owner is %s', async (owner, message) => {
    const { status, body } = await assign({ owner, subjects });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringMatching(message),
    ]);
  });
});
