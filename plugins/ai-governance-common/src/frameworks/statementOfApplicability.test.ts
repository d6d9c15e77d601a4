import { frameworks } from '.';
import { controls, organizationControls } from '../controls';
import { Applicability } from '../records';
import { noCounts, StateCounts } from '../results';
import { coverageOf } from './coverage';
import { statementOfApplicability } from './statementOfApplicability';

const iso42001 = frameworks.find(f => f.id === 'iso-42001')!;

const stated = (
  requirement: string,
  data: Partial<Applicability>,
  framework: Applicability['framework'] = 'iso-42001',
) => ({
  recordId: `record-${requirement}`,
  author: 'user:default/olga',
  recordedAt: '2026-03-01T00:00:00.000Z',
  data: {
    framework,
    requirement,
    applies: 'yes' as const,
    justification: 'We build and use AI.',
    ...data,
  },
});

const statement = (
  counts: Record<string, Partial<StateCounts>>,
  ...statements: ReturnType<typeof stated>[]
) =>
  new Map(
    statementOfApplicability(
      coverageOf(
        iso42001,
        [...controls, ...organizationControls],
        new Map(
          Object.entries(counts).map(([id, some]) => [
            id,
            { ...noCounts(), ...some },
          ]),
        ),
      ),
      statements,
    ).map(line => [line.id, line]),
  );

describe('the statement of applicability', () => {
  it('has the 38 controls of Annex A, stated or not', () => {
    const lines = statement({});
    expect(lines.size).toBe(38);
    expect([...lines.values()].filter(l => l.stated)).toEqual([]);
    expect(lines.has('A.6.1')).toBe(false);
    expect(lines.get('A.6.1.3')).toMatchObject({ standing: 'not-covered' });
  });

  it('says by results how far it is implemented, where controls answer it', () => {
    const by = (...statements: ReturnType<typeof stated>[]) =>
      statement(
        {
          'INV-04': { pass: 2 },
          'DOC-01': { pass: 1, fail: 1 },
          'PPL-01': { expired: 3 },
        },
        ...statements,
      );
    const some = ['A.4.3', 'A.9.4', 'A.4.6'];
    const implemented = some.map(id => by().get(id)?.implementation);
    expect(implemented).toEqual(['implemented', 'partly', 'not-implemented']);
    // what people say of one that results show is not taken for it
    expect(
      by(stated('A.4.6', { implementation: { state: 'implemented' } })).get(
        'A.4.6',
      ),
    ).toMatchObject({
      implementation: 'not-implemented',
      impliedBy: 'controls',
      stated: { recordId: 'record-A.4.6' },
    });
  });

  it('says what people state where no control answers it, or none is asked of anything', () => {
    const lines = statement(
      { 'PPL-01': { 'not-applicable': 3 } },
      stated('A.6.1.3', { implementation: { state: 'planned' } }),
      stated('A.4.6', { implementation: { state: 'partly' } }),
      stated('A.8.3', {}),
    );
    expect(lines.get('A.6.1.3')).toMatchObject({
      implementation: 'planned',
      impliedBy: 'statement',
    });
    expect(lines.get('A.4.6')?.implementation).toBe('partly');
    expect(lines.get('A.8.3')).not.toHaveProperty('implementation');
  });

  it('says of what is left out why, and not how it is implemented', () => {
    const line = statement(
      { 'INV-04': { pass: 2 } },
      stated('A.4.3', { applies: 'no', justification: 'Not here.' }),
    ).get('A.4.3')!;
    expect(line.stated?.data).toMatchObject({
      applies: 'no',
      justification: 'Not here.',
    });
    expect(line).not.toHaveProperty('implementation');
  });

  it('takes no statement on another framework', () => {
    const lines = statement({}, stated('A.5.2', {}, 'iso-27001'));
    expect(lines.get('A.5.2')).not.toHaveProperty('stated');
  });
});
