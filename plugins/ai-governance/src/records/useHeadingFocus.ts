import { RefObject, useEffect, useRef } from 'react';

/**
 * For the heading of a place where a form stands instead of what was read, and then that again: with each exchange what had the focus
 * is gone, and the heading takes it.
 *
 * @param stands - what stands under the heading
 * @param cameFor - whether the reader came to it: then the heading has the focus at once
 * @param below - whether something under the heading takes it instead
 */
export function useHeadingFocus(
  stands: string,
  cameFor: boolean,
  below: boolean = false,
): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(cameFor ? undefined : stands);
  useEffect(() => {
    if (before.current === stands) return;
    before.current = stands;
    if (!below) heading.current?.focus();
  }, [stands, below]);
  return heading;
}
