import { ConflictError, InputError } from '@backstage/errors';
import { z } from 'zod';
import { frameworks, requirementTitle } from '../frameworks';
import { RecordState } from '../state';
import { checkMove, Moves, notToCome } from './caseMoves';
import type { CorrectiveAction } from './correctiveAction';
import { eachIdOnce } from './eachIdOnce';
import { frameworkId, requirementId } from './requirementFields';
import { day, entityRef, line, markdown, recordType } from './RecordType';

const states = ['planned', 'in-progress', 'reported', 'closed'] as const;
export type AuditStatus = (typeof states)[number];

/** A report is taken back while it is not closed; once closed, another audit is recorded. */
export const auditMoves: Moves<AuditStatus> = {
  planned: ['in-progress'],
  'in-progress': ['reported'],
  reported: ['in-progress', 'closed'],
  closed: [],
};

const criterion = z
  .strictObject({
    framework: frameworkId,
    requirements: z
      .array(requirementId)
      .max(500)
      .meta({
        title: 'Requirements',
        description: 'Their ids, such as 9.2. None: all of the framework.',
      })
      .optional(),
  })
  .meta({ title: 'Criterion' });

const finding = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[A-Za-z0-9][-A-Za-z0-9_.]{0,39}$/,
        'must be letters, digits, hyphens and dots, such as F-1',
      )
      .meta({ title: 'Id', description: 'Such as F-1.' }),
    title: line({ title: 'Title' }, 200),
    grade: z.enum(['major', 'minor', 'observation']).meta({
      title: 'Grade',
      description:
        'A nonconformity is major or minor and needs a corrective action; an observation does not.',
    }),
    requirements: z
      .array(requirementId)
      .max(50)
      .meta({
        title: 'Requirements',
        description: 'Ids of those that are not fulfilled, among the criteria.',
      })
      .optional(),
    controls: z
      .array(
        line({ title: 'Control', description: 'Its id, such as DOC-03.' }, 64),
      )
      .max(50)
      .meta({ title: 'Controls' })
      .optional(),
    subject: entityRef({ title: 'AI system' }).optional(),
    text: markdown({ title: 'What was found' }).min(1),
    correctiveAction: line(
      {
        title: 'Id of the corrective action',
        description:
          'Only of one in the stream of a system: those of the organization name the finding themselves.',
      },
      36,
    ).optional(),
  })
  .meta({ title: 'Finding' });
export type AuditFinding = z.infer<typeof finding>;

const findings = z
  .array(finding)
  .max(200)
  .superRefine(eachIdOnce('finding'))
  .meta({ title: 'Findings' });

const schema = z
  .strictObject({
    title: line({ title: 'Title' }, 200),
    kind: z
      .enum(['internal', 'external', 'certification'])
      .meta({ title: 'Kind' }),
    status: z.enum(states).meta({ title: 'Status' }),
    scope: markdown({
      title: 'Scope',
      description: 'What is audited, and what is not.',
    }).min(1),
    criteria: z
      .array(criterion)
      .min(1)
      .max(20)
      .meta({ title: 'Criteria', description: 'What it is held against.' }),
    period: z
      .strictObject({
        from: day({ title: 'From' }),
        to: day({ title: 'To' }),
      })
      .refine(({ from, to }) => from <= to, {
        path: ['to'],
        message: 'must not be before from',
      })
      .meta({ title: 'Period of the audit' }),
    lead: line(
      { title: 'Lead auditor', description: 'A name, or user:default/name.' },
      200,
    ),
    auditors: z
      .array(line({ title: 'Auditor' }, 200))
      .max(50)
      .meta({ title: 'Other auditors' })
      .optional(),
    independence: markdown({
      title: 'Independence',
      description: 'Why nobody audits their own work.',
    }).min(1),
    findings: findings.optional(),
    conclusion: markdown({
      title: 'Conclusion',
      description: 'Asked for to report it.',
    }).optional(),
  })
  .superRefine(({ criteria, findings: found = [] }, ctx) => {
    const unknown = (path: (string | number)[], id: string, of: string) =>
      ctx.addIssue({
        code: 'custom',
        path,
        message: `there is no requirement ${id} in ${of}`,
      });
    criteria.forEach(({ framework, requirements = [] }, i) =>
      requirements.forEach((id, j) => {
        if (!requirementTitle(framework, id)) {
          unknown(['criteria', i, 'requirements', j], id, framework);
        }
      }),
    );
    found.forEach(({ requirements = [] }, i) =>
      requirements.forEach((id, j) => {
        if (!criteria.some(c => isOf(c, id))) {
          unknown(['findings', i, 'requirements', j], id, 'the criteria');
        }
      }),
    );
  });

/** Whether a requirement is one of a criterion. */
function isOf(
  { framework, requirements }: z.infer<typeof criterion>,
  id: string,
): boolean {
  if (requirements?.length) return requirements.includes(id);
  const all = frameworks.find(f => f.id === framework)?.requirements ?? [];
  return all.some(r => r.id === id);
}

export const audit = recordType({
  type: 'audit',
  title: 'Audit',
  plural: 'Audits',
  description:
    'What was audited against which requirements, by whom, what they found, and what became of it.',
  shape: 'entry',
  streams: ['organization'],
  writtenBy: 'people',
  takes: () => 'assure',
  schemaVersion: 1,
  source: 'ISO/IEC 42001 9.2.1, 9.2.2; ISO 19011; NIST AI RMF GOVERN 4.3',
  schema,
  summary: ({ title, kind, status, findings: found = [] }) =>
    `${title} (${kind}, ${status}, ${found.length} finding${
      found.length === 1 ? '' : 's'
    })`,
  asksForRecords: ({ findings: found = [] }) =>
    found.flatMap(f => f.correctiveAction ?? []),
  admit: ({ data, previous, at, controlIds, organization }) => {
    const before = checkMove(data.status, previous, {
      moves: auditMoves,
      starts: ['planned', 'in-progress', 'reported'],
    });
    const found = data.findings ?? [];
    if (data.status === 'planned' && found.length > 0) {
      throw new InputError(
        'data.findings: an audit that is only planned has found nothing yet',
      );
    }
    found.forEach(({ controls = [] }, i) =>
      controls.forEach((id, j) => {
        if (!controlIds.includes(id)) {
          throw new InputError(
            `data.findings[${i}].controls[${j}]: there is no control ${id}`,
          );
        }
      }),
    );
    if (data.status === 'reported' || data.status === 'closed') {
      notToCome('period.to', data.period.to, at);
      if (!data.conclusion?.trim()) {
        throw new InputError('data.conclusion: say what the audit concludes');
      }
    }
    const named = organization?.named ?? {};
    found.forEach(({ correctiveAction: id }, i) => {
      const known = before?.findings?.some(f => f.correctiveAction === id);
      if (id !== undefined && !known && named[id]?.type !== 'corrective-action')
        throw new InputError(
          `data.findings[${i}].correctiveAction: there is no corrective action ${id}`,
        );
    });
    if (data.status === 'closed') {
      const actions = [
        ...(organization?.records['corrective-action'] ?? []),
        ...Object.values(named),
      ];
      const left = found.filter(
        f =>
          f.grade !== 'observation' &&
          !actionsOf(previous?.recordId, f, actions).some(
            a => a.data?.status === 'verified',
          ),
      );
      if (left.length > 0) {
        throw new ConflictError(
          `data.status: it can be closed once the corrective action of every major and minor finding is verified; missing for ${left
            .map(f => f.id)
            .join(', ')}`,
        );
      }
    }
    return data;
  },
});

export type Audit = z.infer<typeof audit.schema>;

/** The corrective actions of a finding: those that name it, and the one that it names. */
export function actionsOf<A extends CorrectiveAction | null>(
  auditId: string | undefined,
  { id, correctiveAction }: Pick<AuditFinding, 'id' | 'correctiveAction'>,
  actions: readonly Pick<RecordState<A>, 'recordId' | 'type' | 'data'>[],
) {
  return actions.filter(
    ({ recordId, type, data }) =>
      type === 'corrective-action' &&
      (recordId === correctiveAction ||
        (auditId !== undefined &&
          data?.from.kind === 'audit' &&
          data.from.recordId === auditId &&
          data.from.finding === id)),
  );
}
