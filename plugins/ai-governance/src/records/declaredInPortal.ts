import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_REGISTRATION } from 'backstage-plugin-ai-governance-common';

/** Whether an entity was registered in the portal: it has no repository that anything of it could be kept in. */
export const declaredInPortal = (entity: Entity) =>
  entity.metadata.annotations?.[ANNOTATION_REGISTRATION] !== undefined;
