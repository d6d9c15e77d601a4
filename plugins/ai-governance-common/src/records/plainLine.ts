/**
 * The first words of a Markdown text as one line of plain text, for lists: without marks, links by their words only.
 *
 * @param max - characters at most; what is cut ends in an ellipsis
 */
export function plainLine(markdown: string, max = 200): string {
  const words = markdown
    // More than is shown, so that marks do not count, but not the whole of a long document.
    .slice(0, max * 5)
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^[ \t]*(#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/[*`~]+|(?<!\w)_+|_+(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(words);
  return characters.length > max
    ? `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
    : words;
}
