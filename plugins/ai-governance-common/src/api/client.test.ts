import { ResponseError } from '@backstage/errors';
import { AiGovernanceClient, RevisionConflictError } from './client';

const base = 'https://portal.example.com/api/ai-governance';

/** A client whose requests are answered by `answer`, and noted. */
function clientWith(answer: () => Response) {
  const requests: { url: string; init: RequestInit }[] = [];
  const client = new AiGovernanceClient({
    discoveryApi: {
      getBaseUrl: async pluginId =>
        `https://portal.example.com/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (url, init) => {
        requests.push({ url: String(url), init: init ?? {} });
        return answer();
      },
    },
  });
  return { client, requests };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

const ref = 'AISystem:default/Card-Limits';
const change = { type: 'change', data: { title: 'New model' } };

describe('the client', () => {
  it.each<
    [string, (c: AiGovernanceClient) => Promise<unknown>, string, string?]
  >([
    ['subjects', c => c.subjects(), '/subjects'],
    [
      'subjects with filters',
      c =>
        c.subjects({
          tier: ['high', 'limited'],
          q: 'card & limits',
          owner: undefined,
          limit: 50,
          cursor: 'a+b=',
        }),
      '/subjects?tier=high&tier=limited&q=card+%26+limits&limit=50&cursor=a%2Bb%3D',
    ],
    ['facets', c => c.facets(), '/subjects/facets'],
    ['posture', c => c.posture(ref), '/subjects/aisystem/default/card-limits'],
    [
      'refresh',
      c => c.refresh(ref),
      '/subjects/aisystem/default/card-limits/refresh',
      'POST',
    ],
    [
      'records',
      c => c.records(ref, { type: 'change', asOf: '2026-03-01T00:00:00.000Z' }),
      '/subjects/aisystem/default/card-limits/records?type=change&asOf=2026-03-01T00%3A00%3A00.000Z',
    ],
    [
      'append',
      c => c.append(ref, change),
      '/subjects/aisystem/default/card-limits/records',
      'POST',
    ],
    [
      'records of the organization',
      c => c.organizationRecords({ type: 'audit', limit: 5 }),
      '/organization/records?type=audit&limit=5',
    ],
    [
      'an append to the organization',
      c => c.appendToOrganization(change),
      '/organization/records',
      'POST',
    ],
    [
      'cases',
      c => c.cases(ref),
      '/subjects/aisystem/default/card-limits/cases',
    ],
    [
      'case of a record',
      c => c.caseOf(ref, 'a/b'),
      '/subjects/aisystem/default/card-limits/cases/a%2Fb',
    ],
    ['revisions', c => c.revisions('a/b?c'), '/records/a%2Fb%3Fc/revisions'],
    [
      'register',
      c => c.register({ type: 'change', order: 'asc' }),
      '/records?type=change&order=asc',
    ],
    [
      'risks',
      c => c.risks({ current: ['high', 'very-high'], orderBy: 'target' }),
      '/risks?current=high&current=very-high&orderBy=target',
    ],
    [
      'organization',
      c => c.organizationScorecard(),
      '/scorecards/organization',
    ],
    ['teams', c => c.teamScorecards(), '/scorecards/teams'],
    [
      'team',
      c => c.teamScorecard('group:default/Lending'),
      '/scorecards/teams/default/lending',
    ],
    [
      'family of controls',
      c => c.familyScorecard('DOC', { team: 'group:default/lending' }),
      '/scorecards/families/DOC?team=group%3Adefault%2Flending',
    ],
    ['controls', c => c.controls(), '/controls'],
    ['inventory', c => c.inventory(), '/inventory'],
    ['verify', c => c.verifyLedger(), '/ledger/verify'],
    [
      'checkpoints',
      c => c.checkpoints({ before: 7, limit: 5 }),
      '/ledger/checkpoints?before=7&limit=5',
    ],
    ['a checkpoint', c => c.checkpointFile(7), '/ledger/checkpoints/7'],
    ['health', c => c.health(), '/health'],
    [
      'verify a stream',
      c => c.verifyLedger('aisystem:default/a'),
      '/ledger/verify?stream=aisystem%3Adefault%2Fa',
    ],
  ])('asks for %s', async (_name, call, path, method = 'GET') => {
    const { client, requests } = clientWith(() => json({ items: [] }));
    await call(client);
    expect(requests).toEqual([
      { url: `${base}${path}`, init: expect.objectContaining({ method }) },
    ]);
  });

  it('asks the catalog for what became of imports', async () => {
    const { client, requests } = clientWith(() => json({ items: [] }));
    expect(await client.imports()).toEqual([]);
    await client.importIssues('a/b', { outcome: 'refused', cursor: '100' });
    const imports = 'https://portal.example.com/api/catalog/ai-system/imports';
    expect(requests.map(r => r.url)).toEqual([
      imports,
      `${imports}/a%2Fb/issues?outcome=refused&cursor=100`,
    ]);
  });

  it('gives the items of a page where the whole list is one', async () => {
    const { client } = clientWith(() => json({ items: [1, 2] }));
    expect(await client.records(ref)).toEqual([1, 2]);
    expect(await client.revisions('id')).toEqual([1, 2]);
    expect(await client.teamScorecards()).toEqual([1, 2]);
    expect(await client.controls()).toEqual([1, 2]);
    expect(await client.subjects()).toEqual({ items: [1, 2] });
  });

  it('sends what is appended as JSON', async () => {
    const { client, requests } = clientWith(() => json({}, 201));
    await client.append(ref, change);
    expect(requests[0].init.headers).toEqual({
      'content-type': 'application/json',
    });
    expect(JSON.parse(String(requests[0].init.body))).toEqual(change);
  });

  it('fetches a list as CSV', async () => {
    const { client, requests } = clientWith(() => new Response('ref\r\na\r\n'));
    const csv = await client.subjectsCsv({ tier: 'high' });
    expect(await csv.text()).toBe('ref\r\na\r\n');
    expect(requests[0]).toMatchObject({
      url: `${base}/subjects?tier=high`,
      init: { headers: { accept: 'text/csv' } },
    });
  });

  it('fetches a register as CSV', async () => {
    const { client, requests } = clientWith(() => new Response('subject\r\n'));
    const csv = await client.registerCsv({ type: 'change', tier: ['high'] });
    expect(await csv.text()).toBe('subject\r\n');
    expect(requests[0]).toMatchObject({
      url: `${base}/records?type=change&tier=high`,
      init: { headers: { accept: 'text/csv' } },
    });
  });

  it('fetches the risks as CSV', async () => {
    const { client, requests } = clientWith(() => new Response('subject\r\n'));
    await client.risksCsv({ aboveTolerance: 'true' });
    expect(requests[0]).toMatchObject({
      url: `${base}/risks?aboveTolerance=true`,
      init: { headers: { accept: 'text/csv' } },
    });
  });

  it('fetches the records of the organization as CSV', async () => {
    const { client, requests } = clientWith(() => new Response('recordId\r\n'));
    await client.organizationRecordsCsv({ type: 'audit', q: 'x' });
    expect(requests[0]).toMatchObject({
      url: `${base}/organization/records?type=audit&q=x`,
      init: { headers: { accept: 'text/csv' } },
    });
  });

  it('refuses a reference without a kind', async () => {
    const { client, requests } = clientWith(() => json({}));
    expect(() => client.posture('card-limits')).toThrow(/kind/);
    expect(requests).toEqual([]);
  });
});

describe('an append that comes too late', () => {
  const head = { revision: 3, author: 'user:default/omar', data: { a: 1 } };
  const error = { name: 'ConflictError', message: 'Revision 3 is newer.' };

  it('is a conflict that carries what somebody else wrote', async () => {
    const { client } = clientWith(() => json({ error, head }, 409));
    const failure = await client.append(ref, change).catch(e => e);
    expect(failure).toBeInstanceOf(RevisionConflictError);
    expect(failure.name).toBe('RevisionConflictError');
    expect(failure.head).toEqual(head);
    expect(failure.message).toMatch(/Revision 3 .* user:default\/omar/);
  });

  it('is an ordinary error when there is no head', async () => {
    const body = { error, response: { statusCode: 409 } };
    const { client } = clientWith(() => json(body, 409));
    const failure = await client.append(ref, change).catch(e => e);
    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure.cause.message).toBe('Revision 3 is newer.');
  });

  it('is an ordinary error when a proxy answers with a page', async () => {
    const { client } = clientWith(
      () => new Response('<html>', { status: 409 }),
    );
    const failure = await client.append(ref, change).catch(e => e);
    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure.statusCode).toBe(409);
  });
});

it('throws what the backend says', async () => {
  const body = {
    error: { name: 'NotFoundError', message: 'No such subject.' },
    response: { statusCode: 404 },
  };
  const { client } = clientWith(() => json(body, 404));
  const failure = await client.posture(ref).catch(e => e);
  expect(failure).toBeInstanceOf(ResponseError);
  expect(failure.cause).toMatchObject(body.error);
});
