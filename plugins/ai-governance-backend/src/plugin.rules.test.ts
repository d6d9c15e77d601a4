import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PermissionCondition,
} from '@backstage/plugin-permission-common';
import { recordTypes } from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import assert from 'node:assert';
import {
  aiSystem,
  completeIntendedUse,
  exampleEntities,
} from './__testUtils__/exampleEntities';
import { examplePolicy } from './__testUtils__/examplePolicy';
import {
  eventually,
  Governance,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { subjectConditions } from './permissions/subjectRules';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const writer = 'user:default/omar';
const shown = 'aisystem:default/reply-drafts';
const hidden = 'aisystem:default/card-limits';
const traces = /card.limits|default.income|income estimate|orphan|elm street/i;

/** The catalog shows everything to each of these; each reads by one rule what is owned by Service, which is the only one of high tier. */
const readers: Record<string, PermissionCondition> = {
  'by-owner': subjectConditions.isOwner({ claims: ['group:default/service'] }),
  'by-leader': subjectConditions.isAccountable({ claims: [writer] }),
  'by-tier': subjectConditions.hasTier({ tiers: ['high'] }),
  'by-team': subjectConditions.isTeamMember({
    teams: ['group:default/service'],
  }),
};

/** Each of them may decide on both, so both requests wait for them. */
const deciders = Object.keys(readers).map(name => `user:default/${name}`);
const policy = {
  ...examplePolicy,
  authorities: { approval: { high: deciders, limited: deciders } },
};

describe.each(databases.eachSupportedId())(
  'what a rule of ours lets read, on %s',
  id => {
    let knex: Knex;
    let governance: Governance;
    let paths: string[];
    const recordOf: Record<string, string> = {};
    const caseOf: Record<string, string> = {};

    beforeAll(async () => {
      knex = await databases.init(id);
      governance = await startGovernance({
        knex,
        config: { aiGovernance: { policy: policy as any } },
        catalog: new TestCatalog(
          exampleEntities().map(entity =>
            entity.metadata.name === 'reply-drafts'
              ? aiSystem('reply-drafts', 'Replies', 'group:default/service', {
                  accountable: writer,
                  affects: { influences: ['safety'], interaction: [] },
                })
              : entity,
          ),
        ),
        decide: (user, permission) => {
          const conditions = readers[user.split('/')[1]];
          return conditions && permission.name === 'ai-governance.subject.read'
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'ai-governance',
                resourceType: 'ai-governance-subject',
                conditions,
              }
            : { result: AuthorizeResult.ALLOW };
        },
      });
      await governance.sweep();
      const append = async (ref: string, body: object) => {
        const answer = await governance.post(
          `/subjects/aisystem/default/${ref.split('/')[1]}/records`,
          body,
          { user: writer },
        );
        assert.equal(answer.status, 201, answer.text);
        recordOf[ref] = answer.body.recordId;
      };
      for (const ref of [shown, hidden]) {
        await append(ref, {
          type: 'incident',
          data: {
            title: ref === hidden ? 'Elm Street.' : 'Wrong reply',
            kind: 'failure',
            severity: 'low',
            status: 'open',
            detected: '2026-01-01',
            what: 'It happened.',
          },
        });
        caseOf[ref] = recordOf[ref];
        await append(ref, {
          type: 'intended-use',
          data: {
            ...completeIntendedUse,
            purpose: ref === hidden ? 'Elm Street.' : 'Replies.',
          },
        });
        await append(ref, {
          type: 'approval',
          data: { gate: 'deploy', decision: 'requested' },
        });
      }
      await eventually(
        async () => (await governance.get('/inventory')).body,
        body => assert.equal(body.waiting, 0),
        5000,
      );
      const { body } = await governance.get('/openapi.json');
      paths = Object.entries<any>(body.paths)
        .filter(([, item]) => item.get)
        .map(([path]) => path);
    });
    afterAll(async () => {
      await governance.stop();
      await knex.destroy();
    });

    /** Every route that reads, about one subject and in general, whatever routes there are. */
    const about = (ref: string) =>
      paths
        .filter(path => path !== '/ledger/verify')
        .filter(path => !path.startsWith('/ledger/checkpoints'))
        .flatMap(path => {
          const filled = path
            .replace(
              /^\/(subjects|graph)\/{kind}\/{namespace}\/{name}/,
              `/$1/aisystem/default/${ref.split('/')[1]}`,
            )
            .replace('/frameworks/{id}', '/frameworks/iso-42001')
            .replace('/families/{family}', '/families/DOC')
            .replace('/named/{id}', '/named/iso-42001-baseline')
            .replace('/cases/{recordId}', `/cases/${caseOf[ref]}`)
            .replace('/records/{id}', `/records/${recordOf[ref]}`)
            .replace('/{namespace}/{name}', '/default/service');
          if (filled.endsWith('/deciders')) return `${filled}?kind=approval`;
          if (filled === '/organization/records') {
            return `${filled}?type=objective`;
          }
          return filled === '/records'
            ? recordTypes.map(({ type }) => `${filled}?type=${type}`)
            : filled;
        })
        .filter(path => !path.startsWith('/people/'));

    it.each(Object.keys(readers))(
      'shows what it lets, and no trace of what it does not: %s',
      async name => {
        const user = { user: `user:default/${name}` };
        const { body } = await governance.get('/subjects', user);
        expect(body).toMatchObject({ totalItems: 1, items: [{ ref: shown }] });
        const work = await governance.get('/work', user);
        expect(work.body.requested).toBe(1);
        for (const path of about(shown)) {
          const { status, text } = await governance.get(path, user);
          // nothing is decided yet
          const expected = path.endsWith('/changed-since') ? 400 : 200;
          expect([path, status, text.match(traces)]).toEqual([
            path,
            expected,
            null,
          ]);
        }
        for (const path of about(hidden)) {
          const { status } = await governance.get(path, user);
          const ofSubject =
            path.startsWith('/subjects/aisystem') ||
            path.includes(recordOf[hidden]);
          expect([path, status]).toEqual([path, ofSubject ? 404 : 200]);
        }
      },
    );
  },
);
