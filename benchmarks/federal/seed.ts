import {
  AiGovernanceApi,
  AppendRequest,
  recordTypeOf,
  SubjectSummary,
} from 'backstage-plugin-ai-governance-common';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateOfOrganization } from './organization';
import {
  apiAs,
  folder,
  forget,
  goForward,
  startPortal,
  untilEvaluated,
  untilKnown,
  untilSwept,
} from './portal';
import { Event, storyOf, YEAR } from './story';

const DAY = 24 * 60 * 60 * 1000;
const STEP = 30;
const AT_ONCE = 6;
/** AI systems of the federal inventory. */
export const SYSTEMS = 2126;

interface Told {
  ref: string;
  events: Event[];
  held: Map<string, { recordId: string; revision: number }>;
  next: number;
}

/** Every subject, page by page. */
export async function allSubjects(
  api: AiGovernanceApi,
): Promise<SubjectSummary[]> {
  const found: SubjectSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.subjects({ limit: 500, cursor, orderBy: 'title' });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

/**
 * Plays a made-up year over the federal inventory: the clock of governance stands a year back, everything is appended through the API by those
 * who state it, and the clock goes forward month by month, so that what was held on each day of the year is there to be read.
 *
 * @returns how much was appended
 */
export async function seed(say: (text: string) => void): Promise<number> {
  forget();
  const began = Date.now() - YEAR * DAY;
  const at = (day: number) => new Date(began + day * DAY);
  const dayOf = (day: number) => at(day).toISOString().slice(0, 10);
  const portal = await startPortal(YEAR);
  const people = Object.fromEntries(
    [
      'robin.hale',
      'nadia.brooks',
      'owen.castle',
      'ida.perez',
      'tom.lindgren',
    ].map(name => [name, apiAs(name)]),
  ) as Record<Event['by'], AiGovernanceApi>;
  const refused = new Map<string, number>();
  let appended = 0;

  async function append(told: Told, event: Event) {
    const { type, key } = event;
    const api = people[event.by];
    const before = told.held.get(key);
    const data = event.data(told.held) as AppendRequest['data'];
    const decides = recordTypeOf(type)?.takes?.(data) === 'decide';
    try {
      const written = await api.append(told.ref, {
        type,
        data,
        recordId: before?.recordId,
        baseRevision: before?.revision,
        effectiveAt: at(event.day).toISOString(),
        ...(decides && {
          stateHash: (await api.decisions(told.ref)).stateHash,
        }),
      });
      told.held.set(key, written);
      appended += 1;
    } catch (error: any) {
      const why = `${type}: ${error.body?.error?.message ?? error}`
        .replace(/[a-z]+:default\/\S+|[0-9a-f-]{36}|\d{4}-\S+/g, '…')
        .slice(0, 160);
      refused.set(why, (refused.get(why) ?? 0) + 1);
    }
  }

  async function play(all: readonly Told[], until: number) {
    let index = 0;
    const one = async () => {
      while (index < all.length) {
        const told = all[index++];
        while (told.events[told.next]?.day <= until) {
          await append(told, told.events[told.next++]);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    await untilEvaluated(people['robin.hale']);
  }

  try {
    await untilKnown(Object.keys(people));
    await untilSwept(people['robin.hale'], SYSTEMS, say);
    const told = (await allSubjects(people['robin.hale'])).map(subject => ({
      ref: subject.ref,
      events: storyOf(subject, dayOf),
      held: new Map(),
      next: 0,
    }));
    for (let day = 0; ; day = Math.min(day + STEP, YEAR)) {
      await play(told, day);
      if (day === 180) {
        appended += await stateOfOrganization(people['nadia.brooks'], dayOf);
      }
      say(`${dayOf(day)}: ${appended} records and revisions`);
      if (day === YEAR) break;
      await goForward(Math.min(STEP, YEAR - day));
    }
    for (const [why, times] of refused) say(`refused ${times} times, ${why}`);
    writeFileSync(join(folder(), 'seeded'), `${appended}\n`);
  } finally {
    await portal.stop();
  }
  return appended;
}
