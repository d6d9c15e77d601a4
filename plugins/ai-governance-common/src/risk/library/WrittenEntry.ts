import { RiskScenario } from '../../records/riskAssessment';
import { Threat } from '../../records/threatModel';
import { FactId } from './facts';

/** An entry as it is written in `entries/`; what follows from its sources is added when the library is put together. */
export interface WrittenEntry {
  /** Short and lasting; the id of a scenario or threat that is made from it. */
  id: string;
  title: string;
  /** What somebody does to the system, or what goes wrong without an attacker. */
  kind: 'risk' | 'threat';
  category: RiskScenario['category'];
  /** Of a threat: its kind in a threat model. */
  threat?: Threat['kind'];
  /** Ids that mean this and nothing else, as `namedSource` knows them. No two entries share one. */
  sources: readonly string[];
  /** What happens, and to whom. */
  text: string;
  /** What to look for. */
  causes: readonly string[];
  /** What can be done. */
  treatments: readonly string[];
  /** Controls of the CoSAI Risk Map, beside those that it maps to a source. */
  controls?: readonly string[];
  /** Suggested where all the facts of one of these hold. */
  relevantTo: readonly (readonly FactId[])[];
  /** When it is relevant, where no declared fact tells. */
  when?: string;
}
