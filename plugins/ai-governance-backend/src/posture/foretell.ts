import {
  Control,
  Evaluation,
  Instant,
  Level,
  StateCounts,
  summarize,
  Tier,
} from 'backstage-plugin-ai-governance-common';

/** What the results of a subject add up to, from an instant until another (exclusive; null: until something changes). */
export interface ForetoldSummary {
  fromAt: Instant;
  untilAt: Instant | null;
  tier: Tier;
  level: Level | null;
  counts: StateCounts;
  families: Record<string, StateCounts>;
  first: string | null;
}

/**
 * The summary of now and, from every instant at which a result or the tier turns, the one of each interval to come, in which a result past
 * its `validUntil` counts as its `nextState`. So a reader is right at every instant, though the worker comes later. Pure.
 */
export function foretell(
  controls: readonly Control[],
  evaluation: Pick<Evaluation, 'results' | 'tierChanges'> & {
    tier: Pick<Evaluation['tier'], 'tier'>;
  },
  at: Instant,
): ForetoldSummary[] {
  const { results, tier, tierChanges } = evaluation;
  const turns = [
    ...new Set([
      ...results.flatMap(({ validUntil }) =>
        // a control that foretells the past would be due for ever
        validUntil !== null && validUntil > at ? [validUntil] : [],
      ),
      ...tierChanges.map(change => change.at),
    ]),
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
      tier: tierChanges.filter(c => c.at <= fromAt).at(-1)?.tier ?? tier.tier,
      level,
      counts,
      families,
      first: first ?? null,
    };
  });
}
