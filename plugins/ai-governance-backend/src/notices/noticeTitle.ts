import { NoticeKind, noticeKinds } from './dueNotices';

const words: Record<NoticeKind, [one: string, many: string]> = {
  overdue: ['overdue', 'overdue'],
  lapsed: ['approval lapsed', 'approvals lapsed'],
  soon: ['runs out soon', 'run out soon'],
  requested: ['waits for your decision', 'wait for your decision'],
};

/** How many of what, in one line: it names no system, so that it gives nothing away wherever it is shown. */
export function noticeTitle(counts: Record<NoticeKind, number>): string {
  const parts = noticeKinds
    .filter(kind => counts[kind] > 0)
    .map(kind => `${counts[kind]} ${words[kind][counts[kind] === 1 ? 0 : 1]}`);
  return `AI governance: ${parts.join(', ')}`;
}
