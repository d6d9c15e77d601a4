import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { CsvColumn } from './csv';

export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** A request after authentication and validation. */
export interface RouteRequest<P, Q, B> {
  credentials: CallerCredentials;
  params: P;
  query: Q;
  body: B;
}

/** The same list as CSV: always whole, so `cursor` and `limit` have no place in its query. */
export interface CsvList<P, Q, Item> {
  /** Of the download, without `.csv`. */
  filename: string;
  query: z.ZodType<Q>;
  columns(query: Q): CsvColumn<Item>[];
  items(request: RouteRequest<P, Q, undefined>): Promise<AsyncIterable<Item>>;
}

/** What the auditor is told, at the start and at the end. Never data of a record. */
export interface Audit<R> {
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high' | 'critical';
  /** What is added once it succeeded. */
  succeeded?(response: R): JsonObject;
}

interface RouteDeclaration<P, Q, B, R> {
  method: 'get' | 'post';
  /** In the words of express: `/records/:id`. */
  path: string;
  /** In the OpenAPI document. */
  operationId: string;
  summary: string;
  description?: string;
  params?: z.ZodType<P>;
  /** Closed: a parameter that is not declared is refused. */
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** What the OpenAPI document says of a body whose items are judged one by one, and so not by `body`. */
  describedBody?: z.ZodType;
  /** How large the body may be; default 1 MB. */
  largestBody?: '12mb';
  response: z.ZodType<R>;
  /** Of success. Default 200. */
  status?: 200 | 201;
  /** Statuses of refusal beside 400 and 401. */
  refusals?: (403 | 404 | 409)[];
  audit?: Audit<R>;
  csv?: CsvList<P, any, any>;
  /** The answer is a text to download and not JSON; its response is a string. */
  file?: { contentType: string; name: string };
  handle(request: RouteRequest<P, Q, B>): Promise<R> | R;
}

/** One route: the router and the OpenAPI document are both made from it. */
export type Route = RouteDeclaration<any, any, any, any>;

/** Ties the types of a declaration together. What is not declared is empty. */
export function route<
  P = Record<string, never>,
  Q = Record<string, never>,
  B = undefined,
  R = unknown,
>(declaration: RouteDeclaration<P, Q, B, R>): Route {
  return declaration;
}
