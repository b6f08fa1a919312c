import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUnknown } from '@aftermine/science/base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeWorkbench } from '../../packages/workbench/src/compose.ts';
import { initProject } from '../../packages/workbench/src/steps/init-project.ts';
import { type ObserveOutcome, observeSite } from '../../packages/workbench/src/steps/observe-site.ts';
import { openProject } from '../../packages/workbench/src/steps/open-project.ts';
import { describeWithData, golden } from '../golden.ts';

const folder = golden('recovery');

describeWithData(
  'observe on 24 real annual composites around a wildfire, without a heat band',
  folder,
  () => {
    let dir: string;
    let outcome: ObserveOutcome;

    beforeAll(async () => {
      const workbench = composeWorkbench();
      dir = mkdtempSync(join(tmpdir(), 'aftermine-recovery-'));
      await initProject(workbench, {
        dir,
        boundary: join(folder, 'wildfire_516.gpkg'),
        units: join(folder, 'test_multiple_polygons.gpkg'),
        reference: join(folder, 'test_reference.gpkg'),
        language: 'en',
        overwrite: true,
      });
      const settings = join(dir, 'aftermine.yaml');
      const own = `  scenes: []\n  own: [{files: "${join(folder, 'landsat/{year}.tif')}", bands: {blue: 1, green: 2, red: 3, nir: 4, swir1: 5, swir2: 6}, nodata: 0}]`;
      writeFileSync(settings, readFileSync(settings, 'utf8').replace('  scenes: [inputs/scenes]', own));
      outcome = await observeSite(workbench, openProject(workbench, dir), {
        width: 1,
        signal: new AbortController().signal,
        progress: { report: () => {} },
        force: false,
        keepGoing: true,
        seed: 1,
      });
    }, 120_000);
    afterAll(() => rmSync(dir, { recursive: true, force: true }));

    test('the three-component index is labelled as not comparable with RSEI', () => {
      expect(outcome.result.years).toEqual(Array.from({ length: 24 }, (_, i) => 2000 + i));
      expect(outcome.result.fit).toMatchObject({
        kind: 'rsei-3',
        comparableWithRsei: false,
        gate: 'pass',
        components: ['ndvi', 'wetness', 'ndbsi'],
      });
    });

    test('the loss of 2004-2007 is found in the burnt area', () => {
      const losses = outcome.result.trajectories.boundary.disturbances;
      const greatest = [...losses].sort((a, b) => a.magnitude - b.magnitude)[0]!;
      expect(greatest.startYear + 1).toBeGreaterThanOrEqual(2004);
      expect(greatest.endYear).toBeLessThanOrEqual(2007);
      expect(greatest.magnitude).toBeLessThan(-0.1);
      const before = outcome.result.rsei.boundary.find(({ year }) => year === 2003)!.median!;
      const after = outcome.result.rsei.boundary.find(({ year }) => year === 2006)!.median!;
      expect(after).toBeLessThan(before - 0.3);
    });

    test('recovery is told for every polygon against the reference polygons, or why not', () => {
      const units = Object.values(outcome.result.trajectories.units);
      expect(units.length).toBe(5);
      for (const { recovery } of units) {
        if (isUnknown(recovery)) throw new Error(recovery.reason);
        expect(recovery.targetMethod).toBe('reference');
        expect(recovery.metrics.map(({ metric }) => metric)).toEqual(['dNBR', 'YrYr', 'R80P', 'Y2R', 'RRI']);
        for (const metric of recovery.metrics)
          expect('kind' in metric ? metric.reason : Number.isFinite(metric.value)).toBeTruthy();
      }
    });

    test('the cloudy years 2001 and 2011 are reported as such, and no other', () => {
      const poor = outcome.result.yearSummaries.filter(({ quality }) => quality !== 'good');
      expect(poor.map(({ year }) => year)).toEqual([2001, 2011]);
      for (const year of poor) expect(year.seenShare).toBeLessThan(0.75);
    });
  },
);
