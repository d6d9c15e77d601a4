import {
  DependencyList,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

export interface Loaded<T> {
  /** What was loaded last; kept while it is loaded again. */
  value?: T;
  /** Why nothing could be loaded; gone after the next success. */
  error?: Error;
  /** Loads again. The promise ends when the answer is there, whatever it is. */
  reload: () => Promise<void>;
}

/**
 * Loads something now and whenever `deps` change, and again on demand. A burst of demands while an answer is awaited
 * makes one more request, and a late answer to an earlier question is dropped.
 */
export function useLoad<T>(
  load: () => Promise<T>,
  deps: DependencyList,
): Loaded<T> {
  const [state, setState] = useState<{ value?: T; error?: Error }>({});
  const question = useRef(0);
  const running = useRef<Promise<void>>();
  const waiting = useRef<Promise<void>>();
  const latest = useRef(load);
  latest.current = load;

  const run = useCallback(async () => {
    const asked = question.current;
    const current = () => asked === question.current;
    try {
      const value = await latest.current();
      if (current()) setState({ value });
    } catch (error) {
      if (current()) setState(old => ({ ...old, error: error as Error }));
    }
  }, []);

  const reload = useCallback((): Promise<void> => {
    const start = () => {
      const started = run().finally(() => {
        if (running.current === started) running.current = undefined;
      });
      running.current = started;
      return started;
    };
    if (!running.current) return start();
    waiting.current ??= running.current.then(() => {
      waiting.current = undefined;
      return start();
    });
    return waiting.current;
  }, [run]);

  useEffect(() => {
    question.current += 1;
    running.current = undefined;
    waiting.current = undefined;
    setState({});
    reload();
    return () => {
      question.current += 1;
    };
    // The caller names what its question depends on, as with useEffect.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, deps);

  return { ...state, reload };
}
