import {
  bulkAssignmentsRequestSchema,
  bulkAssignmentsSchema,
  bulkConfirmationsRequestSchema,
  bulkConfirmationsSchema,
  bulkOwnersRequestSchema,
  bulkOwnersSchema,
  bulkRecordsRequestSchema,
  bulkRecordsSchema,
} from 'backstage-plugin-ai-governance-common';
import { authorOf } from '../author';
import { largestSpreadsheetBody } from '../jsonBody';
import { route } from '../Route';
import { Services } from '../Services';

/** How many items came out in which way, for the auditor. */
function outcomes(items: readonly { outcome: string }[]) {
  const counts: Record<string, number> = {};
  for (const { outcome } of items) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

export const bulkRoutes = ({
  assignments,
  confirmations,
  owners,
  sheetImport,
  worker,
}: Services) => [
  route({
    method: 'post',
    path: '/bulk/confirmations',
    operationId: 'confirm-many',
    summary: 'Confirms the entries of many subjects',
    description:
      'Each is confirmed as if it were alone, and what is refused stops nothing else. With `dryRun` it says what each entry states and whether the caller may confirm it. An entry that the caller confirmed within the last minute, and that has not changed since, is not confirmed twice.',
    body: bulkConfirmationsRequestSchema,
    response: bulkConfirmationsSchema,
    audit: {
      eventId: 'bulk-confirmations',
      severityLevel: 'medium',
      succeeded: ({ items }) => outcomes(items),
    },
    handle: async ({ credentials, body }) => {
      const items = await confirmations.confirm(
        credentials,
        authorOf(credentials),
        body,
      );
      worker.poke();
      return { items };
    },
  }),
  route({
    method: 'post',
    path: '/bulk/assignments',
    operationId: 'assign-many',
    summary:
      'Gives many corrective actions or treatments of risks an owner and a due date',
    description:
      'A revision each, by the ordinary rules, from the `baseRevision` that was looked at; what is refused stops nothing else.',
    body: bulkAssignmentsRequestSchema,
    response: bulkAssignmentsSchema,
    audit: {
      eventId: 'bulk-assignments',
      severityLevel: 'medium',
      succeeded: ({ items }) => outcomes(items),
    },
    handle: async ({ credentials, body }) => {
      const items = await assignments.assign(
        credentials,
        authorOf(credentials),
        body,
      );
      worker.poke();
      return { items };
    },
  }),
  route({
    method: 'post',
    path: '/bulk/owners',
    operationId: 'assign-owners',
    summary: 'Gives many systems an owning team',
    description:
      'What was registered in the portal gets a revision of its registration, by the ordinary rules; what is refused stops nothing else. What comes from a repository is answered with its file and what to write there. A dry run (the default) says what would change, with the revisions to send back.',
    body: bulkOwnersRequestSchema,
    response: bulkOwnersSchema,
    audit: {
      eventId: 'bulk-owners',
      severityLevel: 'medium',
      succeeded: ({ items }) => outcomes(items),
    },
    handle: async ({ credentials, body }) => {
      const items = await owners.assign(
        credentials,
        authorOf(credentials),
        body,
      );
      if (!body.dryRun) worker.poke();
      return { items };
    },
  }),
  route({
    method: 'post',
    path: '/bulk/records',
    operationId: 'import-records',
    summary: 'Takes the rows of a spreadsheet into assessments of systems',
    description:
      'Rows of one system go into its one document; nothing that is not in the file is lost. A row of which anything is not understood is refused with its line and the reason, and stops nothing else. A dry run (the default) says what would be recorded; without a mapping it guesses one from the header.',
    body: bulkRecordsRequestSchema,
    largestBody: largestSpreadsheetBody,
    response: bulkRecordsSchema,
    audit: {
      eventId: 'bulk-records',
      severityLevel: 'medium',
      succeeded: ({ rows, refusedRows, recorded }) => ({
        rows,
        refusedRows,
        recorded,
      }),
    },
    handle: async ({ credentials, body }) => {
      const answer = await sheetImport.run(
        credentials,
        authorOf(credentials),
        body,
      );
      if (answer.recorded > 0) worker.poke();
      return answer;
    },
  }),
];
