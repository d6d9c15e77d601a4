import {
  completionDay,
  csvDelimiter,
  csvHeader,
  guessColumns,
} from './completionsFile';

describe('a file of completions', () => {
  it.each([
    ['2026-03-31', 'iso', '2026-03-31'],
    ['2026-03-31T23:30:00-02:00', 'iso', '2026-04-01'],
    ['2026-03-31 08:00:00', 'dd.mm.yyyy', '2026-03-31'],
    ['31.03.2026', 'dd.mm.yyyy', '2026-03-31'],
    ['1/4/2026 08:15', 'dd/mm/yyyy', '2026-04-01'],
    ['4/1/2026', 'mm/dd/yyyy', '2026-04-01'],
    ['31/03/2026', 'iso', undefined],
    ['31/03/2026', 'mm/dd/yyyy', undefined],
    ['2026-02-30', 'iso', undefined],
    ['soon', 'dd.mm.yyyy', undefined],
  ] as const)('reads %s, written as %s', (cell, format, day) => {
    expect(completionDay(cell, format)).toBe(day);
  });

  it('tells its headers, whatever stands between them', () => {
    const header = '\ufeff"E-mail";Course title; "Completed ""on""" ;x\r\na;b';
    expect(csvDelimiter(header)).toBe(';');
    expect(csvHeader(header)).toEqual([
      'E-mail',
      'Course title',
      'Completed "on"',
      'x',
    ]);
    expect(csvHeader('"a, b"\tc\n')).toEqual(['a, b', 'c']);
    expect(csvHeader('')).toEqual(['']);
    const inches = 'Disk of 5";Of 7", or so;x\na,b,"c,d,e"';
    expect(csvDelimiter(inches)).toBe(';');
    expect(csvHeader(inches)).toEqual(['Disk of 5"', 'Of 7", or so', 'x']);
  });

  it('tells which column is which by the usual names, each header once', () => {
    expect(
      guessColumns(['Employee', 'E-mail address', 'Course Title', 'Completion Date', 'Valid until', 'Source']), // prettier-ignore
    ).toEqual({
      person: 'E-mail address',
      course: 'Course Title',
      completed: 'Completion Date',
      expires: 'Valid until',
      provider: 'Source',
    });
    expect(guessColumns(['a', 'b'])).toEqual({});
  });
});
