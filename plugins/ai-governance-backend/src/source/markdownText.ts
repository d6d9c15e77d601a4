/** A section of a Markdown text: its heading, and the Markdown below it. */
export interface Section {
  title: string;
  text: string;
}

export interface MarkdownText {
  /** YAML between two lines of dashes at the very beginning. */
  frontMatter?: string;
  /** Between the beginning, or the title, and the first section. */
  preamble: string;
  /** What follows each `##`. Deeper headings are part of their section. */
  sections: Section[];
  /** A comment begins and does not end: what it hides, nobody can tell. */
  unclosedComment: boolean;
}

const frontMatterOf = /^---[ \t]*\n([^]*?\n)?---[ \t]*(?:\n|$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const sectionBegins = /^ {0,3}##(?![^ \t])/;
const commentBegins = /^\s*<!--/;
const title = /^ {0,3}#[ \t]+\S/;

/** The title of a section, which may end in marks as it begins with; not by one pattern, that would try each blank of a long line anew. */
function headingOf(line: string): string | undefined {
  const [begin] = sectionBegins.exec(line) ?? [];
  if (begin === undefined) return undefined;
  const words = line.slice(begin.length).trim();
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  const closes = words[end - 1] === ' ' || words[end - 1] === '\t';
  return closes ? words.slice(0, end).trimEnd() : words;
}

/**
 * Takes a Markdown text apart. What stands in a fenced block of code is no heading, and a comment (`<!-- … -->`) that begins a line is for
 * whoever writes the file: it is left out. Pure.
 */
export function markdownText(text: string): MarkdownText {
  const lines = text.replace(/\r\n?/g, '\n');
  const front = frontMatterOf.exec(lines);
  const { body, unclosed } = withoutComments(
    front ? lines.slice(front[0].length) : lines,
  );
  const preamble: string[] = [];
  const sections: { title: string; lines: string[] }[] = [];
  let open: string | undefined;
  for (const line of body.split('\n')) {
    const [, marks] = fence.exec(line) ?? [];
    if (open === undefined) {
      open = marks;
      const heading = marks ? undefined : headingOf(line);
      if (heading !== undefined) {
        sections.push({ title: heading, lines: [] });
        continue;
      }
    } else if (marks?.startsWith(open) && line.trim() === marks) {
      open = undefined;
    }
    (sections.at(-1)?.lines ?? preamble).push(line);
  }
  // the title of the document says what its name says
  const first = preamble.findIndex(line => line.trim() !== '');
  if (first >= 0 && title.test(preamble[first])) preamble.splice(first, 1);
  return {
    frontMatter: front ? front[1] ?? '' : undefined,
    preamble: preamble.join('\n').trim(),
    sections: sections.map(section => ({
      title: section.title,
      text: section.lines
        .join('\n')
        .replace(/^\s*\n/, '')
        .trimEnd(),
    })),
    unclosedComment: unclosed,
  };
}

function withoutComments(body: string): { body: string; unclosed: boolean } {
  const kept: string[] = [];
  let fenced: string | undefined;
  let commented = false;
  for (const line of body.split('\n')) {
    const [, marks] = (!commented && fence.exec(line)) || [];
    if (fenced !== undefined) {
      if (marks?.startsWith(fenced) && line.trim() === marks) {
        fenced = undefined;
      }
      kept.push(line);
    } else if (marks) {
      fenced = marks;
      kept.push(line);
    } else {
      const { rest, open } = afterComments(line, commented);
      // a line of nothing but a comment is no line
      if ((rest === line && !commented) || rest.trim()) kept.push(rest);
      commented = open;
    }
  }
  return { body: kept.join('\n'), unclosed: commented };
}

/** What is left of a line after the comments at its beginning, and whether one goes on in the next. */
function afterComments(
  line: string,
  commented: boolean,
): { rest: string; open: boolean } {
  let rest = line;
  let open = commented;
  while (open || commentBegins.test(rest)) {
    const end = rest.indexOf('-->');
    if (end < 0) return { rest: '', open: true };
    rest = rest.slice(end + 3);
    open = false;
  }
  return { rest, open };
}
