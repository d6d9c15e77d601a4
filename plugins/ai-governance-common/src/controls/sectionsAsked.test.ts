import {
  highProfile,
  minimalProfile,
  policy,
  subject,
} from '../__testUtils__/subject';
import { evaluate } from '../evaluate';
import { recordFormSchema, recordTypeOf } from '../records';
import { controls } from '.';
import { sectionsAsked } from './sectionsAsked';

const asked = (document: string, profile = highProfile) =>
  sectionsAsked(
    document,
    evaluate(
      subject({ profile, records: [] }),
      policy,
      '2026-04-01T00:00:00.000Z',
    ).results,
    controls,
  );

it('asks of a high system for the oversight, and of a minimal one not', () => {
  expect(asked('intended-use')).toMatchObject({
    users: ['DOC-01'],
    limitations: ['DOC-02'],
    dependencies: ['DOC-04'],
    oversight: ['DOC-05'],
  });
  const minimal = asked('intended-use', minimalProfile);
  expect(minimal).toMatchObject({ users: ['DOC-01'] });
  expect(minimal).not.toHaveProperty('oversight');
});

it('asks nothing while nothing was judged, nor of a document that no control reads', () => {
  expect(sectionsAsked('intended-use', [], controls)).toEqual({});
  expect(asked('change')).toEqual({});
});

it.each(
  controls.flatMap(({ id, asks }) => (asks ? [[id, asks] as const] : [])),
)('%s asks for sections that its document has', (_, { document, sections }) => {
  const schema: any = recordFormSchema(recordTypeOf(document)!);
  expect(Object.keys(schema.properties)).toEqual(
    expect.arrayContaining([...sections]),
  );
});
