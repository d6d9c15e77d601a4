/** A field of an `AISystem` that holds references to other entities, and the relations that it makes. */
export interface ReferenceField {
  /** Dot-separated path in the entity. */
  path: string;
  /** The relation of the AI system to what the field names. */
  forward: string;
  /** The relation of what the field names to the AI system. */
  reverse: string;
  /** Kinds that the schema of the field lets through. */
  kinds: string[];
  /** What a reference without a kind means; without it the schema demands a kind. */
  defaultKind?: string;
}

/** One table for the model layer and for the processor, so that both make the same relations. */
export const aiSystemReferences: ReferenceField[] = [
  {
    path: 'spec.owner',
    forward: 'ownedBy',
    reverse: 'ownerOf',
    kinds: ['Group', 'User'],
    defaultKind: 'Group',
  },
  {
    path: 'spec.accountable',
    forward: 'accountable',
    reverse: 'accountableFor',
    kinds: ['User'],
    defaultKind: 'User',
  },
  {
    path: 'spec.usedBy',
    forward: 'usedBy',
    reverse: 'uses',
    kinds: ['Group', 'User'],
  },
  {
    path: 'spec.system',
    forward: 'partOf',
    reverse: 'hasPart',
    kinds: ['System'],
    defaultKind: 'System',
  },
  {
    path: 'spec.hasPart',
    forward: 'hasPart',
    reverse: 'partOf',
    kinds: ['Component', 'API', 'Resource'],
  },
  {
    path: 'spec.dependsOn',
    forward: 'dependsOn',
    reverse: 'dependencyOf',
    kinds: ['Component', 'Resource', 'API', 'AiResource', 'AISystem'],
  },
  {
    // What a system reads from, it depends on, also when the author did not say so twice.
    path: 'spec.data.sources',
    forward: 'dependsOn',
    reverse: 'dependencyOf',
    kinds: ['Component', 'Resource', 'API', 'AISystem'],
  },
  {
    path: 'spec.consumesApis',
    forward: 'consumesApi',
    reverse: 'apiConsumedBy',
    kinds: ['API'],
    defaultKind: 'API',
  },
  {
    path: 'spec.providesApis',
    forward: 'providesApi',
    reverse: 'apiProvidedBy',
    kinds: ['API'],
    defaultKind: 'API',
  },
];

/** The value at a dot-separated path, as it stands. */
export const valueAt = (object: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      object,
    );

/** The references that a field holds, one or many; what is no string is left to the schema. */
export const referencesAt = (object: unknown, path: string): string[] =>
  [valueAt(object, path)]
    .flat()
    .filter((ref): ref is string => typeof ref === 'string' && ref !== '');
