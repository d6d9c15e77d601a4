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
import { commentedFields, commentedLines } from './yamlSkeleton';

const isSection = ({ format }: FieldSchema) => format === 'markdown';

/** Whether every field that it cannot be without is a section. */
export function isOfSections(type: RecordType): boolean {
  const { properties = {}, required = [] } = schemaOf(type);
  return required.every(key => isSection(properties[key]));
}

// what ends a comment would let go of the rest
const comment = (text: string) =>
  `<!-- ${text.replace(/--(?=[!>])/g, '- -').replace(/-$/, '- ')}${
    text.endsWith('\n') ? '' : ' '
  }-->`;

/**
 * A Markdown file with a heading for each section that is asked for, and the question below it as a comment.
 *
 * @see markdownText in the backend, which takes comments for nothing
 */
export function markdownSkeleton(
  type: RecordType,
  words: SkeletonWords,
): string {
  const { properties = {} } = schemaOf(type);
  const { asked, copied, title, ref, tier } = words;
  const { needed, others } = fieldsToFill(type, words);
  const plain = needed.filter(key => !isSection(properties[key]));
  const front =
    plain.length > 0
      ? [
          '---',
          '# Take the # away from what you fill in.',
          ...commentedFields(
            Object.fromEntries(plain.map(key => [key, properties[key]])),
            asked,
          ),
          ...saidBefore(plain, copied),
          '---',
          '',
        ]
      : [];
  const more = others
    .filter(key => isSection(properties[key]))
    .map(key => properties[key].title);
  const sections = needed
    .filter(key => isSection(properties[key]))
    .flatMap(key => {
      const asks = question(properties[key], asked[key]);
      const text = copied?.data[key];
      return [
        `## ${properties[key].title}`,
        '',
        ...(asks ? [comment(asks), ''] : []),
        ...(copied && typeof text === 'string'
          ? [
              comment(
                `To be confirmed: from ${copied.from}, revision ${copied.revision}. Take it out of this comment if it holds here too, and write what is otherwise.\n\n${text}\n`,
              ),
              '',
            ]
          : []),
      ];
    });
  return [
    ...front,
    `# ${cleanText(`${type.title}: ${title}`)}`,
    '',
    comment(
      `The ${type.title.toLocaleLowerCase('en-US')} of ${ref}, tier ${tier}. ${
        type.description
      } Write below the headings; a section that holds nothing but comments like this says nothing, and counts for nothing.${
        more.length > 0 ? ` There may also be: ${more.join(', ')}.` : ''
      }`,
    ),
    '',
    ...sections,
  ].join('\n');
}

/** Fields that are no sections, as another document has them. */
function saidBefore(
  keys: readonly string[],
  copied: SkeletonWords['copied'],
): string[] {
  if (!copied) return [];
  const data = Object.fromEntries(
    keys.filter(key => key in copied.data).map(key => [key, copied.data[key]]),
  );
  if (Object.keys(data).length === 0) return [];
  return [
    `# To be confirmed: from ${copied.from}, revision ${copied.revision}.`,
    ...commentedLines(stringify(data)),
  ];
}
