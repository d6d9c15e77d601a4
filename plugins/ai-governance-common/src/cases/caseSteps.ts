import { CaseStep } from '../api/cases';
import { isApproved } from '../decisions/admitDecision';
import { dayOf, Instant } from '../instant';
import { Approval } from '../records/approval';
import { Change } from '../records/change';
import { CorrectiveAction } from '../records/correctiveAction';
import { Incident, incidentIsOpen } from '../records/incident';
import { measuresOf, measureWords } from '../records/monitoring';
import { RecordState } from '../state';
import { capital } from '../text';
import { LinkedRecords } from './linkedRecords';

/** Whether a day has passed; the day itself is in time. */
const late = (day: string | undefined, at: Instant) =>
  day !== undefined && day < dayOf(at);

/** A step for each threshold that was breached, and what is missing where nothing deals with it. */
export function breachSteps({
  monitoring,
  incidents,
  actions,
  changes,
}: LinkedRecords): CaseStep[] {
  return monitoring.flatMap(({ recordId, data, author }) =>
    measuresOf(data)
      .filter(m => m.breached)
      .map((measure): CaseStep => {
        const { name } = measure;
        const dealtWith =
          actions.some(a => a.data.from.recordId === recordId) ||
          [...incidents, ...changes].some(r =>
            r.data.breaches?.some(
              b => b.monitoring === recordId && b.measure === name,
            ),
          );
        return {
          stage: 'breach',
          type: 'monitoring',
          recordId,
          measure: name,
          title: `${name}: ${measureWords(measure)}`,
          standing: dealtWith ? 'done' : 'running',
          state: 'Breached',
          on: data.period.to,
          by: data.source ?? author,
          ...(!dealtWith && {
            next: `Neither an incident, nor an action, nor a change deals with “${name}” yet.`,
          }),
        };
      }),
  );
}

const incidentNext: Partial<Record<Incident['status'], string>> = {
  open: 'It is to be contained and resolved.',
  contained: 'It is contained, and to be resolved.',
  resolved: 'It is resolved: say the cause and close it.',
};

/** An incident, and a step that is missing while no corrective action comes from it. */
export function incidentSteps(
  { incidents, actions }: LinkedRecords,
  at: Instant,
): CaseStep[] {
  return incidents.flatMap(({ recordId, data, author }): CaseStep[] => {
    const { status, severity, deadline } = data;
    const overdue = incidentIsOpen(data) && late(deadline, at);
    const standing = status === 'closed' ? 'done' : 'running';
    const step: CaseStep = {
      stage: 'incident',
      type: 'incident',
      recordId,
      title: data.title,
      standing: overdue ? 'late' : standing,
      state: capital(status),
      severity,
      on: data.detected,
      ...(incidentIsOpen(data) && { due: deadline }),
      by: author,
      next: incidentNext[status],
    };
    const acted = actions.some(a => a.data.from.recordId === recordId);
    return acted || status === 'closed'
      ? [step]
      : [
          step,
          {
            stage: 'action',
            type: 'corrective-action',
            of: recordId,
            title: `What keeps “${data.title}” from happening again`,
            standing: 'missing',
            state: 'Not recorded',
            next: 'No corrective action yet.',
          },
        ];
  });
}

/** A corrective action, and that somebody else saw that it works. */
export function actionSteps(
  { actions }: LinkedRecords,
  at: Instant,
): CaseStep[] {
  return actions.flatMap(({ recordId, data }): CaseStep[] => {
    const { status, owner, due, done, severity } = data;
    const common = { type: 'corrective-action', recordId } as const;
    const action = {
      ...common,
      stage: 'action',
      title: data.title,
      severity,
    } as const;
    if (status === 'cancelled') {
      return [
        { ...action, standing: 'cancelled', state: 'Cancelled', by: owner },
      ];
    }
    if (status === 'open') {
      return [
        {
          ...action,
          standing: late(due, at) ? 'late' : 'running',
          state: 'Open',
          due,
          by: owner,
          next: `${owner} is to do it${due ? ` by ${due}` : ''}.`,
        },
      ];
    }
    return [
      {
        ...action,
        standing: 'done',
        state: 'Done',
        on: done && dayOf(done.at),
        by: done?.by ?? owner,
      },
      {
        ...common,
        stage: 'verification',
        of: recordId,
        title: `Whether “${data.title}” works`,
        ...verification(data, at),
      },
    ];
  });
}

function verification(
  { owner, due, done, verified }: CorrectiveAction,
  at: Instant,
): Pick<CaseStep, 'standing' | 'state' | 'on' | 'by' | 'due' | 'next'> {
  if (verified) {
    return {
      standing: 'done',
      state: 'Verified',
      on: dayOf(verified.at),
      by: verified.by,
    };
  }
  const others = [...new Set([owner, ...(done ? [done.by] : [])])];
  return {
    standing: late(due, at) ? 'late' : 'running',
    state: 'Not verified',
    due,
    next: `It waits for verification by somebody other than ${others.join(
      ' and ',
    )}.`,
  };
}

/** A change, and of a material one the approval that covers it. */
export function changeSteps(
  { changes }: LinkedRecords,
  approvals: readonly RecordState<Approval | null>[],
): CaseStep[] {
  const given = approvals.filter(
    (a): a is RecordState<Approval> =>
      a.data?.decided !== undefined && isApproved(a.data.decision),
  );
  return changes.flatMap((change): CaseStep[] => {
    const { recordId, data, effectiveAt, author, materiality } = change;
    const step: CaseStep = {
      stage: 'change',
      type: 'change',
      recordId,
      title: data.title,
      standing: 'done',
      state: capital(materiality),
      on: dayOf(effectiveAt),
      by: author,
    };
    return materiality === 'material'
      ? [step, approvalOf(change, given)]
      : [step];
  });
}

function approvalOf(
  { recordId, data, recordedAt }: RecordState<Change>,
  given: readonly RecordState<Approval>[],
): CaseStep {
  const step = {
    stage: 'approval',
    type: 'approval',
    of: recordId,
    title: `Approval with “${data.title}”`,
  } as const;
  const covering = given.find(a =>
    a.data.decided!.covers.changes.includes(recordId),
  );
  if (covering) {
    const { by, at } = covering.data.decided!;
    return {
      ...step,
      recordId: covering.recordId,
      standing: 'done',
      state: 'Approved',
      on: dayOf(at),
      by,
    };
  }
  const ended = given.some(a => a.data.decided!.at < recordedAt);
  return {
    ...step,
    standing: 'missing',
    state: 'Not approved',
    next: ended
      ? `The approval lapsed by the change “${data.title}”, and nobody has approved the system since.`
      : `Nobody has approved the system with the change “${data.title}”.`,
  };
}
