import {
  continueRequestSchema,
  decisionMakePermission,
  revisionSchema,
} from 'backstage-plugin-ai-governance-common';
import { revisionView } from '../../ledger/revisionView';
import { authorOf } from '../author';
import { refOf, subjectParams } from '../parameters';
import { route } from '../Route';
import { Services } from '../Services';

/** What had another name carries on its history. */
export const continuationRoutes = ({
  access,
  continuations,
  worker,
}: Services) => [
  route({
    method: 'post',
    path: '/subjects/:kind/:namespace/:name/continuation',
    operationId: 'continue-history',
    summary: 'Confirms that a subject is one that is gone, under another name',
    description:
      'The entity says what it was called in its annotation `ai-governance/continues`. From then on records, decisions, results and days of that are its own; nothing of the ledger is written anew. Takes the permission to decide on both, and none of the team that owns it. 409 when its entity does not say so, or when records were written under the new name already.',
    params: subjectParams,
    body: continueRequestSchema,
    response: revisionSchema,
    status: 201,
    refusals: [403, 404, 409],
    audit: {
      eventId: 'history-continue',
      severityLevel: 'high',
      succeeded: ({ recordId }) => ({ recordId }),
    },
    handle: async ({ credentials, params, body }) => {
      const subject = await access.subject(credentials, refOf(params));
      await access.authorize(credentials, decisionMakePermission, subject);
      const revision = await continuations.confirm(subject.ref, {
        ...body,
        from: body.from.toLocaleLowerCase('en-US'),
        author: authorOf(credentials),
        mayDecideOn: ref => access.mayDecideOnGone(credentials, ref),
      });
      worker.poke();
      return revisionView(revision);
    },
  }),
];
