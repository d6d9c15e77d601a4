import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  controls,
  coverageSchema,
  frameworks,
  frameworksSchema,
  Instant,
  organizationControls,
  plus,
  statementOfApplicabilitySchema,
} from 'backstage-plugin-ai-governance-common';
import { exampleEntities } from './__testUtils__/exampleEntities';
import {
  eventually,
  startGovernance,
  TestCatalog,
} from './__testUtils__/startGovernance';
import { intendedUse, limits } from './__testUtils__/startExample';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const guest = { user: 'user:default/guest' };
const csv = { headers: { accept: 'text/csv' } };

async function start(id: any) {
  let now: Instant = '2026-03-01T09:00:00.000Z';
  const governance = await startGovernance({
    knex: await databases.init(id),
    catalog: new TestCatalog(exampleEntities()),
    clock: async () => now,
    decide: (user, { name }): PolicyDecision => ({
      result:
        user === guest.user && name.startsWith('ai-governance.organization')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }),
  });
  const settledDown = () =>
    eventually(
      async () => (await governance.get('/inventory')).body,
      body => expect(body.waiting).toBe(0),
      10_000,
    );
  await governance.sweep();
  await settledDown();
  return {
    governance,
    settledDown,
    later: (days: number) => {
      now = plus(now, { days });
    },
    now: () => now,
  };
}

/** Counted again from the page of each system: state by control. */
async function countedByHand(
  { get }: Awaited<ReturnType<typeof startGovernance>>,
  owners?: string[],
) {
  const counted: Record<string, Record<string, number>> = {};
  const { body } = await get('/subjects?limit=500');
  for (const { ref, owner } of body.items) {
    if (owners && !owners.includes(owner)) continue;
    const [kind, namespace, name] = ref.split(/[:/]/);
    const posture = await get(`/subjects/${kind}/${namespace}/${name}`);
    expect([ref, posture.status]).toEqual([ref, 200]);
    for (const { controlId, state } of posture.body.results) {
      counted[controlId] ??= {};
      counted[controlId][state] = (counted[controlId][state] ?? 0) + 1;
    }
  }
  return counted;
}

/** The counts of each control as the coverage of a framework has them, without zeros. */
const countsOf = ({ items }: any) =>
  Object.fromEntries(
    items
      .flatMap((r: any) => r.controls)
      .filter(({ id }: any) => !id.startsWith('ORG'))
      .map(({ id, counts }: any) => [
        id,
        Object.fromEntries(
          Object.entries(counts as Record<string, number>).filter(
            ([, n]) => n > 0,
          ),
        ),
      ])
      .filter(([, counts]: any) => Object.keys(counts).length > 0),
  );

describe.each(databases.eachSupportedId())('frameworks on %s', id => {
  it('are covered as the systems stand, all of them or those of a team', async () => {
    const { governance } = await start(id);
    const { get } = governance;
    const of = async (query: string) =>
      coverageSchema.parse(
        (await get(`/frameworks/iso-42001/coverage${query}`)).body,
      );

    // each control of the suite answers something of ISO/IEC 42001, so none is left out of these sums
    const all = await of('');
    expect(countsOf(all)).toEqual(await countedByHand(governance));
    const team = await of('?team=group:default/Lending');
    expect(countsOf(team)).toEqual(
      await countedByHand(governance, ['group:default/lending']),
    );
    expect(countsOf(team)).not.toEqual(countsOf(all));
    expect(countsOf(await of('?team=group:default/nobody'))).toEqual({});

    // the policy of the organization counts once, and not for a team
    const policyOf = ({ items }: typeof all) =>
      items.find(r => r.id === '5.2')!.controls.find(c => c.id === 'ORG-01')!
        .counts;
    expect(Object.values(policyOf(all)).reduce((a, b) => a + b)).toBe(1);
    expect(Object.values(policyOf(team)).reduce((a, b) => a + b)).toBe(0);

    const list = frameworksSchema.parse((await get('/frameworks')).body);
    expect(list.items.map(f => f.id)).toEqual(frameworks.map(f => f.id));
    expect(list.items[0]).toEqual(all.framework);
    for (const { requirements, standings } of list.items) {
      expect(Object.values(standings).reduce((a, b) => a + b)).toBe(
        requirements,
      );
      expect(standings['not-covered']).toBeLessThan(requirements);
    }

    const { status, body } = await get('/frameworks/iso-9001/coverage');
    expect([status, body.error.message]).toEqual([
      404,
      expect.stringMatching(/no framework "iso-9001"; there are iso-42001, /),
    ]);
    const rows = (await get('/frameworks/eu-ai-act/coverage', csv)).text
      .trim()
      .split('\n');
    expect(rows).toHaveLength(1 + frameworks[2].requirements.length);
    expect(rows[0]).toMatch(/^requirement,title,under,from,standing,controls/);
    await governance.stop();
  });

  it('are covered as they were at a past instant', async () => {
    const { governance, later, now, settledDown } = await start(id);
    const { get, post } = governance;
    const path = '/frameworks/iso-42001/coverage';
    const before = countsOf((await get(path)).body);
    const then = plus(now(), { hours: 1 });
    later(3);
    expect((await post(`${limits}/records`, intendedUse())).status).toBe(201);
    await settledDown();
    await eventually(
      async () => countsOf((await get(path)).body),
      counts => expect(counts).not.toEqual(before),
      10_000,
    );
    expect(countsOf((await get(`${path}?asOf=${then}`)).body)).toEqual(before);
    const { status, body } = await get(`${path}?asOf=${now()}`);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringMatching(/asOf: must be at least five minutes past/),
    ]);
    await governance.stop();
  });

  it('have the controls of the organization by the policy and the records of a past day', async () => {
    const { governance, later, now } = await start(id);
    const { get, post } = governance;
    const objective = {
      title: 'Assess every risk',
      measure: 'Systems with a current assessment',
      unit: '%',
      direction: 'at-least',
      target: 95,
      owner: 'group:default/lending',
      due: '2026-06-30',
      plan: 'Ask each quarter.',
      status: 'open',
    };
    const asOf = (path: string, at: string, as?: object) =>
      get(`${path}?asOf=${at}`, as as any);
    const held = async (at?: string, as?: object) => {
      const { body } = at
        ? await asOf('/organization', at, as)
        : await get('/organization', as as any);
      return body.results.map(({ controlId, state, reason }: any) => ({
        controlId,
        state,
        reason,
      }));
    };
    // day by day: what was said of each is asked for again when all are past
    const days: { at: string; said: any; covered: any }[] = [];
    const path = '/frameworks/iso-42001/coverage';
    const covered = (body: any) =>
      body.items
        .flatMap((r: any) => r.controls)
        .filter((c: any) => /^ORG-0[1-5]$/.test(c.id));
    const noteDay = async () => {
      later(0.5);
      days.push({
        at: now(),
        said: await held(),
        covered: covered((await get(path)).body),
      });
      later(0.5);
    };
    await noteDay();
    const { body: written } = await post('/organization/records', {
      type: 'objective',
      data: objective,
    });
    await noteDay();
    later(130);
    await noteDay();
    await post('/organization/records', {
      type: 'objective',
      recordId: written.recordId,
      baseRevision: written.revision,
      data: { ...objective, status: 'dropped' },
    });
    await noteDay();
    later(400);

    const states = days.map(
      ({ said }) => said.find((r: any) => r.controlId === 'ORG-03').state,
    );
    expect(new Set(states).size).toBeGreaterThan(2);
    for (const day of days) {
      expect(await held(day.at)).toEqual(day.said);
      expect(covered((await asOf(path, day.at)).body)).toEqual(day.covered);
    }

    // who may not read the records now does not learn of those of then
    const shown = (await held(days[1].at, guest)).map((r: any) => r.controlId);
    expect(shown).toEqual(['ORG-01', 'ORG-02']);
    // before any policy was held there was nothing to be judged by
    expect(await held('2020-01-01T00:00:00.000Z')).toEqual([]);
    expect((await asOf('/organization', now())).status).toBe(400);
    await governance.stop();
  });

  it('have a statement of applicability, for who may read the records of the organization', async () => {
    const { governance } = await start(id);
    const { get, post } = governance;
    const path = '/organization/applicability';
    const out = {
      framework: 'iso-42001',
      requirement: 'A.10.4',
      applies: 'no',
      justification: '=No customer of ours takes AI from us.',
    };
    const { body: recorded } = await post('/organization/records', {
      type: 'applicability',
      data: out,
    });
    const { items } = statementOfApplicabilitySchema.parse(
      (await get(path)).body,
    );
    expect(items).toHaveLength(38);
    expect(items.find(l => l.id === 'A.10.4')).toMatchObject({
      stated: { recordId: recorded.recordId, data: out },
    });
    expect(items.filter(l => l.stated)).toHaveLength(1);
    const answered = new Set(
      [...controls, ...organizationControls].flatMap(c =>
        c.references.map(r => r.id),
      ),
    );
    expect(
      items.filter(l => l.impliedBy === 'controls' && !answered.has(l.id)),
    ).toEqual([]);

    const { text } = await get(path, csv);
    expect(text.trim().split('\n')).toHaveLength(1 + 38);
    // no spreadsheet takes it for a formula
    expect(text).toContain(`'=No customer of ours takes AI from us.`);
    expect((await get(path, guest)).status).toBe(403);
    expect((await get(path, { ...guest, ...csv })).status).toBe(403);
    await governance.stop();
  });
});
