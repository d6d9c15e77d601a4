import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  aiSystemSpecSchema,
  canonicalJson,
  Profile,
  profileOf,
  referencesOf,
  sha256,
} from 'backstage-plugin-ai-governance-common';
import { storable } from './storable';

/**
 * What a sweep reads of each entity. Never `spec` as a whole: the definition of an API alone may be megabytes.
 * What decides whether an entity is governed sees these fields, and those that it asks for.
 */
export const observedFields: string[] = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'relations',
  'spec.aiGovernance',
  'spec.profile.displayName',
  ...Object.keys(aiSystemSpecSchema.shape).map(key => `spec.${key}`),
];

/** A subject as the catalog holds it now. */
export interface SubjectObservation {
  /** Full lower-case entity reference. */
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  type: string | null;
  lifecycle: string | null;
  sourcing: string | null;
  /** As declared, full and lower case. */
  owner: string | null;
  accountable: string | null;
  /** Set-like arrays sorted. */
  profile: Profile;
  /** Canonical JSON of the profile. */
  profileJson: string;
  /** JSON list of path and message. */
  errorsJson: string;
  /** Of everything that matters; equal when nothing that matters changed. */
  digest: string;
  /** Entities that it refers to, full and lower case. */
  refers: string[];
}

// No entity has a longer reference than three parts of 63 characters; other kinds do not check their owner.
const longestRef = 512;
const column = (text: string | undefined, length: number) =>
  text === undefined ? null : text.slice(0, length);

/** Every list of a profile is a set: in one order, so that only what is in it makes a difference. */
function normalized(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) {
    return value
      .map(normalized)
      .map(item => ({ item, text: canonicalJson(item) }))
      .sort((a, b) => {
        if (a.text === b.text) return 0;
        return a.text < b.text ? -1 : 1;
      })
      .map(({ item }) => item);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, normalized(v)]),
    );
  }
  return value;
}

/** Reads a subject from its entity. Pure. */
export function observationOf(entity: Entity): SubjectObservation {
  const read = profileOf(entity);
  const profile = normalized(read.profile) as Profile;
  const errors = normalized(read.errors) as typeof read.errors;
  for (const key of ['owner', 'system'] as const) {
    if ((profile[key]?.length ?? 0) > longestRef) {
      delete profile[key];
      errors.push({
        path: `spec.${key}`,
        message: `must be an entity reference of at most ${longestRef} characters`,
      });
    }
  }
  const title = storable(entity.metadata.title ?? entity.metadata.name);
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind,
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
    title,
    type: column(profile.type, 120),
    lifecycle: column(profile.lifecycle, 120),
    sourcing: column(profile.sourcing, 32),
    owner: profile.owner ?? null,
    accountable: profile.accountable ?? null,
    profile,
    profileJson: canonicalJson(profile),
    errorsJson: canonicalJson(errors),
    digest: sha256(canonicalJson({ title, profile, errors })),
    refers: referencesOf(profile),
  };
}
