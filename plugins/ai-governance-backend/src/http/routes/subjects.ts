import { NotFoundError } from '@backstage/errors';
import {
  asOfQuerySchema,
  facetsSchema,
  Instant,
  pageOf,
  resultStates,
  subjectFilterSchema,
  subjectPostureSchema,
  SubjectPosture,
  subjectsQuerySchema,
  SubjectSummary,
  subjectSummarySchema,
} from 'backstage-plugin-ai-governance-common';
import { forCatalog } from '../../permissions/forCatalog';
import { SubjectRow } from '../../permissions/SubjectRow';
import { readPosture } from '../../posture/readPosture';
import { readPostureAsOf } from '../../posture/readPostureAsOf';
import { settledIfAsked } from '../asOf';
import { readSource } from '../../source/readSource';
import { CsvColumn } from '../csv';
import { listScope } from '../listScope';
import { refOf, subjectParams } from '../parameters';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

const columns: CsvColumn<SubjectSummary>[] = [
  { header: 'ref', value: s => s.ref },
  { header: 'title', value: s => s.title },
  { header: 'kind', value: s => s.kind },
  { header: 'type', value: s => s.type },
  { header: 'lifecycle', value: s => s.lifecycle },
  { header: 'sourcing', value: s => s.sourcing },
  { header: 'owner', value: s => s.owner },
  { header: 'tier', value: s => s.tier },
  { header: 'level', value: s => s.level ?? (s.evaluatedAt && 'none') },
  { header: 'share', value: s => s.share },
  ...resultStates.map(state => ({
    header: state,
    value: (s: SubjectSummary) => s.counts[state],
  })),
  { header: 'overdue', value: s => s.overdue },
  { header: 'first', value: s => s.first?.controlId },
  { header: 'firstReason', value: s => s.first?.reason },
  { header: 'evaluatedAt', value: s => s.evaluatedAt },
];

export const subjectRoutes = (services: Services) => {
  const { access, auth, catalog, evaluator, inventory } = services;
  const { recordSources, scorecards } = services;

  async function posture(
    credentials: CallerCredentials,
    subject: SubjectRow,
  ): Promise<SubjectPosture> {
    const found = await readPosture(services.knex, subject.id, {
      policy: services.policy,
      controls: services.controls,
      at: await services.clock(services.knex),
    });
    if (!found) throw new NotFoundError(`${subject.ref} has gone meanwhile`);
    return {
      ...found,
      source: await readSource(services.knex, subject.id),
      may: await access.may(credentials, subject),
    };
  }

  async function pastPosture(
    credentials: CallerCredentials,
    ref: string,
    at: Instant,
  ): Promise<SubjectPosture> {
    const { knex, ledger, policy, controls } = services;
    const subject = await access.subjectAsOf(credentials, ref, at);
    const found = await readPostureAsOf(knex, ledger, subject.id, {
      policy,
      controls,
      at,
    });
    if (!found) {
      throw new NotFoundError(`${ref} was not in the catalog at ${at}`);
    }
    return { ...found, may: await access.may(credentials, subject) };
  }

  return [
    route({
      method: 'get',
      path: '/subjects',
      operationId: 'list-subjects',
      summary:
        'The subjects that the caller may read, with what is first to do',
      query: subjectsQuerySchema,
      response: pageOf(subjectSummarySchema),
      csv: {
        filename: 'ai-inventory',
        query: subjectFilterSchema.extend(asOfQuerySchema.shape),
        columns: () => columns,
        items: async ({ credentials, query }) => {
          const list = await listScope(services, credentials, query);
          const asOf = await settledIfAsked(services, query.asOf);
          return scorecards.eachSubject(list.scope, { ...list.query, asOf });
        },
      },
      handle: async ({ credentials, query }) => {
        const list = await listScope(services, credentials, query);
        const asOf = await settledIfAsked(services, query.asOf);
        return scorecards.subjects(list.scope, { ...list.query, asOf });
      },
    }),
    route({
      method: 'get',
      path: '/subjects/facets',
      operationId: 'list-subject-facets',
      summary: 'The values that occur among these subjects, to filter by',
      query: asOfQuerySchema,
      response: facetsSchema,
      handle: async ({ credentials, query }) =>
        scorecards.facets(
          await access.scope(credentials),
          await settledIfAsked(services, query.asOf),
        ),
    }),
    route({
      method: 'get',
      path: '/subjects/:kind/:namespace/:name',
      operationId: 'get-posture',
      summary: 'Profile, tier with reasons, and every result of one subject',
      description:
        'With `asOf`: as it was held then, also by a name that it had then. What was wrong with the declaration is known of now only.',
      params: subjectParams,
      query: asOfQuerySchema,
      response: subjectPostureSchema,
      refusals: [404],
      handle: async ({ credentials, params, query }) => {
        const ref = refOf(params);
        const at = await settledIfAsked(services, query.asOf);
        return at === undefined
          ? posture(credentials, await access.subject(credentials, ref))
          : pastPosture(credentials, ref, at);
      },
    }),
    route({
      method: 'post',
      path: '/subjects/:kind/:namespace/:name/refresh',
      operationId: 'refresh-subject',
      summary:
        'Observes one subject in the catalog, reads its documents where they come from files, and evaluates it now',
      description:
        'For a page that was just opened, or an entity that was just registered: the next sweep would find the same.',
      params: subjectParams,
      response: subjectPostureSchema,
      refusals: [404],
      audit: { eventId: 'subject-refresh', severityLevel: 'low' },
      handle: async ({ credentials, params }) => {
        const ref = refOf(params);
        // asked as the caller first, so that nobody sets anything going for what they may not read
        const entity = await catalog.getEntityByRef(ref, {
          credentials: await forCatalog(auth, credentials),
        });
        if (entity) await inventory.observe(ref);
        const subject = await access.subject(credentials, ref);
        if (entity) await recordSources.refresh(entity);
        await evaluator.evaluateNow(subject.id);
        return posture(credentials, subject);
      },
    }),
  ];
};
