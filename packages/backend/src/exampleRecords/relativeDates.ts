import { mapTexts } from './mapTexts';

const MS_PER_DAY = 24 * 60 * 60 * 1000;
const relative = /^(?:in (\d+) days|(\d+) days ago)$/;

/** The instant so many days before `now`, ISO 8601 in UTC. */
export const daysBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * MS_PER_DAY).toISOString();

/**
 * Turns every text `in 20 days` or `20 days ago`, at any depth, into a calendar day (`YYYY-MM-DD`, UTC), so that
 * an example is as far from its dates on whichever day it is loaded.
 */
export function withDates<T>(value: T, now: Date): T {
  return mapTexts(value, text => {
    const match = relative.exec(text);
    if (!match) return text;
    const days = match[1] ? -Number(match[1]) : Number(match[2]);
    return daysBefore(now, days).slice(0, 10);
  });
}
