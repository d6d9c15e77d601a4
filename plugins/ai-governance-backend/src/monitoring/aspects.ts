import {
  MonitoringAspect,
  monitoringAspects,
} from 'backstage-plugin-ai-governance-common';

/** Which aspect alerts and metrics of a name are about; a name that ends with `*` stands for all that begin so. */
export interface AspectRule {
  name: string;
  aspect: MonitoringAspect;
}

const lower = (text: string) => text.toLocaleLowerCase('en-US');

const isNamed = (pattern: string, name: string) =>
  pattern.endsWith('*')
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern;

/**
 * The aspect of an alert or a metric: the first rule that names it, else drift where its name says so, else performance, which
 * is what most tools measure. Upper and lower case are alike.
 */
export function aspectNamed(
  name: string,
  rules: readonly AspectRule[],
): MonitoringAspect {
  const rule = rules.find(r => isNamed(lower(r.name), lower(name)));
  if (rule) return rule.aspect;
  return lower(name).includes('drift') ? 'drift' : 'performance';
}

/** Whether a text is one of the aspects. */
export const isAspect = (text: string): text is MonitoringAspect =>
  Object.hasOwn(monitoringAspects, text);

export const aspectWords = Object.keys(monitoringAspects).join(', ');
