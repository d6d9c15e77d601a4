import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  limits,
  intendedUse,
  startExample,
} from './__testUtils__/startExample';
import { Governance } from './__testUtils__/startGovernance';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('what is refused on %s', id => {
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

  it('refuses what is wrong with every path, and writes nothing', async () => {
    const refusal = async (body: object) => {
      const answer = await governance.post(`${limits}/records`, body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.name).toBe('InputError');
      return answer.body.error.message;
    };
    const before = await knex('revisions').count({ n: '*' });

    expect(await refusal({ colour: 1 })).toMatch(
      /body\.type: .*body\.data: .*body\.colour: is not known/,
    );
    expect(await refusal({ type: 'poem', data: {} })).toMatch(
      /body\.type: .*poem/,
    );
    expect(await refusal({ type: 'profile', data: {} })).toMatch(
      /body\.type: profile is written by the system/,
    );
    expect(
      await refusal({ type: 'redaction', data: { recordId: 'x' } }),
    ).toMatch(/body\.type: /);
    const twoWrong = await refusal(
      intendedUse({ purpose: '', dependencies: [''], colour: 1 }),
    );
    expect(twoWrong).toContain('body.data.purpose: ');
    expect(twoWrong).toContain('body.data.dependencies[0]: ');
    expect(twoWrong).toContain('colour');
    expect(await refusal(intendedUse({ users: 'a\0b' }))).toMatch(
      /body\.data\.users: .*NUL/,
    );
    expect(await refusal(intendedUse({ users: 'a\ud800b' }))).toMatch(
      /body\.data\.users: /,
    );
    expect(await refusal(intendedUse({}, { materiality: 'routine' }))).toMatch(
      /^body\.materialityReason: /,
    );
    expect(
      await refusal(intendedUse({}, { effectiveAt: '2999-01-01T00:00:00Z' })),
    ).toMatch(/^body\.effectiveAt: /);
    expect(
      await refusal(intendedUse({}, { effectiveAt: 'yesterday' })),
    ).toMatch(/body\.effectiveAt/);
    expect(await refusal(intendedUse({}, { baseRevision: 0 }))).toMatch(
      /body\.baseRevision/,
    );
    expect(await knex('revisions').count({ n: '*' })).toEqual(before);
  });

  it('refuses bodies that it cannot read, each with a sentence', async () => {
    const send = (text: string, type: string) =>
      governance
        .post(`${limits}/records`, undefined, {
          headers: { 'content-type': type },
        })
        .send(text);
    const huge = JSON.stringify(intendedUse({ users: 'x'.repeat(1_100_000) }));
    const answers: [number, RegExp, Promise<any>][] = [
      [415, /content-type/, send('type=change', 'text/plain') as any],
      [400, /not valid JSON/, send('{"type": ', 'application/json') as any],
      [413, /1 MB/, send(huge, 'application/json') as any],
      [400, /body/, send('[]', 'application/json') as any],
      [400, /body\.type/, send('{}', 'application/json') as any],
      [
        400,
        /deeper/,
        send(
          `{"type":"change","data":{"a":${'['.repeat(9999)}${']'.repeat(
            9999,
          )}}}`,
          'application/json',
        ) as any,
      ],
    ];
    for (const [status, message, answer] of answers) {
      const { status: got, body } = await answer;
      expect([got, body.error.message]).toEqual([
        status,
        expect.stringMatching(message),
      ]);
    }
  });

  it('refuses queries and paths that it does not know, by their path', async () => {
    const refused: [string, RegExp][] = [
      ['/subjects?limit=0', /query\.limit/],
      ['/subjects?limit=501', /query\.limit/],
      ['/subjects?limit=5&limit=6', /query\.limit/],
      ['/subjects?colour=red&size=1', /query\.colour: .*query\.size: /],
      ['/subjects?owner[x]=1', /query\.owner\[x\]: is not known/],
      ['/subjects?q=%00', /query\.q: /],
      ['/subjects?cursor=nonsense', /^query\.cursor: /],
      ['/subjects?team=group:', /^query\.team: /],
      ['/subjects/facets?x=1', /query\.x/],
      ['/subjects/9kind/default/x', /params\.kind/],
      ['/subjects/aisystem/def%20ault/x', /params\.namespace/],
      ['/subjects/aisystem/default/%00', /params\.name/],
      [`/subjects/aisystem/default/${'x'.repeat(64)}`, /params\.name/],
      ['/subjects/aisystem/default/%E0%A4%A', /decode/],
      [`${limits}/records?asOf=today`, /query\.asOf/],
      [`${limits}/records?type=poem`, /query\.type/],
      ['/records', /query\.type/],
      ['/records?type=poem', /query\.type/],
      ['/records/%00/revisions', /params\.id/],
      ['/controls?x=1', /query\.x/],
    ];
    for (const [path, message] of refused) {
      const { status, body } = await governance.get(path);
      expect([path, status, body.error.message]).toEqual([
        path,
        400,
        expect.stringMatching(message),
      ]);
    }
  });

  it('answers 404 for what is not there, in the same words whatever it is', async () => {
    for (const path of [
      '/subjects/aisystem/default/none',
      '/subjects/component/default/portal',
      '/subjects/component/default/portal/records',
      `/records/${'0'.repeat(36)}/revisions`,
      '/records/none/revisions',
    ]) {
      const { status, body } = await governance.get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body.error.name).toBe('NotFoundError');
    }
    const refreshed = await governance.post(
      '/subjects/component/default/portal/refresh',
    );
    expect(refreshed.status).toBe(404);
    const appended = await governance.post(
      '/subjects/aisystem/default/none/records',
      intendedUse(),
    );
    expect(appended.status).toBe(404);
  });
});
