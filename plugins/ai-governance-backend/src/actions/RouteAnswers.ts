import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, InputError } from '@backstage/errors';
import { z } from 'zod';
import { unavailable } from '../database/unavailable';
import { audited } from '../http/audited';
import { authorOf } from '../http/author';
import { CallerCredentials, Route } from '../http/Route';
import { parsePart, RequestPart } from '../http/validation';

/** What is asked of a route, as its schemas take it. */
export interface Asked {
  credentials: BackstageCredentials;
  params?: object;
  query?: object;
  body?: object;
}

const nothing = z.strictObject({});

/**
 * The answers of the HTTP API, for actions. There is no other way from an action to what is held here: what a caller may read and
 * append, what is refused and in which words, and what the auditor is told is that of the route.
 */
export class RouteAnswers {
  readonly #routes: ReadonlyMap<string, Route>;
  readonly #auditor: AuditorService;

  static create(options: {
    routes: readonly Route[];
    auditor: AuditorService;
  }) {
    return new RouteAnswers(options.routes, options.auditor);
  }

  private constructor(routes: readonly Route[], auditor: AuditorService) {
    this.#routes = new Map(routes.map(one => [one.operationId, one]));
    this.#auditor = auditor;
  }

  /**
   * @param operationId - of the route, as the OpenAPI document names it
   * @throws what the route throws, and a 503 in its words when the database cannot be used; the paths of an InputError are those of the fields, without the part of a request they would be in
   */
  async of<R>(operationId: string, asked: Asked): Promise<R> {
    const route = this.#routes.get(operationId);
    if (!route) throw new Error(`There is no route ${operationId}`);
    const credentials = callerOf(asked.credentials);
    const run = async (): Promise<R> =>
      route.handle({
        credentials,
        params: parsed('params', route.params, asked.params),
        query: parsed('query', route.query, asked.query),
        body: route.body && parsed('body', route.body, asked.body),
      });

    try {
      return await this.#told(route, credentials, asked, run);
    } catch (error) {
      throw unavailable(error) ?? error;
    }
  }

  /** Runs, and tells the auditor of it where the route does. */
  async #told<R>(
    { audit }: Route,
    credentials: CallerCredentials,
    asked: Asked,
    run: () => Promise<R>,
  ): Promise<R> {
    if (!audit) return run();
    // there is no request to read the caller from
    const meta = {
      ...asked.params,
      through: 'action',
      caller: authorOf(credentials),
    };
    return audited(this.#auditor, audit, { meta }, async event => {
      const result = await run();
      await event.success({ meta: audit.succeeded?.(result) });
      return result;
    });
  }
}

/** @throws AuthenticationError when nobody has signed in */
export function callerOf(credentials: BackstageCredentials): CallerCredentials {
  const { type } = credentials.principal as { type?: string };
  if (type === 'user' || type === 'service') {
    return credentials as CallerCredentials;
  }
  throw new AuthenticationError(
    'Sign in first: actions are for people and services.',
  );
}

function parsed(
  part: RequestPart,
  schema: z.ZodType | undefined,
  input: object = {},
): any {
  try {
    return parsePart(part, schema ?? nothing, input);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const inFront = new RegExp(`(^|; )${part}\\.`, 'g');
    throw new InputError(error.message.replace(inFront, '$1'));
  }
}
