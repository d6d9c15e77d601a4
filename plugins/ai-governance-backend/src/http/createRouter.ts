import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { serializeError, ServiceUnavailableError } from '@backstage/errors';
import { ConflictBody } from 'backstage-plugin-ai-governance-common';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { unavailable } from '../database/unavailable';
import { revisionView } from '../ledger/revisionView';
import { StaleRevisionError } from '../ledger/StaleRevisionError';
import { audited } from './audited';
import { sendCsv } from './csv';
import { readJsonBody } from './jsonBody';
import { Route } from './Route';
import { parsePart, readQuery, withPart } from './validation';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

const nothing = z.strictObject({});

/** Mounts routes as they are declared. Errors are left to the error middleware of Backstage. */
export function createRouter(
  routes: readonly Route[],
  options: RouterOptions,
): Router {
  const router = PromiseRouter();
  for (const route of routes) {
    router[route.method](route.path, async (req, res) => {
      // what a reader may see depends on who asks, and changes
      res.set('cache-control', 'no-store');
      if (route.csv) res.vary('accept');
      try {
        await answer(route, req, res, options);
      } catch (error) {
        if (error instanceof StaleRevisionError) {
          sendConflict(req, res, error);
          return;
        }
        const told = unavailable(error) ?? error;
        if (told instanceof ServiceUnavailableError && !res.headersSent) {
          res.set('retry-after', '5');
        }
        throw told;
      }
    });
  }
  return router;
}

async function answer(
  route: Route,
  req: Request,
  res: Response,
  options: RouterOptions,
) {
  const credentials = await options.httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const asked = { request: req, meta: { ...req.params } };
  const asCsv =
    route.csv && req.accepts(['application/json', 'text/csv']) === 'text/csv';

  if (route.csv && asCsv) {
    const { csv } = route;
    const audit = {
      eventId: `${route.operationId}-export`,
      severityLevel: 'medium' as const,
    };
    await audited(options.auditor, audit, asked, async event => {
      const params = parsePart('params', route.params ?? nothing, req.params);
      const query = parsePart('query', csv.query, readQuery(req.url));
      const rows = await named({ query: csv.query }, async () =>
        sendCsv(res, {
          filename: csv.filename,
          columns: csv.columns(query),
          items: await csv.items({
            credentials,
            params,
            query,
            body: undefined,
          }),
        }),
      );
      await event.success({ meta: { rows } });
    });
    return;
  }

  const run = async () => {
    const params = parsePart('params', route.params ?? nothing, req.params);
    const query = parsePart(
      'query',
      route.query ?? nothing,
      readQuery(req.url),
    );
    const body =
      route.body &&
      parsePart(
        'body',
        route.body,
        await readJsonBody(req, res, route.largestBody),
      );
    return named({ query: route.query, body: route.body }, async () =>
      route.handle({ credentials, params, query, body }),
    );
  };

  const { audit } = route;
  const response = audit
    ? await audited(options.auditor, audit, asked, async event => {
        const result = await run();
        await event.success({ meta: audit.succeeded?.(result) });
        return result;
      })
    : await run();
  res.status(route.status ?? 200);
  if (!route.file) {
    res.json(response);
    return;
  }
  res.set('content-type', `${route.file.contentType}; charset=utf-8`);
  res.set('content-disposition', `attachment; filename="${route.file.name}"`);
  res.send(response);
}

async function named<T>(
  schemas: Parameters<typeof withPart>[1],
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw withPart(error, schemas);
  }
}

/** Backstage's own error body, and the head beside it, so that the author can compare. */
function sendConflict(req: Request, res: Response, error: StaleRevisionError) {
  const { name, message } = serializeError(error);
  const body: ConflictBody & Record<string, unknown> = {
    error: { name, message },
    request: { method: req.method, url: req.url },
    response: { statusCode: 409 },
    head: revisionView(error.head),
  };
  res.status(409).json(body);
}
