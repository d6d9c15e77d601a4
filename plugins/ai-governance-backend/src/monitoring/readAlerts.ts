import {
  Alert,
  alertSchema,
  dayOf,
  instant,
  measuresOf,
  Monitoring,
} from 'backstage-plugin-ai-governance-common';
import { asLine } from './asLine';
import { AspectRule, aspectNamed, aspectWords, isAspect } from './aspects';
import { issuesAt } from './issuesAt';
import { TakenReport } from './TakenReport';

interface Options {
  /** Whom an alert is about that does not say it. */
  subject?: string;
  source: string;
  aspects: readonly AspectRule[];
}

const isResolved = (recorded: Monitoring) =>
  measuresOf(recorded).every(m => m.breached === false);

/** What an alert says under a name: as a label, else as an annotation. */
const said = ({ labels, annotations }: Alert, name: string) =>
  labels[name] || annotations[name] || undefined;

/**
 * One report for each alert. While an alert fires, its period is the day on which it began; once it is resolved, the period lasts to
 * that day. So what Alertmanager repeats while it fires is the same report again, and its end revises it.
 *
 * The value is 1 while it fires and 0 afterwards, as in Prometheus' own series ALERTS: the webhook carries none.
 */
export function readAlerts(
  alerts: readonly unknown[],
  options: Options,
): TakenReport[] {
  return alerts.map((item, i): TakenReport => {
    const path = `body.alerts[${i}]`;
    const parsed = alertSchema.safeParse(item);
    if (!parsed.success) return { path, error: issuesAt(path, parsed.error) };
    const alert = parsed.data;
    const subject = said(alert, 'ai_system') ?? options.subject;
    if (!subject) {
      return {
        path,
        error: `${path}.labels.ai_system: name the AI system in this label, in an annotation of that name, or in query.subject`,
      };
    }
    const name = asLine(alert.labels.alertname ?? 'alert', 120) || 'alert';
    const aspect =
      said(alert, 'ai_aspect') ?? aspectNamed(name, options.aspects);
    if (!isAspect(aspect)) {
      return {
        path,
        subject,
        error: `${path}.labels.ai_aspect: must be one of ${aspectWords}`,
      };
    }
    return {
      path,
      subject,
      data: recordOf(alert, name, aspect, options),
      // several Alertmanagers tell of one alert, in any order; an alert that begins anew has another beginning
      ...(alert.status === 'firing' && { isOlderThan: isResolved }),
    };
  });
}

function recordOf(
  alert: Alert,
  name: string,
  aspect: ReturnType<typeof aspectNamed>,
  { source }: Options,
): Monitoring {
  const firing = alert.status === 'firing';
  const began = instant(alert.startsAt);
  // an alert that fires has no end yet, which Alertmanager writes as the year 1 or as a time to come
  const ended = firing || !alert.endsAt ? began : instant(alert.endsAt);
  const words = said(alert, 'summary') ?? said(alert, 'description');
  const when = firing
    ? `Firing since ${began}`
    : `Fired from ${began} to ${ended}`;
  return {
    period: { from: dayOf(began), to: dayOf(ended < began ? began : ended) },
    [aspect]: {
      found: asLine(words ? `${when}: ${words}` : `${when}.`, 1000),
      measures: [{ name, value: firing ? 1 : 0, breached: firing }],
    },
    source,
    sourceId: `${alert.fingerprint} ${began}`,
  };
}
