/** "75 %", rounded down, so that only a whole share reads 100 %; a dash when nothing is asked. */
export const percent = (share: number | null) =>
  share === null ? '–' : `${Math.floor(share * 100 + 1e-9)} %`;
