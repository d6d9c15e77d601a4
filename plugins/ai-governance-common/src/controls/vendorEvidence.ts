import { endOfDay, minus, startOfDay } from '../instant';
import type { VendorAssessment } from '../records/vendorAssessment';
import { ControlContext, Finding, notReported } from './Control';
import { overTime } from './overTime';

type Evidence = NonNullable<VendorAssessment['evidence']>[number];

const words: Record<Evidence['kind'], string> = {
  'soc-2': 'SOC 2',
  'iso-27001': 'ISO/IEC 27001',
  'iso-27701': 'ISO/IEC 27701',
  'iso-42001': 'ISO/IEC 42001',
  'penetration-test': 'penetration test',
  other: 'other evidence',
};

const nameOf = ({ kind, title }: Evidence) => title ?? words[kind];

/** What a newer piece takes the place of: those of the same kind; of other evidence, of the same title. */
const same = (a: Evidence, b: Evidence) =>
  a.kind === b.kind && (a.kind !== 'other' || nameOf(a) === nameOf(b));

/** How the evidence stands that a vendor gives of its controls: of each kind the piece that was issued and lasts longest. */
export function vendorEvidenceOverTime(
  evidence: readonly Evidence[],
  { at, policy: { warningWindow } }: ControlContext,
): Finding {
  const ended = ({ expires }: Evidence, when: string) =>
    when >= endOfDay(expires);
  const soon = ({ expires }: Evidence, when: string) =>
    when >= minus(endOfDay(expires), warningWindow);
  return overTime(
    at,
    evidence.flatMap(({ issued, expires }) => [
      startOfDay(issued),
      minus(endOfDay(expires), warningWindow),
      endOfDay(expires),
    ]),
    when => {
      // a day to come is a promise, not yet evidence
      const issued = evidence.filter(e => when >= startOfDay(e.issued));
      if (issued.length === 0) {
        return notReported('No evidence of the vendor has been issued yet.');
      }
      const longest = issued.filter(
        (e, i) =>
          !issued.some(
            (other, j) =>
              same(e, other) &&
              (other.expires > e.expires ||
                (other.expires === e.expires && j < i)),
          ),
      );
      const named = (some: readonly Evidence[]) =>
        some.map(e => `${nameOf(e)} (${e.expires})`).join(', ');
      const late = longest.filter(e => ended(e, when));
      if (late.length > 0) {
        return {
          state: 'expired',
          reason: `Evidence of the vendor that has expired: ${named(late)}.`,
        };
      }
      const near = longest.filter(e => soon(e, when));
      if (near.length > 0) {
        return {
          state: 'warning',
          reason: `Evidence of the vendor that expires soon: ${named(near)}.`,
        };
      }
      return {
        state: 'pass',
        reason: `The vendor gives evidence of its controls: ${named(longest)}.`,
      };
    },
  );
}
