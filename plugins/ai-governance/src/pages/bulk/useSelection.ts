import { useEffect, useMemo, useState } from 'react';

/** What is chosen of a list, also of its other pages. */
export interface Selection {
  /** In the order in which they were chosen. */
  chosen: readonly string[];
  has(id: string): boolean;
  hasAll(ids: readonly string[]): boolean;
  toggle(id: string): void;
  /** Chooses all of these, or none of them when all are chosen. */
  toggleAll(ids: readonly string[]): void;
  choose(ids: readonly string[]): void;
  clear(): void;
}

/** @param of - what the list shows; with another, nothing is chosen */
export function useSelection(of: string): Selection {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useEffect(() => setChosen([]), [of]);
  return useMemo(() => {
    const set = new Set(chosen);
    const has = (id: string) => set.has(id);
    const hasAll = (ids: readonly string[]) => ids.length > 0 && ids.every(has);
    return {
      chosen,
      has,
      hasAll,
      toggle: id =>
        setChosen(old =>
          old.includes(id) ? old.filter(o => o !== id) : [...old, id],
        ),
      toggleAll: ids =>
        setChosen(old =>
          hasAll(ids)
            ? old.filter(o => !ids.includes(o))
            : [...new Set([...old, ...ids])],
        ),
      choose: ids => setChosen([...ids]),
      clear: () => setChosen([]),
    };
  }, [chosen]);
}
