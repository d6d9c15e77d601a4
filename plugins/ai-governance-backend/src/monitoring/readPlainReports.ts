import {
  Monitoring,
  MonitoringAspect,
  MonitoringMeasure,
  monitoringAspects,
  monitoringReportSchema,
} from 'backstage-plugin-ai-governance-common';
import { issuesAt } from './issuesAt';
import { TakenReport } from './TakenReport';

const aspectNames = Object.keys(monitoringAspects) as MonitoringAspect[];

const counted = (measures: readonly MonitoringMeasure[] = []) =>
  `${measures.length} ${measures.length === 1 ? 'measure' : 'measures'}`;

/** Reports in the words of the monitoring record, each judged by itself. What was found is said for those that say it in numbers only. */
export function readPlainReports(reports: readonly unknown[]): TakenReport[] {
  return reports.map((report, i): TakenReport => {
    const path = `body.reports[${i}]`;
    const parsed = monitoringReportSchema.safeParse(report);
    if (!parsed.success) {
      const subject = (report as { subject?: unknown } | null)?.subject;
      return {
        path,
        ...(typeof subject === 'string' && { subject }),
        error: issuesAt(path, parsed.error),
      };
    }
    const { subject, ...told } = parsed.data;
    const data = { ...told } as Monitoring;
    for (const name of aspectNames) {
      const aspect = told[name];
      if (!aspect) continue;
      const found = aspect.found ?? `${counted(aspect.measures)} reported`;
      data[name] = { ...aspect, found };
    }
    return { path, subject, data };
  });
}
