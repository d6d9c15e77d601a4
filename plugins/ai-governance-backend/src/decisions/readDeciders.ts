import { InputError, NotFoundError } from '@backstage/errors';
import {
  Deciders,
  DecidersQuery,
  GovernancePolicy,
  holdersOf,
  recordTypes,
  Verdict,
} from 'backstage-plugin-ai-governance-common';
import { Knex } from 'knex';
import { batches } from '../database/batches';
import { Clock } from '../database/clock';
import { snapshot } from '../database/snapshot';
import { groupsAsked, loadPeople } from './loadPeople';
import { askable, Matter, matterOf, verdictOn } from './matter';
import { standInsAt } from './standIns';
import { LoadedSubject, subjectAtHand } from './subjectAtHand';

/**
 * Who may decide on a subject, who else holds the authority and why they may not, and whether the caller may.
 *
 * @throws InputError naming the parameter of the query that names nothing
 */
export async function readDeciders(
  subject: { id: string; ref: string },
  query: DecidersQuery,
  caller: string,
  options: {
    knex: Knex;
    clock: Clock;
    policy: GovernancePolicy;
    controlIds: readonly string[];
  },
): Promise<Deciders> {
  const { policy, controlIds } = options;
  const type = recordTypes.find(t => t.type === query.kind)!;
  return snapshot(options.knex, options.clock, async (tx, at) => {
    const loaded = await subjectAtHand(tx, subject.id, { policy, at });
    if (!loaded) throw new NotFoundError(`${subject.ref} has gone meanwhile`);
    const data = askedFor(query, loaded, controlIds);
    const people = await loadPeople(
      tx,
      groupsAsked(policy, [loaded.profile.owner]),
    );
    let matter: Matter;
    try {
      matter = matterOf(type, data, loaded, { policy, people, controlIds, at });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const [, field, why] = /^data\.(\w+): (.*)$/s.exec(error.message) ?? [];
      if (field === 'scenario' && !query.request) {
        throw new InputError(`${field}: ${why}`);
      }
      // nothing to be decided, so nobody decides it
      const reason = why ?? error.message;
      return { holders: [], people: [], you: { may: false, reason } };
    }
    const named = await standInsAt(tx, at);
    const refs = askable(matter, named);
    const titles = await titlesOf(tx, refs);
    const found = refs.map(ref => ({
      ref,
      title: titles.get(ref),
      ...inWords(verdictOn(matter, ref, named)),
    }));
    return {
      holders: [...holdersOf(matter.question, matter.context)],
      people: [...found.filter(p => p.may), ...found.filter(p => !p.may)],
      you: inWords(verdictOn(matter, caller, named)),
    };
  });
}

/** The data of what was asked for, or as much of a new decision as says who decides. */
function askedFor(
  { kind, request, scenario }: DecidersQuery,
  { ref, records }: LoadedSubject,
  controlIds: readonly string[],
): object {
  if (kind !== 'risk-acceptance' && scenario !== undefined) {
    throw new InputError('scenario: only the acceptance of a risk is of one');
  }
  if (request !== undefined) {
    const found = records[kind]?.find(r => r.recordId === request);
    if (!found) {
      throw new InputError(`request: there is no ${kind} ${request} of ${ref}`);
    }
    return found.data;
  }
  if (kind === 'risk-acceptance' && scenario === undefined) {
    throw new InputError(
      'scenario: name the scenario whose risk is to be accepted',
    );
  }
  // whichever control: who grants an exemption does not depend on it
  return { scenario, control: controlIds[0] };
}

function inWords(verdict: Verdict): Deciders['you'] {
  if (!verdict.may) return { may: false, reason: verdict.reason };
  const { rule, onBehalfOf } = verdict.authority;
  return { may: true, rule, onBehalfOf };
}

async function titlesOf(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const batch of batches(refs, 500)) {
    const rows: { ref: string; title: string }[] = await knex('entity_facts')
      .whereIn('ref', batch)
      .whereNotNull('title')
      .select('ref', 'title');
    for (const { ref, title } of rows) titles.set(ref, title);
  }
  return titles;
}
