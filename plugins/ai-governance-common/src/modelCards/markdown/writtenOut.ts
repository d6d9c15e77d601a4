import { saysNothing } from '../saysNothing';
import { endOf, MdNode, startOf, wordsOf } from './parseMarkdown';

/** A card as it is read: its text, and where the links lead that stand at its end. */
export interface CardText {
  source: string;
  definitions: ReadonlyMap<string, string>;
}

interface Edit {
  from: number;
  to: number;
  by: string;
}

const isAddress = (url: string | undefined) =>
  /^https?:\/\/\S+$/i.test(url ?? '');

/** What HTML says to its reader: no comments, no tags, no code; a table says nothing without its lines. */
function textOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(script|style|table)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/[<>]/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

function editsOfLink(node: MdNode, { definitions }: CardText): Edit[] {
  const children = node.children ?? [];
  const words = wordsOf(node).trim();
  if (words === '') return [{ from: startOf(node), to: endOf(node), by: '' }];
  const url = node.url ?? definitions.get(node.identifier ?? '');
  // a place in the repository of the card leads nowhere from here
  const said = isAddress(url) && url !== words ? ` (${url})` : '';
  return [
    { from: startOf(node), to: startOf(children[0]), by: '' },
    {
      from: endOf(children[children.length - 1]),
      to: endOf(node),
      by: said,
    },
  ];
}

/** Whether nothing is said in a point of a list, or behind the bold words that it begins with. */
function isSilent(item: MdNode): boolean {
  const words = wordsOf(item);
  const label = item.children?.[0]?.children?.[0];
  const behind =
    label?.type === 'strong' ? words.slice(wordsOf(label).length) : '';
  return saysNothing(words) || (behind !== '' && saysNothing(behind));
}

const htmlWithin = ({ value = '' }: MdNode) =>
  /^<br\b/i.test(value) || /<!--/.test(value) ? ' ' : '';

function editsOf(node: MdNode, card: CardText, top = false): Edit[] {
  const whole = (by: string): Edit[] => [
    { from: startOf(node), to: endOf(node), by },
  ];
  if (node.type === 'html') {
    return whole(top ? textOfHtml(node.value ?? '') : htmlWithin(node));
  }
  if (node.type === 'image' || node.type === 'imageReference') return whole('');
  const children = node.children ?? [];
  const within = children.flatMap((child, index) => {
    if (child.type === 'listItem' && isSilent(child)) {
      const next = children[index + 1];
      return [
        {
          from: startOf(child),
          to: next ? startOf(next) : endOf(child),
          by: '',
        },
      ];
    }
    return editsOf(child, card);
  });
  if (node.type === 'link' || node.type === 'linkReference') {
    const own = editsOfLink(node, card);
    return own.length === 1 ? own : [own[0], ...within, own[1]];
  }
  return within;
}

const tidied = (text: string) =>
  text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * Markdown as its author wrote it, without what only a browser or the repository of the card can do something with: no HTML, no pictures,
 * links as their words and their address. List items that say nothing are left out.
 *
 * @param from - where within the first node it begins
 */
export function writtenOut(
  nodes: readonly MdNode[],
  card: CardText,
  from?: number,
): string {
  return nodes
    .filter(({ type }) => type !== 'definition' && type !== 'thematicBreak')
    .map((node, index) => {
      const start = index === 0 && from !== undefined ? from : startOf(node);
      let at = start;
      let text = '';
      for (const edit of editsOf(node, card, true)) {
        if (edit.from < at) continue;
        text += card.source.slice(at, edit.from) + edit.by;
        at = edit.to;
      }
      return tidied(text + card.source.slice(at, endOf(node)));
    })
    .filter(Boolean)
    .join('\n\n');
}
