import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  AppendRequest,
  discoveryDecision,
} from 'backstage-plugin-ai-governance-common';
import { foundEntities } from './foundEntities';
import { hiddenDecisions } from './hiddenDecisions';
import { CallerCredentials } from './Route';
import { Services } from './Services';

/**
 * Refuses a decision on what was not found, in the words in which it refuses one on what the caller may not read. A decision that was made
 * may be revised, whether or not its entity is found still.
 *
 * @throws InputError naming `data.entity`; NotFoundError when what is revised is not for the caller
 */
export async function checkFound(
  services: Services,
  credentials: CallerCredentials,
  { recordId, data }: AppendRequest,
): Promise<void> {
  if (recordId !== undefined) {
    const hidden = await hiddenDecisions(services, credentials);
    if (hidden.includes(recordId)) {
      throw new NotFoundError(
        `recordId: there is no ${discoveryDecision.type} ${recordId} in the stream of organization`,
      );
    }
    return;
  }
  const { entity } = (data ?? {}) as { entity?: unknown };
  // what is no reference is refused by the schema, with the path
  if (!discoveryDecision.schema.shape.entity.safeParse(entity).success) return;
  const ref = stringifyEntityRef(parseEntityRef(entity as string));
  const found = await foundEntities(services, credentials);
  if (!found.some(one => one.ref === ref)) {
    throw new InputError(
      `data.entity: ${ref} is not among what was found and is not registered; see GET /discovered`,
    );
  }
}
