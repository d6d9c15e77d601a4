import { useLayoutEffect, useRef, useState } from 'react';

/** Where nothing is measured: a page that is not laid out. */
const UNKNOWN = 640;

/** The width of a box in px, as it changes; and the reference to give to the box. */
export function useBoxWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () =>
      setWidth(Math.floor(element.getBoundingClientRect().width) || UNKNOWN);
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
