import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { looksLikeXls, looksLikeXlsx, readSheets, xlsxSheets } from './read-sheets.ts';
import { tableOf } from './table.ts';
import { tinyXlsx } from './tiny-xlsx.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '表格-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(content: string | Uint8Array, name = 'a.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const cellsOf = async (content: string | Uint8Array): Promise<unknown> =>
  (await readSheets(write(content))).sheets[0]?.rows.map(({ cells }) => cells);
const refusal = (content: string | Uint8Array, name = 'a.xlsx'): Promise<unknown> =>
  readSheets(write(content, name)).then(
    () => null,
    (error) => error,
  );

describe('text tables', () => {
  test('the delimiter is told by the text: comma, semicolon, tab, full-width comma', async () => {
    const rows = [
      ['点号', 'X', 'Y'],
      ['J1', '1.5', '2'],
    ];
    for (const delimiter of [',', ';', '\t', '，'])
      expect(await cellsOf(rows.map((row) => row.join(delimiter)).join('\r\n'))).toEqual(rows);
  });

  test('quoted cells hold delimiters and lines; empty cells and rows stay in their place', async () => {
    const { sheets } = await readSheets(write('\ufeffa,"b,\n c"\n\n,"say ""hi"""\n'));
    expect(sheets[0]?.rows).toEqual([
      { number: 2, cells: ['a', 'b,\n c'] },
      { number: 3, cells: [null] },
      { number: 4, cells: [null, 'say "hi"'] },
    ]);
  });

  test('GBK is read and said', async () => {
    const { sheets, warnings } = await readSheets(
      write(Uint8Array.of(0xbe, 0xad, 0xb6, 0xc8, 0x2c, 0xce, 0xb3, 0xb6, 0xc8)),
    );
    expect(sheets[0]?.rows[0]?.cells).toEqual(['经度', '纬度']);
    expect(warnings).toEqual([{ key: 'vector.encoding', params: { encoding: 'gb18030' } }]);
  });

  test('quotes that never end and endless rows are errors', async () => {
    expect(await refusal('a,"b\nc,d\n', 'a.csv')).toMatchObject({ code: 'E-TAB-020' });
    expect(await refusal('1\n'.repeat(200_001), 'a.csv')).toMatchObject({ code: 'E-TAB-023' });
    expect(await refusal(','.repeat(3_000), 'a.csv')).toMatchObject({ code: 'E-TAB-023' });
    expect(await readSheets(join(folder, 'none.csv')).catch((error) => error)).toMatchObject({
      code: 'E-PRJ-002',
    });
  });
});

describe('workbooks', () => {
  test('every sheet is read with its name and row numbers', async () => {
    const bytes = tinyXlsx({
      拐点: [['拐点坐标表'], [], ['点号', 'X', 'Y'], ['J1', 3_331_000.25, 38_455_900]],
      说明: [['备注']],
    });
    const sheets = await xlsxSheets(bytes, 'a.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['拐点', '说明']);
    expect(sheets[0]?.rows.at(-1)).toEqual({ number: 4, cells: ['J1', 3_331_000.25, 38_455_900] });
    expect(looksLikeXlsx(Buffer.from(bytes).toString('latin1', 0, 64))).toBe(true);
  });

  test('the row of names is found under titles', async () => {
    const [sheet] = await xlsxSheets(
      tinyXlsx({
        a: [
          ['X 坐标表', null, 'Y'],
          ['X', 'Y', 'Z'],
          [1, 2, 3],
        ],
      }),
      'a',
    );
    const table = tableOf(sheet!, (names) => names.filter((name) => /^[XYZ]$/.test(name)).length);
    expect(table).toMatchObject({
      header: ['X', 'Y', 'Z'],
      headerRow: 2,
      rows: [{ number: 3, cells: [1, 2, 3] }],
    });
    expect(table?.above).toHaveLength(1);
    expect(tableOf(sheet!, () => 0)).toBeNull();
  });

  test('a cell in the last corner of a sheet is refused before anything fills the span', async () => {
    const sheet = (cell: string): Uint8Array =>
      zipSync({
        ...unzipSync(tinyXlsx({ a: [[1]] })),
        'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${cell}</sheetData></worksheet>`),
      });
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await refusal(sheet(far))).toMatchObject({ code: 'E-TAB-023' });
    expect(await refusal(sheet(far.replaceAll('"', "'")))).toMatchObject({ code: 'E-TAB-023' });
    expect(await refusal(sheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'))).toMatchObject({
      code: 'E-TAB-021',
    });
    expect(await refusal(sheet('<row r="1"><c x=">" r="&#88;FD1"><v>1</v></c></row>'))).toMatchObject({
      code: 'E-TAB-021',
    });
    // A formatted cell without content costs nothing and is passed over.
    const formatted = '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="0"/></row><row r="1048576"/>';
    expect((await xlsxSheets(sheet(formatted), 'a'))[0]?.rows).toEqual([{ number: 1, cells: [7] }]);
  });

  test('a bomb is told by what comes out of it, whatever sizes it states', async () => {
    const bomb = zipSync({
      ...unzipSync(tinyXlsx({ a: [[1]] })),
      'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024).fill(0x20),
    });
    // The stated sizes of every part are made small, in front of the parts and in the directory.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let i = 0; i + 46 < bomb.length; i += 1) {
      if (view.getUint32(i, true) === 0x04034b50) view.setUint32(i + 22, 10, true);
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);
    }
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toMatchObject({ code: 'E-TAB-022' });
    const many = Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`xl/a${i}.xml`, strToU8('a')]));
    expect(await refusal(zipSync(many))).toMatchObject({ code: 'E-TAB-022' });
  });

  test('what is no workbook says so; old ones are named', async () => {
    expect(await refusal(tinyXlsx({ a: [[1]] }).subarray(0, 300))).toMatchObject({ code: 'E-TAB-021' });
    expect(await refusal(zipSync({ 'a.txt': strToU8('hello') }))).toMatchObject({ code: 'E-TAB-021' });
    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8('<not closed') }))).toMatchObject({
      code: 'E-TAB-021',
    });
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1);
    expect(looksLikeXls(Buffer.from(old).toString('latin1'))).toBe(true);
    expect(await refusal(old)).toMatchObject({ tag: 'Unsupported', code: 'E-TAB-024' });
  });
});
