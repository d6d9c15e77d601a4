import { NotAllowedError } from '@backstage/errors';
import { refusal } from './__testUtils__/refusal';
import { errorWords } from './errorWords';

describe('errorWords', () => {
  it('are those of the backend, where there are any', async () => {
    const refused = await refusal(new NotAllowedError('Dana wrote it.'));
    expect(refused.message).toBe('Request failed with 403 ');
    expect(errorWords(refused)).toBe('Dana wrote it.');
    expect(errorWords(new Error('Away.'))).toBe('Away.');
  });
});
