import fc from 'fast-check';
import { bareAddresses } from './bareAddresses';

describe('bareAddresses', () => {
  it.each([
    [
      'could not read https://a.example.com/r.csv?sig=secret, 404 Not Found',
      'could not read https://a.example.com/r.csv, 404 Not Found',
    ],
    [
      'request to http://user:secret@a.example.com/ failed',
      'request to http://a.example.com/ failed',
    ],
    [
      'Not allowed: https://a.example.com?X-Amz-Signature=secret&b=https://b.example.com/#secret',
      'Not allowed: https://a.example.com',
    ],
    [
      '"https://:secret@a.example.com/a b?secret" (HTTPS://B.EXAMPLE.COM/?secret).',
      '"https://a.example.com/a b?secret" (HTTPS://B.EXAMPLE.COM/).',
    ],
    [
      "not 'https://a.example.com/it's?secret', nor it",
      "not 'https://a.example.com/it's', nor it",
    ],
    ['Why? It is not #1: a@b.example.com', undefined],
    ['See https://a.example.com/path/@scope/name, please.', undefined],
  ])('of %j leaves no signature and no user', (text, bare = text) => {
    expect(bareAddresses(text)).toBe(bare);
  });

  it('leaves nothing of a query, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.webUrl(),
        fc.stringMatching(/^[a-zA-Z0-9%&=+/:.,;@~!*()-]{0,40}$/),
        fc.constantFrom('', ',', '.', ')', ' ', ', 401 Unauthorized', '" is'),
        (address, more, after) => {
          const text = `Could not read ${address}?${more}SECRET${more}${after}`;
          expect(bareAddresses(text)).not.toContain('SECRET');
          expect(bareAddresses(text)).toContain(address);
        },
      ),
    );
  });

  it('takes a long text without long thinking', () => {
    const text = `https://${'a:'.repeat(50_000)}?${'.,'.repeat(50_000)}`;
    expect(bareAddresses(text)).toContain('https://a:');
    expect(bareAddresses(`${text}x`)).not.toContain('?');
  });
});
