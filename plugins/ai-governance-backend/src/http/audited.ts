import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';
import { Route } from './Route';

/** Tells the auditor that something began, and if it failed; `run` says how it succeeded. */
export async function audited<T>(
  auditor: AuditorService,
  audit: Pick<NonNullable<Route['audit']>, 'eventId' | 'severityLevel'>,
  of: { request?: Request; meta: JsonObject },
  run: (event: AuditorServiceEvent) => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId: audit.eventId,
    severityLevel: audit.severityLevel,
    ...of,
  });
  try {
    return await run(event);
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
