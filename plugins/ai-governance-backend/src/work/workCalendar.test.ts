import { WorkItem } from 'backstage-plugin-ai-governance-common';
import { workCalendar } from './workCalendar';

const at = '2026-11-25T09:00:00.000Z';

const item = (id: string, rest: Partial<WorkItem> = {}): WorkItem => ({
  id: `control:${id}:DOC-06`,
  kind: 'control',
  subject: { ref: 'aisystem:default/card-limits', title: 'Card limits' },
  tier: 'high',
  title: 'The intended use is current',
  reason: 'It runs out on 2026-12-01: renew it before.',
  state: 'warning',
  due: '2026-12-02T00:00:00.000Z',
  overdue: false,
  ...rest,
});

async function* stream(items: WorkItem[]) {
  yield* items;
}
const calendar = (items: WorkItem[], when = at) =>
  workCalendar(stream(items), {
    at: when,
    baseUrl: 'https://portal.example/',
  });

/** The properties of each event: folded lines joined (RFC 5545, 3.1), escapes undone (3.3.11). */
function parse(text: string): Record<string, string>[] {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.filter(Boolean).at(-1)).toBe('END:VCALENDAR');
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | undefined;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = {};
    else if (line === 'END:VEVENT') {
      events.push(event!);
      event = undefined;
    } else if (event) {
      const [, name, value] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/.exec(line)!;
      event[name] = value.replace(/\\([\\;,nN])/g, (_, c) =>
        c.toLowerCase() === 'n' ? '\n' : c,
      );
    }
  }
  return events;
}

describe('workCalendar', () => {
  it('has an all-day event on the last day on which it holds, and on the day on which it ran out', async () => {
    const events = parse(
      await calendar([
        item('a', {
          state: 'expired',
          overdue: true,
          due: '2026-11-20T10:00:00.000Z',
        }),
        item('b'),
        item('c', { due: '2026-12-03T15:00:00.000Z' }),
      ]),
    );
    expect(events.map(e => [e.SUMMARY, e['DTSTART;VALUE=DATE']])).toEqual([
      ['Overdue: The intended use is current (Card limits)', '20261120'],
      ['Due: The intended use is current (Card limits)', '20261201'],
      ['Due: The intended use is current (Card limits)', '20261203'],
    ]);
    expect(events[1]).toMatchObject({
      UID: 'control-b-DOC-06@portal.example',
      DTSTAMP: '20261125T090000Z',
      DESCRIPTION: 'It runs out on 2026-12-01: renew it before.',
      'URL;VALUE=URI':
        'https://portal.example/catalog/default/aisystem/card-limits',
    });
  });

  it('keeps the UID of an event when its date changes', async () => {
    const [before] = parse(await calendar([item('a')]));
    const [after] = parse(
      await calendar(
        [item('a', { due: '2027-01-01T00:00:00.000Z' })],
        '2026-12-24T00:00:00.000Z',
      ),
    );
    expect(after.UID).toBe(before.UID);
    expect(after.SUMMARY).toBe(before.SUMMARY);
    expect(after['DTSTART;VALUE=DATE']).not.toBe(before['DTSTART;VALUE=DATE']);
  });

  it('leaves out what has no date, and what is due later than in a year', async () => {
    const due = async (...dues: (string | null)[]) =>
      parse(
        await calendar(dues.map((date, i) => item(String(i), { due: date }))),
      ).length;
    expect(await due(null)).toBe(0);
    expect(await due('2027-11-25T09:00:00.000Z')).toBe(0);
    expect(await due('2027-11-25T08:59:59.999Z')).toBe(1);
    expect(await due()).toBe(0);
  });

  it('lets no text break out of its line', async () => {
    const title =
      'a;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:http://evil.example "x" 🙂'.repeat(
        3,
      );
    const text = await calendar([
      item('a', { title, reason: title, subject: undefined }),
    ]);
    const [event, ...others] = parse(text);
    expect(others).toEqual([]);
    expect(event).not.toHaveProperty('ATTACH');
    expect(event.SUMMARY).toBe(`Due: ${title.replaceAll('\r\n', '\n')}`);
    expect(event.DESCRIPTION).toBe(title.replaceAll('\r\n', '\n'));
    // folded at 75 octets
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});
