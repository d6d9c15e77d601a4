import { stringify } from 'yaml';
import { RecordType } from '../records';
import { cleanText } from '../text';
import {
  FieldSchema,
  fieldsToFill,
  question,
  schemaOf,
  SkeletonWords,
} from './FieldSchema';

/** Each line as a comment that becomes YAML again when `# ` is taken away. */
export const commentedLines = (yaml: string): string[] =>
  yaml
    .replace(/\s+$/, '')
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map(line => `# ${line}`.trimEnd());

/** Fields with nothing in them, as comments: the name of each, and what is asked for. */
export const commentedFields = (
  properties: Readonly<Record<string, FieldSchema>>,
  asked: SkeletonWords['asked'],
): string[] => commentedLines(fieldLines(properties, asked, '').join('\n'));

/** A YAML file that is all comment, with the fields that are asked for and what they hold. */
export function yamlSkeleton(type: RecordType, words: SkeletonWords): string {
  const { properties = {} } = schemaOf(type);
  const { needed, others } = fieldsToFill(type, words);
  const { asked, copied, title, ref, tier } = words;
  const head = [
    cleanText(`${type.title}: ${title}`),
    `Of ${ref}, tier ${tier}. ${type.description}`,
    'Take the # away from what you fill in. As long as all of this is a comment it says nothing, and counts for nothing.',
    ...(others.length > 0 ? [`There may also be: ${others.join(', ')}.`] : []),
  ];
  const fields = Object.fromEntries(needed.map(key => [key, properties[key]]));
  return [
    ...head.map(line => `# ${line}`),
    '',
    ...commentedFields(fields, asked),
    ...(copied && Object.keys(copied.data).length > 0
      ? [
          '',
          `# To be confirmed: from ${copied.from}, revision ${copied.revision}. What holds here too goes up there; what is otherwise is written anew.`,
          '#',
          ...commentedLines(stringify(copied.data)),
        ]
      : []),
    '',
  ].join('\n');
}

function fieldLines(
  properties: Readonly<Record<string, FieldSchema>>,
  asked: SkeletonWords['asked'],
  indent: string,
): string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const asks = cleanText(
      [schema.title && `${schema.title}.`, question(schema, asked[key])]
        .filter(Boolean)
        .join(' '),
    );
    return [
      `${indent}${key}:${asks ? ` # ${asks}` : ''}`,
      ...innerLines(schema, indent),
    ];
  });
}

function innerLines(
  { properties, items }: FieldSchema,
  indent: string,
): string[] {
  if (properties) return fieldLines(properties, {}, `${indent}  `);
  if (!items) return [];
  if (!items.properties) return [`${indent}  -`];
  const [first, ...rest] = fieldLines(items.properties, {}, `${indent}    `);
  return [`${indent}  - ${first.trimStart()}`, ...rest];
}
