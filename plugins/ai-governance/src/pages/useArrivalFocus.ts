import { RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

/**
 * Who comes to a page by a link that is gone with the page it was on begins at the heading of the page, not at the top of the portal
 * again. Links that stay, such as tabs, keep the focus, and so does what a page gives it to.
 *
 * @returns for the element round the page
 */
export function useArrivalFocus<T extends HTMLElement>(): RefObject<T> {
  const page = useRef<T>(null);
  const { pathname } = useLocation();
  const isOpened = useNavigationType() === 'POP';
  useEffect(() => {
    const { activeElement } = document;
    const lost = !activeElement || activeElement === document.body;
    const heading = page.current?.querySelector<HTMLElement>('h1');
    if (isOpened || !lost || !heading) return;
    heading.tabIndex = -1;
    heading.style.outline = 'none';
    heading.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the page is another one
  }, [pathname]);
  return page;
}
