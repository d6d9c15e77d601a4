import {
  pageOf,
  Risk,
  riskFilterSchema,
  riskSchema,
  risksQuerySchema,
} from 'backstage-plugin-ai-governance-common';
import { CsvColumn } from '../csv';
import { listScope } from '../listScope';
import { route } from '../Route';
import { Services } from '../Services';

const columns: CsvColumn<Risk>[] = [
  { header: 'subject', value: r => r.subject.ref },
  { header: 'subjectTitle', value: r => r.subject.title },
  { header: 'owner', value: r => r.subject.owner },
  { header: 'scenario', value: r => r.scenario },
  { header: 'title', value: r => r.title },
  { header: 'category', value: r => r.category },
  { header: 'inherent', value: r => r.inherent },
  { header: 'current', value: r => r.current },
  { header: 'target', value: r => r.target },
  { header: 'tolerance', value: r => r.tolerance },
  { header: 'aboveTolerance', value: r => String(r.aboveTolerance) },
  { header: 'treatment', value: r => r.treatment?.strategy },
  { header: 'treatedBy', value: r => r.treatment?.owner },
  { header: 'due', value: r => r.treatment?.due },
  { header: 'completed', value: r => r.treatment?.completed },
  { header: 'recordId', value: r => r.recordId },
  { header: 'revision', value: r => r.revision },
];

export const riskRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/risks',
    operationId: 'list-risks',
    summary:
      'The register of risks: every scenario of the subjects that the caller may read, with its levels now',
    description:
      'The gravest current level first, unless told otherwise. A level is the one that the controls go by; where evidence that a current level rests on has lapsed, it is the inherent one from that instant on.',
    query: risksQuerySchema,
    response: pageOf(riskSchema),
    csv: {
      filename: 'ai-risks',
      query: riskFilterSchema,
      columns: () => columns,
      items: async ({ credentials, query }) => {
        const list = await listScope(services, credentials, query);
        return services.risks.each(list.scope, list.query);
      },
    },
    handle: async ({ credentials, query }) => {
      const list = await listScope(services, credentials, query);
      return services.risks.page(list.scope, list.query);
    },
  }),
];
