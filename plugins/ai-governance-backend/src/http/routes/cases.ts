import { NotFoundError } from '@backstage/errors';
import {
  caseSchema,
  casesOf,
  pageOf,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { recordStates } from '../../ledger/recordStates';
import { refOf, subjectParams } from '../parameters';
import { route } from '../Route';
import { Services } from '../Services';

export const caseRoutes = ({ access, knex, ledger, clock }: Services) => {
  /** The cases of a subject, from one reading of its stream. */
  const casesNow = async (subjectId: string) => {
    const records = await ledger.records(subjectId, {});
    return casesOf(recordStates(records), await clock(knex));
  };
  return [
    route({
      method: 'get',
      path: '/subjects/:kind/:namespace/:name/cases',
      operationId: 'list-cases',
      summary:
        'What went wrong with a subject, and what became of it; what is not settled first',
      description:
        'Breaches of thresholds, incidents, corrective actions with their verification, and changes with their approval, linked by what they say they come from; each with what is missing next.',
      params: subjectParams,
      response: pageOf(caseSchema),
      refusals: [404],
      handle: async ({ credentials, params }) => {
        const subject = await access.subject(credentials, refOf(params));
        const items = await casesNow(subject.id);
        return { items, totalItems: items.length };
      },
    }),
    route({
      method: 'get',
      path: '/subjects/:kind/:namespace/:name/cases/:recordId',
      operationId: 'get-case',
      summary: 'The whole case that a record of a subject belongs to',
      params: subjectParams.extend({ recordId: z.string().max(64) }),
      response: caseSchema,
      refusals: [404],
      handle: async ({ credentials, params: { recordId, ...params } }) => {
        const ref = refOf(params);
        const subject = await access.subject(credentials, ref);
        const found = (await casesNow(subject.id)).find(({ records }) =>
          records.includes(recordId),
        );
        if (!found) {
          throw new NotFoundError(
            `The record ${recordId} belongs to no case of ${ref}`,
          );
        }
        return found;
      },
    }),
  ];
};
