import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  controlSettingsSchema,
  type FilterCase,
  filterChecks,
  filterUnits,
  innovationsOf,
  seasonWeather,
  sightingsOf,
} from '@aftermine/science/control';
import type { ObservationResult } from '@aftermine/science/observe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeWorkbench } from '../../packages/workbench/src/compose.ts';
import { initProject } from '../../packages/workbench/src/steps/init-project.ts';
import { observeSite } from '../../packages/workbench/src/steps/observe-site.ts';
import { openProject } from '../../packages/workbench/src/steps/open-project.ts';
import { describeWithData, golden } from '../golden.ts';

const folder = golden('recovery');
/** The year after the fire, and the last composite. */
const [FROM, TO] = [2006, 2023];

describeWithData(
  'the filter on 24 real annual composites: five burnt polygons coming back, 2006 to 2023',
  folder,
  () => {
    const { filter } = controlSettingsSchema.parse({});
    let dir: string;
    let observation: ObservationResult;
    let cases: readonly FilterCase[];

    beforeAll(async () => {
      const workbench = composeWorkbench();
      dir = mkdtempSync(join(tmpdir(), 'aftermine-seasons-'));
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
      const outcome = await observeSite(workbench, openProject(workbench, dir), {
        width: 1,
        signal: new AbortController().signal,
        progress: { report: () => {} },
        force: false,
        keepGoing: true,
        seed: 1,
      });
      observation = outcome.result;
      const years = observation.years.filter((year) => year >= FROM);
      cases = Object.keys(observation.trajectories.units).map((unit) =>
        wild(unit, sightingsOf(observation, unit, years, filter)),
      );
    }, 120_000);
    afterAll(() => rmSync(dir, { recursive: true, force: true }));

    test('every polygon is seen in most years, with an error between 0.02 and 0.1 of the reference', () => {
      expect(cases.length).toBe(5);
      for (const { sightings } of cases) {
        const seen = sightings.flatMap((one) => (one.closeness === null ? [] : [Math.sqrt(one.variance)]));
        expect(seen.length).toBeGreaterThan(14);
        for (const sd of seen) {
          expect(sd).toBeGreaterThan(0.02);
          expect(sd).toBeLessThan(0.1);
        }
      }
    });

    test('the 80 % band covers 68 to 88 % of 83 sightings, and innovations do not remember', () => {
      const { seasons, coverage80, whitenessP } = filterChecks(innovationsOf(filterUnits(cases, TO, filter)));
      expect(seasons).toBeGreaterThan(75);
      // Two standard errors of a share of 0.8 of 83 are 0.09.
      expect(coverage80).toBeGreaterThan(0.68);
      expect(coverage80).toBeLessThan(0.88);
      expect(whitenessP).toBeGreaterThan(0.05);
    });

    test('noise that lasts is smaller than the error of a look: twice the noise from season to season leaves innovations that answer each other', () => {
      const lag = (seasonNoise: number): number =>
        filterChecks(innovationsOf(filterUnits(cases, TO, { ...filter, seasonNoise }))).lag1 as number;
      expect(lag(0.03)).toBeLessThan(lag(0.015) - 0.03);
      expect(Math.abs(lag(0.015))).toBeLessThan(0.12);
    });

    test('the reference areas tell a season from five years on', () => {
      expect(seasonWeather(observation, 2003).kind).toBe('unknown');
      expect(seasonWeather(observation, 2012).departure).not.toBeNull();
    });
  },
);

/** Land without works that comes back to the reference at 0.12 a year: what nobody planned, and nothing is known of. */
function wild(unit: string, sightings: FilterCase['sightings']): FilterCase {
  const first = sightings.find(({ closeness }) => closeness !== null)!;
  const now = first.closeness!;
  return {
    promise: {
      unit,
      areaHa: 1,
      zone: 'burnt',
      package: null,
      measure: null,
      startYear: null,
      readyAt: null,
      from: first.year,
      now,
      before: { asymptote: Math.max(now, 1), rate: 0.12 },
      after: null,
      survival: 1,
      spread: { rate: 0.4, asymptote: 0.15 },
      acceptanceYear: null,
    },
    sightings,
  };
}
