import {
  AiGovernanceApi,
  SubjectsQuery,
} from 'backstage-plugin-ai-governance-common';

/** References of every subject that fits and that the reader may read, 500 a request. */
export async function readMatching(
  api: Pick<AiGovernanceApi, 'subjects'>,
  query: Pick<SubjectsQuery, 'tier' | 'level'>,
): Promise<string[]> {
  const refs: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.subjects({
      ...query,
      orderBy: 'title',
      limit: 500,
      cursor,
    });
    refs.push(...page.items.map(({ ref }) => ref));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return refs;
}
