import { DependencyList, useRef } from 'react';
import { useAiGovernanceSignal, useLoad } from '../components';

/** What a page shows of the API. */
export interface Reading<T> {
  /** The answer; the one before stays until the next is there, so that nothing flickers. */
  value?: T;
  error?: Error;
  /** The answer to the question of now is awaited. */
  pending: boolean;
  reload: () => Promise<void>;
}

/** Reads from the API, again when `deps` change and whenever a posture has changed. */
export function useReading<T>(
  load: () => Promise<T>,
  deps: DependencyList,
): Reading<T> {
  const { value, error, reload } = useLoad(load, deps);
  useAiGovernanceSignal(reload);
  const last = useRef<T>();
  if (value !== undefined) last.current = value;
  const pending = value === undefined && error === undefined;
  return {
    value: pending ? last.current : value,
    error,
    pending,
    reload,
  };
}
