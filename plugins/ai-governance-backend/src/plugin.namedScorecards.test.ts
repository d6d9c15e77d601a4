import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Instant,
  namedScorecardDetailSchema,
  namedScorecardsSchema,
  plus,
  resultStates,
} from 'backstage-plugin-ai-governance-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { exampleEntities } from './__testUtils__/exampleEntities';
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
const serviceOnly = { user: 'user:default/service' };

async function start(id: any, scorecards?: object[]) {
  let now: Instant = '2026-03-01T09:00:00.000Z';
  const governance = await startGovernance({
    knex: await databases.init(id),
    catalog: new TestCatalog(exampleEntities()),
    clock: async () => now,
    decide: (user, { name }) =>
      user === serviceOnly.user && name === 'ai-governance.subject.read'
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'ai-governance',
            resourceType: 'ai-governance-subject',
            conditions: subjectConditions.isOwner({
              claims: ['group:default/service'],
            }),
          }
        : { result: AuthorizeResult.ALLOW },
    config: {
      aiGovernance: {
        policy: examplePolicy as any,
        ...(scorecards && { scorecards: scorecards as any }),
      },
    },
  });
  await governance.sweep();
  await eventually(
    async () => (await governance.get('/inventory')).body,
    body => expect(body.waiting).toBe(0),
    20_000,
  );
  return {
    governance,
    now: () => now,
    later: (days: number) => {
      now = plus(now, { days });
    },
  };
}

/** What single results of the subjects of a filter say, of some controls. */
async function counted(
  governance: Governance,
  search: string,
  asked: (controlId: string) => boolean,
) {
  const { body } = await governance.get(`/subjects?${search}`);
  const counts: Record<string, number> = Object.fromEntries(
    resultStates.map(state => [state, 0]),
  );
  let holding = 0;
  for (const { kind, namespace, name } of body.items) {
    const { body: posture } = await governance.get(
      `/subjects/${kind.toLowerCase()}/${namespace}/${name}`,
    );
    const results = posture.results.filter((r: any) => asked(r.controlId));
    for (const { state } of results) counts[state] += 1;
    const relevant = results.filter(
      (r: any) => r.state !== 'not-applicable' && r.state !== 'exempt',
    );
    if (
      relevant.length > 0 &&
      relevant.every((r: any) => r.state === 'pass' || r.state === 'warning')
    ) {
      holding += 1;
    }
  }
  return { subjects: body.items.length, counts, holding };
}

describe.each(databases.eachSupportedId())('named scorecards on %s', id => {
  it('are three by default, which say what the results of single systems say', async () => {
    const { governance } = await start(id);
    const { body } = await governance.get('/scorecards/named');
    expect(namedScorecardsSchema.parse(body)).toEqual(body);
    expect(body.items.map((s: any) => s.id)).toEqual([
      'iso-42001-baseline',
      'high-impact',
      'vendor-ai',
    ]);
    const vendor = await counted(
      governance,
      'sourcing=vendor&sourcing=vendor-feature',
      control => control.startsWith('VEN') || control === 'POL-02',
    );
    expect(vendor.subjects).toBe(1);
    expect(body.items[2]).toMatchObject(vendor);
    expect(body.items[1]).toMatchObject(
      await counted(governance, 'tier=high', () => true),
    );

    const { body: detail } = await governance.get(
      '/scorecards/named/vendor-ai',
    );
    expect(namedScorecardDetailSchema.parse(detail)).toEqual(detail);
    const { controls, ...rest } = detail;
    expect(rest).toEqual(body.items[2]);
    expect(controls.map((c: any) => c.id)).toEqual([
      'VEN-01',
      'VEN-02',
      'VEN-03',
      'VEN-04',
      'VEN-05',
      'VEN-06',
      'POL-02',
    ]);
    await governance.stop();
  });

  it('are those of the configuration, over what the reader may read, of a team and of a past day', async () => {
    const { governance, later, now } = await start(id, [
      { id: 'purpose', title: 'Purpose known', controls: ['INV-03'] },
      { id: 'all', title: 'All' },
    ]);
    const of = async (search = '', as?: object) =>
      (await governance.get(`/scorecards/named/purpose${search}`, as as any))
        .body;
    const all = await counted(governance, '', control => control === 'INV-03');
    expect(await of()).toMatchObject({ ...all, holding: 4, share: 1 });
    expect(await of('?team=group:default/Lending')).toMatchObject({
      subjects: 2,
      holding: 2,
    });
    expect(await of('?team=group:default/none')).toMatchObject({
      subjects: 0,
      holding: 0,
      share: null,
    });
    expect(await of('', serviceOnly)).toMatchObject({
      subjects: 1,
      holding: 1,
    });

    const then = now();
    const before = await of();
    later(400);
    expect(await of(`?asOf=${plus(then, { hours: 1 })}`)).toEqual(before);
    const { status } = await governance.get('/scorecards/named/vendor-ai');
    expect(status).toBe(404);
    expect((await governance.get('/scorecards/named?asOf=soon')).status).toBe(
      400,
    );
    await governance.stop();
  });
});
