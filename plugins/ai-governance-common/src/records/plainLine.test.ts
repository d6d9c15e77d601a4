import fc from 'fast-check';
import { plainLine } from './plainLine';

describe('a line of plain text', () => {
  it.each([
    ['Propose card limits.', 'Propose card limits.'],
    ['# Purpose\n\n- one\n- two\n\n1. three', 'Purpose one two three'],
    ['**Bold**, _slanted_, `code`', 'Bold, slanted, code'],
    ['snake_case and 2 * 3', 'snake_case and 2 3'],
    ['See [the page](https://example.com/a_b).', 'See the page.'],
    ['![A chart](https://example.com/x.png) shows', 'A chart shows'],
    ['> said\r\nso', 'said so'],
    [' \n\t ', ''],
  ])('of %j is %j', (markdown, line) => {
    expect(plainLine(markdown)).toBe(line);
  });

  it('is cut with an ellipsis, never within a character', () => {
    expect(plainLine('word '.repeat(100), 10)).toBe('word word…');
    expect(plainLine('😀'.repeat(300), 5)).toBe('😀😀😀😀…');
  });

  it('is one line, no longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 3000, unit: 'grapheme' }),
        fc.integer({ min: 1, max: 300 }),
        (text, max) => {
          const line = plainLine(text, max);
          expect(line).not.toMatch(/[\r\n]/);
          expect(Array.from(line).length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});
