import { saysNothing } from '../saysNothing';
import { Found } from '../Statement';
import { frontMatter } from './frontMatter';
import { readFrontMatter } from './readFrontMatter';
import { linesOf } from './labels';
import { MdNode, parseMarkdown, wordsOf } from './parseMarkdown';
import { readSection } from './readSection';
import { sectionsOf } from './sections';

/** Words around the name of a model in the title of its card. */
const nameIn = (title: string) =>
  title
    .replace(/^\s*model card\b\s*(for\b|of\b|[-–—:|])?\s*(the\b)?\s*/i, '')
    .replace(/\s*[-–—:|]?\s*model card\s*$/i, '')
    .trim();

const definitionsIn = (nodes: readonly MdNode[]) =>
  new Map(
    nodes
      .filter(({ type }) => type === 'definition')
      .map(({ identifier = '', url = '' }) => [identifier, url] as const),
  );

function readTitle(title: MdNode | undefined, above: number): Found {
  if (!title) return { statements: [], leftOut: [] };
  const text = nameIn(wordsOf(title).replace(/\s+/g, ' ').trim());
  const origin = { where: 'Title of the card', lines: linesOf([title], above) };
  return saysNothing(text)
    ? { statements: [], leftOut: [{ origin, reason: 'says-nothing', text }] }
    : { statements: [{ target: 'fact.name', text, origin }], leftOut: [] };
}

/** A model card in Markdown, with or without front matter. */
export function readMarkdown(text: string): Found & { problems: string[] } {
  const { body, data, lines, problem } = frontMatter(text);
  const nodes = parseMarkdown(body);
  const { title, sections } = sectionsOf(nodes);
  const card = { source: body, definitions: definitionsIn(nodes) };
  const parts = sections.map(section => readSection(section, card, lines));
  const front = readFrontMatter(data ?? {}, text);
  const titled = readTitle(title, lines);
  return {
    statements: [
      ...titled.statements,
      ...parts.flatMap(({ statements }) => statements),
      ...front.statements,
    ],
    leftOut: [
      ...front.leftOut,
      ...titled.leftOut,
      ...parts.flatMap(({ leftOut }) => leftOut),
    ],
    problems: problem ? [problem] : [],
  };
}
