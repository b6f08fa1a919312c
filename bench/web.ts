import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { browserPath, launch } from '../test/browser/browser.ts';
import { serve } from '../test/browser/served.ts';
import { makeProject } from './made-project.ts';
import type { BenchRow } from './row.ts';
import { benchMoving } from './web-moving.ts';
import { benchFirstOpening, benchLargeOpening } from './web-opening.ts';
import { benchSteps } from './web-steps.ts';

const UNITS = 50_000;
/** Enough for a table; the layer is what is measured. */
const LAYER_UNITS = 200;
const LAYER_YEARS = 10;
const ROOT = join(import.meta.dirname, '..');

/** What is measured, by name: on which project, and how. */
const PARTS: Readonly<
  Record<string, readonly [string, (browser: Browser, url: string) => Promise<BenchRow[]>]>
> = {
  first: ['aftermine-demo', benchFirstOpening],
  steps: ['layers', benchSteps],
  large: ['made', benchLargeOpening],
  moving: ['made', benchMoving],
};

/**
 * The pages in a browser without a window, against `aftermine serve` in a process of its own: opening, steps of the slider, tables
 * and maps of 50,000 units, these beside bare pages that hold the same. `--workspace=DIR` takes the projects `aftermine-demo`,
 * `layers` and `made` from there where they are; `--part=NAME` measures one part.
 */
export async function benchWeb(): Promise<BenchRow[]> {
  if (browserPath === undefined)
    return [
      { name: 'pages', measured: Number.NaN, target: 0, unit: '', passed: null, detail: 'no Chromium here' },
    ];
  if (!existsSync(join(ROOT, 'packages/web/dist/index.html')))
    await build({ configFile: join(ROOT, 'packages/web/vite.config.ts'), logLevel: 'warn' });
  const option = (name: string): string | undefined =>
    process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const part = option('part');
  const scratch = mkdtempSync(join(tmpdir(), 'aftermine-bench-'));
  const browser = await launch();
  try {
    const rows: BenchRow[] = [];
    for (const [name, [project, measure]] of Object.entries(PARTS)) {
      if (part !== undefined && part !== name) continue;
      const workspace = await workspaceWith(project, option('workspace'), scratch);
      const served = await serve(workspace);
      const load = loadavg()[0]!;
      try {
        rows.push(...(await measure(browser, served.url)));
      } finally {
        await served.stop();
      }
      console.log(`(${name}: load ${load.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after)`);
    }
    return rows;
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The workspace that holds a project, which is made where nobody has it. */
async function workspaceWith(project: string, given: string | undefined, scratch: string): Promise<string> {
  if (given !== undefined && existsSync(join(given, project))) return given;
  const dir = join(scratch, project);
  if (existsSync(dir)) return scratch;
  if (project === 'made') await makeProject(dir, UNITS);
  else if (project === 'layers') await makeProject(dir, LAYER_UNITS, LAYER_YEARS);
  else {
    const program = join(ROOT, 'packages/workbench/bin/aftermine.js');
    const { status, stderr } = spawnSync(process.execPath, [program, 'demo', dir, '-q'], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
  return scratch;
}
