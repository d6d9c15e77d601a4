import { endOf, MdNode, wordsOf } from './parseMarkdown';

/** Bold words that a paragraph begins with, as a small title: `**Intended users:** researchers`. */
export interface Label {
  title: string;
  /** Where the text behind it begins. */
  from: number;
  /** It ends in a colon, or stands alone in its line; else it may be a word that is only bold. */
  certain: boolean;
}

/** The label of a paragraph, if it begins with bold words. */
export function labelOf(node: MdNode, source: string): Label | undefined {
  const first = node.type === 'paragraph' ? node.children?.[0] : undefined;
  if (first?.type !== 'strong') return undefined;
  const words = wordsOf(first).trim();
  const behind = source.slice(endOf(first), endOf(node));
  const [gap, colon] = /^[ \t]*(:?)\s*/.exec(behind) ?? ['', ''];
  return {
    title: words.replace(/\s*:$/, ''),
    from: endOf(first) + gap.length,
    certain:
      words.endsWith(':') || colon !== '' || /^[ \t]*(\\?\n|$)/.test(behind),
  };
}

/** A labelled value in a list or in a table of two columns, such as `- **Developed by:** Meta AI`. */
export interface LabelledValue {
  title: string;
  value: string;
  node: MdNode;
}

/** Labelled values of a list or a table; what has no label is left out. */
export function labelledValues(node: MdNode, source: string): LabelledValue[] {
  const rows = node.children ?? [];
  if (node.type === 'list') {
    return rows.flatMap(item => {
      const [paragraph, ...more] = item.children ?? [];
      const label = paragraph && labelOf(paragraph, source);
      if (!label?.certain) return [];
      const words = [paragraph, ...more].map(wordsOf).join('\n');
      const value = words.slice(
        words.indexOf(label.title) + label.title.length,
      );
      return [
        {
          title: label.title,
          value: value.replace(/^\s*:\s*/, ''),
          node: item,
        },
      ];
    });
  }
  if (node.type !== 'table') return [];
  return rows.flatMap(row => {
    const cells = row.children ?? [];
    if (cells.length !== 2) return [];
    const [title, value] = cells.map(cell => wordsOf(cell).trim());
    return title ? [{ title, value, node: row }] : [];
  });
}

/** First and last line of nodes, counted from the beginning of the file. */
export const linesOf = (
  nodes: readonly MdNode[],
  above: number,
): readonly [number, number] => [
  (nodes[0].position?.start.line ?? 1) + above,
  (nodes[nodes.length - 1].position?.end.line ?? 1) + above,
];
