import {
  Applicability,
  Audit,
  lastMeasurement,
  ManagementReview,
  Objective,
  reaches,
  ResultState,
} from 'backstage-plugin-ai-governance-common';
import { RecordStanding, recordStanding } from '../../records';
import { Texts } from '../../translation';

const standings: Readonly<
  Record<string, (t: Texts, data: any, today: string) => RecordStanding>
> = {
  objective: (t, data: Objective, today) => {
    if (data.status === 'met') {
      return { word: t('pages.organization.standing.met'), look: 'pass' };
    }
    if (data.status === 'dropped') {
      return {
        word: t('pages.organization.standing.dropped'),
        look: 'not-applicable',
      };
    }
    if (data.due < today) {
      return { word: t('pages.organization.standing.late'), look: 'expired' };
    }
    const last = lastMeasurement(data);
    if (!last) {
      return {
        word: t('pages.organization.standing.notMeasured'),
        look: 'not-reported',
      };
    }
    return reaches(data, last.value)
      ? { word: t('pages.organization.standing.reached'), look: 'pass' }
      : { word: t('pages.organization.standing.notReached'), look: 'warning' };
  },
  'management-review': (t, { decisions, nextBy }: ManagementReview, today) => {
    const late = decisions.filter(d => d.due && !d.done && d.due < today);
    if (late.length > 0) {
      return {
        word: t('pages.organization.standing.decisionsLate', {
          count: late.length,
        }),
        look: 'expired',
      };
    }
    return nextBy < today
      ? { word: t('pages.organization.standing.nextWasDue'), look: 'warning' }
      : { word: t('pages.organization.standing.held'), look: 'pass' };
  },
  audit: (t, { status, period }: Audit, today) => {
    const isLate = status !== 'reported' && period.to < today;
    const look: ResultState = isLate ? 'expired' : 'warning';
    const word = t(`pages.organization.standing.audit.${status}`);
    if (status === 'closed') return { word, look: 'pass' };
    return {
      word: isLate
        ? t('pages.organization.standing.auditLate', { status: word })
        : word,
      look,
    };
  },
  applicability: (t, { applies, implementation }: Applicability) => {
    if (applies === 'no') {
      return {
        word: t('pages.organization.standing.doesNotApply'),
        look: 'not-applicable',
      };
    }
    if (!implementation) {
      return { word: t('pages.organization.standing.applies'), look: 'pass' };
    }
    const { state } = implementation;
    return {
      word: t(`pages.organization.standing.implementation.${state}`),
      look: state === 'implemented' ? 'pass' : 'warning',
    };
  },
};

/** How a record of the organization stands today (YYYY-MM-DD, UTC). */
export const managementStanding = (
  t: Texts,
  type: string,
  data: unknown,
  today: string,
): RecordStanding | undefined =>
  standings[type]?.(t, data, today) ?? recordStanding(t, type, data, today);
