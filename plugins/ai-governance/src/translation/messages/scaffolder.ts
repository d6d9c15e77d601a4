/** The field of templates that declare AI. */
export const scaffolder = {
  loading: 'Loading the questions',
  incomplete: 'Not complete yet',
} as const;
