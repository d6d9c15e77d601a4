import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  AISystemEntity,
  ANNOTATION_REGISTRATION,
  registeredEntity,
  RegistrationView,
} from 'backstage-plugin-ai-governance-common';

/**
 * The entity that the catalog gets from a registration; undefined when it gets none: it was moved, withdrawn or erased.
 *
 * @param baseUrl - where the portal is, for the links to where the registration is edited
 */
export function entityOfRegistration(
  { ref, recordId, data }: RegistrationView,
  baseUrl?: string,
): AISystemEntity | undefined {
  if (data?.status !== 'registered') return undefined;
  const { namespace, name } = parseEntityRef(ref);
  const entity = registeredEntity(namespace, data);
  const location = `ai-governance-registration:${namespace}/${name}`;
  const page =
    baseUrl &&
    `${baseUrl.replace(
      /\/+$/,
      '',
    )}/ai-governance/register/${namespace}/${name}`;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_REGISTRATION]: recordId,
        ...(page && {
          [ANNOTATION_VIEW_URL]: page,
          [ANNOTATION_EDIT_URL]: page,
        }),
      },
    },
  };
}
