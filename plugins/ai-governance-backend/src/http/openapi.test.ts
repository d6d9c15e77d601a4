import { mockServices } from '@backstage/backend-test-utils';
import { createRouter } from './createRouter';
import { openApiDocument, openApiRoute } from './openapi';
import { allRoutes } from './routes';
import { Services } from './Services';

// only the table is read here: no route is called
const table = allRoutes({} as Services);
const routes = [...table, openApiRoute(table)];
const document = openApiDocument(routes);

/** `get /records/{id}/revisions`, of everything that express would answer. */
function mounted() {
  const router = createRouter(routes, {
    httpAuth: mockServices.httpAuth(),
    auditor: mockServices.auditor.mock(),
  });
  return router.stack.flatMap(({ route }) =>
    Object.keys((route as any).methods).map(
      method => `${method} ${route!.path.replace(/:(\w+)/g, '{$1}')}`,
    ),
  );
}

const described = Object.entries<any>(document.paths).flatMap(([path, item]) =>
  Object.keys(item).map(method => `${method} ${path}`),
);
const operations = Object.values<any>(document.paths).flatMap(item =>
  Object.values<any>(item),
);

describe('openapi.json', () => {
  it('describes every route that is mounted, and no other', () => {
    expect(described.length).toBeGreaterThan(15);
    expect([...described].sort()).toEqual(mounted().sort());
  });

  it('gives every operation an id of its own, a summary and a described answer', () => {
    const ids = operations.map(o => o.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      expect(operation.summary).toMatch(/\w/);
      const [success] = Object.entries<any>(operation.responses).filter(
        ([status]) => status.startsWith('2'),
      );
      const [[contentType, { schema }]] = Object.entries<any>(
        success[1].content,
      );
      expect([contentType, schema.type]).toEqual(
        ['text/calendar', 'application/jsonl'].includes(contentType)
          ? [contentType, 'string']
          : ['application/json', 'object'],
      );
    }
  });

  it('says what each report of a tool must be, which are judged one by one', () => {
    const { reports } =
      document.paths['/monitoring/reports'].post.requestBody.content[
        'application/json'
      ].schema.properties;
    expect(reports).toMatchObject({
      type: 'array',
      minItems: 1,
      maxItems: 100,
    });
    expect(reports.items).toMatchObject({
      type: 'object',
      required: ['subject', 'period', 'source'],
      additionalProperties: false,
    });
  });

  it('declares every part of a path, and each filter of a list', () => {
    for (const [path, item] of Object.entries<any>(document.paths)) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(m => m[1]);
      for (const operation of Object.values<any>(item)) {
        const declared = operation.parameters.filter(
          (p: any) => p.in === 'path',
        );
        expect(declared.map((p: any) => p.name)).toEqual(parts);
        expect(declared.every((p: any) => p.required)).toBe(true);
      }
    }
    const { parameters } = document.paths['/subjects'].get;
    expect(parameters.map((p: any) => p.name)).toEqual(
      expect.arrayContaining(['owner', 'team', 'state', 'q', 'limit']),
    );
    expect(
      parameters.find((p: any) => p.name === 'limit').schema,
    ).toMatchObject({ type: 'integer', minimum: 1, maximum: 500, default: 20 });
  });

  it('says which lists come as CSV', () => {
    const csv = Object.entries<any>(document.paths)
      .filter(([, item]) => item.get?.responses[200].content['text/csv'])
      .map(([path]) => path);
    expect(csv.sort()).toEqual([
      '/discovered',
      '/frameworks/{id}/coverage',
      '/graph/{kind}/{namespace}/{name}/resting',
      '/organization/applicability',
      '/organization/records',
      '/records',
      '/risks',
      '/subjects',
      '/training',
      '/training/gaps',
    ]);
  });
});
