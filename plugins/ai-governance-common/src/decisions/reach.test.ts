import fc from 'fast-check';
import { dataClassifications } from '../entity';
import { beyond } from './reach';

const of = (
  classifications: (typeof dataClassifications)[number][],
  ...scopes: string[]
) => ({ classifications, scopes });

it.each<[ReturnType<typeof of>, ReturnType<typeof of>, string[]]>([
  [of([]), of([]), []],
  [of(['public', 'internal']), of(['confidential']), []],
  [
    of(['restricted', 'public', 'confidential']),
    of(['internal']),
    ['confidential data', 'restricted data'],
  ],
  [of(['public']), of([]), ['public data']],
  [
    of([], 'mail.read', 'mail.read'),
    of([], 'Mail.Read'),
    ['the scope mail.read'],
  ],
])('of %j where %j was approved goes beyond it: %j', (reach, approved, is) => {
  expect(beyond(reach, approved)).toEqual(is);
});

it('never goes beyond itself, nor further for less of it', () => {
  const reaches = fc.record({
    classifications: fc.subarray([...dataClassifications]),
    scopes: fc.subarray(['read', 'write', 'admin']),
  });
  fc.assert(
    fc.property(reaches, reaches, (reach, approved) => {
      expect(beyond(reach, reach)).toEqual([]);
      const less = { ...reach, scopes: reach.scopes.slice(1) };
      const all = beyond(reach, approved);
      expect(all).toEqual(expect.arrayContaining(beyond(less, approved)));
    }),
  );
});
