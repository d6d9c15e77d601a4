import fc from 'fast-check';
import { riskAssessment, validateRecord } from '../records';
import { spellingKey } from '../text';
import { checkMapping, SheetMapping, sheetMappingSchema } from './mapping';
import { decodeSpreadsheet } from './decode';
import { sheetTypeOf } from './fields';
import { guessMapping } from './guess';
import { mergeSheetRows } from './mergeRows';
import { readSheet, SheetRow } from './readSheet';

const risks = sheetTypeOf('risk-assessment')!;
const rating = { individuals: 2, society: 1, business: 1 };

const scenario = (id: string, title: string) => ({
  id,
  title,
  category: 'safety' as const,
  inherent: { likelihood: 1, consequence: { ...rating } },
});

const row = (line: number, title: string, more: object = {}): SheetRow => ({
  line,
  subject: 'bot',
  values: new Map<string, unknown>(
    Object.entries({
      'scenarios[].title': title,
      'scenarios[].category': 'privacy',
      'scenarios[].inherent.likelihood': 4,
      'scenarios[].inherent.consequence.individuals': 4,
      'scenarios[].inherent.consequence.society': 4,
      'scenarios[].inherent.consequence.business': 4,
      ...more,
    }),
  ),
});

describe('the rows of a spreadsheet', () => {
  const titles = fc.constantFrom(
    'Leak',
    'leak ',
    'Outage',
    'Bias',
    'Fraud',
    '–',
  );
  const documents = fc
    .uniqueArray(fc.constantFrom('Leak', 'Outage', 'Old', 'Older'))
    .map(all => ({
      summary: 'By hand.',
      scenarios: all.map((title, i) => scenario(`s${i}`, title)),
    }));

  it('remove nothing, make a valid document, and say the same when they come again', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(titles, { maxLength: 8 }),
        fc.constantFrom('update' as const, 'skip' as const),
        (before, named, merge) => {
          const rows = named.map((title, i) => row(i + 2, title));
          const frozen = JSON.stringify(before);
          const merged = mergeSheetRows(risks, before, rows, merge);
          expect(JSON.stringify(before)).toBe(frozen);
          // each line is taken or refused
          expect(
            [...merged.lines, ...merged.problems.map(p => p.line)].sort(),
          ).toEqual(rows.map(r => r.line).sort());
          if (!merged.after) return;
          expect(validateRecord(riskAssessment, merged.after).ok).toBe(true);
          const after = merged.after as typeof before;
          expect(after.summary).toBe('By hand.');
          before.scenarios.forEach((was, i) => {
            const updated = merged.updated.map(spellingKey);
            expect(after.scenarios[i]).toMatchObject(
              updated.includes(spellingKey(was.title)) ? { id: was.id } : was,
            );
          });
          const again = mergeSheetRows(risks, after, rows, merge);
          expect(again.after).toEqual(after);
          expect(again.added).toEqual([]);
        },
      ),
    );
  });

  it('keep the id of a scenario, which acceptances refer to, and find another for one whose title gives the same', () => {
    const before = { scenarios: [scenario('leak', 'It leaks')] };
    const merged = mergeSheetRows(
      risks,
      before,
      [
        row(2, 'Leak'),
        row(3, 'it LEAKS', { 'scenarios[].id': 'R-1' }),
        row(4, 'Leak!'),
      ],
      'update',
    );
    expect(
      (merged.after as any).scenarios.map((s: any) => [s.id, s.title]),
    ).toEqual([
      ['leak', 'it LEAKS'],
      ['leak-2', 'Leak'],
      ['leak-3', 'Leak!'],
    ]);
  });

  it('are refused where they do not fit, the others taken', () => {
    const merged = mergeSheetRows(
      risks,
      null,
      [
        row(2, 'Leak', { 'scenarios[].inherent.likelihood': 9 }),
        row(3, 'Outage', { 'scenarios[].treatment.owner': 'Head of it' }),
        row(4, 'Bias', { 'scenarios[].treatment.plan': 'Test it.' }),
        row(5, 'Fraud', { 'scenarios[].current.likelihood': 2 }),
        row(6, 'Fire'),
      ],
      'update',
    );
    expect(merged.problems.map(p => [p.line, p.reason])).toEqual([
      [2, expect.stringMatching(/^inherent\.likelihood: /)],
      [3, expect.stringMatching(/^treatment\.strategy: .*owner: must be/s)],
      [4, expect.stringMatching(/^treatment\.strategy: /)],
      [5, expect.stringMatching(/^current\.consequence: /)],
    ]);
    expect(merged.lines).toEqual([6]);
  });

  it('agree with each other where they say the same, whatever is there already', () => {
    const vendors = sheetTypeOf('vendor-assessment')!;
    const said = (line: number, product: string, sent: string): SheetRow => ({
      line,
      subject: 'bot',
      values: new Map([
        ['product', product],
        ['subProcessors[].name', sent],
      ]),
    });
    const merged = (merge: 'update' | 'skip') =>
      mergeSheetRows(
        vendors,
        { product: 'Chat 1' },
        [
          said(2, 'Chat 2', 'Cloud'),
          said(3, 'Chat 2', 'Mail'),
          said(4, 'Chat 1', 'Maps'),
        ],
        merge,
      );
    const skipped = merged('skip');
    expect(skipped.lines).toEqual([2, 3]);
    expect(skipped.kept).toEqual(['Product']);
    expect(skipped.added).toEqual(['Cloud', 'Mail']);
    expect(skipped.after).toMatchObject({ product: 'Chat 1' });
    const updated = merged('update');
    expect(updated.lines).toEqual([2, 3]);
    expect(updated.after).toMatchObject({ product: 'Chat 2' });
    for (const { problems } of [skipped, updated]) {
      expect(problems).toEqual([
        {
          line: 4,
          column: null,
          reason: 'Product: line 3 says otherwise',
        },
      ]);
    }
  });

  it('of more scenarios than a document takes are refused as a whole, however many more there are', () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => row(i + 2, `R${i}`));
    const merged = mergeSheetRows(risks, null, rows, 'update');
    expect(merged.after).toBeUndefined();
    expect(merged.reason).toMatch(/^scenarios: Too big/);
    expect(merged.lines).toEqual(rows.map(r => r.line));
    expect(merged.problems).toEqual([]);
  });
});

describe('a mapping', () => {
  it('is asked for in the order of the form, one column for all of a consequence before those of its parts', () => {
    const paths = risks.fields.map(({ path }) => path);
    expect(paths.indexOf('scenarios[].title')).toBeLessThan(
      paths.indexOf('scenarios[].inherent.likelihood'),
    );
    for (const estimate of ['inherent', 'current', 'target']) {
      const whole = paths.indexOf(`scenarios[].${estimate}.consequence`);
      expect(paths[whole - 1]).toBe(`scenarios[].${estimate}.likelihood`);
      expect(paths[whole + 1]).toBe(
        `scenarios[].${estimate}.consequence.individuals`,
      );
    }
    expect(new Set(paths).size).toBe(paths.length);
  });

  const header = ['Tool', 'Risk', 'Type', 'Likelihood', 'Impact', 'Due', 'Due'];
  const mapping: SheetMapping = {
    subject: {
      column: 'Tool',
      values: { 'aisystem:default/bot': ['The bot'] },
    },
    fields: {
      'scenarios[].title': { column: 'Risk' },
      'scenarios[].category': { constant: 'privacy' },
      'scenarios[].inherent.likelihood': {
        column: 4,
        values: { 3: ['Med'] },
        otherwise: 5,
      },
      'scenarios[].inherent.consequence': {
        column: { position: 5, header: 'Impact' },
      },
      'scenarios[].treatment.due': { column: 6, format: 'd/M/yyyy' },
      'scenarios[].treatment.strategy': { constant: 'mitigate' },
    },
  };

  it('gives each row its values, by spellings, constants and what stands for nothing', () => {
    expect(checkMapping(risks, mapping, header)).toEqual([]);
    const { rows, problems } = readSheet(risks, mapping, header, [
      { line: 2, cells: ['the  BOT', 'Leak', '', 'med', '4', '5/2/2027', ''] },
      { line: 3, cells: ['bot', 'Outage', '', '', '2', '', ''] },
      { line: 4, cells: ['bot', 'Short'] },
      { line: 5, cells: ['bot', 'Bad', '', 'lots', '2', '2027-02-05', ''] },
    ]);
    expect(rows.map(r => [r.line, r.subject])).toEqual([
      [2, 'aisystem:default/bot'],
      [3, 'bot'],
    ]);
    expect(Object.fromEntries(rows[0].values)).toMatchObject({
      'scenarios[].inherent.likelihood': 3,
      'scenarios[].inherent.consequence.society': 4,
      'scenarios[].treatment.due': '2027-02-05',
    });
    expect(rows[1].values.get('scenarios[].inherent.likelihood')).toBe(5);
    expect(problems.map(p => [p.line, p.column])).toEqual([
      [4, null],
      [5, 'Likelihood (4)'],
      [5, 'Due (6)'],
    ]);
  });

  it('that does not fit the file is told with every path', () => {
    const wrong = sheetMappingSchema.parse({
      subject: { column: { position: 1, header: 'System' } },
      fields: {
        'scenarios[].title': { column: 'Due' },
        product: { column: 9 },
      },
    });
    expect(checkMapping(risks, wrong, header)).toEqual([
      'mapping.subject.column: column 1 is "Tool" and not "System"',
      'mapping.fields.scenarios[].title.column: the column "Due" occurs 2 times; name one by its position: 6, 7',
      'mapping.fields.product: is no field of a risk assessment',
      'mapping.fields.scenarios[].category: must be mapped',
      'mapping.fields.scenarios[].inherent.likelihood: must be mapped',
      'mapping.fields.scenarios[].inherent.consequence: must be mapped',
    ]);
    expect(
      sheetMappingSchema.safeParse({
        subject: { column: 1 },
        fields: { product: { column: 1, vaules: {} } },
      }).error?.issues[0].message,
    ).toMatch(/vaules/);
  });

  it('is guessed, but for days that could be read in two ways', () => {
    const guess = (due: string[]) =>
      guessMapping(
        risks,
        header.slice(0, 6),
        due.map(day => ['bot', 'x', 'Privacy', '2', 'High', day]),
      )!.fields['scenarios[].treatment.due'];
    expect(guess(['3/4/2027', '5/6/2027'])).toEqual({ column: 'Due' });
    expect(guess(['3/4/2027', '15/6/2027'])).toMatchObject({
      format: 'd/M/yyyy',
    });
    expect(guess(['3/4/2027', '5/16/2027'])).toMatchObject({
      format: 'M/d/yyyy',
    });
    expect(guess(['2027-04-03'])).toEqual({ column: 'Due' });
    expect(guessMapping(risks, ['Risk'], [])).toBeUndefined();
  });
});

describe('the text of a file', () => {
  it('is UTF-8, or else Windows-1252', () => {
    expect(decodeSpreadsheet(new TextEncoder().encode('\ufeffZoë'))).toBe(
      'Zoë',
    );
    expect(decodeSpreadsheet(Uint8Array.from([0x5a, 0x6f, 0xeb, 0x80]))).toBe(
      'Zoë€',
    );
    expect(decodeSpreadsheet(Uint8Array.from([0x5a, 0]))).toBeUndefined();
  });
});
