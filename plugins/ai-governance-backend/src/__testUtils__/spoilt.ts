import fc from 'fast-check';
import { nastyValues } from './nasty';

type Key = string | number;

/** Every place of a value, the value itself not among them. */
function placesOf(value: unknown, path: Key[] = []): Key[][] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: Key[] = Array.isArray(value)
    ? value.map((_, i) => i)
    : Object.keys(value);
  return keys.flatMap(key => [
    [...path, key],
    ...placesOf((value as any)[key], [...path, key]),
  ]);
}

interface Fault {
  kind: 'other' | 'without' | 'more' | 'twice' | 'empty';
  /** Of all places, counted round. */
  at: number;
  value: unknown;
}

function withFault(body: object, { kind, at, value }: Fault): object {
  const copy = structuredClone(body);
  const places = placesOf(copy);
  if (places.length === 0) return copy;
  const path = places[at % places.length];
  const key = path.at(-1)!;
  const holder = path.slice(0, -1).reduce<any>((of, k) => of[k], copy);
  if (kind === 'without') {
    if (Array.isArray(holder)) holder.splice(key as number, 1);
    else delete holder[key];
  } else if (kind === 'twice' && Array.isArray(holder)) {
    holder.push(holder[key as number]);
  } else if (kind === 'more' && !Array.isArray(holder)) {
    holder.colour = value;
  } else {
    holder[key] = kind === 'empty' ? '' : value;
  }
  return copy;
}

/** A body as it is, mostly, or with one or two things wrong with it. */
export const spoiltSometimes = (
  bodies: fc.Arbitrary<object>,
): fc.Arbitrary<object> => {
  const fault: fc.Arbitrary<Fault> = fc.record({
    kind: fc.constantFrom('other', 'without', 'more', 'twice', 'empty'),
    at: fc.nat(400),
    value: nastyValues,
  });
  return fc
    .tuple(
      bodies,
      fc.oneof(
        { weight: 5, arbitrary: fc.constant<Fault[]>([]) },
        { weight: 3, arbitrary: fc.tuple(fault) },
        { weight: 1, arbitrary: fc.tuple(fault, fault) },
      ),
    )
    .map(([body, faults]) => faults.reduce<object>(withFault, body));
};
