import { useEffect, useRef } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';

/**
 * Calls back whenever the backend says that a posture has changed. The signal names no subject, so the callee fetches
 * again what it shows. Does nothing in a portal without signals.
 */
export function useAiGovernanceSignal(onChange: () => void): void {
  const { lastSignal } = useSignal('ai-governance');
  const callback = useRef(onChange);
  callback.current = onChange;
  useEffect(() => {
    if (lastSignal) callback.current();
  }, [lastSignal]);
}
