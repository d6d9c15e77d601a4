import {
  registeredEntity,
  Registration,
} from 'backstage-plugin-ai-governance-common';
import { stringify } from 'yaml';

/** The whole file that declares in a repository what a registration declares in the portal. */
export const catalogInfoOf = (
  namespace: string,
  registration: Registration,
): string => stringify(registeredEntity(namespace, registration));
