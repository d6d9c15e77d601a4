import {
  capital,
  CorrectiveAction,
  correctiveActionIsOpen,
  Evidence,
  Incident,
  incidentIsOpen,
  measuresOf,
  Monitoring,
  ResultState,
} from 'backstage-plugin-ai-governance-common';

/** How a record stands: a word with the sign and colour of the state of a result. */
export interface RecordStanding {
  word: string;
  look: ResultState;
}

const running = (
  status: string,
  open: boolean,
  due: string | undefined,
  today: string,
): RecordStanding => {
  if (!open) return { word: capital(status), look: 'pass' };
  return due !== undefined && due < today
    ? { word: `${capital(status)}, overdue`, look: 'expired' }
    : { word: capital(status), look: 'warning' };
};

const standings: Readonly<
  Record<string, (data: any, today: string) => RecordStanding>
> = {
  incident: (data: Incident, today) =>
    running(data.status, incidentIsOpen(data), data.deadline, today),
  'corrective-action': (data: CorrectiveAction, today) =>
    data.status === 'cancelled'
      ? { word: 'Cancelled', look: 'not-applicable' }
      : running(
          data.status === 'done' ? 'done, not verified' : data.status,
          correctiveActionIsOpen(data),
          data.due,
          today,
        ),
  evidence: ({ expires }: Evidence, today) =>
    expires < today
      ? { word: 'Expired', look: 'expired' }
      : { word: 'Counts', look: 'pass' },
  monitoring: (data: Monitoring) =>
    measuresOf(data).some(m => m.breached)
      ? { word: 'Threshold breached', look: 'fail' }
      : { word: 'Nothing breached', look: 'pass' },
};

/**
 * How an entry of a type stands today (YYYY-MM-DD, UTC); undefined where there is nothing to say of the type.
 */
export const recordStanding = (
  type: string,
  data: unknown,
  today: string,
): RecordStanding | undefined => standings[type]?.(data, today);
