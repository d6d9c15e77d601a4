import { FactId, facts } from './facts';
import { RiskContext } from './RiskContext';
import { riskLibrary, RiskLibraryEntry } from './riskLibrary';

/** A record that names the same, and the item of it that does. */
export interface CoveredBy {
  recordType: 'risk-assessment' | 'threat-model';
  id: string;
  title: string;
}

export interface RiskSuggestion {
  entry: RiskLibraryEntry;
  /** Sentences, each a reason by itself. Never empty. */
  why: string[];
  coveredBy: CoveredBy[];
}

interface Named {
  id: string;
  title: string;
  sources?: readonly string[];
}

/** Whether a scenario or a threat is this entry: made from it, or naming one of the ids that mean it. */
export function isOf(entry: RiskLibraryEntry, item: Partial<Named>): boolean {
  const start = `${entry.id}-`;
  const made =
    item.id === entry.id ||
    (item.id?.startsWith(start) && /^\d+$/.test(item.id.slice(start.length)));
  return (
    Boolean(made) ||
    (item.sources ?? []).some(id => entry.sources.includes(id?.trim()))
  );
}

const within = (small: readonly FactId[], large: readonly FactId[]) =>
  small.length < large.length && small.every(id => large.includes(id));

const covering = (
  recordType: CoveredBy['recordType'],
  entry: RiskLibraryEntry,
  items: readonly Named[],
): CoveredBy[] =>
  items
    .filter(item => isOf(entry, item))
    .map(({ id, title }) => ({ recordType, id, title }));

/**
 * The entries of the library that what is known of a subject speaks for, those with the most behind them first.
 *
 * Each entry names groups of facts, and is suggested where all facts of a group hold, or where the threat model names it. More that is
 * known only ever adds suggestions and reasons; an answer that replaces another may take some away. Pure, and no rating: whoever
 * assesses decides what applies and how grave it is.
 */
export function suggestRisks(context: RiskContext): RiskSuggestion[] {
  const held = new Map(
    (Object.keys(facts) as FactId[]).map(id => [id, facts[id].holds(context)]),
  );
  return riskLibrary
    .map((entry, place) => {
      const groups = entry.relevantTo.filter(group =>
        group.every(id => held.get(id) !== undefined),
      );
      // a reason that another one contains says nothing more
      const told = groups.filter(
        group => !groups.some(other => within(group, other)),
      );
      const threats = context.threats.filter(threat => isOf(entry, threat));
      return {
        place,
        weight: groups.flat().length + threats.length,
        suggestion: {
          entry,
          why: [
            ...told.map(
              group =>
                `Because ${group.map(id => held.get(id)).join(' and ')}.`,
            ),
            ...threats.map(
              ({ title }) => `Because the threat model names “${title}”.`,
            ),
          ],
          coveredBy: [
            ...covering('risk-assessment', entry, context.scenarios),
            ...covering('threat-model', entry, context.threats),
          ],
        },
      };
    })
    .filter(({ suggestion }) => suggestion.why.length > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ suggestion }) => suggestion);
}

const questions: [
  words: string,
  answer: (profile: RiskContext['profile']) => unknown,
][] = [
  ['where the AI comes from', p => p.sourcing],
  ['how its data is classified', p => p.data?.classification],
  ['which categories of data it uses', p => p.data?.categories],
  ['whom it affects', p => p.affects?.audience],
  ['what it influences', p => p.affects?.influences],
  ['whether people interact with it', p => p.affects?.interaction],
  ['how people oversee it', p => p.oversight],
];

/** What the profile does not answer, in words: each answer may bring suggestions. */
export const unansweredFor = ({ profile }: RiskContext): string[] =>
  questions
    .filter(([, answer]) => answer(profile) === undefined)
    .map(([words]) => words);
