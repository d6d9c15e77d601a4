export const assurance = {} as const;
