import { z } from 'zod';
import { monitoring } from '../records/monitoring';
import { line } from '../records/RecordType';

const { shape } = monitoring.schema;

/** An aspect as a tool reports it: what was found in words may be left out, and is then made of the measures. */
const reportedAspect = z
  .strictObject({
    found: shape.drift.unwrap().shape.found.optional(),
    measures: shape.drift.unwrap().shape.measures,
  })
  .optional();

/** What a tool reports of one subject and one period: a monitoring record, with its subject and its source named. */
export const monitoringReportSchema = z.strictObject({
  subject: z
    .string()
    .min(1)
    .max(400)
    .describe('An entity reference; without a kind and namespace of default/'),
  period: shape.period,
  source: line({ title: 'Source' }, 120).describe(
    'The tool that reports. The same source reports once a period: again, it revises',
  ),
  sourceId: shape.sourceId.describe(
    'Of the report at the source: then it is this that is recorded once',
  ),
  drift: reportedAspect,
  performance: reportedAspect,
  abuse: reportedAspect,
  violations: reportedAspect,
});

/** Each report is judged by itself, so that one that is wrong does not stop the others: see `monitoringReportSchema`. */
export const monitoringReportsSchema = z.strictObject({
  reports: z.array(z.unknown()).min(1).max(100),
});

const texts = z.record(z.string(), z.string());

/** One alert of Alertmanager. */
export const alertSchema = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: texts,
  annotations: texts.default({}),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }).optional(),
  fingerprint: z
    .string()
    .min(1)
    .max(64)
    .describe('Of the labels, as Alertmanager works it out'),
});

/**
 * What Alertmanager sends to a webhook, version 4. Fields that are not named here are let be.
 *
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export const alertmanagerSchema = z.object({
  version: z.literal('4', {
    message: 'must be "4": the webhook of Alertmanager is understood',
  }),
  alerts: z.array(z.unknown()).min(1).max(200),
});

/** One metric of an Evidently report. */
export const evidentlyMetricSchema = z.object({
  id: z.string().optional(),
  metric_name: z.string().optional(),
  metric_id: z.string().optional(),
  config: z.record(z.string(), z.unknown()).optional(),
  value: z.unknown(),
});

/** One test of an Evidently report. */
export const evidentlyTestSchema = z.object({
  name: z.string(),
  status: z.enum(['SUCCESS', 'WARNING', 'FAIL', 'ERROR', 'SKIPPED']),
  metric_config: z.object({ metric_id: z.string() }).optional(),
});

const evidentlyContext = {
  metadata: z.record(z.string(), z.unknown()).optional(),
  tags: z.array(z.string()).optional(),
  timestamp: z.string().optional(),
};

/**
 * A report of Evidently 0.7: what `snapshot.json()` writes. `metadata`, `tags` and `timestamp` may be put beside.
 *
 * @see https://github.com/evidentlyai/evidently/blob/main/src/evidently/core/report.py
 */
export const evidentlyReportSchema = z.object({
  metrics: z.array(evidentlyMetricSchema).max(2000),
  tests: z.array(evidentlyTestSchema).max(2000).default([]),
  ...evidentlyContext,
});

/** A snapshot of Evidently 0.7, as `snapshot.dumps()` and its workspace write it. */
export const evidentlySnapshotSchema = z.object({
  metric_results: z.record(
    z.string(),
    z.looseObject({
      display_name: z.string().optional(),
      tests: z.array(evidentlyTestSchema).default([]),
    }),
  ),
  top_level_metrics: z.array(z.string()).optional(),
  ...evidentlyContext,
});

const subject = z
  .string()
  .min(1)
  .max(400)
  .optional()
  .describe('Whom it is about, where the report does not name it itself');
const source = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\r\n]*\S[^\r\n]*$/, 'must be one line of text, not empty')
  .optional()
  .describe('Which tool reports, where there are several of a kind');

export const alertmanagerQuerySchema = z.strictObject({ subject, source });
export const evidentlyQuerySchema = z.strictObject({
  subject,
  source,
  from: z.iso.date().optional().describe('First day that was watched'),
  to: z.iso.date().optional().describe('Last day; the day of the report'),
});

/** What became of what a tool reported, item by item. */
export const monitoringReceiptSchema = z.object({
  items: z.array(
    z.object({
      path: z.string().describe('Of the item in the body: `body.reports[0]`'),
      subject: z.string().optional(),
      status: z
        .int()
        .describe(
          '201 recorded, 200 on record already or revised, 400, 403, 404 or 409 not taken',
        ),
      outcome: z.enum(['recorded', 'revised', 'unchanged']).optional(),
      recordId: z.string().optional(),
      revision: z.int().optional(),
      error: z.string().optional(),
    }),
  ),
});

export type MonitoringReceipt = z.infer<typeof monitoringReceiptSchema>;
export type Alert = z.infer<typeof alertSchema>;
export type EvidentlyMetric = z.infer<typeof evidentlyMetricSchema>;
export type EvidentlyTest = z.infer<typeof evidentlyTestSchema>;
