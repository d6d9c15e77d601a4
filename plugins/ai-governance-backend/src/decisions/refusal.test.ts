import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { refusal } from './refusal';

describe('refusal', () => {
  it.each([
    [new InputError('due: is no date'), 400],
    [new NotAllowedError('You may not.'), 403],
    [new NotFoundError('There is none.'), 404],
    [new ConflictError('It is decided.'), 409],
  ])('tells the caller what %s says', (error, status) => {
    expect(refusal(error)).toEqual({ status, reason: error.message });
  });

  it.each([
    new TypeError('Cannot read properties of undefined'),
    new ServiceUnavailableError('connect ECONNREFUSED 10.0.0.7'),
    'nothing that is an error',
  ])('tells nobody what is broken: %s', error => {
    const thrown = () => {
      try {
        return refusal(error);
      } catch (e) {
        return e;
      }
    };
    expect(thrown()).toBe(error);
  });
});
