import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateFieldWork } from '../packages/workbench/src/cli/state-field-work.ts';
import { stateProgramme } from '../packages/workbench/src/cli/state-programme.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { checkCauses } from '../packages/workbench/src/demo/check-causes.ts';
import { checkPlan } from '../packages/workbench/src/demo/check-plan.ts';
import { makeDemoMine } from '../packages/workbench/src/demo/make-demo-mine.ts';
import { selfCheck, trendSlopes } from '../packages/workbench/src/demo/self-check.ts';
import { diagnoseSite } from '../packages/workbench/src/steps/diagnose-site.ts';
import { initProject } from '../packages/workbench/src/steps/init-project.ts';
import { type ObserveOutcome, observeSite } from '../packages/workbench/src/steps/observe-site.ts';
import { openProject, type Project } from '../packages/workbench/src/steps/open-project.ts';
import { planSite } from '../packages/workbench/src/steps/plan-site.ts';
import { reportObservation } from '../packages/workbench/src/steps/report-observation.ts';
import { reportPlan } from '../packages/workbench/src/steps/report-plan.ts';
import { reportPlanWorkbook } from '../packages/workbench/src/steps/report-plan-workbook.ts';
import { solveProjectFront } from '../packages/workbench/src/steps/solve-project-front.ts';
import { writeRaster } from '../packages/workbench/src/steps/write-raster.ts';

const workbench = composeWorkbench();
const { files, paths, rasters } = workbench;
let dir: string;
let project: Project;
let mine: Awaited<ReturnType<typeof makeDemoMine>>;
let outcome: ObserveOutcome;

const observe = (): Promise<ObserveOutcome> =>
  observeSite(workbench, project, {
    width: 2,
    signal: new AbortController().signal,
    progress: { report: () => {} },
    force: false,
    keepGoing: false,
    seed: 1,
  });

const diagnose = () =>
  diagnoseSite(workbench, project, {
    signal: new AbortController().signal,
    progress: { report: () => {} },
  });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'aftermine-demo-'));
  mine = await makeDemoMine(dir, { files, paths, rasters, size: 96, looksPerYear: 3 });
  await initProject(workbench, {
    dir,
    boundary: mine.boundaryPath,
    units: mine.unitsPath,
    reference: mine.referencePath,
    name: '<b>示范矿</b> & "co"',
    language: 'zh',
    overwrite: false,
  });
  stateFieldWork(workbench, dir, mine);
  stateProgramme(workbench, dir, mine, 'zh');
  project = openProject(workbench, dir);
  outcome = await observe();
}, 180_000);
afterAll(async () => {
  await workbench.solver.close();
  rmSync(dir, { recursive: true, force: true });
});

/** The plan with other settings than those of the file. */
const plan = async (...changes: string[]): Promise<PlanResult> => {
  const { result } = await planSite(workbench, openProject(workbench, dir, changes), {
    progress: { report: () => {} },
    seed: 1,
  });
  return result;
};
/** Without random draws: a study of risk is no part of what is compared. */
const QUICK = 'plan.risk.draws=0';

describe('a demonstration mine, from deliveries to report', () => {
  test('disturbance years and trends are those that were put into the pictures', async () => {
    const layer = outcome.layers.find(({ kind }) => kind === 'disturbance')!;
    const file = await rasters.open(join(dir, layer.path));
    const { width, height, grid, nodata } = file.info;
    const year = Int16Array.from(await file.read(0, { col: 0, row: 0, width, height }));
    await file.close();
    const check = selfCheck(mine.truth, { grid: grid!, nodata, year }, trendSlopes(outcome.result));
    expect(check.disturbed).toBeGreaterThan(500);
    expect(check.withinOneShare).toBeGreaterThanOrEqual(0.95);
    expect(check.trendsRight).toBe(check.trendsExpected);
  });

  test('the ecological index passes its gate with loadings of the right signs', () => {
    const { fit } = outcome.result;
    expect(fit.gate).toBe('pass');
    expect(fit.comparableWithRsei).toBe(true);
    expect(fit.share).toBeGreaterThan(0.6);
    expect(fit.loadings['ndvi']).toBeGreaterThan(0);
    expect(fit.loadings['wetness']).toBeGreaterThan(0);
    expect(fit.loadings['ndbsi']).toBeLessThan(0);
    expect(fit.loadings['lst']).toBeLessThan(0);
    expect(fit.sensitivity?.leaveOneYearOut.length).toBeGreaterThan(30);
  });

  test('the year without a clear look is unknown, with the reason, and never a number', () => {
    const unseen = outcome.result.yearSummaries.filter(({ quality }) => quality === 'none');
    expect(unseen.map(({ year }) => year)).toEqual([
      ...mine.truth.years.filter(({ note }) => note === 'no-clear-look').map(({ year }) => year),
    ]);
    const zone = outcome.result.rsei.boundary.find(({ year }) => year === unseen[0]!.year)!;
    expect(zone).toMatchObject({
      mean: null,
      median: null,
      unknown: { kind: 'unknown', reason: 'no-clear-look' },
    });
  });

  test('a second run does nothing and changes nothing', async () => {
    const again = await observe();
    expect(again.tasksRun).toBe(0);
    expect(again.result).toEqual(outcome.result);
  });

  test('a changed setting redoes only what depends on it', async () => {
    const other = openProject(workbench, dir, ['observe.segment.preset=landtrendr']);
    const changed = await observeSite(workbench, other, {
      width: 1,
      signal: new AbortController().signal,
      progress: { report: () => {} },
      force: false,
      keepGoing: false,
      seed: 1,
    });
    const composites = outcome.result.years.length;
    expect(changed.tasksRun).toBeGreaterThan(0);
    expect(changed.tasksKept).toBeGreaterThanOrEqual(composites);
    await observe();
  });

  test('the diagnosis names every planted cause for its unit, and finds nothing on the reference areas', async () => {
    const { result } = await diagnose();
    const { planted, invented } = checkCauses(mine.truth, result);
    expect(planted.map(({ factor }) => factor).sort()).toEqual([
      'contamination',
      'planting',
      'slope',
      'soil-depth',
      'water',
    ]);
    expect(planted.filter(({ found }) => !found)).toEqual([]);
    expect(invented).toEqual([]);
    const critical = result.findings.filter(({ severity }) => severity === 'critical');
    expect(critical.map(({ id }) => id)).toEqual(['U06:contaminated:Cd']);
    expect((await diagnose()).result).toEqual(result);
  });

  test('land nobody sampled is not judged by the samples of its neighbours', async () => {
    const { result } = await diagnose();
    const unsampled = result.units.find(({ id }) => id === 'U08')!;
    expect(unsampled.pollutants.map(({ verdict }) => verdict)).toEqual(Array(8).fill('insufficient'));
    expect(unsampled.indicators['soil-depth']).toMatchObject({ kind: 'unknown' });
  });

  test('a terrain model that cannot be used is refused by its code', async () => {
    const wrong = (...changes: string[]) =>
      diagnoseSite(workbench, openProject(workbench, dir, changes), {
        signal: new AbortController().signal,
        progress: { report: () => {} },
      });
    await expect(wrong('diagnose.dem=inputs/none.tif')).rejects.toMatchObject({ code: 'E-PRJ-002' });
    await expect(wrong('diagnose.dem=inputs/samples.csv')).rejects.toMatchObject({ tag: 'InvalidInput' });
    const away = join(dir, 'away.tif');
    const file = await rasters.open(mine.demPath);
    const { info } = file;
    const samples = Float32Array.from(
      await file.read(0, { col: 0, row: 0, width: info.width, height: info.height }),
    );
    await file.close();
    const grid = info.grid!;
    const spec = {
      grid,
      type: 'float32',
      nodata: null,
      bands: [{ name: 'height' }],
      overviews: 'average',
    } as const;
    await writeRaster(rasters, away, { ...spec, grid: { ...grid, originX: grid.originX + 90_000 } }, [
      samples,
    ]);
    await expect(wrong('diagnose.dem=away.tif')).rejects.toMatchObject({ code: 'E-DIA-302' });
    samples.fill(-32768, 0, Math.floor(samples.length / 2));
    await writeRaster(rasters, away, spec, [samples]);
    await expect(wrong('diagnose.dem=away.tif')).rejects.toMatchObject({ code: 'E-DIA-303', got: -32768 });
    await writeRaster(rasters, away, { ...spec, nodata: -32768 }, [samples]);
    const { result } = await wrong('diagnose.dem=away.tif');
    expect(result.units.some((unit) => unit.indicators['slope-p90'].kind === 'unknown')).toBe(true);
    await diagnose();
  });

  describe('the plan of the demonstration mine', () => {
    test('is proven best; every choice passes its gates, every limit holds, and the poisoned unit is dealt with', async () => {
      await diagnose();
      const result = await plan();
      expect(result).toMatchObject({ status: 'optimal', gap: 0 });
      expect(checkPlan(result)).toMatchObject({ passes: true, problems: [] });
      const chosen = result.units.filter(({ choice }) => choice !== null);
      expect(chosen.length).toBeGreaterThan(3);
      const poisoned = result.units.find(({ id }) => id === 'U06')!;
      expect(poisoned.mandatory).toBe(true);
      expect(poisoned.choice).not.toBeNull();
      // Nobody plants what is grazed or eaten on soil above the intervention value without a cap.
      expect(['grassland', 'dry-farmland', 'irrigated-farmland', 'orchard']).not.toContain(
        poisoned.choice!.endUse,
      );
      for (const unit of result.units.filter(({ choice }) => choice === null))
        expect(unit.notChosen).toMatch(/^[a-z-]+$/);
    });

    test('same seed, same plan, byte for byte; also from the store', async () => {
      const first = canonicalJson(await plan());
      expect(canonicalJson(await plan())).toBe(first);
      const store = await workbench.openStore(dir);
      const kept = await store.plan();
      await store.close();
      expect(canonicalJson(kept)).toBe(first);
    });

    test('more money buys a plan at least as good, none buys only what costs no public money', async () => {
      const [none, some, much] = [
        await plan(QUICK, 'plan.mandatoryHazards=false', 'plan.funds=[]', 'plan.budget=0'),
        await plan(QUICK, 'plan.mandatoryHazards=false', 'plan.funds=[]', 'plan.budget=500000'),
        await plan(QUICK, 'plan.mandatoryHazards=false', 'plan.funds=[]', 'plan.budget=5000000'),
      ];
      expect(none.totals.publicCost).toBe(0);
      expect(some.objective!).toBeGreaterThan(none.objective!);
      expect(much.objective!).toBeGreaterThan(some.objective!);
      expect(much.totals.publicCost).toBeGreaterThan(some.totals.publicCost);
    });

    test('a weight raised never lowers its objective', async () => {
      // Scales stay what they are: they do not depend on weights.
      for (const [id, low, high] of [
        [
          'ecology',
          '{ecology: 0.02, carbon: 0.1, livelihood: 0.2, npv: 0.2}',
          '{ecology: 2, carbon: 0.1, livelihood: 0.2, npv: 0.2}',
        ],
        [
          'npv',
          '{ecology: 0.5, carbon: 0.1, livelihood: 0.2, npv: 0}',
          '{ecology: 0.5, carbon: 0.1, livelihood: 0.2, npv: 3}',
        ],
      ] as const) {
        const before = await plan(QUICK, `plan.weights=${low}`);
        const after = await plan(QUICK, `plan.weights=${high}`);
        expect(after.scales).toEqual(before.scales);
        expect(after.totals.objectives[id]).toBeGreaterThanOrEqual(before.totals.objectives[id]);
        expect(canonicalJson(after.units.map(({ choice }) => choice?.id))).not.toBe(
          canonicalJson(before.units.map(({ choice }) => choice?.id)),
        );
      }
    });

    test('a gate without its evidence closes what it guards: no register of basic farmland, no other use', async () => {
      const open = await plan(QUICK, 'plan.mandatoryHazards=false');
      const closed = await plan(QUICK, 'plan.mandatoryHazards=false', 'plan.basicFarmland=unknown');
      expect(closed.objective!).toBeLessThan(open.objective!);
      for (const { choice } of closed.units) if (choice !== null) expect(choice.endUse).toMatch(/farmland/);
      const guarded = closed.units.find(({ id }) => id === 'U04')!;
      expect(guarded.barred.length).toBeGreaterThan(0);
      expect(
        guarded.barred.every(({ gates }) =>
          gates.some(({ state }) => state === 'insufficient' || state === 'fail'),
        ),
      ).toBe(true);
    });

    test('demands that contradict the money are named, with the least that helps', async () => {
      const result = await plan(QUICK, 'plan.funds=[]', 'plan.budget=1000', 'plan.mandatory=[U04]');
      expect(result.status).toBe('infeasible');
      const named = result.infeasible!.conflict!.map(({ id }) => id);
      expect(named).toContain('U04');
      expect(named.some((id) => id.startsWith('budget'))).toBe(true);
      expect(result.infeasible!.relax.length).toBeGreaterThan(0);
    });

    test.each([
      ['E-PLN-305', 'plan.mandatory=[U99]'],
      ['E-PLN-306', 'plan.endUses=[moon-base]'],
      ['E-PLN-307', 'plan.budget={2050: 1}'],
      ['E-PLN-308', 'plan.locks=[{unit: U04, mode: treat}, {unit: U04, mode: leave}]'],
      ['E-PLN-309', 'plan.judgements=[[1, 2], [0.5, 1]]'],
      ['E-SET-002', 'plan.budget=-5'],
      ['E-SET-002', 'plan.weights={ecology: -1}'],
    ])('%s for %s', async (code, change) => {
      await expect(plan(QUICK, change)).rejects.toMatchObject({ code });
    });

    test('its front has no dominated plan on it, and report and workbook are the same twice', async () => {
      const { result } = await solveProjectFront(workbench, project, {
        progress: { report: () => {} },
        seed: 1,
      });
      const front = result.front!;
      const onIt = front.plans.filter(({ dominatedBy }) => dominatedBy === null);
      expect(onIt.length).toBeGreaterThan(2);
      expect(onIt.map(({ id }) => id)).toContain(front.balanced);
      for (const language of ['zh', 'en'] as const) {
        const { path } = await reportPlan(workbench, project, { language, overwrite: true });
        const html = readFileSync(path, 'utf8');
        expect(html).toContain('&lt;b&gt;示范矿&lt;/b&gt;');
        expect(html).toContain(language === 'zh' ? '土地权属' : 'Land rights');
        expect(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')).not.toMatch(/\b(NaN|undefined)\b/);
        const again = await reportPlan(workbench, project, { language, overwrite: true });
        expect(readFileSync(again.path, 'utf8')).toBe(html);
        const first = await reportPlanWorkbook(workbench, project, { language, overwrite: true });
        const second = await reportPlanWorkbook(workbench, project, { language, overwrite: true });
        expect(second.sha256).toBe(first.sha256);
      }
    }, 120_000);
  });

  test.each(['zh', 'en'] as const)(
    'the %s report is one file that asks nothing of the network and hides no failure',
    async (language) => {
      const { path } = await reportObservation(workbench, project, { language, overwrite: true });
      const html = readFileSync(path, 'utf8');
      const shown = html
        .replace(/<script[\s\S]*?<\/script>/g, '')
        .replace(/<style[\s\S]*?<\/style>/g, '')
        .replace(/src="data:[^"]*"/g, '');
      expect(shown.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
      expect(shown).not.toMatch(/\b(NaN|Infinity|undefined|null)\b/);
      expect(html).not.toContain('<b>示范矿</b>');
      expect(html).toContain('&lt;b&gt;示范矿&lt;/b&gt; &amp; &quot;co&quot;');
      expect(html).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
      for (const id of Object.keys(outcome.result.trajectories.units))
        expect(shown).toContain(`value="u:${id}"`);
      const first = html;
      await reportObservation(workbench, project, { language, overwrite: true });
      expect(readFileSync(path, 'utf8')).toBe(first);
    },
  );
});

const hasGdal = spawnSync('gdalinfo', ['--version']).status === 0;
const python = '/usr/bin/python3';
const hasCheck =
  hasGdal &&
  existsSync(python) &&
  spawnSync(python, ['-c', 'import osgeo_utils.samples.validate_cloud_optimized_geotiff']).status === 0;

describe.skipIf(!hasGdal)('GDAL reads what was written (skipped where GDAL is not installed)', () => {
  test.skipIf(!hasCheck)(
    'every layer is a valid Cloud-Optimised GeoTIFF',
    () => {
      const script = `
import sys
from osgeo_utils.samples.validate_cloud_optimized_geotiff import validate
for path in sys.argv[1:]:
    warnings, errors, _ = validate(path, full_check=True)
    if warnings or errors: print(path, warnings, errors)
`;
      const said = execFileSync(
        python,
        ['-c', script, ...outcome.layers.map(({ path }) => join(dir, path))],
        { encoding: 'utf8' },
      );
      expect(said).toBe('');
      expect(outcome.layers.length).toBeGreaterThan(100);
    },
    300_000,
  );

  test('layers lie in the CRS of the deliveries, with band names, scale and no data', () => {
    const layer = outcome.layers.find(({ kind, year }) => kind === 'components' && year === 2000)!;
    const info = JSON.parse(
      execFileSync('gdalinfo', ['-json', join(dir, layer.path)], { encoding: 'utf8' }),
    ) as {
      stac?: unknown;
      coordinateSystem: { wkt: string };
      bands: { description: string; scale?: number; noDataValue?: number }[];
    };
    expect(info.coordinateSystem.wkt).toContain('UTM zone 49N');
    expect(info.bands.map(({ description }) => description)).toEqual(['ndvi', 'wetness', 'ndbsi', 'lst']);
    expect(info.bands[0]).toMatchObject({ scale: 1e-4, noDataValue: -32768 });
  });

  test('the project is a GeoPackage with its layers and tables', () => {
    const said = execFileSync('ogrinfo', ['-so', '-al', join(dir, 'project.gpkg')], { encoding: 'utf8' });
    expect(said).toContain('Layer name: units');
    expect(said).toMatch(/Layer name: unit_years[\s\S]*Feature Count: [1-9]/);
  });
});
