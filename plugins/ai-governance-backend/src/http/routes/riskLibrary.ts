import { NotFoundError } from '@backstage/errors';
import {
  riskContext,
  riskLibraryEntryView,
  riskLibraryPageSchema,
  riskLibraryQuerySchema,
  riskSuggestionsSchema,
  searchLibrary,
  suggestRisks,
  unansweredFor,
} from 'backstage-plugin-ai-governance-common/risk-library';
import { revisionView } from '../../ledger/revisionView';
import { readPosture } from '../../posture/readPosture';
import { refOf, subjectParams } from '../parameters';
import { route } from '../Route';
import { Services } from '../Services';

export const riskLibraryRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/risk-library',
    operationId: 'list-risk-library',
    summary: 'Risks and threats that systems of AI are known to have',
    description: 'The same for every reader, and always whole.',
    query: riskLibraryQuerySchema,
    response: riskLibraryPageSchema,
    handle: ({ query }) => {
      const items = searchLibrary(query as Parameters<typeof searchLibrary>[0]);
      return {
        items: items.map(riskLibraryEntryView),
        totalItems: items.length,
      };
    },
  }),
  route({
    method: 'get',
    path: '/subjects/:kind/:namespace/:name/risk-suggestions',
    operationId: 'suggest-risks',
    summary: 'What of the risk library speaks for one subject, and why',
    description:
      'From its profile, its tier, its connectors and its threat model. Nothing is rated: whoever assesses decides what applies.',
    params: subjectParams,
    response: riskSuggestionsSchema,
    refusals: [404],
    handle: async ({ credentials, params }) => {
      const { access, clock, controls, knex, ledger, policy } = services;
      const subject = await access.subject(credentials, refOf(params));
      const at = await clock(knex);
      const posture = await readPosture(knex, subject.id, {
        policy,
        controls,
        at,
      });
      if (!posture) {
        throw new NotFoundError(`${subject.ref} has gone meanwhile`);
      }
      const records = await ledger.records(subject.id, {});
      const context = riskContext(posture, records.map(revisionView));
      const items = suggestRisks(context).map(({ entry, ...reasons }) => ({
        entry: riskLibraryEntryView(entry),
        ...reasons,
      }));
      return {
        items,
        totalItems: items.length,
        unanswered: unansweredFor(context),
      };
    },
  }),
];
