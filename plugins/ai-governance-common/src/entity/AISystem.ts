import { Entity } from '@backstage/catalog-model';
import { z } from 'zod';
import { AISystemSpec, aiSystemSpecSchema } from './profile';

export const AI_SYSTEM_API_VERSION = 'ai-governance/v1alpha1';
export const AI_SYSTEM_KIND = 'AISystem';

/** A deployed use of AI in a context (not the model). */
export interface AISystemEntity extends Entity {
  apiVersion: typeof AI_SYSTEM_API_VERSION;
  kind: typeof AI_SYSTEM_KIND;
  spec: Entity['spec'] & AISystemSpec;
}

export function isAISystemEntity(entity: Entity): entity is AISystemEntity {
  return (
    entity.kind.toLocaleLowerCase('en-US') ===
    AI_SYSTEM_KIND.toLocaleLowerCase('en-US')
  );
}

/** The JSON schema (draft 7) of `spec`, for the catalog. Made from the one zod schema, without `$ref`, `oneOf` or `allOf`. */
export function aiSystemSpecJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(aiSystemSpecSchema, {
    target: 'draft-7',
    io: 'input',
  });
  return schema;
}
