import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planWorkbook } from '../../packages/workbench/src/adapters/plan-workbook/plan-workbook.ts';
import {
  readBook,
  withoutCached,
} from '../../packages/workbench/src/adapters/plan-workbook/read-book.fixture.ts';
import { examplePlan } from '../../packages/workbench/src/adapters/plan-workbook/workbook-plan.fixture.ts';

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const describeWithOffice = hasLibreOffice()
  ? describe
  : (title: string, body: () => void) =>
      describe.skip(`${title} (skipped: LibreOffice is not installed)`, body);

/** Every sheet as CSV: fields as they are calculated, not as they are shown. */
const AS_CALCULATED = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbook-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Cells of each sheet by row and column, as LibreOffice calculates them from formulas alone. */
function calculated(name: string, bytes: Uint8Array): Map<string, string[][]> {
  writeFileSync(join(folder, `${name}.xlsx`), zipSync(withoutCached(bytes)));
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      AS_CALCULATED,
      '--outdir',
      folder,
      join(folder, `${name}.xlsx`),
    ],
    { stdio: 'ignore', timeout: 150_000 },
  );
  const found = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'));
  return new Map(
    found.map((file) => [
      file.slice(name.length + 1, -4),
      parse(readFileSync(join(folder, file)), { relax_column_count: true, bom: true }) as string[][],
    ]),
  );
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;

describeWithOffice('LibreOffice and the workbook of quantities and budget', () => {
  test.each(['en', 'zh'] as const)(
    'calculates from formulas alone what stands beside them (%s)',
    { timeout: 180_000 },
    (language) => {
      const plan = examplePlan(['图斑-1', 'U2', '=1+1', '007', '7', 'P*', '>0']);
      const years = plan.finance.years.map((one, i) =>
        i < 4 ? one : { ...one, revenue: 9_000_000 + 1000 * i },
      );
      // Operation that is in no bill, so that its column is there, and an income that gives a rate of return.
      const finance = {
        ...plan.finance,
        years: years.map((one) => ({ ...one, upkeep: one.upkeep + 1234.5 })),
      };
      const bytes = planWorkbook(
        { projectName: '矿', version: '0.1.0', result: { ...plan, finance } },
        language,
      );
      const book = readBook(bytes);
      const theirs = calculated(language, bytes);
      expect([...theirs.keys()].sort()).toEqual([...book.keys()].sort());
      let compared = 0;
      const apart: string[] = [];
      for (const [sheet, cells] of book)
        for (const [place, { formula, value }] of cells) {
          if (formula === null) continue;
          const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(place)!;
          const got = theirs.get(sheet)?.[Number(row) - 1]?.[columnOf(letters!)];
          const number = got?.endsWith('%') ? Number(got.slice(0, -1)) / 100 : Number(got);
          const close = got?.endsWith('%') ? 1e-6 : 0.01;
          const same =
            typeof value === 'number' ? got !== '' && Math.abs(number - value) <= close : got === value;
          if (!same) apart.push(`${sheet}!${place} ${formula}: ours ${value}, theirs ${got}`);
          compared += 1;
        }
      expect(apart).toEqual([]);
      expect(compared).toBeGreaterThan(250);
      const rate = [...book.values()]
        .flatMap((cells) => [...cells.values()])
        .find((cell) => cell.formula?.includes('IRR(') === true);
      expect(typeof rate?.value).toBe('number');
    },
  );
});
