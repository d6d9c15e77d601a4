import {
  ledgerVerificationSchema,
  ledgerVerifyPermission,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { verifyWhole } from '../../health/verifyWhole';
import { authorizeBasic } from '../authorizeBasic';
import { route } from '../Route';
import { Services } from '../Services';

const verifyQuery = z.strictObject({
  stream: z
    .string()
    .max(512)
    .optional()
    .describe('Full entity reference of the stream; absent: every stream'),
});

export const ledgerRoutes = ({ ledger, permissions, taskRuns }: Services) => [
  route({
    method: 'get',
    path: '/ledger/verify',
    operationId: 'verify-ledger',
    summary: 'Walks the ledger, and names every row that was tampered with',
    description:
      'For auditors: it names streams whatever the caller may read in the catalog, so it has a permission of its own.',
    query: verifyQuery,
    response: ledgerVerificationSchema,
    refusals: [403],
    audit: {
      eventId: 'ledger-verify',
      severityLevel: 'medium',
      succeeded: ({ ok, revisions, problems }) => ({
        ok,
        revisions,
        problems: problems.length,
      }),
    },
    handle: async ({ credentials, query }) => {
      await authorizeBasic(permissions, credentials, ledgerVerifyPermission);
      if (query.stream === undefined) return verifyWhole(ledger, taskRuns);
      return ledger.verify({
        streamRef: query.stream.toLocaleLowerCase('en-US'),
      });
    },
  }),
];
