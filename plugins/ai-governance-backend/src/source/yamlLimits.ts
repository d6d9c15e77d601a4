import { Lexer } from 'yaml';

// Far above any record: 200 scenarios of a risk assessment have some 6,000 fields. Reading takes the square of what is in one mapping.
const MAX_FIELDS = 10_000;
const MAX_ANCHORS = 100;
/** As deep as the body of a request. */
const MAX_DEPTH = 64;

/** Before the next lexeme: it is the text of a scalar, whatever stands in it. */
const SCALAR = '\x1f';

/** What makes YAML take long to read, or exhausts the stack of whoever reads it; undefined when it is within all limits. Takes no time itself. */
export function beyondYamlLimits(text: string): string | undefined {
  let fields = 0;
  let anchors = 0;
  let open = 0;
  let inLine = 0;
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (isText) {
      isText = false;
      continue;
    }
    isText = lexeme === SCALAR;
    const [mark] = lexeme;
    if (lexeme === '[' || lexeme === '{') open += 1;
    else if (lexeme === ']' || lexeme === '}') open -= 1;
    else if (lexeme === '-' || lexeme === '?') inLine += 1;
    else if (mark === '\n' || mark === '\r') inLine = 0;
    else if (lexeme === ':') fields += 1;
    else if (mark === '&') anchors += 1;
    if (Math.max(open, inLine) > MAX_DEPTH) {
      return `is nested deeper than ${MAX_DEPTH}`;
    }
    if (fields > MAX_FIELDS) return `has more than ${MAX_FIELDS} fields`;
    if (anchors > MAX_ANCHORS) return `has more than ${MAX_ANCHORS} anchors`;
  }
  return undefined;
}
