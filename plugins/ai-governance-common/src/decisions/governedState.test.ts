import fc from 'fast-check';
import { profiles } from '../__testUtils__/arbitraries';
import { highProfile } from '../__testUtils__/subject';
import { head } from './__testUtils__/atHand';
import { governedStateOf, stateHash } from './governedState';

const documents = [{ type: 'intended-use' }];
const of = (...history: ReturnType<typeof head>[]) =>
  governedStateOf(highProfile, documents, history);

it('holds the last material revision of a document; the first is material', () => {
  const first = head('intended-use', { a: 1 }, { materiality: 'routine' });
  const second = { ...head('intended-use', { a: 2 }), revision: 2 };
  const third = {
    ...head('intended-use', { a: 3 }, { materiality: 'routine' }),
    revision: 3,
  };
  const revision = (...history: any[]) =>
    of(...history).documents['intended-use'].revision;
  expect(revision(first)).toBe(1);
  expect(revision(first, third)).toBe(1);
  expect(revision(first, second, third)).toBe(2);
});

it('holds the material changes by the latest word on each, and no other records', () => {
  const change = head('change', { t: 1 }, { recordId: 'b' });
  const other = head('change', { t: 2 }, { recordId: 'a' });
  const routine = {
    ...head('change', { t: 1 }, { recordId: 'b', materiality: 'routine' }),
    revision: 2,
  };
  expect(of(change, other).changes).toEqual(['a', 'b']);
  expect(of(change, other, routine).changes).toEqual(['a']);
  expect(of(head('approval', {}))).toEqual(of());
});

it('has one hash whatever the order of the ledger’s rows, and another for every other content', () => {
  const heads = [
    head('intended-use', { a: 1 }),
    head('change', { t: 1 }, { recordId: 'a' }),
    head('change', { t: 2 }, { recordId: 'b' }),
  ];
  expect(stateHash(of(...[...heads].reverse()))).toBe(stateHash(of(...heads)));
  const hashes = [
    of(),
    of(heads[0]),
    of(heads[1]),
    of(heads[2]),
    of(...heads),
    of(head('intended-use', { a: 2 })),
  ].map(stateHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('does not depend on who owns it, who answers for it, its system and its stage', () => {
  fc.assert(
    fc.property(
      profiles,
      fc.record(
        {
          owner: fc.string(),
          accountable: fc.string(),
          lifecycle: fc.string(),
          system: fc.string(),
        },
        { requiredKeys: [] },
      ),
      (profile, over) => {
        const hash = (p: typeof profile) =>
          stateHash(governedStateOf(p, documents, []));
        expect(hash({ ...profile, ...over })).toBe(hash(profile));
        expect(hash({ ...profile, purpose: 'Something else.' })).not.toBe(
          hash(profile),
        );
      },
    ),
  );
});

it('is another when what it depends on is', () => {
  const hash = (over: object) =>
    stateHash(governedStateOf({ ...highProfile, ...over }, documents, []));
  const hashes = [
    hash({}),
    hash({ dependsOn: ['component:default/feature-store'] }),
    hash({ dependsOn: ['resource:default/cache'] }),
    hash({ consumesApis: ['api:default/gateway'] }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});
