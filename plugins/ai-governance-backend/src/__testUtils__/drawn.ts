/** How much is drawn on each database: a little that is the same every time, or as much as is asked for. */
export const inputs = Number(process.env.AI_GOVERNANCE_FUZZ ?? 100);
export const seed = Number(process.env.AI_GOVERNANCE_FUZZ_SEED ?? 42_001);
