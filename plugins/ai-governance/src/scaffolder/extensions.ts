import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** The field of templates that declare AI; where the portal has no templates nothing comes of it. */
export const scaffolderExtensions = [
  FormFieldBlueprint.make({
    name: 'answers',
    params: {
      field: async () => (await import('./formField')).answersFormField,
    },
  }),
];
