import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './row.ts';

const UNITS = 50_000;
const SECONDS = 120;
const MEGABYTES = 1500;
const GAP = 1e-3;
/** Room for making the programme of last season, and for taking the season: the second is told beside what it took. */
const MAKING = ['--max-old-space-size=16000'];
const TAKING = ['--max-old-space-size=1200', '--max-semi-space-size=16'];

/** One season of 50,000 units on one core: what was seen against what was promised, alarms, and the rest planned again. */
export async function benchSeason(): Promise<BenchRow[]> {
  const work = mkdtempSync(join(tmpdir(), 'aftermine-season-bench-'));
  try {
    const run = (room: readonly string[], ...argv: string[]): string =>
      execFileSync(process.execPath, [...room, join(import.meta.dirname, 'season-run.ts'), ...argv], {
        encoding: 'utf8',
      });
    const programme = join(work, 'programme.bin');
    run(MAKING, 'prepare', String(UNITS), programme);
    const { seconds, cpuSeconds, megabytes, alarms, changes, gap, status } = JSON.parse(
      run(TAKING, 'run', programme),
    ) as {
      seconds: number;
      cpuSeconds: number;
      megabytes: number;
      alarms: number;
      changes: number | null;
      gap: number | null;
      status: string | null;
    };
    const isPlanned = status === 'optimal' || status === 'feasible';
    const detail = `${cpuSeconds.toFixed(1)} s of processor, ${seconds.toFixed(1)} s of clock; ${alarms} alarms, ${changes} changes, plan ${status} with gap ${((gap ?? 1) * 100).toFixed(3)} %; no other program does this: no reference`;
    return [
      {
        name: `rest of ${UNITS} units planned again, proven gap`,
        measured: 100 * (gap ?? 1),
        target: 100 * GAP,
        unit: '%',
        passed: isPlanned && (gap ?? 1) <= GAP,
        detail: `plan ${status}`,
      },
      {
        name: `season of ${UNITS} units`,
        measured: cpuSeconds,
        target: SECONDS,
        unit: 's of processor',
        passed: cpuSeconds <= SECONDS,
        detail,
      },
      {
        name: `memory of a season of ${UNITS} units`,
        measured: megabytes,
        target: MEGABYTES,
        unit: 'MB',
        passed: megabytes <= MEGABYTES,
        detail: `peak of the process, the programme of last season read in; node ${TAKING.join(' ')}`,
      },
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
