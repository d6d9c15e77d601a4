import { useCallback, useRef, useState } from 'react';
import {
  canonicalJson,
  Materiality,
  RecordType,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';

/** Everything that an author puts into a revision. */
export interface Written {
  data: unknown;
  materiality: Materiality;
  /** Why it is routine. */
  reason: string;
  /** ISO instant; absent means when it is saved. */
  effectiveAt?: string;
}

/** A document is taken to change something each time; an entry that is corrected stays what it was. */
export function startOf(
  type: RecordType,
  head: RevisionView | undefined,
  first: Record<string, unknown> = {},
): Written {
  const data = head?.data ?? first;
  if (!head || type.shape === 'document') {
    return { data, materiality: 'material', reason: '' };
  }
  return {
    data,
    materiality: head.materiality,
    reason: head.materialityReason ?? '',
    effectiveAt: head.effectiveAt,
  };
}

export interface Draft {
  written: Written;
  /** The revision the author started from; absent for a new record. */
  baseRevision?: number;
  /** Of a decision: the governed state that its author looked at. */
  stateHash?: string;
  /** ISO instant of the last keystroke. */
  savedAt: string;
  /** What was sent to be recorded when the page was left: whether it was, nobody had said yet. */
  sent?: unknown;
}

const PREFIX = 'ai-governance/draft/';

/** The key of the draft of one record of a subject. */
export const draftKey = (subject: string, type: string, record: string) =>
  `${PREFIX}${subject}/${type}/${record}`;

/** What somebody typed in this browser and did not save, or undefined. */
export function readDraft(key: string): Draft | undefined {
  try {
    const text = read(key);
    const draft = text === null ? undefined : JSON.parse(text);
    return draft?.written && draft.savedAt ? draft : undefined;
  } catch {
    // not readable, or not ours: there is nothing to bring back
    return undefined;
  }
}

/** Keeps unsaved text in this browser. @returns whether it could: storage may be full or switched off */
export function keepDraft(key: string, draft: Omit<Draft, 'savedAt'>): boolean {
  const text = JSON.stringify({ ...draft, savedAt: new Date().toISOString() });
  write(key, text);
  return read(key) === text;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a record says all that was sent of a draft: then nothing of it is left to save. The system may have filled in more. */
export const isRecorded = (sent: unknown, data: unknown): boolean =>
  isObject(sent) &&
  isObject(data) &&
  Object.entries(sent).every(
    ([key, value]) =>
      value === undefined ||
      (data[key] !== undefined &&
        canonicalJson(value) === canonicalJson(data[key])),
  );

/**
 * What somebody typed and did not save, once it is looked whether it was saved after all: the page may have been left before the
 * answer was there. What was is forgotten.
 *
 * @param records - data of the records that it may have become
 */
export function unsavedDraft(
  key: string,
  records: readonly unknown[],
): Draft | undefined {
  const draft = readDraft(key);
  if (!records.some(data => isRecorded(draft?.sent, data))) return draft;
  remove(key);
  return undefined;
}

/**
 * Keeps unsaved text in this browser, so that a reload by accident loses nothing.
 *
 * The same record may be open twice, in another tab or after its form was left while it saved: each form forgets only the text that is
 * its own, and what was typed since in another stays.
 *
 * @param records - data of the records that the draft may have become
 */
export function useDraft(key: string, records: readonly unknown[] = []) {
  const [restored, setRestored] = useState(() => unsavedDraft(key, records));
  // the text in the browser that is of this form
  const own = useRef<string | null>(read(key));
  const over = useRef(false);
  const keep = useCallback(
    (draft: Omit<Draft, 'savedAt'>) => {
      // a form that fills in something after all was saved keeps nothing
      if (over.current) return;
      own.current = JSON.stringify({
        ...draft,
        savedAt: new Date().toISOString(),
      });
      write(key, own.current);
    },
    [key],
  );
  const clear = useCallback(() => {
    if (read(key) === own.current) remove(key);
    own.current = null;
    setRestored(undefined);
  }, [key]);
  /** All of it is recorded. */
  const finish = useCallback(() => {
    over.current = true;
    clear();
  }, [clear]);
  /** It is on its way, as `data`; undefined: it was refused, and is a draft as before. What another form keeps is left as it is. */
  const sending = useCallback(
    (data: unknown) => {
      if (own.current === null || read(key) !== own.current) return;
      own.current = JSON.stringify({ ...JSON.parse(own.current), sent: data });
      write(key, own.current);
    },
    [key],
  );
  return { restored, keep, clear, sending, finish };
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    // storage is switched off: nothing was kept
    return null;
  }
}

function write(key: string, text: string) {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // storage is full or switched off: the text is still in the form
  }
}

function remove(key: string) {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // storage is switched off: nothing was kept
  }
}
