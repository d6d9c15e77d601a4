import { ConflictError, InputError } from '@backstage/errors';
import { retrying } from './retrying';

describe('retrying', () => {
  it.each([
    new ConflictError('Somebody else came first'),
    Object.assign(new Error('deadlock detected'), { code: '40P01' }),
    Object.assign(new Error('UNIQUE'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
  ])('tries again after: %s', async error => {
    const attempt = jest
      .fn()
      .mockRejectedValueOnce(error)
      .mockResolvedValueOnce('done');
    await expect(retrying(attempt)).resolves.toBe('done');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('throws anything else at once, and the last error when it never succeeds', async () => {
    const wrong = jest.fn().mockRejectedValue(new InputError('wrong'));
    await expect(retrying(wrong)).rejects.toThrow('wrong');
    expect(wrong).toHaveBeenCalledTimes(1);

    const never = jest.fn().mockRejectedValue(new ConflictError('stale'));
    await expect(retrying(never, 3)).rejects.toThrow('stale');
    expect(never).toHaveBeenCalledTimes(3);
  });
});
