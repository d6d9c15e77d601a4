import {
  Completion,
  completionFilterSchema,
  completionSchema,
  completionsQuerySchema,
  completionsReportSchema,
  pageOf,
  peopleReadPermission,
  subjectTrainingQuerySchema,
  subjectTrainingSchema,
  trainingAppendPermission,
  TrainingGap,
  trainingGapFilterSchema,
  trainingGapSchema,
  trainingGapsQuerySchema,
  uploadCompletionsSchema,
} from 'backstage-plugin-ai-governance-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readSubjectTraining } from '../../training/subjectTraining';
import { authorOf } from '../author';
import { authorizeBasic } from '../authorizeBasic';
import { CsvColumn } from '../csv';
import { listScope } from '../listScope';
import { refOf, subjectParams } from '../parameters';
import { readableEntities, readableOf } from '../readableEntities';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

const gapColumns: CsvColumn<TrainingGap>[] = [
  { header: 'person', value: g => g.person.ref },
  { header: 'personTitle', value: g => g.person.title },
  { header: 'course', value: g => g.course },
  { header: 'state', value: g => g.state },
  { header: 'completed', value: g => g.completed },
  { header: 'expires', value: g => g.expires },
  { header: 'roles', value: g => g.roles.join(' ') },
  { header: 'subjects', value: g => g.subjectCount },
  { header: 'firstSubjects', value: g => g.subjects.map(s => s.ref).join(' ') },
];

const completionColumns: CsvColumn<Completion>[] = [
  { header: 'recordId', value: c => c.recordId },
  { header: 'person', value: c => c.person.ref },
  { header: 'personTitle', value: c => c.person.title },
  { header: 'course', value: c => c.course },
  { header: 'completed', value: c => c.completed },
  { header: 'expires', value: c => c.expires },
  { header: 'provider', value: c => c.provider },
  { header: 'state', value: c => c.state },
  { header: 'recordedAt', value: c => c.recordedAt },
  { header: 'author', value: c => c.author },
];

export const trainingRoutes = (services: Services) => {
  const { access, clock, completions, completionUploads } = services;
  const { knex, permissions, trainingGaps, worker } = services;

  /** Of whom the caller may read the register. */
  const peopleOfRegister = async (credentials: CallerCredentials) => {
    await authorizeBasic(permissions, credentials, peopleReadPermission);
    return readableOf(services, credentials, () => completions.people());
  };

  const gapsFor = async <Q extends { team?: string }>(
    credentials: CallerCredentials,
    asked: Q,
  ) => {
    const { scope, query } = await listScope(services, credentials, asked);
    const people = await readableOf(services, credentials, () =>
      trainingGaps.people(scope),
    );
    return { scope, query, people };
  };

  return [
    route({
      method: 'get',
      path: '/subjects/:kind/:namespace/:name/training',
      operationId: 'list-subject-training',
      summary:
        'Who has a part in a subject, and which of the courses that it asks for they hold',
      description:
        'Owner, reviewers and users, with the courses that the policy names for their part; who lacks one comes first. People whom the catalog does not show to the caller are not listed.',
      params: subjectParams,
      query: subjectTrainingQuerySchema,
      response: subjectTrainingSchema,
      refusals: [404],
      handle: async ({ credentials, params, query }) => {
        const subject = await access.subject(credentials, refOf(params));
        const found = await readSubjectTraining(subject.id, query, {
          knex,
          clock,
          shown: people => readableEntities(services, credentials, people),
        });
        const [decision] = await permissions.authorize(
          [{ permission: trainingAppendPermission }],
          { credentials },
        );
        const record = decision.result === AuthorizeResult.ALLOW;
        return { ...found, may: { record } };
      },
    }),
    route({
      method: 'get',
      path: '/training',
      operationId: 'list-completions',
      summary: 'The register of completions, newest first',
      description:
        'Of the people whom the catalog shows to the caller. It takes the permission `ai-governance.people.read`.',
      query: completionsQuerySchema,
      response: pageOf(completionSchema),
      refusals: [403],
      csv: {
        filename: 'ai-training',
        query: completionFilterSchema,
        columns: () => completionColumns,
        items: async ({ credentials, query }) =>
          completions.each(await peopleOfRegister(credentials), query),
      },
      handle: async ({ credentials, query }) =>
        completions.page(await peopleOfRegister(credentials), query),
    }),
    route({
      method: 'get',
      path: '/training/gaps',
      operationId: 'list-training-gaps',
      summary:
        'Who lacks which course, over the subjects that the caller may read',
      description:
        'What has lapsed comes first, then what is missing, then what runs out. People whom the catalog does not show to the caller are not listed.',
      query: trainingGapsQuerySchema,
      response: pageOf(trainingGapSchema),
      csv: {
        filename: 'ai-training-gaps',
        query: trainingGapFilterSchema,
        columns: () => gapColumns,
        items: async ({ credentials, query: asked }) => {
          const list = await gapsFor(credentials, asked);
          return trainingGaps.each(list.scope, list.people, list.query);
        },
      },
      handle: async ({ credentials, query: asked }) => {
        const list = await gapsFor(credentials, asked);
        return trainingGaps.page(list.scope, list.people, list.query);
      },
    }),
    route({
      method: 'post',
      path: '/training/completions',
      operationId: 'upload-completions',
      summary: 'Records the completions of a CSV file, row by row',
      description:
        'A person is named by reference or by the e-mail address of their profile in the catalog. What is recorded already is passed over, so that the same file may be sent again. It takes the permission `ai-governance.training.append`.',
      body: uploadCompletionsSchema,
      largestBody: '12mb',
      response: completionsReportSchema,
      refusals: [403],
      audit: {
        eventId: 'completions-upload',
        severityLevel: 'medium',
        succeeded: ({ dryRun, rows, recorded, alreadyThere, refused }) => ({
          dryRun,
          rows,
          recorded,
          alreadyThere,
          refused,
        }),
      },
      handle: async ({ credentials, body }) => {
        await authorizeBasic(
          permissions,
          credentials,
          trainingAppendPermission,
        );
        const report = await completionUploads.upload(body, {
          credentials,
          author: authorOf(credentials),
        });
        if (report.recorded > 0 && !report.dryRun) worker.poke();
        return report;
      },
    }),
  ];
};
