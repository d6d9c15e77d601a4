import { parseEntityRef } from '@backstage/catalog-model';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { Instant, plus, WorkItem } from 'backstage-plugin-ai-governance-common';

/**
 * Items as an iCalendar (RFC 5545): an all-day event on the day on which each is due, or was. An event keeps its UID as long as it is to be done.
 *
 * @param items - those without a date, or due more than a year from now, are left out
 * @param options.baseUrl - where the portal is; without it, events have no address
 */
export async function workCalendar(
  items: AsyncIterable<WorkItem>,
  options: { at: Instant; baseUrl?: string },
): Promise<string> {
  const { at } = options;
  const baseUrl = options.baseUrl?.replace(/\/+$/, '');
  const until = plus(at, { years: 1 });
  const host = baseUrl ? new URL(baseUrl).hostname : 'ai-governance';
  const calendar = ical({
    name: 'AI governance: my work',
    prodId: { company: 'Backstage', product: 'AI Governance', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    url: baseUrl && `${baseUrl}/ai-governance/work`,
  });
  for await (const item of items) {
    if (item.due === null || item.due >= until) continue;
    const system = item.subject?.title;
    calendar.createEvent({
      id: `${item.id.replaceAll(':', '-')}@${host}`,
      stamp: new Date(at),
      // the last day on which it holds: due at midnight is due by the end of the day before
      start: new Date(Date.parse(item.due) - 1),
      allDay: true,
      timezone: 'UTC',
      summary: [item.overdue ? 'Overdue' : 'Due', item.title]
        .join(': ')
        .concat(system ? ` (${system})` : ''),
      description: item.reason,
      url:
        baseUrl && item.subject && `${baseUrl}${entityPath(item.subject.ref)}`,
    });
  }
  return calendar.toString();
}

/** The page of an entity in the portal's catalog. */
function entityPath(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
