import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { profileOf } from './entity/profileOf';
import { referencesOf } from './entity/referencesOf';
import { Control, controls as allControls } from './controls';
import { governedStateOf } from './decisions/governedState';
import { evaluate } from './evaluate';
import { Instant } from './instant';
import { GovernancePolicy } from './policy';
import { governedDocuments } from './records';
import { Level, levels } from './results';
import { SubjectState } from './state';

/** What is asked of a level and has not been reported. */
export interface Needed {
  level: Level;
  controls: Pick<Control, 'id' | 'title'>[];
}

/** The state of a subject that the catalog has just got, and of which nothing is written. What it refers to is taken as there. */
export function stateToBe(entity: Entity): SubjectState {
  const { profile, errors } = profileOf(entity);
  return {
    ref: stringifyEntityRef(entity),
    profile,
    profileErrors: errors,
    entities: Object.fromEntries(
      referencesOf(profile).map(ref => [ref, { present: true }]),
    ),
    records: {},
    governed: governedStateOf(profile, governedDocuments, []),
    people: {},
  };
}

/** What will have to be reported of an AI system that is about to be registered, by the controls themselves; levels of which nothing is asked are left out. */
export function neededRecords(
  entity: Entity,
  policy: GovernancePolicy,
  at: Instant,
  controls: readonly Control[] = allControls,
): Needed[] {
  const { results } = evaluate(stateToBe(entity), policy, at, controls);
  const missing = new Set(
    results
      .filter(({ state }) => state === 'not-reported')
      .map(({ controlId }) => controlId),
  );
  return levels
    .map(level => ({
      level,
      controls: controls
        .filter(c => c.level === level && missing.has(c.id))
        .map(({ id, title }) => ({ id, title })),
    }))
    .filter(needed => needed.controls.length > 0);
}
