import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BenchRow } from './row.ts';

/** Units with what their plan may take. */
const SIZES = [
  { units: 5000, seconds: 15, megabytes: 500 },
  { units: 20_000, seconds: 40, megabytes: 800 },
  { units: 50_000, seconds: 90, megabytes: 1200 },
] as const;
const GAP = 1e-3;
/** Longest text that the program can hold as one. */
const TEXT_MEGABYTES = 512;

interface Run {
  readonly objective: number | null;
  readonly gap: number | null;
  readonly treated: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly characters: number;
}

/** Project plans from diagnosed units to the plan with its explanations, each in a process of its own. */
export async function benchPlanUnits(): Promise<BenchRow[]> {
  return SIZES.flatMap(({ units, seconds, megabytes }): BenchRow[] => {
    const run = JSON.parse(
      execFileSync(process.execPath, [join(import.meta.dirname, 'plan-units-run.ts'), String(units)], {
        encoding: 'utf8',
      }),
    ) as Run;
    const of = `${units} units, 5 years`;
    const rows: BenchRow[] = [
      {
        name: `seconds of one core, ${of}`,
        measured: run.cpuSeconds,
        target: seconds,
        unit: 's',
        passed: run.cpuSeconds <= seconds,
        detail: `${run.seconds.toFixed(1)} s by the clock; ${run.treated} units treated`,
      },
      {
        name: `peak memory, ${of}`,
        measured: run.megabytes,
        target: megabytes,
        unit: 'MB',
        passed: run.megabytes <= megabytes,
        detail: 'resident, whole process',
      },
      {
        name: `proven gap, ${of}`,
        measured: 100 * (run.gap ?? 1),
        target: 100 * GAP,
        unit: '%',
        passed: run.gap !== null && run.gap <= GAP,
        detail: `value ${run.objective?.toFixed(6)}`,
      },
    ];
    if (units < 50_000) return rows;
    const text = run.characters / 1e6;
    return [
      ...rows,
      {
        name: `the plan as JSON, ${of}`,
        measured: text,
        target: TEXT_MEGABYTES,
        unit: 'MB',
        passed: text <= TEXT_MEGABYTES,
        detail: `${(run.characters / units / 1000).toFixed(1)} kB a unit`,
      },
    ];
  });
}
