import { requirementTitle } from '../frameworks';
import { controls, controlView } from '.';

describe('the catalogue of controls', () => {
  it('is this one', () => {
    expect(
      controls.map(({ id, level, references }) =>
        [id, level, ...references.map(r => r.id)].join(', '),
      ),
    ).toEqual([
      'INV-01, bronze, 5.3, A.3.2, GOVERN 2.1',
      'INV-02, bronze, 5.1, A.3.2, GOVERN 2.3',
      'INV-03, bronze, A.9.3, MAP 1.1',
      'INV-04, bronze, A.4.3, MAP 2.1',
      'INV-05, silver, A.7.3, A.7.5, MAP 2.3',
      'INV-06, bronze, 6.1.2, A.5.2, MAP 1.1',
      'INV-07, bronze, A.4.4, A.6.2.3, MAP 2.1',
      'DOC-01, bronze, A.9.4, A.6.2.7, MAP 1.1',
      'DOC-02, bronze, A.8.2, MAP 2.2',
      'DOC-06, silver, 7.5.2, GOVERN 1.5',
      'RSK-01, bronze, 6.1.2, 8.2, MAP 5.1',
      'RSK-02, bronze, 6.1.3, 8.3, MANAGE 1.3',
      'RSK-06, silver, 8.3, MANAGE 1.3',
    ]);
  });

  it('refers only to what the frameworks have', () => {
    const unknown = controls.flatMap(({ id, references }) =>
      references
        .filter(r => !requirementTitle(r.framework, r.id))
        .map(r => `${id}: ${r.framework} ${r.id}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(controls.map(c => [c.id, c] as const))(
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
});
