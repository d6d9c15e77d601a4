import { localeOf } from './useLocale';

describe('How dates and numbers are written', () => {
  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['de', 'de-AT', 'de-AT'],
    ['de', 'en-US', 'de'],
    ['en', 'ja', 'en'],
  ])('in a portal in %s and a browser in %s: as in %s', (...given) => {
    expect(localeOf(given[0], given[1])).toBe(given[2]);
  });
});
