import { InputError } from '@backstage/errors';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** A node of the tree of CommonMark and tables, as far as it is looked at here (https://github.com/syntax-tree/mdast). */
export interface MdNode {
  type: string;
  /** Of a heading. */
  depth?: number;
  value?: string;
  url?: string;
  identifier?: string;
  children?: MdNode[];
  position?: {
    start: { line: number; offset?: number };
    end: { line: number; offset?: number };
  };
}

/** Deeper than any text that somebody means to be read. */
const MAX_DEPTH = 60;

export const startOf = (node: MdNode) => node.position?.start.offset ?? 0;
export const endOf = (node: MdNode) => node.position?.end.offset ?? 0;

/** Blocks of a text, in their order. @throws InputError where it is nested too deeply to be text */
export function parseMarkdown(text: string): MdNode[] {
  let root: MdNode;
  try {
    root = fromMarkdown(text, {
      extensions: [gfmTable],
      mdastExtensions: [gfmTableFromMarkdown],
    }) as MdNode;
  } catch (error) {
    // the parser goes down one call a level
    if (!(error instanceof RangeError)) throw error;
    throw new InputError('The card is nested too deeply to be read.');
  }
  checkDepth(root, 0);
  return root.children ?? [];
}

function checkDepth(node: MdNode, depth: number) {
  if (depth > MAX_DEPTH) {
    throw new InputError('The card is nested too deeply to be read.');
  }
  node.children?.forEach(child => checkDepth(child, depth + 1));
}

const blocks = new Set(['list', 'listItem', 'blockquote', 'table', 'tableRow']);

/** The words of a node without any marks; pictures and HTML are none. */
export function wordsOf(node: MdNode): string {
  if (node.type === 'html' || node.type === 'image') return ' ';
  if (node.type === 'break') return ' ';
  if (node.value !== undefined) return node.value;
  const within = (node.children ?? []).map(wordsOf);
  return within.join(blocks.has(node.type) ? '\n' : '');
}
