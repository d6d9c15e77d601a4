import { useCallback, useState } from 'react';
import { Materiality } from 'backstage-plugin-ai-governance-common';

/** Everything that an author puts into a revision. */
export interface Written {
  data: unknown;
  materiality: Materiality;
  /** Why it is routine. */
  reason: string;
  /** ISO instant; absent means when it is saved. */
  effectiveAt?: string;
}

export interface Draft {
  written: Written;
  /** The revision the author started from; absent for a new record. */
  baseRevision?: number;
  /** Of a decision: the governed state that its author looked at. */
  stateHash?: string;
  /** ISO instant of the last keystroke. */
  savedAt: string;
}

const PREFIX = 'ai-governance/draft/';

/** The key of the draft of one record of a subject. */
export const draftKey = (subject: string, type: string, record: string) =>
  `${PREFIX}${subject}/${type}/${record}`;

/** What somebody typed in this browser and did not save, or undefined. */
export function readDraft(key: string): Draft | undefined {
  try {
    const text = window.localStorage.getItem(key);
    const draft = text === null ? undefined : JSON.parse(text);
    return draft?.written && draft.savedAt ? draft : undefined;
  } catch {
    // not readable, or not ours: there is nothing to bring back
    return undefined;
  }
}

/** Keeps unsaved text in this browser, so that a reload by accident loses nothing. */
export function useDraft(key: string) {
  const [restored, setRestored] = useState(() => readDraft(key));
  const keep = useCallback(
    (draft: Omit<Draft, 'savedAt'>) => {
      try {
        window.localStorage.setItem(
          key,
          JSON.stringify({ ...draft, savedAt: new Date().toISOString() }),
        );
      } catch {
        // storage is full or switched off: the text is still in the form
      }
    },
    [key],
  );
  const clear = useCallback(() => {
    try {
      window.localStorage.removeItem(key);
    } catch {
      // storage is switched off: nothing was kept
    }
    setRestored(undefined);
  }, [key]);
  return { restored, keep, clear };
}
