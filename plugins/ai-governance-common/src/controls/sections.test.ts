import { empty, said } from './sections';

const sections = { a: 'the first', b: 'the second' };
const words = { what: 'The plan', holds: 'All is said.' };

it('holds when every section says something', () => {
  expect(said({ a: 'x', b: 'y' }, sections, words)).toEqual({
    state: 'pass',
    reason: 'All is said.',
  });
});

it('names what is absent or blank', () => {
  expect(said({ a: ' \n', b: undefined }, sections, words)).toEqual({
    state: 'fail',
    reason: 'The plan does not say: the first, the second.',
  });
  expect(empty({ a: 'x', b: '' }, sections)).toEqual(['the second']);
});
