import { Profile } from './profile';

/** The entities that a profile refers to and controls may ask for, full and lower case, sorted. */
export function referencesOf(profile: Profile): string[] {
  const { owner, accountable, system, data, usedBy } = profile;
  return [
    ...new Set(
      [
        owner,
        accountable,
        system,
        ...(data?.sources ?? []),
        ...(usedBy ?? []),
      ].filter((ref): ref is string => Boolean(ref)),
    ),
  ].sort();
}
