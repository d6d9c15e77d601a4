import { ControlResult } from 'backstage-plugin-ai-governance-common';
import { resultIntervals, ResultRow } from './resultIntervals';

const day = (d: number) =>
  `2026-01-${String(d).padStart(2, '0')}T00:00:00.000Z`;
const result = (rest: Partial<ControlResult> = {}): ControlResult => ({
  controlId: 'DOC-06',
  controlVersion: 1,
  state: 'pass',
  reason: 'Reviewed.',
  validUntil: day(10),
  nextState: 'warning',
  nextReason: 'Runs out.',
  inputs: [],
  ...rest,
});
const stored = (rest: Partial<ResultRow> = {}): ResultRow => ({
  id: 7,
  subject_id: 's',
  control_id: 'DOC-06',
  control_version: 1,
  state: 'pass',
  reason: 'Reviewed.',
  since: day(1),
  valid_until: day(10),
  next_state: 'warning',
  next_reason: 'Runs out.',
  remedy: null,
  next_remedy: null,
  policy_hash: 'p',
  from_at: day(2),
  to_at: null,
  ...rest,
});
const changes = (rows: ResultRow[], results: ControlResult[], at: string) =>
  resultIntervals('s', rows, results, 'p', at);

describe('resultIntervals', () => {
  it('opens the first interval now', () => {
    expect(changes([], [result()], day(3))).toMatchObject({
      close: [],
      open: [{ subject_id: 's', since: day(3), from_at: day(3), to_at: null }],
    });
  });

  it('leaves alone what is the same', () => {
    expect(changes([stored()], [result()], day(3))).toEqual({
      close: [],
      open: [],
    });
  });

  it.each([
    { reason: 'Reviewed again.' },
    { controlVersion: 2 },
    { validUntil: day(20) },
    { nextState: 'expired' as const },
    { nextReason: 'Ran out.' },
    { remedy: 'approval' },
    { nextRemedy: 'approval' },
  ])('opens another interval for %j, of the same spell', difference => {
    expect(changes([stored()], [result(difference)], day(3))).toMatchObject({
      close: [7],
      open: [{ since: day(1), from_at: day(3) }],
    });
  });

  it('opens another interval for another policy', () => {
    expect(
      resultIntervals('s', [stored()], [result()], 'q', day(3)),
    ).toMatchObject({
      close: [7],
      open: [{ policy_hash: 'q', since: day(1) }],
    });
  });

  it('begins a spell now when the state differs', () => {
    expect(
      changes([stored()], [result({ state: 'fail' })], day(3)),
    ).toMatchObject({ open: [{ since: day(3) }] });
  });

  it('begins a spell when it was foretold, however late it is found', () => {
    const warning = result({ state: 'warning', validUntil: day(30) });
    expect(changes([stored()], [warning], day(12))).toMatchObject({
      close: [7],
      open: [{ state: 'warning', since: day(10), from_at: day(12) }],
    });
  });

  it('begins a spell now when something else came than was foretold', () => {
    for (const state of ['expired', 'pass'] as const) {
      expect(
        changes([stored()], [result({ state, validUntil: null })], day(12)),
      ).toMatchObject({ open: [{ since: day(12) }] });
    }
  });

  it('keeps the spell when the state that was foretold is the same', () => {
    const expired = { next_state: 'expired', state: 'expired' } as const;
    expect(
      changes(
        [stored(expired)],
        [result({ state: 'expired', validUntil: null })],
        day(12),
      ),
    ).toMatchObject({ open: [{ since: day(1) }] });
  });

  it('closes the interval of a control that is no more', () => {
    expect(changes([stored()], [], day(3))).toEqual({ close: [7], open: [] });
  });
});
