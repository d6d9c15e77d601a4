export const registers = {} as const;
