import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetXml, tinyXlsx } from '../../packages/workbench/src/adapters/tables/tiny-xlsx.fixture.ts';
import { badInput, describeWithData } from '../golden.ts';

interface Outcome {
  readonly path: string;
  readonly polygons: string;
  readonly samples: string;
  readonly elapsedMs: number;
}

const READER = join(import.meta.dirname, 'read-tables.ts');
const MAX_MS = 10_000;

/** Reads files in a process of their own with half a gigabyte of heap; the process must end by itself. */
async function read(paths: readonly string[]): Promise<Map<string, Outcome>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=512', READER, ...paths],
    { timeout: MAX_MS * paths.length, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
  );
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  return new Map(outcomes.map((outcome) => [basename(outcome.path), outcome]));
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const workbook = (sheet: string): Uint8Array =>
  zipSync({ ...unzipSync(tinyXlsx({ a: [[1]] })), 'xl/worksheets/sheet1.xml': strToU8(sheet) });

describe('tables and drawings made to hurt', () => {
  test('each ends in a typed error or in a result, within ten seconds and half a gigabyte', async () => {
    const dxf = (body: string): string => `0\nSECTION\n2\nENTITIES\n${body}`;
    const paths = [
      write(
        'corner.xlsx',
        workbook(
          '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
        ),
      ),
      write(
        'spaces.xlsx',
        workbook(`<worksheet><sheetData>${' '.repeat(60_000_000)}</sheetData></worksheet>`),
      ),
      write(
        'runs.xlsx',
        workbook(
          `<worksheet><sheetData>${`<row r="1">${' '.repeat(250_000)}</row>`.repeat(230)}</sheetData></worksheet>`,
        ),
      ),
      write('bomb.xlsx', workbook(' '.repeat(120_000_000))),
      write('deep.xlsx', workbook('<a>'.repeat(500_000))),
      write(
        'entities.xlsx',
        workbook('<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><worksheet><sheetData>&b;</sheetData></worksheet>'),
      ),
      write('commas.csv', ','.repeat(5_000_000)),
      write('quotes.csv', `"${'a,\n'.repeat(3_000_000)}`),
      write('lines.txt', 'J1,1,2\n'.repeat(3_000_000)),
      write('at.txt', '1,2,3,@\n'.repeat(500_000)),
      write('spaced.txt', `${' '.repeat(3_000_000)}=${' '.repeat(3_000_000)}\n[地块坐标]\n`),
      write('wkt.csv', `wkt\n"POLYGON${'('.repeat(5_000_000)}"`),
      write('numbers.csv', `wkt\n"POLYGON((${'1 '.repeat(3_000_000)}"`),
      write('polyline.dxf', dxf('0\nPOLYLINE\n8\na\n70\n1\n0\nLINE\n8\na\n0\nENDSEC\n0\nEOF\n')),
      write('polylines.dxf', dxf('0\nPOLYLINE\n'.repeat(1_000_000))),
      write(
        'bulges.dxf',
        dxf(
          `0\nLWPOLYLINE\n70\n1\n${'10\n1\n20\n1\n42\n1e300\n10\n9e9\n20\n5\n42\n7\n'.repeat(200_000)}0\nEOF\n`,
        ),
      ),
    ];
    const outcomes = await read(paths);
    expect(outcomes.size).toBe(paths.length);
    for (const { path, polygons, samples, elapsedMs } of outcomes.values()) {
      expect(`${polygons} ${samples}`, path).toMatch(/^(E-(TAB|VEC)-\d{3}|read|not read) E-(TAB|VEC)-\d{3}$/);
      expect(elapsedMs, path).toBeLessThan(MAX_MS);
    }
    expect(outcomes.get('corner.xlsx')?.polygons).toBe('E-TAB-023');
    expect(outcomes.get('bomb.xlsx')?.polygons).toBe('E-TAB-022');
    expect(outcomes.get('wkt.csv')?.polygons).toBe('E-TAB-009');
    expect(outcomes.get('polyline.dxf')?.polygons).toBe('E-VEC-006');
  }, 200_000);

  test('a workbook of a hundred thousand samples is read within ten seconds and half a gigabyte', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [`S${i}`, `T${i % 50}`, 7 + (i % 10) / 10, 0.3]);
    const path = write('large.xlsx', workbook(sheetXml([['编号', '图斑', 'pH', 'Cd(mg/kg)'], ...rows])));
    const outcome = (await read([path])).get('large.xlsx');
    expect(outcome?.samples).toBe('read');
    expect(outcome?.elapsedMs).toBeLessThan(MAX_MS);
  }, 60_000);
});

describeWithData('generated archives', badInput('generated/truncated.zip'), () => {
  test('given as workbooks they end in typed errors', async () => {
    const names = readdirSync(badInput('generated')).filter((name) => name.endsWith('.zip'));
    const outcomes = await read(names.map((name) => badInput(`generated/${name}`)));
    expect(outcomes.size).toBe(names.length);
    for (const { path, samples, elapsedMs } of outcomes.values()) {
      expect(samples, path).toMatch(/^E-(TAB|VEC)-\d{3}$/);
      expect(elapsedMs, path).toBeLessThan(MAX_MS);
    }
  }, 60_000);
});
