import { InputError } from '@backstage/errors';
import {
  Control,
  controlFamilies,
  levels,
  resultStates,
  subjectFilterSchema,
  tiers,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { containsText } from '../database/containsText';
import { effectiveState } from '../posture/effectiveState';
import { familyHas } from '../posture/familyCounts';
import { Reading } from '../posture/reading';
import { countColumn } from '../posture/stateCounts';
import { ownedWithin, owningSql } from './owning';

export type ParsedSubjectFilter = z.output<typeof subjectFilterSchema>;

const states = resultStates as readonly string[];
const asked = resultStates.filter(s => s !== 'not-applicable');

/** The subjects of a reading, with their summaries (`m`) only if the filter asks for what stands in them. */
export const subjectsToFilter = (
  reading: Reading,
  { tier, level, state, family }: ParsedSubjectFilter,
): Knex.QueryBuilder =>
  tier ?? level ?? state ?? family
    ? reading.subjects()
    : reading.subjectsAlone();

/**
 * Narrows a query over the subjects of a reading.
 *
 * @throws InputError naming the parameter whose value cannot be
 */
export function filterSubjects(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: ParsedSubjectFilter,
  options: { reading: Reading; controls: readonly Control[] },
): Knex.QueryBuilder {
  const { reading } = options;
  for (const [name, value] of Object.entries(filter)) refuseNul(name, value);

  const isIn = (column: string, values: string[] | undefined) =>
    values && query.whereIn(column, values);
  isIn('s.ref', lower(many(filter.ref)));
  isIn('s.owner', lower(many(filter.owner)));
  isIn('s.lifecycle', many(filter.lifecycle));
  isIn('s.sourcing', many(filter.sourcing));
  isIn('s.type', many(filter.type));
  isIn('m.tier', known('tier', filter.tier, tiers));

  const kinds = lower(many(filter.kind));
  if (kinds) query.whereIn(knex.raw('lower(s.kind)') as any, kinds);

  const wantedLevels = known('level', filter.level, ['none', ...levels]);
  if (wantedLevels) {
    query.where(any => {
      any.whereIn('m.level', wantedLevels);
      if (wantedLevels.includes('none')) {
        any.orWhere(q => q.whereNotNull('m.subject_id').whereNull('m.level'));
      }
    });
  }
  if (filter.team !== undefined) {
    ownedWithin(query, filter.team.toLocaleLowerCase('en-US'), reading);
  }
  if (filter.withoutTeam) {
    reading.joinOwner(query).whereRaw(`${owningSql} = ?`, [filter.withoutTeam]);
  }
  if (filter.q) {
    const q = filter.q;
    query.where(any => {
      for (const column of ['s.title', 's.name', 's.owner']) {
        const { sql, bindings } = containsText(knex, column, q);
        any.orWhereRaw(sql, bindings);
      }
    });
  }
  filterByResults(knex, query, filter, options);
  return query;
}

function filterByResults(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: ParsedSubjectFilter,
  { controls, reading }: { controls: readonly Control[]; reading: Reading },
) {
  const { family, control } = filter;
  const wanted = known('state', filter.state, states);
  // Without a state: in the family or control is something that is asked.
  const within = (wanted ?? asked) as typeof asked;
  const anyOf = (table: string) =>
    `(${within.map(s => `${table}.${countColumn(s)} > 0`).join(' or ')})`;

  if (family !== undefined) {
    known('family', family, Object.keys(controlFamilies));
    const { sql, bindings } = familyHas('m.families', family, within);
    query.whereRaw(sql, bindings);
  }
  if (control !== undefined) {
    known(
      'control',
      control,
      controls.map(c => c.id),
    );
    query.whereExists(found => {
      reading.whereResultsHold(found, 'r');
      found
        .select('r.control_id')
        .from({ r: 'results' })
        .whereRaw('r.subject_id = s.id')
        .where('r.control_id', control)
        .whereIn(effectiveState(knex, 'r', reading.at) as any, within);
    });
  }
  if (wanted && family === undefined && control === undefined) {
    query.whereRaw(anyOf('m'));
  }
}

function many(value: string | string[] | undefined) {
  return value === undefined ? undefined : [value].flat();
}

function lower(values: string[] | undefined) {
  return values?.map(value => value.toLocaleLowerCase('en-US'));
}

/** The values of a parameter that is one of a list, or any of several. @throws InputError */
export function known(
  name: string,
  value: string | string[] | undefined,
  possible: readonly string[],
): string[] | undefined {
  const values = many(value);
  for (const one of values ?? []) {
    if (!possible.includes(one)) {
      throw new InputError(
        `${name}: ${JSON.stringify(one)} is none of ${possible.join(', ')}.`,
      );
    }
  }
  return values;
}

/** PostgreSQL knows no NUL in text. @throws InputError */
export function refuseNul(name: string, value: unknown) {
  if ([value].flat().some(v => typeof v === 'string' && v.includes('\0'))) {
    throw new InputError(`${name}: must not contain a NUL character.`);
  }
}
