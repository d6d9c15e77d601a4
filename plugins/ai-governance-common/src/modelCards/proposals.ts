import { cleanText, cutText } from '../text';
import { plainLine } from '../records/plainLine';
import { CardProposal, ModelCard, Origin } from './ModelCard';
import { profileProposals } from './profileProposals';
import { Found, Statement } from './Statement';
import { titleKey } from './titles';

/** The most that a Markdown field of a record takes. */
const MOST_OF_FIELD = 20_000;

const whatItIs =
  'The card says what the model is, and not what it is for. Say what your system uses it for.';

/** Texts of one field, each under its own title where there are several; what is said twice stands there once. */
function joined(statements: readonly Statement[]): string {
  const once = statements.filter(
    ({ text }, index) =>
      statements.findIndex(other => other.text === text) === index,
  );
  const titles = new Set(once.map(({ label = '' }) => titleKey(label)));
  if (titles.size === 1) return once.map(({ text }) => text).join('\n\n');
  return once
    .map(({ label, text }, index) => {
      const before = once[index - 1]?.label;
      const same =
        before !== undefined && titleKey(before) === titleKey(label ?? '');
      return label && !same ? `**${label}**\n\n${text}` : text;
    })
    .join('\n\n');
}

const originsOf = (statements: readonly Statement[]): Origin[] =>
  statements.map(({ origin }) => origin);

function textProposal(
  target: string,
  statements: readonly Statement[],
  more: Pick<CardProposal, 'note' | 'deduced'> = {},
): CardProposal {
  const [document, field] = target.split('.');
  const whole = joined(statements);
  const note =
    whole.length > MOST_OF_FIELD
      ? `It is longer than the field takes: the first ${MOST_OF_FIELD} characters are here.`
      : undefined;
  return {
    document: document as CardProposal['document'],
    field,
    value: cutText(whole, MOST_OF_FIELD),
    origins: originsOf(statements),
    ...(note && { note }),
    ...more,
  };
}

/** The statement that the most is to be thought of; of equals the first. */
const weightiest = (statements: readonly Statement[]): Statement | undefined =>
  statements.reduce<Statement | undefined>(
    (best, next) =>
      best && (best.weight ?? 0) >= (next.weight ?? 0) ? best : next,
    undefined,
  );

/** Without a last sentence that leads in a list, which is no part of it. */
function withoutLeadIn(description: Statement | undefined) {
  if (!description) return undefined;
  const text = description.text.replace(/\s*[^.!?\n]*:$/, '');
  return text === '' ? description : { ...description, text };
}

/** What a person may take of what a reader found, in the order of the fields. */
export function modelCardOf({ statements, leftOut }: Found): ModelCard {
  const of = (target: string) =>
    statements.filter(statement => statement.target === target);
  const targets = [...new Set(statements.map(({ target }) => target))];
  const description = withoutLeadIn(weightiest(of('fact.description')));
  const proposals: CardProposal[] = profileProposals(statements, description);

  if (description && of('intended-use.purpose').length === 0) {
    proposals.push(
      textProposal('intended-use.purpose', [description], {
        note: whatItIs,
        deduced: true,
      }),
    );
  }
  for (const target of targets) {
    if (!target.startsWith('fact.')) {
      proposals.push(textProposal(target, of(target)));
    }
  }
  const needed = [...of('fact.baseModel'), ...of('fact.dependency')];
  if (needed.length > 0) {
    const names = needed.map(({ text }) => cutText(cleanText(text), 300));
    proposals.push({
      document: 'intended-use',
      field: 'dependencies',
      value: [...new Set(names)],
      origins: originsOf(needed),
    });
  }
  const datasets = of('fact.dataset');
  if (datasets.length > 0 && of('data-sheet.training').length === 0) {
    proposals.push({
      document: 'data-sheet',
      field: 'training',
      value: datasets.map(({ text }) => `- ${text}`).join('\n'),
      origins: originsOf(datasets),
      note: 'The card names the data and does not describe it.',
    });
  }
  const [name] = of('fact.name');
  return {
    ...(name && { name: plainLine(name.text) }),
    proposals,
    leftOut,
  };
}
