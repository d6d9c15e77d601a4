import {
  RiskLevel,
  riskLevels,
  SubjectRisks,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { storeRows } from './storeRows';

/** A row of `risk_levels`: the levels as places in `riskLevels`. */
interface RiskRow {
  subject_id: string;
  position: number;
  from_at: string;
  until_at: string | null;
  record_id: string;
  revision: number;
  category: string;
  inherent_level: number;
  current_level: number;
  target_level: number | null;
}

const columns = [
  'subject_id',
  'position',
  'from_at',
  'until_at',
  'record_id',
  'revision',
  'category',
  'inherent_level',
  'current_level',
  'target_level',
] as const satisfies readonly (keyof RiskRow)[];

const place = (level: RiskLevel) => riskLevels.indexOf(level);

function rowsOf(subjectId: string, risks: SubjectRisks | undefined): RiskRow[] {
  if (!risks) return [];
  return risks.scenarios.flatMap(
    ({ position, category, inherent, target, current }) =>
      current.map(({ until, level }, i) => ({
        subject_id: subjectId,
        position,
        // the first holds since it was judged, whenever that was: so to judge the same again writes nothing
        from_at: current[i - 1]?.until ?? '',
        until_at: until,
        record_id: risks.recordId,
        revision: risks.revision,
        category,
        inherent_level: place(inherent),
        current_level: place(level),
        target_level: target === undefined ? null : place(target),
      })),
  );
}

/**
 * Takes over the levels of the risks of subjects, of now and of what is foretold. The work rows of the subjects must be locked in `tx`.
 *
 * @param evaluated - subjects, each with all its risks
 */
export const storeRisks = (
  tx: Knex.Transaction,
  evaluated: readonly { id: string; risks: SubjectRisks | undefined }[],
): Promise<void> =>
  storeRows<RiskRow>(tx, {
    table: 'risk_levels',
    columns,
    key: ['subject_id', 'position', 'from_at'],
    subjectIds: evaluated.map(e => e.id),
    wanted: evaluated.flatMap(({ id, risks }) => rowsOf(id, risks)),
  });
