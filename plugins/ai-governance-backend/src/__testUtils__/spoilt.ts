import fc from 'fast-check';
import { nastyValues } from './nasty';

type Key = string | number;

const keysOf = (value: unknown): Key[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
};

/** Every place of a value, the value itself not among them, each before what is within it. Nothing calls itself: some are nested very deep. */
function placesOf(value: unknown): Key[][] {
  const places: Key[][] = [];
  const waiting: { path: Key[]; of: unknown }[] = [{ path: [], of: value }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, of } = next;
    if (path.length > 0) places.push(path);
    for (const key of keysOf(of).reverse()) {
      waiting.push({ path: [...path, key], of: (of as any)[key] });
    }
  }
  return places;
}

interface Fault {
  kind: 'other' | 'without' | 'more' | 'twice' | 'empty';
  /** Of all places, counted round. */
  at: number;
  value: unknown;
}

const shallow = (value: any) =>
  Array.isArray(value) ? [...value] : { ...value };

/** Copies what leads to the fault alone: what is nested deep is too deep to be cloned. */
function withFault(body: object, { kind, at, value }: Fault): object {
  const places = placesOf(body);
  if (places.length === 0) return body;
  const path = places[at % places.length];
  const key = path.at(-1)!;
  const copy = shallow(body);
  let holder = copy;
  for (const step of path.slice(0, -1)) {
    const next = shallow(holder[step]);
    // by its definition, for it may be called __proto__
    Object.defineProperty(holder, step, {
      value: next,
      enumerable: true,
      writable: true,
      configurable: true,
    });
    holder = next;
  }
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
