import {
  Control,
  ControlResult,
  Instant,
  Level,
  StateCounts,
  summarize,
} from 'backstage-plugin-ai-governance-common';

/** What the results of a subject add up to, from an instant until another (exclusive; null: until something changes). */
export interface ForetoldSummary {
  fromAt: Instant;
  untilAt: Instant | null;
  level: Level | null;
  counts: StateCounts;
  families: Record<string, StateCounts>;
  first: string | null;
}

/**
 * The summary of now and, from every distinct `validUntil`, the one of each interval to come, in which a result past its `validUntil` counts
 * as its `nextState`. So a reader is right at every instant, however late the worker. Pure.
 */
export function foretell(
  controls: readonly Control[],
  results: readonly ControlResult[],
  at: Instant,
): ForetoldSummary[] {
  const turns = [
    ...new Set(
      results.flatMap(({ validUntil }) =>
        // a control that foretells the past would be due for ever
        validUntil !== null && validUntil > at ? [validUntil] : [],
      ),
    ),
  ].sort();
  return [at, ...turns].map((fromAt, i) => {
    const then = results.map(result =>
      result.validUntil !== null && result.validUntil <= fromAt
        ? { ...result, state: result.nextState ?? result.state }
        : result,
    );
    const { level, counts, families, first } = summarize(controls, then);
    return {
      fromAt,
      untilAt: turns[i] ?? null,
      level,
      counts,
      families,
      first: first ?? null,
    };
  });
}
