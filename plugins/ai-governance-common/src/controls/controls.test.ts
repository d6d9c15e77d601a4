import { requirementTitle } from '../frameworks';
import {
  controlIds,
  controls,
  controlsUnder,
  controlView,
  organizationControls,
} from '.';

const all = [...controls, ...organizationControls];

describe('the catalogue of controls', () => {
  it('is this one', () => {
    expect(
      all.map(({ id, level, references }) =>
        [
          id,
          level,
          ...references
            .filter(r => ['iso-42001', 'nist-ai-rmf'].includes(r.framework))
            .map(r => r.id),
        ].join(', '),
      ),
    ).toEqual([
      'INV-01, bronze, 5.3, A.3.2, GOVERN 2.1',
      'INV-02, bronze, 5.1, A.3.2, GOVERN 2.3',
      'INV-03, bronze, A.9.3, MAP 1.1',
      'INV-04, bronze, A.4.3, MAP 2.1',
      'INV-05, silver, A.7.3, A.7.5, MAP 2.3',
      'INV-06, bronze, 6.1.2, A.5.2, MAP 1.1',
      'INV-07, bronze, A.4.4, A.6.2.3, MAP 2.1',
      'INV-08, silver, 4.3, A.4.2, GOVERN 1.6',
      'DOC-01, bronze, A.9.4, A.6.2.7, MAP 1.1',
      'DOC-02, bronze, A.8.2, MAP 2.2',
      'DOC-03, silver, A.8.2, MANAGE 4.1',
      'DOC-04, silver, A.4.4, A.4.5, MAP 4.1',
      'DOC-05, bronze, A.9.2, MAP 3.5',
      'DOC-06, silver, 7.5.2, GOVERN 1.5',
      'RSK-01, bronze, 6.1.2, 8.2, MAP 5.1',
      'RSK-02, bronze, 6.1.3, 8.3, MANAGE 1.3',
      'RSK-03, silver, 6.1.3, 8.3, MANAGE 1.4',
      'RSK-04, bronze, 6.1.4, 8.4, A.5.2, A.5.3, A.5.4, A.5.5, MAP 5.1',
      'RSK-05, silver, A.6.2.2, A.6.2.4, MEASURE 2.7',
      'RSK-06, silver, 8.3, MANAGE 1.3',
      'DAT-01, silver, A.7.3, A.7.5, MAP 2.3',
      'DAT-02, gold, A.7.4, A.7.6, MEASURE 2.2',
      'DAT-03, bronze, A.7.2, MEASURE 2.10',
      'OPS-01, bronze, 8.1, A.6.2.5, MANAGE 1.1',
      'OPS-02, bronze, 6.3, 8.1, MANAGE 4.1',
      'OPS-05, silver, A.6.2.8, MEASURE 2.8',
      'OPS-06, silver, A.6.2.6, MANAGE 4.1',
      'OPS-07, bronze, A.8.4, A.3.3, MANAGE 2.4, MANAGE 4.3',
      'OPS-03, silver, 9.1, A.6.2.6, MEASURE 2.4, MEASURE 3.1',
      'OPS-04, silver, A.6.2.6, 10.2, MANAGE 2.3',
      'OPS-08, silver, 10.2, MANAGE 4.3',
      'OPS-09, silver, A.10.3, MANAGE 3.1',
      'VEN-01, bronze, A.10.3, GOVERN 6.1',
      'VEN-02, bronze, A.10.3, MANAGE 3.1',
      'VEN-03, bronze, A.10.3, A.7.2, GOVERN 6.1',
      'VEN-04, silver, A.10.2, GOVERN 6.1',
      'VEN-05, silver, A.10.3, GOVERN 6.1',
      'VEN-06, gold, A.10.3, MANAGE 3.1',
      'PPL-01, silver, 7.2, 7.3, A.4.6, GOVERN 2.2',
      'PPL-02, silver, 7.3, A.2.2, GOVERN 2.1',
      'ASR-01, gold, 9.2, MEASURE 1.3',
      'ASR-02, silver, 10.2, MANAGE 4.2',
      'POL-01, bronze, A.9.2, A.2.2, GOVERN 1.2',
      'POL-02, bronze, A.10.3, GOVERN 6.1',
      'ORG-01, bronze, 5.2, A.2.2, A.2.3, A.2.4, GOVERN 1.2',
      'ORG-02, bronze, 4.3, GOVERN 1.1',
      'ORG-03, silver, 6.2, A.6.1.2, GOVERN 1.1',
      'ORG-04, silver, 9.3, 10.2, GOVERN 1.5',
      'ORG-05, silver, A.4.2, GOVERN 1.6',
    ]);
  });

  it('refers only to what the frameworks have', () => {
    const unknown = all.flatMap(({ id, references }) =>
      references
        .filter(r => !requirementTitle(r.framework, r.id))
        .map(r => `${id}: ${r.framework} ${r.id}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    ['eu-ai-act', 'Art.26(2)', ['DOC-05', 'PPL-01']],
    ['iso-27001', 'A.8.15', ['OPS-05']],
    ['nist-800-171', '3.4.3', ['OPS-02']],
  ])('answers %s %s', (framework, id, ids) => {
    expect(
      all
        .filter(c =>
          c.references.some(r => r.framework === framework && r.id === id),
        )
        .map(c => c.id),
    ).toEqual(ids);
  });

  it.each(all.map(c => [c.id, c] as const))(
    'shows %s with the titles of its references and its family',
    (id, control) => {
      const view = controlView(control);
      expect(view).toMatchObject({ id, family: id.slice(0, 3) });
      for (const text of [
        view.title,
        view.familyTitle,
        view.holdsWhen,
        view.appliesTo,
        view.remediation.label,
        ...view.references.map(r => r.title),
      ]) {
        expect(text).toMatch(/\S/);
      }
    },
  );

  it('has every id once', () => {
    expect(new Set(controlIds).size).toBe(all.length);
  });

  it('has the levels that the policy gives', () => {
    const policy = {
      levels: { 'DOC-01': 'gold', 'ORG-02': 'silver' } as const,
    };
    const given = controlsUnder(policy);
    expect(given.map(c => c.id)).toEqual(controls.map(c => c.id));
    expect(given.filter((c, i) => c.level !== controls[i].level)).toEqual([
      { ...controls.find(c => c.id === 'DOC-01')!, level: 'gold' },
    ]);
    expect(
      controlsUnder(policy, organizationControls).map(c => c.level),
    ).toEqual(['bronze', 'silver', 'silver', 'silver', 'silver']);
  });
});
