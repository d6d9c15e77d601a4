import { cosaiAddresses } from '../../frameworks/cosaiControlLinks';
import { cosaiRelated } from '../../frameworks/cosaiCrosswalk';
import { agentParts } from './entries/agentParts';
import { agents } from './entries/agents';
import { building } from './entries/building';
import { content } from './entries/content';
import { generating } from './entries/generating';
import { people } from './entries/people';
import { running } from './entries/running';
import { serving } from './entries/serving';
import { facts } from './facts';
import { WrittenEntry } from './WrittenEntry';

/** A risk or a threat that systems of AI are known to have, in words of our own. */
export interface RiskLibraryEntry extends WrittenEntry {
  /** What the CoSAI Risk Map maps its sources to, as `namedSource` knows it. */
  related: readonly string[];
  /** Ids of controls of the CoSAI Risk Map that address it. */
  controls: readonly string[];
  /** When it is relevant, in a sentence. */
  when: string;
}

const written: readonly WrittenEntry[] = [
  ...generating,
  ...content,
  ...agents,
  ...agentParts,
  ...people,
  ...running,
  ...serving,
  ...building,
];

const ownIds = new Set(written.flatMap(entry => entry.sources));

/** Of any control, since CoSAI has those of assurance and governance for every risk. */
const addressing = (sources: readonly string[]) =>
  Object.keys(cosaiAddresses).filter(control =>
    cosaiAddresses[control].some(risk => sources.includes(risk)),
  );

function whenOf({ relevantTo, when }: WrittenEntry): string {
  const groups = relevantTo.map(([first, ...others]) => {
    const also = others.map(id => facts[id].about).join(' and ');
    return `${facts[first].about}${also && ` that are also ${also}`}`;
  });
  const told = groups.join('; ');
  return [told && `For ${told}.`, when].filter(Boolean).join(' ');
}

export const riskLibrary: readonly RiskLibraryEntry[] = written.map(entry => ({
  ...entry,
  // what means another entry would say of this one that the other is covered too
  related: [
    ...new Set(entry.sources.flatMap(id => cosaiRelated[id] ?? [])),
  ].filter(id => !ownIds.has(id)),
  controls: [
    ...new Set([...addressing(entry.sources), ...(entry.controls ?? [])]),
  ],
  when: whenOf(entry),
}));

/** What a list of the library is narrowed to; whatever is absent does not narrow. */
export interface RiskLibraryFilter {
  kind?: RiskLibraryEntry['kind'];
  category?: RiskLibraryEntry['category'];
  /** Id of a framework that one of its sources is of. */
  framework?: string;
  /** Every word of it occurs in the title, the text, the causes or the ids; case does not matter. */
  q?: string;
}
