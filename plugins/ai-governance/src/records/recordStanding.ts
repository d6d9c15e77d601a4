import {
  CorrectiveAction,
  correctiveActionIsOpen,
  Evidence,
  Incident,
  incidentIsOpen,
  measuresOf,
  Monitoring,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';

/** How a record stands: a word with the sign and colour of the state of a result. */
export interface RecordStanding {
  word: string;
  look: ResultState;
}

const running = (
  t: Texts,
  status: string,
  open: boolean,
  due: string | undefined,
  today: string,
): RecordStanding => {
  if (!open) return { word: status, look: 'pass' };
  return due !== undefined && due < today
    ? { word: t('records.standing.overdue', { status }), look: 'expired' }
    : { word: status, look: 'warning' };
};

const standings: Readonly<
  Record<string, (t: Texts, data: any, today: string) => RecordStanding>
> = {
  incident: (t, data: Incident, today) =>
    running(
      t,
      t(`records.standing.incident.${data.status}`),
      incidentIsOpen(data),
      data.deadline,
      today,
    ),
  'corrective-action': (t, data: CorrectiveAction, today) =>
    data.status === 'cancelled'
      ? { word: t('records.standing.action.cancelled'), look: 'not-applicable' }
      : running(
          t,
          t(`records.standing.action.${data.status}`),
          correctiveActionIsOpen(data),
          data.due,
          today,
        ),
  evidence: (t, { expires }: Evidence, today) =>
    expires < today
      ? { word: t('words.state.expired'), look: 'expired' }
      : { word: t('records.standing.counts'), look: 'pass' },
  monitoring: (t, data: Monitoring) =>
    measuresOf(data).some(m => m.breached)
      ? { word: t('records.standing.breached'), look: 'fail' }
      : { word: t('records.standing.notBreached'), look: 'pass' },
};

/**
 * How an entry of a type stands today (YYYY-MM-DD, UTC); undefined where there is nothing to say of the type.
 */
export const recordStanding = (
  t: Texts,
  type: string,
  data: unknown,
  today: string,
): RecordStanding | undefined => standings[type]?.(t, data, today);
