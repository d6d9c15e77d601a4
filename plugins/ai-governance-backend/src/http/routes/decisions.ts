import {
  changedSinceSchema,
  decidersQuerySchema,
  decidersSchema,
  subjectDecisionsSchema,
} from 'backstage-plugin-ai-governance-common';
import { authorOf } from '../author';
import { recordParams, refOf, subjectParams } from '../parameters';
import { readableEntities } from '../readableEntities';
import { route } from '../Route';
import { Services } from '../Services';

export const decisionRoutes = (services: Services) => {
  const { access, statements } = services;
  return [
    route({
      method: 'get',
      path: '/subjects/:kind/:namespace/:name/decisions',
      operationId: 'list-decisions',
      summary:
        'What was asked for and decided on a subject, newest first, each with its standing now',
      description:
        '`stateHash` names the subject as it is now, and goes with a decision; `routine` is what its authors called routine since the last approval.',
      params: subjectParams,
      response: subjectDecisionsSchema,
      refusals: [404],
      handle: async ({ credentials, params }) => {
        const subject = await access.subject(credentials, refOf(params));
        return statements.decisions(subject.id);
      },
    }),
    route({
      method: 'get',
      path: '/subjects/:kind/:namespace/:name/deciders',
      operationId: 'list-deciders',
      summary: 'Who may decide on a subject, and why others may not',
      description:
        'By the authority that the policy gives. People whom the catalog does not show to the caller are not listed, nor named as those for whom somebody stands in.',
      params: subjectParams,
      query: decidersQuerySchema,
      response: decidersSchema,
      refusals: [404],
      handle: async ({ credentials, params, query }) => {
        const subject = await access.subject(credentials, refOf(params));
        const caller = authorOf(credentials);
        const deciders = await statements.deciders(subject, query, caller);
        const { people, you } = deciders;
        const shown = await readableEntities(services, credentials, [
          ...people.map(({ ref }) => ref),
          ...[you, ...people].flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
        ]);
        const named = <T extends { onBehalfOf?: string }>(of: T): T =>
          of.onBehalfOf && !shown.has(of.onBehalfOf)
            ? { ...of, onBehalfOf: undefined }
            : of;
        return {
          ...deciders,
          people: people
            .filter(({ ref }) => ref === caller || shown.has(ref))
            .map(named),
          you: named(you),
        };
      },
    }),
    route({
      method: 'get',
      path: '/records/:id/changed-since',
      operationId: 'list-changed-since',
      summary:
        'What is not as it was when a decision was made, with both texts',
      params: recordParams,
      response: changedSinceSchema,
      refusals: [404],
      handle: async ({ credentials, params }) => {
        await access.subjectOfRecord(credentials, params.id);
        return statements.changedSince(params.id);
      },
    }),
  ];
};
