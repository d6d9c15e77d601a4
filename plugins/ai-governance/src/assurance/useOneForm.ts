import { useEffect, useRef, useState } from 'react';

/**
 * Which form of a section is open. When it closes, the focus is back at the button that opened it, or at the heading of the
 * section when that button is no more.
 *
 * @param first - opened as soon as the section is there; a function is asked once
 * @param heading - id of the section's heading
 */
export function useOneForm<T extends string>(
  first: T | undefined | (() => T | undefined),
  heading: string,
) {
  const [form, setForm] = useState<T | undefined>(first);
  const opener = useRef<HTMLElement>();
  const closed = useRef(false);
  useEffect(() => {
    if (form !== undefined || !closed.current) return;
    closed.current = false;
    const { current: button } = opener;
    const usable = button?.isConnected && !button.matches(':disabled');
    (usable ? button : document.getElementById(heading))?.focus();
  }, [form, heading]);
  return {
    form,
    open: (next: T) => {
      const { activeElement } = document;
      opener.current =
        activeElement && activeElement !== document.body
          ? (activeElement as HTMLElement)
          : undefined;
      setForm(next);
    },
    close: () => {
      closed.current = true;
      setForm(undefined);
    },
  };
}
