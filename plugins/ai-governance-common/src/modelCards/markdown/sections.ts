import { targetBelow, targetOf, TitleTarget } from '../titles';
import { MdNode, wordsOf } from './parseMarkdown';

/** A heading and what stands below it, up to the next heading. */
export interface CardSection {
  title: string;
  /** Headings from the outside in, its own last; the title of the card is none of them. Empty: what stands above the first. */
  path: readonly string[];
  target?: TitleTarget;
  /** What the heading above it leads to. */
  above?: TitleTarget;
  heading?: MdNode;
  nodes: MdNode[];
  /** Other sections stand below it. */
  hasParts: boolean;
}

interface Open {
  depth: number;
  section: CardSection;
}

/**
 * Splits a card at its headings.
 *
 * @returns `title`: the first heading, where it names the model and is no section
 */
export function sectionsOf(nodes: readonly MdNode[]): {
  title?: MdNode;
  sections: CardSection[];
} {
  const beginning: CardSection = {
    title: '',
    path: [],
    target: 'fact.description',
    nodes: [],
    hasParts: false,
  };
  const sections: CardSection[] = [beginning];
  const open: Open[] = [];
  let title: MdNode | undefined;
  let seen = 0;
  for (const node of nodes) {
    if (node.type !== 'heading') {
      sections[sections.length - 1].nodes.push(node);
      continue;
    }
    const words = wordsOf(node).replace(/\s+/g, ' ').trim();
    // a line of a rule that a tool made a heading
    if (words === '') continue;
    seen += 1;
    const names =
      seen === 1 && node.depth === 1 && targetOf(words) === undefined;
    if (names) {
      title = node;
      continue;
    }
    const depth = node.depth ?? 6;
    while (open.length > 0 && open[open.length - 1].depth >= depth) open.pop();
    const parent = open[open.length - 1]?.section;
    if (parent) parent.hasParts = true;
    const section: CardSection = {
      title: words,
      path: [...(parent?.path ?? []), words],
      target: targetBelow(words, parent?.target, parent !== undefined),
      above: parent?.target,
      heading: node,
      nodes: [],
      hasParts: false,
    };
    sections.push(section);
    open.push({ depth, section });
  }
  return { title, sections };
}
