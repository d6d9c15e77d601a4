import { profileRecord } from 'backstage-plugin-ai-governance-common';
import { fieldsOf, formSchemaOf } from '../records';

/** Fields of the profile; those that name an entity of the catalog lead to it. */
export const profileFields = fieldsOf(formSchemaOf(profileRecord)).map(field =>
  ['owner', 'accountable', 'system'].includes(field.key)
    ? { ...field, schema: { ...field.schema, format: 'entityRef' } }
    : field,
);
