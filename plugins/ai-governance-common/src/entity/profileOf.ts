import {
  CompoundEntityRef,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { jsonPath } from '../records/validate';
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

/**
 * The declared facts of a subject, with full lower-case references, and what is wrong with them.
 * A field that is not valid is left out of the profile, so it counts as not answered.
 */
export function profileOf(entity: Entity): {
  profile: Profile;
  errors: ProfileError[];
} {
  const ours = isAISystemEntity(entity)
    ? { at: 'spec', value: entity.spec, schema: aiSystemSpecSchema }
    : {
        at: 'spec.aiGovernance',
        value: entity.spec?.aiGovernance,
        schema: aiGovernanceSpecSchema,
      };
  const parsed = ours.schema.safeParse(ours.value ?? {});
  const errors: ProfileError[] = parsed.success
    ? []
    : parsed.error.issues.map(issue => ({
        path: [ours.at, jsonPath(issue.path)].filter(Boolean).join('.'),
        message: issue.message,
      }));
  const wrong = new Set(
    parsed.success ? [] : parsed.error.issues.map(i => String(i.path[0] ?? '')),
  );
  const value =
    ours.value && typeof ours.value === 'object' && !Array.isArray(ours.value)
      ? (ours.value as Record<string, unknown>)
      : {};
  const kept = Object.fromEntries(
    Object.entries(value).filter(([key]) => !wrong.has(key)),
  );

  const refOf = (text: unknown, defaultKind?: string) => {
    if (typeof text !== 'string') return undefined;
    try {
      return lower(
        parseEntityRef(text, {
          defaultKind,
          defaultNamespace: entity.metadata.namespace ?? 'default',
        }),
      );
    } catch {
      return undefined;
    }
  };
  const data = kept.data as Profile['data'];
  // The rest of the catalog's kinds has these words of its own: read them where they stand.
  const spec = (entity.spec ?? {}) as Record<string, unknown>;
  const text = (v: unknown) => (typeof v === 'string' ? v : undefined);
  const profile: Profile = profileSchema.parse(
    withoutUndefined({
      ...kept,
      type: text(spec.type),
      lifecycle: text(spec.lifecycle),
      owner: refOf(spec.owner, 'Group'),
      system: refOf(spec.system, 'System'),
      accountable: refOf(kept.accountable, 'User'),
      data: data && {
        ...data,
        ...(data.sources && {
          sources: [...new Set(data.sources.map(s => refOf(s)!))].sort(),
        }),
      },
    }),
  );
  return { profile, errors };
}

const lower = (ref: CompoundEntityRef) =>
  stringifyEntityRef(ref).toLocaleLowerCase('en-US');

const withoutUndefined = (o: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));
