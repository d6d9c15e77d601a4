import {
  CopiedDocument,
  governedDocuments,
} from 'backstage-plugin-ai-governance-common';
import { Governance, inItsWords } from './governanceAs';

/**
 * The documents of a system as they are now, as far as the reader may read it.
 *
 * @throws NotFoundError when there is no such system, or the reader may not read it
 */
export async function copiedFrom(
  governance: Pick<Governance, 'records'>,
  ref: string,
): Promise<CopiedDocument[]> {
  const records = await inItsWords(governance.records(ref));
  return records
    .filter(
      ({ type, data }) => data && governedDocuments.some(d => d.type === type),
    )
    .map(({ type, revision, data }) => ({
      from: ref,
      type,
      revision,
      data: data!,
    }));
}
