export const spreadsheet = {} as const;
