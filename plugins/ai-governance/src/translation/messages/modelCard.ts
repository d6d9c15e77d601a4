export const modelCard = {} as const;
