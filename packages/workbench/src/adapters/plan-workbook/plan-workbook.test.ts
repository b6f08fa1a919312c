import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { planWorkbook } from './plan-workbook.ts';
import { type BookCell, readBook } from './read-book.fixture.ts';
import { examplePlan } from './workbook-plan.fixture.ts';

const report = (ids?: readonly string[]) => ({
  projectName: '北山 & <煤矿>',
  version: '0.1.0',
  result: examplePlan(ids),
});
const made = (language: 'en' | 'zh'): Map<string, Map<string, BookCell>> =>
  readBook(planWorkbook(report(), language));

describe('the workbook of quantities and budget', () => {
  test.each([
    ['en', ['Unit costs', 'Quantities', 'Budget by year', 'By unit', 'Cash flow', 'Assumptions']],
    ['zh', ['单价', '工程量', '分年度预算', '分图斑', '现金流', '编制说明']],
  ] as const)(
    'has its sheets in %s, and every cell that calculates has its value beside it',
    (language, names) => {
      const book = made(language);
      expect([...book.keys()]).toEqual(names);
      const formulas = [...book.values()]
        .flatMap((cells) => [...cells.values()])
        .filter((cell) => cell.formula !== null);
      expect(formulas.length).toBeGreaterThan(100);
      for (const { value } of formulas) expect(value).not.toBeNull();
    },
  );

  test('costs follow quantities and unit costs, sums follow costs', () => {
    const book = made('en');
    const cell = (sheet: string, place: string): BookCell => book.get(sheet)!.get(place)!;
    expect(cell('Quantities', 'L5').formula).toBe(
      "INDEX('Unit costs'!$D$5:$D$10,MATCH(E5,'Unit costs'!$A$5:$A$10,0))",
    );
    expect(cell('Quantities', 'M5').formula).toBe('K5*L5');
    expect(cell('Quantities', 'M5').value).toBeCloseTo(1200.5 * 2.5 * 14.2, 6);
    // Twelve lines, and an empty one in which an estimator inserts more.
    expect(cell('Quantities', 'M18').formula).toBe('SUM(M5:M17)');
    expect(cell('Budget by year', 'B5').formula).toBe(
      "SUMIFS('Quantities'!$M$5:$M$17,'Quantities'!$J$5:$J$17,$A5,'Quantities'!$H$5:$H$17,B$4)",
    );
    expect(cell('Budget by year', 'K5').formula).toBe('ROUND(J5-G5-I5,2)');
    expect(cell('Budget by year', 'J5')).toMatchObject({ formula: null, value: 500_000 });
    expect(cell('By unit', 'H5').formula).toBe(
      "SUMIFS('Quantities'!$M$5:$M$17,'Quantities'!$A$5:$A$17,$A5,'Quantities'!$H$5:$H$17,H$4)",
    );
    const cash = book.get('Cash flow')!;
    const formulas = [...cash.values()].map(({ formula }) => formula);
    expect(formulas).toContain("1/(1+'Assumptions'!$B$5)^($A5-$A$5)");
    expect(formulas.some((one) => one?.includes('+NPV(') === true)).toBe(true);
    expect(formulas.some((one) => one?.startsWith('IFERROR(IRR(') === true)).toBe(true);
    expect(cell('Assumptions', 'B5')).toMatchObject({ formula: null, value: 0.05 });
  });

  test('the total is that of the bills, in every sheet that states one', () => {
    const { result } = report();
    const total = result.units.flatMap(({ bill }) => bill).reduce((sum, { cost }) => sum + cost, 0);
    const book = made('en');
    for (const [sheet, place] of [
      ['Unit costs', 'G11'],
      ['Quantities', 'M18'],
      ['Budget by year', 'F9'],
      ['By unit', 'L8'],
    ] as const)
      expect(book.get(sheet)?.get(place)?.value, sheet).toBeCloseTo(total, 4);
    // Difference of the check.
    expect(book.get('Assumptions')?.get('B18')?.formula).toBe('ROUND(B16-B17,2)');
    expect(book.get('Assumptions')?.get('B18')?.value).toBeCloseTo(0, 6);
  });

  test('text of the data that begins like a formula is text, also when somebody edits it', () => {
    const cells = [...made('en').values()].flatMap((sheet) => [...sheet.values()]);
    const suspects = cells.filter(({ value }) => typeof value === 'string' && /^[=+@]/.test(value));
    expect(new Set(suspects.map(({ value }) => value))).toEqual(
      new Set(['=1+1', '=HYPERLINK("http://example.invalid","x")', '@SUM(1+1)', '+Seed mix']),
    );
    const styles = strFromU8(unzipSync(planWorkbook(report(), 'en'))['xl/styles.xml']!);
    const xfs = [.../<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)![1]!.matchAll(/<xf [^>]*>/g)].map(
      ([xf]) => xf,
    );
    for (const { formula, style } of suspects) {
      expect(formula).toBeNull();
      expect(xfs[style]).toContain('quotePrefix="1"');
    }
    // No formula holds a word of the data.
    for (const { formula } of cells) expect(formula ?? '').not.toMatch(/HYPERLINK|1\+1\)|Seed/);
  });

  test('headings stay in view and are repeated on paper; equal plans make equal bytes', () => {
    const bytes = planWorkbook(report(), 'zh');
    expect(planWorkbook(report(), 'zh')).toEqual(bytes);
    const files = unzipSync(bytes);
    for (let i = 1; i <= 6; i += 1) {
      const xml = strFromU8(files[`xl/worksheets/sheet${i}.xml`]!);
      expect(xml).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/);
      expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
    }
    expect(strFromU8(files['xl/workbook.xml']!).match(/Print_Titles/g)).toHaveLength(6);
  });

  test('another reader opens it: names with marks of XML, figures as figures', async () => {
    const bytes = planWorkbook(report(), 'en');
    const sheets = await readXlsxFile(Buffer.from(bytes));
    const rows = sheets.find(({ sheet }) => sheet === 'Quantities')!.data;
    expect(rows[0]?.[0]).toBe('北山 & <煤矿>: Quantities');
    expect(rows[4]?.slice(0, 4)).toEqual([1, '图斑-1', '一号排土场', 'Slope regrading']);
    expect(rows[4]?.[9]).toBe(2027);
  });

  test('an item at two prices has two codes, so that each line finds its own', () => {
    const plan = examplePlan();
    const [first, ...others] = plan.units;
    const [line, ...lines] = first!.bill;
    const dearer = { ...line!, unitCost: 20, cost: line!.quantity * 20 };
    const result = { ...plan, units: [{ ...first!, bill: [dearer, ...lines] }, ...others] };
    const book = readBook(planWorkbook({ projectName: 'x', version: '0', result }, 'en'));
    const codes = [...book.get('Unit costs')!].flatMap(([place, { value }]) =>
      /^A\d/.test(place) ? [value] : [],
    );
    expect(codes).toContain('earth-moving');
    expect(codes).toContain('earth-moving#2');
  });

  test('a plan of nothing, and one of too many lines, are told and not broken', () => {
    const none = readBook(
      planWorkbook(
        {
          ...report([]),
          result: { ...examplePlan([]), finance: { ...examplePlan([]).finance, years: [] }, rows: [] },
        },
        'en',
      ),
    );
    expect(none.get('Quantities')?.get('M6')?.value).toBe(0);
    const ids = Array.from({ length: 30 }, (_, i) => `P${i}`);
    const summed = readBook(planWorkbook(report(ids), 'en', { mostLines: 50 }));
    const total = report(ids)
      .result.units.flatMap(({ bill }) => bill)
      .reduce((sum, { cost }) => sum + cost, 0);
    expect(summed.get('Quantities')?.get('B5')?.value).toBe('all units');
    expect(summed.get('Unit costs')?.get('G11')?.value).toBeCloseTo(total, 3);
    expect(summed.get('By unit')?.get('H5')?.formula).toBeNull();
    expect(summed.get('By unit')?.get('L35')?.value).toBeCloseTo(total, 3);
  });
});
