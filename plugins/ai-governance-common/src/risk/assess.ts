import { Profile } from '../entity/profile';
import { RiskEstimate, RiskScenario } from '../records/riskAssessment';
import {
  consequenceAnchors,
  isAbove,
  likelihoodAnchors,
  Rating,
  RiskLevel,
  riskLevel,
} from './matrix';

type Classification = NonNullable<Profile['data']>['classification'];

/** A risk at one point: what was looked up and how it came to be. */
export interface RatedRisk {
  likelihood: Rating;
  /** The greatest over the dimensions, not below the floor of the data's classification. */
  consequence: Rating;
  level: RiskLevel;
  /** Why, line by line. */
  explain: string[];
}

export interface AssessedScenario {
  inherent: RatedRisk;
  current: RatedRisk;
  target?: RatedRisk;
}

/**
 * Whether a piece of evidence counts at the instant of the assessment.
 * Given the id of an evidence record; undefined when the ledger has no such record.
 */
export type EvidenceStanding = (
  recordId: string,
) => { counts: boolean; reason: string } | undefined;

// Losing restricted data harms, however small the rest of the scenario looks. Unknown counts as the worst until answered.
const floors: Record<NonNullable<Classification>, Rating> = {
  public: 1,
  internal: 1,
  confidential: 2,
  restricted: 3,
};

function rate(
  estimate: Pick<RiskEstimate, 'likelihood' | 'consequence'>,
  classification: Classification,
): RatedRisk {
  const dimensions = Object.entries(estimate.consequence) as [string, Rating][];
  const [name, greatest] = dimensions.reduce((a, b) => (b[1] > a[1] ? b : a));
  const floor = classification ? floors[classification] : 3;
  const consequence = Math.max(greatest, floor) as Rating;
  const likelihood = estimate.likelihood as Rating;
  const level = riskLevel(likelihood, consequence);
  const explain = [
    `Likelihood ${likelihood}: ${likelihoodAnchors[likelihood]}.`,
    `Consequence ${greatest} (${consequenceAnchors[greatest]}): the greatest of individuals, society and business is ${name}.`,
  ];
  if (floor > greatest) {
    explain.push(
      classification
        ? `Raised to ${floor} (${consequenceAnchors[floor]}) because the data is ${classification}.`
        : `Raised to ${floor} (${consequenceAnchors[floor]}) because the data's classification is not declared.`,
    );
  }
  explain.push(
    `Likelihood ${likelihood} and consequence ${consequence} give ${level.replace(
      '-',
      ' ',
    )} in the matrix.`,
  );
  return { likelihood, consequence, level, explain };
}

/**
 * Inherent, current and target risk of a scenario: the only place where a risk gets its level.
 * A lower current risk holds only while all the evidence it rests on counts; without that it is the inherent one.
 * One that is stated graver than the inherent risk needs no evidence.
 */
export function assessScenario(
  scenario: Pick<RiskScenario, 'inherent' | 'current' | 'target'>,
  context: { classification?: Classification; evidence: EvidenceStanding },
): AssessedScenario {
  const inherent = rate(scenario.inherent, context.classification);
  const target =
    scenario.target && rate(scenario.target, context.classification);
  const fallBack = (why: string): AssessedScenario => ({
    inherent,
    current: {
      ...inherent,
      explain: [
        `Current risk is the inherent one: ${why}`,
        ...inherent.explain,
      ],
    },
    target,
  });

  const { current } = scenario;
  if (!current) return fallBack('no lower current risk has been stated.');
  const stated = rate(current, context.classification);
  const standingBy = (why: string): AssessedScenario => ({
    inherent,
    current: { ...stated, explain: [why, ...stated.explain] },
    target,
  });
  if (isAbove(stated.level, inherent.level)) {
    return standingBy(
      'Current risk is stated graver than the inherent one: that needs no evidence.',
    );
  }
  if (current.evidence.length === 0) {
    return fallBack('the lower estimate names no evidence to rest on.');
  }
  for (const id of current.evidence) {
    const standing = context.evidence(id);
    if (!standing) {
      return fallBack(
        `the evidence ${id} that the lower estimate rests on is not in the ledger.`,
      );
    }
    if (!standing.counts) return fallBack(standing.reason);
  }
  return standingBy(
    `Current risk rests on evidence that counts: ${current.evidence.join(
      ', ',
    )}.`,
  );
}

/** Where no records are at hand: no evidence is known, so current risk is the inherent one. See `evidenceStanding`. */
export const noEvidence: EvidenceStanding = () => undefined;
