import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Control, controls as allControls, sectionsAsked } from '../controls';
import { profileOf } from '../entity/profileOf';
import { tierOf } from '../entity/tier';
import { evaluate } from '../evaluate';
import { Instant } from '../instant';
import { stateToBe } from '../neededRecords';
import { GovernancePolicy } from '../policy';
import { governedDocuments, RecordType, recordTypes } from '../records';
import { toConfirm } from './toConfirm';
import { SkeletonWords } from './FieldSchema';
import { isOfSections, markdownSkeleton } from './markdownSkeleton';
import { yamlSkeleton } from './yamlSkeleton';

/** A file with the questions of a document, and no answer: read as it is, it states nothing. */
export interface DocumentSkeleton {
  /** The record type. */
  type: string;
  /** Name of the file in the folder of the documents, such as `intended-use.md`. */
  path: string;
  text: string;
}

/** A document of another subject, whose words are to be confirmed for this one. */
export interface CopiedDocument {
  /** Full reference of the subject that it is from. */
  from: string;
  type: string;
  revision: number;
  /** As its type has it. */
  data: Record<string, unknown>;
}

/** What a file may hold: documents, and no decision. */
const fileTypes: readonly RecordType[] = recordTypes.filter(({ type }) =>
  governedDocuments.some(document => document.type === type),
);

/**
 * The documents that the controls ask of a subject by what it declares, each as a file in which the questions of its tier stand as
 * comments. Pure.
 *
 * @param entity - as the catalog will have it
 * @param at - when the controls are asked
 * @param options - `copied`: documents of another subject. There is a file for each, and what they say stands in it as comments that
 * wait for somebody to confirm them; days, people and records that they name are left out, and so is whatever rests on these, such as a
 * procurement checkpoint or a risk that evidence has lowered.
 */
export function documentSkeletons(
  entity: Entity,
  policy: GovernancePolicy,
  at: Instant,
  options: {
    controls?: readonly Control[];
    copied?: readonly CopiedDocument[];
  } = {},
): DocumentSkeleton[] {
  const { controls = allControls, copied = [] } = options;
  const { results } = evaluate(stateToBe(entity), policy, at, controls);
  const { tier } = tierOf(profileOf(entity).profile, policy);
  const ref = stringifyEntityRef(entity);
  return fileTypes.flatMap(type => {
    const asked = sectionsAsked(type.type, results, controls);
    const copy = copied.find(one => one.type === type.type);
    if (Object.keys(asked).length === 0 && !copy) return [];
    const words: SkeletonWords = {
      title: entity.metadata.title ?? entity.metadata.name,
      ref,
      tier,
      asked,
      copied: copy && {
        from: copy.from,
        revision: copy.revision,
        data: toConfirm(type, copy.data),
      },
    };
    const ofSections = isOfSections(type);
    return [
      {
        type: type.type,
        path: `${type.type}.${ofSections ? 'md' : 'yaml'}`,
        text: ofSections
          ? markdownSkeleton(type, words)
          : yamlSkeleton(type, words),
      },
    ];
  });
}
