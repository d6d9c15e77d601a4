import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import type { Registration } from '../records/registration';
import {
  AI_SYSTEM_API_VERSION,
  AI_SYSTEM_KIND,
  AISystemEntity,
} from './AISystem';

/** On an entity that the catalog has from a registration: the id of that record. */
export const ANNOTATION_REGISTRATION = 'ai-governance/registration';

/**
 * The entity that a registration declares, as it would stand in a repository: without annotations, its fields in the order in which
 * people look for them.
 *
 * @param namespace - of the stream that the registration is in
 */
export function registeredEntity(
  namespace: string,
  registration: Registration,
): AISystemEntity {
  const {
    name,
    title,
    description,
    type,
    lifecycle,
    owner,
    accountable,
    system,
    status: _,
    reason: __,
    repository: ___,
    ...rest
  } = registration;
  return {
    apiVersion: AI_SYSTEM_API_VERSION,
    kind: AI_SYSTEM_KIND,
    metadata: {
      name,
      ...(namespace !== DEFAULT_NAMESPACE && { namespace }),
      title,
      ...(description && { description }),
    },
    spec: {
      type,
      lifecycle,
      owner,
      ...(accountable && { accountable }),
      ...(system && { system }),
      ...rest,
    },
  };
}
