import { outOfSight } from '../components';

/** What is put into a live region together with it is not read out everywhere. */
const AFTER_MS = 100;
const GONE_AFTER_MS = 5_000;

/** Has a screen reader say a text, once what it says now is said. It is in the page for some seconds, out of sight. */
export function sayAloud(text: string) {
  const region = document.createElement('div');
  region.setAttribute('role', 'status');
  Object.assign(region.style, outOfSight, { margin: '-1px' });
  document.body.append(region);
  setTimeout(() => {
    region.textContent = text;
  }, AFTER_MS);
  setTimeout(() => region.remove(), GONE_AFTER_MS);
}
