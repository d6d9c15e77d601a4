import { Control } from '../controls';
import { Level } from '../results';

/** Which controls a scorecard is about: the id of one, a family, or those that answer a framework and are of a level. */
export type ControlChoice = string | { framework?: string; level?: Level };

/** Lists of values that a subject may have; a list that is absent asks for nothing. */
export interface SubjectChoice {
  tier?: string[];
  sourcing?: string[];
  lifecycle?: string[];
  type?: string[];
  /** Full references. */
  owner?: string[];
}

/** A scorecard that has a name: some controls of some subjects. */
export interface NamedScorecardDefinition {
  /** Names it in addresses. */
  id: string;
  title: string;
  description?: string;
  /** Absent: all. */
  controls?: readonly ControlChoice[];
  /** Absent: every one. */
  subjects?: SubjectChoice;
}

/** Those that there are when the configuration names none. */
export const defaultScorecards: readonly NamedScorecardDefinition[] = [
  {
    id: 'iso-42001-baseline',
    title: 'ISO 42001 baseline',
    description:
      'Of every system, the controls of the level bronze that answer ISO/IEC 42001.',
    controls: [{ framework: 'iso-42001', level: 'bronze' }],
  },
  {
    id: 'high-impact',
    title: 'High-impact',
    description: 'Everything that is asked of the systems of the tier high.',
    subjects: { tier: ['high'] },
  },
  {
    id: 'vendor-ai',
    title: 'Vendor AI',
    description:
      'What is asked of products and features of vendors because they are: assessment, terms, and what the policy says of the vendor.',
    controls: ['VEN', 'POL-02'],
    subjects: { sourcing: ['vendor', 'vendor-feature'] },
  },
];

type Chosen = Pick<Control, 'id' | 'family' | 'level' | 'references'>;

const isChosen = (control: Chosen, choice: ControlChoice) => {
  if (typeof choice === 'string') {
    return choice === control.id || choice === control.family;
  }
  const { framework, level } = choice;
  return (
    (level === undefined || level === control.level) &&
    (framework === undefined ||
      control.references.some(r => r.framework === framework))
  );
};

/** The controls that a scorecard is about, in the order of the catalogue. */
export const controlsOfScorecard = <C extends Chosen>(
  { controls: choices }: Pick<NamedScorecardDefinition, 'controls'>,
  all: readonly C[],
): C[] =>
  all.filter(
    control =>
      choices === undefined ||
      choices.some(choice => isChosen(control, choice)),
  );
