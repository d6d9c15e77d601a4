import {
  alertmanagerQuerySchema,
  alertmanagerSchema,
  evidentlyQuerySchema,
  MonitoringReceipt,
  monitoringReceiptSchema,
  monitoringReportSchema,
  monitoringReportsSchema,
} from 'backstage-plugin-ai-governance-common';
import { z } from 'zod';
import { readAlerts } from '../../monitoring/readAlerts';
import { readEvidently } from '../../monitoring/readEvidently';
import { readPlainReports } from '../../monitoring/readPlainReports';
import { TakenReport } from '../../monitoring/TakenReport';
import { authorOf } from '../author';
import { CallerCredentials, route } from '../Route';
import { Services } from '../Services';

const counts = ({ items }: MonitoringReceipt) => ({
  items: items.length,
  recorded: items.filter(i => i.outcome === 'recorded').length,
  revised: items.filter(i => i.outcome === 'revised').length,
  unchanged: items.filter(i => i.outcome === 'unchanged').length,
});

const shared = {
  method: 'post' as const,
  response: monitoringReceiptSchema,
  audit: {
    eventId: 'monitoring-report',
    severityLevel: 'medium' as const,
    succeeded: counts,
  },
};

const describedReports = z.strictObject({
  reports: z.array(monitoringReportSchema).min(1).max(100),
});

/** What tools report of systems at work. The answer is 200 when something could be taken, and says what became of each item. */
export const monitoringRoutes = ({
  aspects,
  clock,
  knex,
  reports,
  worker,
}: Services) => {
  const take = async (read: TakenReport[], credentials: CallerCredentials) => {
    const receipt = await reports.take(
      read,
      credentials,
      authorOf(credentials),
    );
    worker.poke();
    return receipt;
  };
  return [
    route({
      ...shared,
      path: '/monitoring/reports',
      operationId: 'report-monitoring',
      summary:
        'Records what tools measured, in the words of a monitoring record',
      description:
        'The same source and period (or `sourceId`) again records nothing when it says the same, and is another revision when it does not.',
      body: monitoringReportsSchema,
      describedBody: describedReports,
      handle: async ({ credentials, body }) =>
        take(readPlainReports(body.reports), credentials),
    }),
    route({
      ...shared,
      path: '/monitoring/alertmanager',
      operationId: 'report-alerts',
      summary:
        'Records alerts, as the webhook of Prometheus Alertmanager sends them',
      description:
        'One record for each alert and time at which it began. The subject is the label or annotation `ai_system`, the aspect `ai_aspect`.',
      query: alertmanagerQuerySchema,
      body: alertmanagerSchema,
      handle: async ({ credentials, query, body }) =>
        take(
          readAlerts(body.alerts, {
            ...query,
            source: query.source ?? 'alertmanager',
            aspects,
          }),
          credentials,
        ),
    }),
    route({
      ...shared,
      path: '/monitoring/evidently',
      operationId: 'report-evidently',
      summary: 'Records a report of Evidently, as its JSON is',
      description:
        'Of 0.7: `snapshot.json()` or `snapshot.dumps()`. One record for each source and period, which is the day of the report unless `from` and `to` say otherwise.',
      query: evidentlyQuerySchema,
      body: z.record(z.string(), z.unknown()),
      handle: async ({ credentials, query, body }) =>
        take(
          readEvidently(body, {
            ...query,
            source: query.source ?? 'evidently',
            aspects,
            at: await clock(knex),
          }),
          credentials,
        ),
    }),
  ];
};
