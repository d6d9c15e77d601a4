import {
  CatalogModelLayer,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import { JsonObject } from '@backstage/types';
import {
  AI_SYSTEM_API_VERSION,
  AI_SYSTEM_KIND,
  aiSystemSpecJsonSchema,
} from 'backstage-plugin-ai-governance-common';
import { aiSystemReferences } from './references';

const [group, version] = AI_SYSTEM_API_VERSION.split('/');

/**
 * The kind `AISystem` as a layer of the catalog model: schema, references and relations.
 *
 * @public
 */
export const aiSystemModel: CatalogModelLayer = createCatalogModelLayer({
  layerId: 'ai-governance/kind-ai-system',
  builder: model => {
    model.addKind({
      group,
      names: {
        kind: AI_SYSTEM_KIND,
        singular: 'aisystem',
        plural: 'aisystems',
      },
      description:
        'An AISystem is a deployed use of AI in a context, in house or bought. It is not the model itself.',
      versions: [
        {
          name: version,
          relationFields: aiSystemReferences.map(field => ({
            selector: { path: field.path },
            relation: field.forward,
            defaultKind: field.defaultKind,
            defaultNamespace: 'inherit' as const,
            allowedKinds: field.kinds,
          })),
          schema: {
            jsonSchema: {
              type: 'object',
              required: ['spec'],
              properties: { spec: aiSystemSpecJsonSchema() as JsonObject },
            },
          },
        },
      ],
    });

    model.addRelationPair({
      fromKind: AI_SYSTEM_KIND,
      toKind: 'User',
      description: 'The leader who answers for the AI system.',
      forward: { type: 'accountable', title: 'accountable' },
      reverse: { type: 'accountableFor', title: 'accountable for' },
    });
    model.addRelationPair({
      fromKind: AI_SYSTEM_KIND,
      toKind: ['Group', 'User'],
      description: 'Who uses the AI system.',
      forward: { type: 'usedBy', title: 'used by' },
      reverse: { type: 'uses', title: 'uses' },
    });
    // The catalog emits the other end of a relation only for pairs of kinds that are declared.
    for (const { kinds, forward, reverse } of aiSystemReferences) {
      if (forward === 'accountable' || forward === 'usedBy') continue;
      model.updateRelationPair({
        fromKind: AI_SYSTEM_KIND,
        toKind: kinds,
        forward: { type: forward },
        reverse: { type: reverse },
      });
    }
    model.updateRelationPair({
      fromKind: ['Component', 'Resource'],
      toKind: AI_SYSTEM_KIND,
      forward: { type: 'dependsOn' },
      reverse: { type: 'dependencyOf' },
    });

    // With any layer installed the catalog knows only its declared pairs, and those of upstream say less than the
    // catalog emits without layers: what a Component depends on would lose `dependencyOf`. Declare what was there.
    const dependable = ['API', 'System', 'Domain', 'Group', 'User'];
    const dependent = ['Component', 'Resource'];
    for (const [fromKind, toKind] of [
      [dependent, dependable], // spec.dependsOn
      [dependable, dependent], // spec.dependencyOf
    ]) {
      model.updateRelationPair({
        fromKind,
        toKind,
        forward: { type: 'dependsOn' },
        reverse: { type: 'dependencyOf' },
      });
    }
  },
});
