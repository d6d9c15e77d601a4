import { AsOfQuery } from 'backstage-plugin-ai-governance-common';
import { useSearchParams } from 'react-router-dom';

const KEY = 'asOf';

/** Which time a page shows, as its address says it (`?asOf=`). */
export interface AsOfAddress {
  /** The instant, ISO 8601; undefined: now. Not checked here: the API refuses what cannot be, in words. */
  asOf?: string;
  /** The same for the API. */
  query: AsOfQuery;
  /** Shows another instant, or now. A list begins at its first page again. */
  show: (asOf: string | undefined) => void;
  /** An address within the portal, of the same time. */
  carry: (address: string) => string;
}

export function useAsOf(): AsOfAddress {
  const [params, setParams] = useSearchParams();
  const asOf = params.get(KEY) || undefined;
  return {
    asOf,
    query: asOf === undefined ? {} : { asOf },
    show: next =>
      setParams(old => {
        const changed = new URLSearchParams(old);
        changed.delete('cursor');
        if (next === undefined) changed.delete(KEY);
        else changed.set(KEY, next);
        return changed;
      }),
    carry: address => {
      if (asOf === undefined) return address;
      const mark = address.includes('?') ? '&' : '?';
      return `${address}${mark}${new URLSearchParams({ [KEY]: asOf })}`;
    },
  };
}
