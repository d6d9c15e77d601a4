import { z } from 'zod';
import { Route, route } from './Route';

type Json = Record<string, any>;

const API_VERSION = 'v1alpha1';

const statusTexts: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  400: 'The request is wrong: the message names every path and what to mend',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Does not exist, or the caller may not read it: both read the same',
  409: 'Something else was written meanwhile',
};

const errorSchema = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string', examples: ['InputError'] },
        message: {
          type: 'string',
          examples: [
            'query.limit: Too big: expected number to be <=500; query.colour: is not known',
          ],
        },
      },
    },
    request: {
      type: 'object',
      properties: { method: { type: 'string' }, url: { type: 'string' } },
    },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: { type: 'integer' } },
    },
    head: {
      type: 'object',
      description:
        'With 409 on append: the revision that was written meanwhile, as `GET` gives it',
    },
  },
};

const inputSchema = (schema: z.ZodType) => jsonSchema(schema, 'input');
const outputSchema = (schema: z.ZodType) => jsonSchema(schema, 'output');

/** `GET /openapi.json`, for the given routes and itself. */
export function openApiRoute(routes: readonly Route[]): Route {
  let document: Json | undefined;
  const self: Route = route({
    method: 'get',
    path: '/openapi.json',
    operationId: 'get-openapi',
    summary: 'This document',
    response: z.record(z.string(), z.unknown()),
    handle: () => {
      document ??= openApiDocument([...routes, self]);
      return document;
    },
  });
  return self;
}

/** OpenAPI 3.1, made from the same table as the router. */
export function openApiDocument(routes: readonly Route[]): Json {
  const paths: Json = {};
  for (const r of routes) {
    const path = r.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [r.method]: operation(r) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'AI Governance for Backstage',
      version: API_VERSION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Inventory, records, posture and scorecards of AI systems. Instants are ISO 8601 in UTC with milliseconds. Lists are paged: pass `nextCursor` as `cursor`.',
    },
    servers: [{ url: '/api/ai-governance' }],
    security: [{ backstage: [] }],
    paths,
    components: {
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          description: 'A Backstage token of a user or of a service',
        },
      },
      schemas: { Error: errorSchema },
    },
  };
}

function operation(r: Route): Json {
  const { csv } = r;
  return {
    operationId: r.operationId,
    summary: r.summary,
    ...(r.description && { description: r.description }),
    tags: [r.path.split('/')[1]],
    parameters: [
      ...parameters('path', r.params),
      ...parameters('query', r.query),
    ],
    ...(r.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: inputSchema(r.describedBody ?? r.body),
          },
        },
      },
    }),
    responses: {
      [r.status ?? 200]: {
        description: statusTexts[r.status ?? 200],
        content: {
          [r.file?.contentType ?? 'application/json']: {
            schema: outputSchema(r.response),
          },
          ...(csv && {
            'text/csv': {
              schema: {
                type: 'string',
                description:
                  'The whole list, with a header row. `limit`, `cursor` and, where the rows have an order of their own, `orderBy` have no place in the query.',
              },
            },
          }),
        },
      },
      ...Object.fromEntries(
        [400, 401, ...(r.refusals ?? [])].map(status => [
          status,
          {
            description: statusTexts[status],
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
        ]),
      ),
    },
  };
}

function parameters(place: 'path' | 'query', schema?: z.ZodType): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = inputSchema(schema);
  return Object.entries<Json>(properties).map(
    ([name, { description, ...of }]) => ({
      name,
      in: place,
      required: required.includes(name),
      ...(description && { description }),
      schema: of,
    }),
  );
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return rest;
}
