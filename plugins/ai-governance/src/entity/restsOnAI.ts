import { Entity, RELATION_PART_OF } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { restsOnRelations } from 'backstage-plugin-ai-governance-common';

/** Which entities may rest on AI: whatever rests on anything, and parts of an AI system. What is behind it the backend finds. */
export const mayRestOnAIFilter: FilterPredicate = {
  $any: [
    ...restsOnRelations.map(type => ({ relations: { $contains: { type } } })),
    {
      relations: {
        $contains: {
          type: RELATION_PART_OF,
          targetRef: { $hasPrefix: 'aisystem:' },
        },
      },
    },
  ],
};

const isAISystem = (ref: string) => /^aisystem:/i.test(ref);

/** The same of one entity, by its own relations. */
export const mayRestOnAI = ({ relations = [] }: Entity): boolean =>
  relations.some(
    ({ type, targetRef }) =>
      restsOnRelations.includes(type) ||
      (type === RELATION_PART_OF && isAISystem(targetRef)),
  );

/** Whether it names an AI system itself, so that there is something to wait for. */
export const namesAISystem = ({ relations = [] }: Entity): boolean =>
  relations.some(
    ({ type, targetRef }) =>
      (type === RELATION_PART_OF || restsOnRelations.includes(type)) &&
      isAISystem(targetRef),
  );
