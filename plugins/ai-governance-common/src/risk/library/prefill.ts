import { namedSource } from '../../frameworks/riskFrameworks';
import { RiskScenario } from '../../records/riskAssessment';
import { Threat } from '../../records/threatModel';
import { RiskLibraryEntry } from './riskLibrary';

/** As many as a record takes. */
const most = 20;

const bullets = (lines: readonly string[]) =>
  lines.map(line => `- ${line}`).join('\n');

/** The id, with a number behind it where it is taken. */
function freeId(id: string, taken: readonly (string | undefined)[]): string {
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

const isStride = (id: string) => namedSource(id)?.framework === 'stride';

const sourcesOf = (
  { sources, related }: RiskLibraryEntry,
  wanted: (id: string) => boolean,
) => [...sources, ...related].filter(wanted).slice(0, most);

/**
 * A scenario of a risk assessment, as far as the library can write it: nothing is rated, and no strategy is chosen.
 *
 * @param taken - ids of the scenarios that are there
 */
export function scenarioFrom(
  entry: RiskLibraryEntry,
  taken: readonly (string | undefined)[] = [],
) {
  return {
    id: freeId(entry.id, taken),
    title: entry.title,
    category: entry.category,
    description: `${entry.text}\n\nTypical causes:\n\n${bullets(entry.causes)}`,
    sources: sourcesOf(entry, id => !isStride(id)),
    treatment: { plan: bullets(entry.treatments) },
  } satisfies Partial<Omit<RiskScenario, 'treatment'>> & {
    treatment: Partial<RiskScenario['treatment']>;
  };
}

/**
 * A threat of a threat model. What could be done stands in its description: that it is in place is for whoever writes the model to say.
 *
 * @param taken - ids of the threats that are there
 */
export function threatFrom(
  entry: RiskLibraryEntry,
  taken: readonly (string | undefined)[] = [],
) {
  const { text, causes, treatments } = entry;
  return {
    id: freeId(entry.id, taken),
    title: entry.title,
    kind: entry.threat ?? 'other',
    description: `${text}\n\nTypical causes:\n\n${bullets(
      causes,
    )}\n\nSuggested measures:\n\n${bullets(treatments)}`,
    sources: sourcesOf(entry, () => true),
  } satisfies Partial<Threat>;
}
