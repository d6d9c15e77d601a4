import {
  CompoundEntityRef,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { issuesOf } from '../records/validate';
import { isAISystemEntity } from './AISystem';
import {
  aiGovernanceSpecSchema,
  aiSystemSpecSchema,
  Profile,
  ProfileError,
  profileSchema,
} from './profile';

/** Whether an entity is a subject: every `AISystem`, and whatever carries `spec.aiGovernance`. */
export const governsEntity = (entity: Entity) =>
  isAISystemEntity(entity) || entity.spec?.aiGovernance !== undefined;

function fullRef(value: unknown, defaultKind?: string, namespace?: string) {
  if (typeof value !== 'string') throw new TypeError('Not a reference');
  const ref: CompoundEntityRef = parseEntityRef(value, {
    defaultKind,
    defaultNamespace: namespace ?? 'default',
  });
  return stringifyEntityRef(ref).toLocaleLowerCase('en-US');
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

const fieldsOf = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const withoutUndefined = (o: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));

/**
 * The declared facts of a subject, with full lower-case references, and what is wrong with them. Never throws.
 * A field of the declaration in which anything is not valid is left out as a whole, so it counts as not answered.
 */
export function profileOf(entity: Entity): {
  profile: Profile;
  errors: ProfileError[];
} {
  const ours = isAISystemEntity(entity);
  const at = ours ? 'spec' : 'spec.aiGovernance';
  const declared = ours ? entity.spec : entity.spec?.aiGovernance;
  const schema = ours ? aiSystemSpecSchema : aiGovernanceSpecSchema;

  // What is governed by configuration alone need not declare anything.
  const parsed = schema.safeParse(
    !ours && declared === undefined ? {} : declared,
  );
  const issues = parsed.success ? [] : issuesOf(parsed.error);
  const errors: ProfileError[] = issues.map(({ path, message }) => ({
    path: [at, path].filter(Boolean).join('.'),
    message,
  }));
  const wrong = new Set(parsed.error?.issues.map(i => i.path[0]));
  const kept = Object.fromEntries(
    Object.entries(fieldsOf(declared)).filter(([key]) => !wrong.has(key)),
  );

  const refOf = (value: unknown, path: string, defaultKind?: string) => {
    if (value === undefined || value === null) return undefined;
    try {
      return fullRef(value, defaultKind, entity.metadata.namespace);
    } catch {
      errors.push({ path, message: 'must be an entity reference' });
      return undefined;
    }
  };
  const refsOf = (value: unknown, path: string, defaultKind?: string) =>
    Array.isArray(value)
      ? [
          ...new Set(
            value.flatMap(item => refOf(item, path, defaultKind) ?? []),
          ),
        ].sort()
      : undefined;
  // Every kind of the catalog has these words of its own: read them where they stand.
  const spec = ours ? kept : fieldsOf(entity.spec);
  const data = kept.data as Profile['data'];
  const profile = profileSchema.parse(
    withoutUndefined({
      ...kept,
      type: textOf(spec.type),
      lifecycle: textOf(spec.lifecycle),
      owner: refOf(spec.owner, 'spec.owner', 'Group'),
      system: refOf(spec.system, 'spec.system', 'System'),
      accountable: refOf(kept.accountable, `${at}.accountable`, 'User'),
      dependsOn: refsOf(spec.dependsOn, 'spec.dependsOn'),
      consumesApis: refsOf(spec.consumesApis, 'spec.consumesApis', 'API'),
      usedBy: refsOf(kept.usedBy, `${at}.usedBy`),
      data: data && {
        ...data,
        ...(data.sources && {
          sources: refsOf(data.sources, `${at}.data.sources`),
        }),
      },
    }),
  );
  return { profile, errors };
}
