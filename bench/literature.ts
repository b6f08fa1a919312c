import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '@aftermine/science/base';
import type { BenchRow } from './row.ts';

const MEGABYTES = 200;
/** Times the speed of rispy, which splits lines into lists and reads no name, DOI, year or page. */
const TARGET = 1.3;
/** Text of two bytes a character, the bytes of the file, and the references: for each byte of the file. */
const MOST_BYTES_HELD = 6;
const REPEATS = 2;

const PYTHON = `
import json, resource, sys, time
import rispy
best = 1e9
for _ in range(int(sys.argv[2])):
    t = time.perf_counter()
    with open(sys.argv[1], encoding='utf-8-sig') as file:
        records = rispy.load(file)
    best = min(best, time.perf_counter() - t)
print(json.dumps({'seconds': best, 'megabytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
  'records': len(records), 'failed': 0, 'authors': sum(len(r.get('authors', [])) for r in records)}))
`;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly records: number;
  readonly failed: number;
  readonly authors: number;
}

/** 200 MB of made RIS from the bytes of the file to references, beside rispy in Python: speed, memory and what was found. */
export async function benchLiterature(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  try {
    const path = join(folder, 'made.ris');
    const made = writeMade(path);
    const runs = Array.from({ length: REPEATS }, () => ourRun(path));
    const ours = runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));
    if (ours.records !== made.records || ours.authors !== made.authors || ours.failed > 0)
      throw new Error(
        `read ${ours.records} records of ${made.records}, ${ours.authors} authors of ${made.authors}`,
      );
    const own = `ours ${ours.seconds.toFixed(2)} s, ${(MEGABYTES / ours.seconds).toFixed(0)} MB/s, ${ours.records} records`;
    const rispy = rispyRun(path);
    const held = ours.megabytes / MEGABYTES;
    if (rispy !== null && (rispy.records !== made.records || rispy.authors !== made.authors))
      throw new Error(`rispy reads ${rispy.records} records and ${rispy.authors} authors`);
    const row = { name: `${MEGABYTES} MB of RIS`, target: TARGET, unit: 'times rispy' };
    return [
      rispy === null
        ? { ...row, measured: NaN, passed: null, detail: `python3 with rispy is not installed; ${own}` }
        : {
            ...row,
            measured: rispy.seconds / ours.seconds,
            passed: rispy.seconds / ours.seconds >= TARGET,
            detail: `rispy ${rispy.seconds.toFixed(2)} s, ${own}; the same records and authors`,
          },
      {
        name: 'peak memory',
        measured: held,
        target: MOST_BYTES_HELD,
        unit: 'times the file (at most)',
        passed: held <= MOST_BYTES_HELD,
        detail: `${ours.megabytes.toFixed(0)} MB${rispy === null ? '' : `, rispy ${rispy.megabytes.toFixed(0)} MB`}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ourRun(path: string): Run {
  const script = join(import.meta.dirname, 'literature-run.ts');
  return JSON.parse(execFileSync(process.execPath, [script, path], { encoding: 'utf8' })) as Run;
}

/** Null without python3 or rispy. */
function rispyRun(path: string): Run | null {
  try {
    const text = execFileSync('python3', ['-c', PYTHON, path, String(REPEATS)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(text) as Run;
  } catch {
    return null;
  }
}

const WORDS =
  'mine soil spoil tailings restoration vegetation recovery woodland bird species landscape reclamation heavy metal cadmium erosion slope water carbon microbial community plant cover survey plots years after closure were was the of and in to with by from'.split(
    ' ',
  );

/** Records as Scopus and Web of Science write them: six authors, ten keywords, 220 words; one title in fifty is Chinese. */
function writeMade(path: string): { readonly records: number; readonly authors: number } {
  const random = chance(9);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(random.uniform() * WORDS.length)]!).join(' ');
  const file = openSync(path, 'w');
  let written = 0;
  let records = 0;
  let authors = 0;
  while (written < MEGABYTES * 1_000_000) {
    const parts: string[] = [];
    for (let i = 0; i < 1000; i += 1) {
      const named = 1 + Math.floor(random.uniform() * 11);
      authors += named;
      records += 1;
      parts.push(
        `TY  - JOUR\r\nTI  - ${records % 50 === 0 ? '矿山生态修复：' : ''}${words(14)}\r\n`,
        ...Array.from({ length: named }, () => `AU  - ${words(1)}, ${words(1)} J.\r\n`),
        `PY  - ${1970 + Math.floor(random.uniform() * 55)}\r\nT2  - Journal of ${words(3)}\r\nVL  - ${records % 90}\r\n`,
        `IS  - ${records % 12}\r\nSP  - ${records % 999}\r\nEP  - ${(records % 999) + 9}\r\nDO  - 10.1000/made.${records}\r\n`,
        `SN  - 1234-5678\r\nUR  - https://example.org/record?id=${records}\r\nAD  - ${words(20)}\r\n`,
        `AB  - ${words(220)}.\r\n`,
        ...Array.from({ length: 10 }, () => `KW  - ${words(2)}\r\n`),
        `N1  - Export Date: 11 January 2020\r\nM3  - Article\r\nDB  - Scopus\r\nER  - \r\n\r\n`,
      );
    }
    written += writeSync(file, parts.join(''));
  }
  closeSync(file);
  return { records, authors };
}

if (import.meta.main) for (const row of await benchLiterature()) console.log(row);
