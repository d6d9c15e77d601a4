import {
  FamilyScorecard,
  Scorecard,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';
import { Texts } from '../../translation';
import { InventoryQuery } from '../inventorySearch';

/** What stands in a cell. */
export interface Cell {
  share: number | null;
  counts: StateCounts;
}

/** A line of the heat map. */
export interface HeatLine {
  /** Reference of a team, or the id of an extra line. */
  id: string;
  scorecard: Scorecard;
}

/** A column of shares. */
export interface HeatColumn {
  id: string;
  title: string;
  /** What the title stands for, below it. */
  note?: string;
  /** What it is called within a sentence. Default: its title and the note. */
  named?: string;
  /** Whose controls its head opens. */
  opens?: string;
  /** Undefined: the line has no result here. */
  of: (line: HeatLine) => Cell | undefined;
  /** Which systems are behind it. */
  filter: Pick<InventoryQuery, 'family' | 'control'>;
  /** Whether a cell leads on also where everything holds. */
  always?: boolean;
}

/** The columns of a heat map: one over all of it, then each of its parts. */
export interface HeatView {
  total: HeatColumn;
  parts: readonly HeatColumn[];
}

type Family = Pick<Scorecard['families'][number], 'family' | 'title'>;

const familyOf =
  (family: string) =>
  ({ scorecard }: HeatLine) =>
    scorecard.families.find(f => f.family === family);

/** Everything, by family of controls. */
export const byFamily = (t: Texts, families: readonly Family[]): HeatView => ({
  total: {
    id: 'all',
    title: t('scorecards.heat.all'),
    named: t('scorecards.heat.allNamed'),
    of: ({ scorecard }) => scorecard,
    filter: {},
  },
  parts: families.map(({ family, title }) => ({
    id: family,
    title,
    opens: family,
    of: familyOf(family),
    filter: { family },
  })),
});

/** One family, by control. */
export function byControl(t: Texts, detail: FamilyScorecard): HeatView {
  const lines = new Map(
    [
      ...detail.items,
      { ref: 'unowned', controls: detail.withoutTeam.unowned },
      { ref: 'person', controls: detail.withoutTeam.ownedByPerson },
    ].map(({ ref, controls }) => [
      ref,
      new Map(controls.map(cell => [cell.id, cell])),
    ]),
  );
  const { family, title } = detail;
  return {
    total: {
      id: family,
      title: t('scorecards.heat.allOf', { family: title }),
      named: t('scorecards.heat.allOfNamed', { family: title }),
      of: familyOf(family),
      filter: { family },
    },
    parts: detail.controls.map(control => ({
      id: control.id,
      title: control.id,
      note: control.title,
      of: ({ id }) => lines.get(id)?.get(control.id),
      filter: { control: control.id },
      always: true,
    })),
  };
}

/** Without the columns that are empty: of what is asked nowhere yet. */
export const withoutEmpty = (
  { total, parts }: HeatView,
  lines: readonly HeatLine[],
): HeatView => ({
  total,
  parts: parts.filter(({ of }) =>
    lines.some(line => {
      const cell = of(line);
      return cell && Object.values(cell.counts).some(n => n > 0);
    }),
  ),
});
