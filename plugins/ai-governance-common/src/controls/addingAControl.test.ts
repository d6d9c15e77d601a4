import { policy, record, subject } from '../__testUtils__/subject';
import { evaluate } from '../evaluate';
import { plus } from '../instant';
import { Change } from '../records';
import { Control, controls, controlView } from '.';
import { fail, iso, nist, pass } from './Control';
import { untilDue } from './untilDue';

// The whole of a new control. In the suite it is an entry in the file of its family.
const rollbackKnown: Control = {
  id: 'DOC-90',
  version: 1,
  family: 'DOC',
  title: 'Way back known',
  level: 'silver',
  holdsWhen: 'every material change says how to roll it back',
  appliesTo: 'production',
  references: [...iso('A.6.2.6'), ...nist('MANAGE 4.1')],
  remediation: { label: 'Describe the way back', place: 'changes' },
  notApplicable: ({ profile }) =>
    profile.lifecycle === 'production'
      ? undefined
      : 'Asked in production only.',
  evaluate: ({ entries }) => {
    const open = entries<Change>('change').filter(
      change => change.materiality === 'material' && !change.data?.rollback,
    );
    return open.length === 0
      ? pass('Every material change says how to roll it back.')
      : fail(`${open.length} material changes do not say how to roll back.`);
  },
};

const changesReviewed: Control = {
  ...rollbackKnown,
  id: 'DOC-91',
  title: 'Way back tried',
  evaluate: ({ at, entries, policy: { warningWindow } }) => {
    const [last] = entries<Change>('change').slice(-1);
    if (!last) return pass('There was no change.');
    const since = last.effectiveAt;
    const due = plus(since, { months: 3 });
    return untilDue(at, { since, due }, warningWindow, {
      holds: 'The way back was tried with the last change.',
      lapsed: 'The way back was not tried for three months.',
    });
  },
};

const at = '2026-04-01T00:00:00.000Z';
const result = (control: Control, ...changes: object[]) =>
  evaluate(
    subject({ records: changes.map(data => record('change', data)) }),
    policy,
    at,
    [...controls, control],
  ).results.find(r => r.controlId === control.id);

describe('a control declared in one place', () => {
  it('is evaluated beside the others', () => {
    expect(result(rollbackKnown)).toMatchObject({ state: 'pass' });
    expect(result(rollbackKnown, { title: 'New model' })).toMatchObject({
      state: 'fail',
      reason: '1 material changes do not say how to roll back.',
    });
  });

  it('foretells what time alone makes of it', () => {
    expect(result(changesReviewed, { title: 'New model' })).toMatchObject({
      state: 'pass',
      validUntil: '2026-05-11T12:00:00.000Z',
      nextState: 'warning',
    });
  });

  it('has its place in the catalogue, with titles', () => {
    expect(controlView(rollbackKnown).references).toContainEqual({
      framework: 'iso-42001',
      id: 'A.6.2.6',
      title: 'AI system operation and monitoring',
    });
  });
});
