import {
  controls,
  sectionsAsked,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { FieldSchema } from './formSchema';

/**
 * The schema of a document in which the sections are marked that controls ask of the subject, by its results.
 *
 * @returns the schema itself when none are
 */
export function withAsked(
  schema: FieldSchema,
  document: string,
  { results }: Pick<SubjectPosture, 'results'>,
): FieldSchema {
  const asked = sectionsAsked(document, results, controls);
  const { properties = {} } = schema;
  const marked = Object.keys(asked).filter(key => properties[key]);
  if (marked.length === 0) return schema;
  return {
    ...schema,
    properties: {
      ...properties,
      ...Object.fromEntries(
        marked.map(key => [
          key,
          { ...properties[key], askedBy: asked[key].join(', ') },
        ]),
      ),
    },
  };
}
