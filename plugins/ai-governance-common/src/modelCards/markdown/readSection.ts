import { cleanText, cutText } from '../../text';
import { LeftOut, Origin } from '../ModelCard';
import { saysNothing } from '../saysNothing';
import { Found, Statement, Target } from '../Statement';
import { targetWithin, TitleTarget } from '../titles';
import { descriptionIn } from './description';
import { labelledValues, linesOf } from './labels';
import { MdNode, wordsOf } from './parseMarkdown';
import { Run, runsOf } from './runs';
import { CardSection } from './sections';
import { CardText, writtenOut } from './writtenOut';

const SHOWN_OF_NOTHING = 120;

const firstLine = (text: string) => cutText(cleanText(text), SHOWN_OF_NOTHING);
const isFact = (target: TitleTarget) => target.startsWith('fact.');

/** A table in HTML has no words that are read, and is not empty for that. */
const isEmpty = (nodes: readonly MdNode[]) =>
  saysNothing(nodes.map(wordsOf).join(' ')) &&
  !nodes.some(({ value }) => /<(table|img)\b/i.test(value ?? ''));

/** Markdown of the nodes of a run, without those that say nothing. */
function textOf({ nodes, from }: Run, card: CardText): string {
  const kept = nodes.filter(
    (node, index) =>
      (index === 0 && from !== undefined) ||
      node.type === 'html' ||
      !saysNothing(wordsOf(node)),
  );
  return writtenOut(kept, card, kept[0] === nodes[0] ? from : undefined);
}

/** The value behind a label that leads to a fact: the rest of its paragraph. */
const factIn = ({ nodes, label = '' }: Run) =>
  cleanText(wordsOf(nodes[0]).slice(label.length)).replace(/^:\s*/, '');

/** Labelled values in lists and tables of nodes that lead to something asked for. */
function valuesIn(nodes: readonly MdNode[], source: string) {
  return nodes
    .flatMap(node => labelledValues(node, source))
    .flatMap(({ title, value, node }) => {
      const target = targetWithin(title, undefined);
      if (target === undefined || target === 'none') return [];
      return [{ target, label: title, text: cleanText(value), node }];
    });
}

function readRun(
  run: Run,
  section: CardSection,
  card: CardText,
  above: number,
): Found {
  const found: Found = { statements: [], leftOut: [] };
  const { target, label, from, nodes } = run;
  const originOf = (at: readonly MdNode[], title = label): Origin => ({
    where:
      [...section.path, ...(title ? [title] : [])].join(' › ') ||
      'Beginning of the card',
    lines: linesOf(at, above),
  });
  const take = (statement: Statement, instead: string) => {
    if (!saysNothing(statement.text)) {
      found.statements.push(statement);
      return;
    }
    const { origin } = statement;
    found.leftOut.push({
      origin,
      reason: 'says-nothing',
      text: firstLine(instead),
    });
  };

  if (target === undefined || target === 'fact.description') {
    for (const { node, ...value } of valuesIn(nodes, card.source)) {
      take({ ...value, origin: originOf([node], value.label) }, value.text);
    }
  }
  if (target === 'fact.description') {
    const taken = descriptionIn(nodes);
    if (taken.length > 0) {
      const text = writtenOut(
        taken,
        card,
        taken[0] === nodes[0] ? from : undefined,
      );
      const weight = Number(section.heading !== undefined) + Number(!!label);
      take({ target, text, origin: originOf(taken), weight }, text);
    }
  } else if (target !== undefined && target !== 'none') {
    const text = isFact(target) ? factIn(run) : textOf(run, card);
    // where no word stands between them, it is the title of its parts
    const isTitle =
      section.hasParts && nodes.every(node => wordsOf(node).trim() === '');
    if (!isTitle) {
      take(
        {
          target: target as Target,
          text,
          label: label ?? section.title,
          origin: originOf(isFact(target) ? [nodes[0]] : nodes),
        },
        nodes.map(wordsOf).join(' '),
      );
    }
  }
  return found;
}

/** Of a section that nothing was taken from, why. One whose parts say something is no more than their title. */
function unused(section: CardSection, above: number): LeftOut[] {
  const { heading, nodes, path, target, hasParts } = section;
  const isAsked = target !== undefined && target !== 'none';
  // what is around it is left out as a whole
  if (!heading || (!isAsked && section.above === 'none')) return [];
  const silent = isEmpty(nodes);
  if (silent && hasParts && target !== 'none') return [];
  const saysSo = silent && !hasParts;
  return [
    {
      origin: {
        where: path.join(' › '),
        lines: linesOf([heading, ...nodes], above),
      },
      reason: saysSo ? 'says-nothing' : 'no-field',
      ...(saysSo && { text: firstLine(nodes.map(wordsOf).join(' ')) }),
    },
  ];
}

/**
 * What a section says of what is asked for, and what of it is left out.
 *
 * @param above - lines of the file above the text that the nodes count from
 */
export function readSection(
  section: CardSection,
  card: CardText,
  above: number,
): Found {
  const parts = runsOf(section, card).map(run =>
    readRun(run, section, card, above),
  );
  const statements = parts.flatMap(part => part.statements);
  const leftOut = parts.flatMap(part => part.leftOut);
  const isSilent = statements.length === 0 && leftOut.length === 0;
  return {
    statements,
    leftOut: isSilent ? unused(section, above) : leftOut,
  };
}
