import { cleanText } from '../../text';
import { MdNode, wordsOf } from './parseMarkdown';

/** A description is a few sentences: once it has this many characters, the paragraph that it is in is its last. */
const ENOUGH = 400;
/** Shorter is a motto, or the name of a format. */
const FEW = 40;

/** Paragraphs that tell of the card, and not of the model. */
const ofTheCard =
  /^(following|inspired by|based on) (\[?model cards|the (paper|work))|^this (model card|card|readme|report|repository|document|is the (official )?(codebase|repository|model card))\b|^last updated\b|^you can (read|find) the model card/i;

/** The paragraphs that say what the model is: the first of them, as far as they follow each other. */
export function descriptionIn(nodes: readonly MdNode[]): MdNode[] {
  const taken: MdNode[] = [];
  let length = 0;
  for (const node of nodes) {
    const words = cleanText(wordsOf(node));
    const counts =
      node.type === 'paragraph' && words.length > FEW && !ofTheCard.test(words);
    if (counts) {
      taken.push(node);
      length += words.length;
    } else if (taken.length > 0) break;
    if (length >= ENOUGH) break;
  }
  return taken;
}
