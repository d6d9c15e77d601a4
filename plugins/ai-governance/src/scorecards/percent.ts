/** Whole hundredths, rounded down, so that only a whole share is 100. */
export const points = (share: number) => Math.floor(share * 100 + 1e-9);

/** "75 %", rounded down as `points`; a dash when nothing is asked. */
export const percent = (share: number | null) =>
  share === null ? '–' : `${points(share)} %`;
