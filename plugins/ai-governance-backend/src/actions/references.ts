import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { refOf, subjectParams } from '../http/parameters';

interface Reference {
  kind: string;
  namespace: string;
  name: string;
}

/**
 * A system as agents name it: a reference, or the bare name of an AI system.
 *
 * @throws InputError naming the field
 */
export const systemParams = (text: string): Reference =>
  read('system', text, 'AISystem', 'aisystem:default/card-limit-decisions');

/** A team likewise, as the routes take it. @throws InputError naming the field */
export function teamParams(text: string): Omit<Reference, 'kind'> {
  const { kind, ...team } = readTeam(text);
  return team;
}

/** The full reference of a team. @throws InputError naming the field */
export const teamRef = (text: string): string => refOf(readTeam(text));

function readTeam(text: string): Reference {
  const example = 'group:default/credit-risk';
  const team = read('team', text, 'Group', example);
  if (team.kind.toLocaleLowerCase('en-US') === 'group') return team;
  throw new InputError(`team: must be a group, such as ${example}`);
}

function read(
  field: string,
  text: string,
  defaultKind: string,
  example: string,
): Reference {
  try {
    return subjectParams.parse(
      parseEntityRef(text, {
        defaultKind,
        defaultNamespace: DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    throw new InputError(`${field}: must be a reference such as ${example}`);
  }
}
