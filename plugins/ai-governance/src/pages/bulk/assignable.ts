import {
  BulkAssignmentsRequest,
  CorrectiveAction,
  RegisterEntry,
  RiskAssessment,
} from 'backstage-plugin-ai-governance-common';

/** One thing that gets an owner and a due date. */
export interface Assignable {
  key: string;
  recordId: string;
  revision: number;
  /** Of a risk assessment. */
  scenario?: string;
  system: string;
  title: string;
  owner?: string;
  due?: string;
}

/** What of these records can be assigned: open corrective actions, and treatments of risks that are not completed. */
export function assignables(entries: readonly RegisterEntry[]): Assignable[] {
  return entries.flatMap<Assignable>(
    ({ recordId, revision, type, data, subject }) => {
      if (!data) return [];
      const of = { recordId, revision, system: subject.title };
      if (type === 'corrective-action') {
        const { status, title, owner, due } = data as CorrectiveAction;
        return status === 'open'
          ? [{ ...of, key: recordId, title, owner, due }]
          : [];
      }
      return (data as RiskAssessment).scenarios.flatMap(
        ({ id, title, treatment }): Assignable[] =>
          treatment && !treatment.completed
            ? [
                {
                  ...of,
                  key: `${recordId} ${id}`,
                  scenario: id,
                  title,
                  owner: treatment.owner,
                  due: treatment.due,
                },
              ]
            : [],
      );
    },
  );
}

/** A record each, with all its scenarios. */
export function assignedItems(
  chosen: readonly Assignable[],
): BulkAssignmentsRequest['items'] {
  const items = new Map<string, BulkAssignmentsRequest['items'][number]>();
  for (const { recordId, revision, scenario } of chosen) {
    const item = items.get(recordId) ?? { recordId, baseRevision: revision };
    items.set(recordId, {
      ...item,
      ...(scenario && { scenarios: [...(item.scenarios ?? []), scenario] }),
    });
  }
  return [...items.values()];
}
