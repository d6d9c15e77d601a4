// What several checks say.

export const nothingNamed = { named: [], concerned: 0 };
export const RUNS_SOON =
  'It runs soon after the start of a backend. If this stays so, look in the log of the backends for what keeps them from starting.';

export function withoutEnd(text: string) {
  return text.replace(/[.\s]+$/, '');
}
