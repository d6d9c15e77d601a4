import type { Applicability } from '../records/applicability';
import { RequirementCoverage, RequirementStanding } from './coverage';

/** As people state it (`planned`, `not-started`), or as results of controls show it. */
export const implementationStates = [
  'implemented',
  'partly',
  'not-implemented',
  'planned',
  'not-started',
] as const;
export type ImplementationState = (typeof implementationStates)[number];

/** What is stated of a requirement, and where. */
export interface StatedApplicability {
  recordId: string;
  data: Applicability;
  author: string;
  recordedAt: string;
}

/** One control of Annex A: in or out, why, and how it is implemented. */
export interface ApplicabilityLine extends RequirementCoverage {
  /** Absent: nobody has stated it. */
  stated?: StatedApplicability;
  /** Absent: left out, or neither controls nor a statement say so. */
  implementation?: ImplementationState;
  /** Whether results of controls say how it is implemented, or people. */
  impliedBy?: 'controls' | 'statement';
}

const byResults: Partial<Record<RequirementStanding, ImplementationState>> = {
  holds: 'implemented',
  partly: 'partly',
  'does-not-hold': 'not-implemented',
};

/**
 * The statement of applicability for the 38 controls of Annex A of ISO/IEC 42001 (clause 6.1.3). Where controls of this product answer one,
 * their results say how far it is implemented; elsewhere what people state.
 *
 * @param coverage - of ISO/IEC 42001
 * @param stated - the latest statement of each requirement of ISO/IEC 42001
 */
export function statementOfApplicability(
  coverage: readonly RequirementCoverage[],
  stated: readonly StatedApplicability[],
): ApplicabilityLine[] {
  const headings = new Set(coverage.map(r => r.parent));
  const statements = new Map(
    stated
      .filter(({ data }) => data.framework === 'iso-42001')
      .map(statement => [statement.data.requirement, statement]),
  );
  return coverage
    .filter(({ id }) => id.startsWith('A.') && !headings.has(id))
    .map(requirement => {
      const statement = statements.get(requirement.id);
      if (statement?.data.applies === 'no') {
        return { ...requirement, stated: statement };
      }
      const shown = requirement.standing && byResults[requirement.standing];
      const implementation = shown ?? statement?.data.implementation?.state;
      return {
        ...requirement,
        ...(statement && { stated: statement }),
        ...(implementation && {
          implementation,
          impliedBy: shown ? ('controls' as const) : ('statement' as const),
        }),
      };
    });
}
