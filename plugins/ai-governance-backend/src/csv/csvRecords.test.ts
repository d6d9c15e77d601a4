import { csvRecords } from './csvRecords';

const read = async (csv: string, longest = 1000) => {
  const records = [];
  for await (const record of csvRecords(csv, {
    longest,
    notClosed: before => `${before} records, then an open quote`,
  })) {
    records.push(record);
  }
  return records;
};

describe('csvRecords', () => {
  it('says on which line each record begins, and passes blank ones over', async () => {
    expect(
      await read('\ufeff\n\na;b\r\n"1\n2";3\r;\n  ; \n"4" x;5"\n'),
    ).toEqual([
      { line: 3, cells: ['a', 'b'] },
      { line: 4, cells: ['1\n2', '3'] },
      { line: 8, cells: [expect.stringMatching(/4.* x/), '5"'] },
    ]);
  });

  it('parts cells as the header does, whatever is quoted there or in it is text', async () => {
    expect(await read('"System, or, name";Owner\nScoring;dana')).toEqual([
      { line: 1, cells: ['System, or, name', 'Owner'] },
      { line: 2, cells: ['Scoring', 'dana'] },
    ]);
    expect(await read('Disk of 5";Owner\na, b, c;d, e')).toEqual([
      { line: 1, cells: ['Disk of 5"', 'Owner'] },
      { line: 2, cells: ['a, b, c', 'd, e'] },
    ]);
  });

  it('reads a large file while others are served', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},🔥ö🔥`);
    let served = 0;
    const timer = setInterval(() => {
      served += 1;
    }, 0);
    const records = await read(['n,text', ...rows].join('\n'));
    clearInterval(timer);
    expect(served).toBeGreaterThan(5);
    expect(records.map(({ cells }) => cells.join())).toEqual([
      'n,text',
      ...rows,
    ]);
    expect(records.at(-1)!.line).toBe(60_001);
  });

  it('says how far it came when a quote is not closed', async () => {
    await expect(read('a,b\n1,2\n"3,4\n5,6')).rejects.toThrow(
      'csv: 2 records, then an open quote',
    );
    await expect(read(`a,b\n1,2\n"3,4${'\n5,6'.repeat(500)}`)).rejects.toThrow(
      'csv: 2 records, then an open quote',
    );
  });
});
