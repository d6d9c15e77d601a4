import { useLocation, useSearchParams } from 'react-router-dom';

/** The address of a list in pages of the server: filters, order, size and page stand in it, so that a view can be sent to a colleague. */
export interface PagedAddress {
  params: URLSearchParams;
  /** Cursors of the pages before this one, the first page's is ''. Unknown to one who came by a link. */
  trail: string[];
  cursor?: string;
  /** Takes over what is given, leaves out what is empty, and begins at the first page again. */
  change(
    changes: Readonly<Record<string, string | readonly string[]>>,
    options?: { replace?: boolean },
  ): void;
  /** The same, and stays on the page of the list. */
  keep(changes: Readonly<Record<string, string>>): void;
  clear(): void;
  next(cursor: string): void;
  previous(): void;
  first(): void;
}

export function usePagedAddress(): PagedAddress {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const trail = (state as { trail?: string[] } | null)?.trail ?? [];
  const cursor = params.get('cursor') ?? undefined;

  const goTo = (to: string | undefined, before: string[]) =>
    setParams(
      old => {
        const next = new URLSearchParams(old);
        next.delete('cursor');
        if (to) next.set('cursor', to);
        return next;
      },
      { state: { trail: before } },
    );

  return {
    params,
    trail,
    cursor,
    change: (changes, options = {}) =>
      setParams(
        old => {
          const next = new URLSearchParams(old);
          next.delete('cursor');
          for (const [key, value] of Object.entries(changes)) {
            next.delete(key);
            for (const one of [value].flat()) if (one) next.append(key, one);
          }
          return next;
        },
        { replace: options.replace },
      ),
    keep: changes =>
      setParams(
        old => {
          const next = new URLSearchParams(old);
          for (const [key, value] of Object.entries(changes)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true, state: { trail } },
      ),
    clear: () =>
      setParams(old => {
        // which time is shown is no filter
        const asOf = old.get('asOf');
        return new URLSearchParams(asOf ? { asOf } : {});
      }),
    next: to => goTo(to, [...trail, cursor ?? '']),
    previous: () => goTo(trail.at(-1), trail.slice(0, -1)),
    first: () => goTo(undefined, []),
  };
}
