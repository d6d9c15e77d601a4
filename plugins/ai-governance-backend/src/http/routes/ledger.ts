import {
  checkpointsQuerySchema,
  checkpointsSchema,
  ledgerVerificationSchema,
  ledgerVerifyPermission,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
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

const checkpointParams = z.strictObject({
  number: z.coerce.number().int().min(1).max(0x7fffffff),
});

export const ledgerRoutes = ({
  checkpoints,
  permissions,
  verification,
}: Services) => [
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
      if (query.stream === undefined) return verification.whole();
      return verification.stream(query.stream.toLocaleLowerCase('en-US'));
    },
  }),
  route({
    method: 'get',
    path: '/ledger/checkpoints',
    operationId: 'list-checkpoints',
    summary: 'Signed ends of the ledger, the newest first',
    description:
      'What is kept of them elsewhere finds whatever is changed in the ledger later, also by who writes to its database.',
    query: checkpointsQuerySchema,
    response: checkpointsSchema,
    refusals: [403],
    handle: async ({ credentials, query }) => {
      await authorizeBasic(permissions, credentials, ledgerVerifyPermission);
      return { items: await checkpoints.page(query) };
    },
  }),
  route({
    method: 'get',
    path: '/ledger/checkpoints/:number',
    operationId: 'get-checkpoint',
    summary: 'A checkpoint with the ends of all streams, as lines of JSON',
    description:
      'The first line is the checkpoint, each other one the end of a stream: its id, its number of rows, and the hash of the last. The command `ai-governance-ledger verify` holds a database against it.',
    params: checkpointParams,
    response: z.string(),
    file: {
      contentType: 'application/jsonl',
      name: 'ai-governance-checkpoint.jsonl',
    },
    refusals: [403, 404],
    audit: { eventId: 'checkpoint-download', severityLevel: 'low' },
    handle: async ({ credentials, params }) => {
      await authorizeBasic(permissions, credentials, ledgerVerifyPermission);
      return checkpoints.lines(params.number);
    },
  }),
];
