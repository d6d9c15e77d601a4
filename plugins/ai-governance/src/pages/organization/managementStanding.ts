import {
  Applicability,
  Audit,
  lastMeasurement,
  ManagementReview,
  Objective,
  reaches,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import { inWords, RecordStanding, recordStanding } from '../../records';

const standings: Readonly<
  Record<string, (data: any, today: string) => RecordStanding>
> = {
  objective: (data: Objective, today) => {
    if (data.status === 'met') return { word: 'Met', look: 'pass' };
    if (data.status === 'dropped') {
      return { word: 'Dropped', look: 'not-applicable' };
    }
    if (data.due < today) return { word: 'Open, overdue', look: 'expired' };
    const last = lastMeasurement(data);
    if (!last) return { word: 'Not measured yet', look: 'not-reported' };
    return reaches(data, last.value)
      ? { word: 'Target reached', look: 'pass' }
      : { word: 'Target not reached yet', look: 'warning' };
  },
  'management-review': ({ decisions, nextBy }: ManagementReview, today) => {
    const late = decisions.filter(d => d.due && !d.done && d.due < today);
    if (late.length > 0) {
      return { word: `${late.length} overdue`, look: 'expired' };
    }
    return nextBy < today
      ? { word: 'Next review was due', look: 'warning' }
      : { word: 'Held', look: 'pass' };
  },
  audit: ({ status, period }: Audit, today) => {
    const isLate = status !== 'reported' && period.to < today;
    const look: ResultState = isLate ? 'expired' : 'warning';
    return status === 'closed'
      ? { word: 'Closed', look: 'pass' }
      : { word: `${inWords(status)}${isLate ? ', overdue' : ''}`, look };
  },
  applicability: ({ applies, implementation }: Applicability) => {
    if (applies === 'no') {
      return { word: 'Does not apply', look: 'not-applicable' };
    }
    if (!implementation) return { word: 'Applies', look: 'pass' };
    const { state } = implementation;
    return {
      word: inWords(state),
      look: state === 'implemented' ? 'pass' : 'warning',
    };
  },
};

/** How a record of the organization stands today (YYYY-MM-DD, UTC). */
export const managementStanding = (
  type: string,
  data: unknown,
  today: string,
): RecordStanding | undefined =>
  standings[type]?.(data, today) ?? recordStanding(type, data, today);
