import { useAsOf } from '../components';

/** The first part of the address of pages that can show a past day. */
const withPast: readonly string[] = [
  'teams',
  'inventory',
  'organization',
  'frameworks',
];

/**
 * The address of a tab: that of a page which can show a past day keeps the one that is shown.
 *
 * @returns a function of the page's first part below the frame and of its whole address
 */
export function useTabAddress(): (page: string, address: string) => string {
  const { carry } = useAsOf();
  return (page, address) =>
    withPast.includes(page) ? carry(address) : address;
}
