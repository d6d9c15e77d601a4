import {
  BreachLink,
  CaseStep,
  change,
  correctiveAction,
  CorrectiveAction,
  Incident,
  incident,
  measuresOf,
  Monitoring,
} from 'backstage-plugin-ai-governance-common';
import { tabPaths } from '../../entity/places';
import { breachQuery } from '../../records';
import { statesToWrite, whyNotWrite } from '../entryTypes';
import { approvalsNow } from '../kinds';
import { whyNotAsk } from '../useDeciders';
import { Assurance } from '../useAssurance';
import { Texts } from '../../translation';

/** A button of a step: what it does and where, or why the reader may not. */
export interface StepWay {
  label: string;
  /** Below the page of the entity. */
  to: string;
  whyNot?: string;
}

const assurance = (search: Record<string, string>) =>
  `${tabPaths.assurance}?${new URLSearchParams(search)}`;

/** Where the entry of a step is read, below the page of the entity; undefined while there is none. */
export function entryOfStep({
  stage,
  type,
  recordId,
}: CaseStep): string | undefined {
  if (recordId === undefined) return undefined;
  switch (stage) {
    case 'change':
      return `${tabPaths.changes}?${new URLSearchParams({ see: recordId })}`;
    case 'approval':
      return assurance({ see: 'approval' });
    default:
      return assurance({ see: type, of: recordId });
  }
}

const incidentWay = (status: Incident['status']) => {
  if (status === 'contained') return 'resolve';
  return status === 'resolved' ? 'close' : 'carryIncident';
};

/**
 * What is to be done at a step of which something is missing, the likeliest first; empty: nothing is missing.
 *
 * @param me - the reader, full reference; undefined until it is known
 */
export function waysOn(
  t: Texts,
  step: CaseStep,
  of: Assurance,
  me: string | undefined,
): StepWay[] {
  if (!step.next) return [];
  switch (step.stage) {
    case 'breach':
      return waysOfBreach(t, step, of);
    case 'incident':
      return waysOfIncident(t, step, of);
    case 'action':
      return waysOfAction(t, step, of);
    case 'verification':
      return [verifying(t, step, of, me)];
    case 'approval':
      return [approving(t, of)];
    default:
      return [];
  }
}

const entryOf = ({ type, recordId }: CaseStep, { entries }: Assurance) =>
  entries[type]?.find(r => r.recordId === recordId);

/** A change that deals with breaches, written for the case of a record. */
const logging = (
  t: Texts,
  recordId: string,
  asked: string,
  posture: Assurance['posture'],
): StepWay => ({
  label: t('assurance.cases.way.change'),
  to: `${tabPaths.changes}?edit&${asked}&of=${recordId}`,
  whyNot: whyNotWrite(t, change, posture),
});

const isSame = (a: BreachLink) => (b: BreachLink) =>
  a.monitoring === b.monitoring && a.measure === b.measure;

function waysOfBreach(
  t: Texts,
  { recordId, measure }: CaseStep,
  { posture }: Assurance,
): StepWay[] {
  if (recordId === undefined || measure === undefined) return [];
  const asked = breachQuery(recordId, [measure]);
  return [
    {
      label: t('assurance.cases.way.incident'),
      to: `${assurance({ write: 'incident', of: recordId })}&${asked}`,
      whyNot: whyNotWrite(t, incident, posture),
    },
    {
      label: t('assurance.cases.way.action'),
      to: assurance({ write: correctiveAction.type, of: recordId }),
      whyNot: whyNotWrite(t, correctiveAction, posture),
    },
    logging(t, recordId, asked, posture),
  ];
}

function waysOfIncident(t: Texts, step: CaseStep, of: Assurance): StepWay[] {
  const head = entryOf(step, of);
  if (!head?.data) return [];
  const { status } = head.data as unknown as Incident;
  return [
    {
      label: t(`assurance.cases.way.${incidentWay(status)}`),
      to: assurance({ write: step.type, of: head.recordId }),
      whyNot: whyNotWrite(t, incident, of.posture, head.data),
    },
  ];
}

function waysOfAction(t: Texts, step: CaseStep, of: Assurance): StepWay[] {
  const about = step.recordId ?? step.of;
  if (!about) return [];
  const head = entryOf(step, of);
  const way = {
    label: t(
      step.recordId
        ? 'assurance.cases.way.carryAction'
        : 'assurance.cases.way.itsAction',
    ),
    to: assurance({ write: step.type, of: about }),
    whyNot: whyNotWrite(
      t,
      correctiveAction,
      of.posture,
      head?.data ?? undefined,
    ),
  };
  const action = head?.data as CorrectiveAction | null | undefined;
  const breaches = breachesBehind(action?.from.recordId ?? about, of);
  const changed = of.changes.some(({ data }) =>
    data?.breaches?.some(b => breaches.some(isSame(b))),
  );
  if (breaches.length === 0 || changed) return [way];
  const [{ monitoring }] = breaches;
  const asked = breachQuery(
    monitoring,
    breaches.filter(b => b.monitoring === monitoring).map(b => b.measure),
  );
  return [way, logging(t, about, asked, of.posture)];
}

/** The thresholds whose breach an action is after: those that its incident names, or that its report found. */
function breachesBehind(
  recordId: string,
  { entries }: Assurance,
): readonly BreachLink[] {
  const has = (type: string) =>
    entries[type]?.find(r => r.recordId === recordId)?.data;
  const report = has('monitoring') as Monitoring | null | undefined;
  if (report) {
    return measuresOf(report)
      .filter(m => m.breached)
      .map(({ name }) => ({ monitoring: recordId, measure: name }));
  }
  return (has(incident.type) as Incident | null | undefined)?.breaches ?? [];
}

function verifying(
  t: Texts,
  step: CaseStep,
  of: Assurance,
  me: string | undefined,
): StepWay {
  const head = entryOf(step, of);
  const data = head?.data as CorrectiveAction | null | undefined;
  return {
    label: t('assurance.cases.way.verify'),
    to: assurance({ write: step.type, of: step.recordId ?? '' }),
    whyNot: whyNotVerify(t, data ?? undefined, of, me),
  };
}

function whyNotVerify(
  t: Texts,
  data: CorrectiveAction | undefined,
  { posture }: Assurance,
  me: string | undefined,
): string | undefined {
  const states = data && statesToWrite(correctiveAction, posture, data);
  if (!states?.includes('verified')) {
    return t('assurance.cases.whyNot.verify');
  }
  return me !== undefined && (me === data?.done?.by || me === data?.owner)
    ? t('assurance.cases.whyNot.didIt')
    : undefined;
}

function approving(t: Texts, { posture, decisions }: Assurance): StepWay {
  return approvalsNow(decisions).request
    ? {
        label: t('assurance.approval.decide'),
        to: assurance({ decide: '' }),
        whyNot: posture.may.decide
          ? undefined
          : t('assurance.decisions.whyNot.asked'),
      }
    : {
        label: t('assurance.approval.ask.title'),
        to: assurance({ ask: '' }),
        whyNot: whyNotAsk(t, posture),
      };
}
