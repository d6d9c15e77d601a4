import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  GovernancePolicy,
  suggestedName,
} from 'backstage-plugin-ai-governance-common';
import { newDraft } from './draft';
import { Draft, lifecycleValues } from './questions';

const MOST_OF_PURPOSE = 2000;

/** Where an AI system names an entity of a kind, in lower case; what it has as a part first. */
const fields: Readonly<
  Record<string, 'hasPart' | 'dependsOn' | 'consumesApis'>
> = {
  component: 'hasPart',
  api: 'consumesApis',
  resource: 'dependsOn',
  airesource: 'dependsOn',
};

const kindOf = ({ kind }: Entity) => kind.toLocaleLowerCase('en-US');

/** Whether an AI system can name the entity, so that it counts as registered with the system. */
export const canBeNamed = (entity: Entity) => kindOf(entity) in fields;

const textIn = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const asTag = (text: string) =>
  text
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The vendor and the model that an entity shows: as its spec names them, or by a tag that is the name of a vendor of the policy. */
function shown(
  { metadata, spec = {} }: Entity,
  { vendors = [] }: Pick<GovernancePolicy, 'vendors'>,
): Pick<Draft, 'vendor' | 'models'> {
  const provider = textIn(spec.provider) ?? textIn(spec.vendor);
  const model = textIn(spec.model);
  const words = [provider ?? '', ...(metadata.tags ?? [])].map(asTag);
  const known = vendors.find(({ name }) => words.includes(asTag(name)))?.name;
  const vendor = known ?? textIn(spec.vendor);
  return {
    ...(vendor && { vendor: { name: vendor } }),
    ...(provider && model && { models: [{ provider, name: model }] }),
  };
}

/**
 * What a registration begins with that comes from an entity of the catalog: what is known of it, and the entity in the field that fits its
 * kind. Nothing where it is an AI system already.
 */
export function draftFrom(
  entity: Entity,
  policy: Pick<GovernancePolicy, 'vendors'>,
): Draft {
  if (kindOf(entity) === 'aisystem') return newDraft;
  const { metadata, spec, relations = [] } = entity;
  const title = metadata.title ?? metadata.name;
  const purpose = textIn(metadata.description);
  const owner = relations.find(({ type }) => type === RELATION_OWNED_BY);
  const lifecycle = lifecycleValues.find(value => value === spec?.lifecycle);
  const field = fields[kindOf(entity)];
  return {
    ...newDraft,
    title,
    name: suggestedName(title),
    ...(purpose && purpose.length <= MOST_OF_PURPOSE && { purpose }),
    ...(lifecycle && { lifecycle }),
    ...(owner && { owner: owner.targetRef }),
    ...(field && { [field]: [stringifyEntityRef(entity)] }),
    ...shown(entity, policy),
  };
}
