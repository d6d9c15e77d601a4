import { InputError, NotAllowedError } from '@backstage/errors';
import {
  change,
  monitoring,
  RecordType,
  recordTypeOf,
} from 'backstage-plugin-ai-governance-common';
import { CallerCredentials } from '../http/Route';

/** What agents append. Nothing is decided, asked for, confirmed, tested or verified by a record of these types. */
export const agentTypes: readonly RecordType<any>[] = [change, monitoring];

const named = agentTypes.map(({ type }) => type).join(' or ');

/** Whether a statement of the type takes a person: a decision, a request, a test, or what somebody states of themselves. */
const takesAPerson = ({ takes, decides, streams }: RecordType<any>) =>
  takes !== undefined || decides !== undefined || streams.includes('person');

/** @throws NotAllowedError or InputError saying what an agent may append, and who writes the rest */
export function refuseType(id: string): void {
  if (agentTypes.some(({ type }) => type === id)) return;
  const known = recordTypeOf(id);
  if (known && takesAPerson(known)) {
    throw new NotAllowedError(
      `type: ${id} is for a person to write, in the portal. Approvals, acceptances of risk, exemptions and whatever else is decided, asked for, confirmed or verified are never made through an action; an agent may append ${named}.`,
    );
  }
  throw new InputError(
    `type: an agent may append ${named}, and not ${JSON.stringify(
      id,
    )}; the rest is written in the portal.`,
  );
}

/**
 * The ledger says who states something. A token of a service does not travel through the endpoint of another plugin: what arrives is the
 * name of that plugin, whoever holds the token.
 *
 * @throws NotAllowedError
 */
export function refuseUnnamed({ principal }: CallerCredentials): void {
  if (principal.type === 'user' || !principal.subject.startsWith('plugin:')) {
    return;
  }
  throw new NotAllowedError(
    `A record says who states it, and ${principal.subject} does not say for whom it speaks. Sign the agent in as the person for whom it works; a service with a token of its own appends through the HTTP API.`,
  );
}

/**
 * What an agent states of a change says that an agent reports it.
 *
 * @throws InputError naming the path when it says otherwise
 */
export function asAgent(
  type: string,
  data: Record<string, unknown>,
): Record<string, unknown> {
  if (type !== change.type) return data;
  if (data.origin !== undefined && data.origin !== 'agent') {
    throw new InputError(
      'data.origin: is agent for what an agent reports; leave it out',
    );
  }
  return { ...data, origin: 'agent' };
}
