import {
  ControlResult,
  Evaluation,
} from 'backstage-plugin-ai-governance-common';
import { testControl } from './__testUtils__/startPosture';
import { foretell } from './foretell';

const day = (d: number) =>
  `2026-01-${String(d).padStart(2, '0')}T00:00:00.000Z`;
const controls = [
  testControl('A', { level: 'bronze' }),
  testControl('B', { level: 'silver', family: 'RSK' }),
];
const result = (
  controlId: string,
  validUntil: string | null,
  nextState: ControlResult['nextState'],
): ControlResult => ({
  controlId,
  controlVersion: 1,
  state: 'pass',
  reason: '',
  validUntil,
  nextState,
  nextReason: null,
  inputs: [],
});

const foretellOf = (
  results: ControlResult[],
  at: string,
  tierChanges: Evaluation['tierChanges'] = [],
) =>
  foretell(controls, { results, tier: { tier: 'minimal' }, tierChanges }, at);

describe('foretell', () => {
  it('has a row from each instant at which a result turns', () => {
    const rows = foretellOf(
      [result('A', day(9), 'expired'), result('B', day(5), 'warning')],
      day(1),
    );
    expect(rows.map(r => [r.fromAt, r.untilAt, r.level, r.first])).toEqual([
      [day(1), day(5), 'silver', null],
      [day(5), day(9), 'silver', 'B'],
      [day(9), null, null, 'A'],
    ]);
    expect(rows[1].counts).toMatchObject({ pass: 1, warning: 1 });
    expect(rows[2].families).toMatchObject({
      DOC: { expired: 1, pass: 0 },
      RSK: { warning: 1 },
    });
  });

  it('has one row for what turns at the same instant', () => {
    expect(
      foretellOf(
        [result('A', day(5), 'expired'), result('B', day(5), 'fail')],
        day(1),
      ),
    ).toMatchObject([
      { untilAt: day(5) },
      { untilAt: null, counts: { expired: 1, fail: 1, pass: 0 } },
    ]);
  });

  it('has one row without end when time changes nothing, or was to change it before', () => {
    const rows = foretellOf(
      [result('A', null, null), result('B', day(1), 'fail')],
      day(1),
    );
    expect(rows).toMatchObject([
      { fromAt: day(1), untilAt: null, tier: 'minimal' },
    ]);
  });

  it('has a row from each instant at which another tier begins, whether or not a result turns with it', () => {
    const rows = foretellOf(
      [result('A', day(9), 'expired'), result('B', day(5), 'warning')],
      day(1),
      [
        { at: day(5), tier: 'high' },
        { at: day(7), tier: 'limited' },
      ],
    );
    expect(rows.map(r => [r.fromAt, r.untilAt, r.tier])).toEqual([
      [day(1), day(5), 'minimal'],
      [day(5), day(7), 'high'],
      [day(7), day(9), 'limited'],
      [day(9), null, 'limited'],
    ]);
    expect(rows[2].counts).toEqual(rows[1].counts);
  });
});
