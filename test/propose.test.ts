import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { multiPolygonAreaHa } from '@aftermine/science/site';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { observeSite } from '../packages/workbench/src/steps/observe-site.ts';
import { openProject, type Project } from '../packages/workbench/src/steps/open-project.ts';
import { proposeSiteUnits } from '../packages/workbench/src/steps/propose-site-units.ts';
import { makeSmallProject } from './small-project.ts';

const workbench = composeWorkbench();
let dir: string;
let project: Project;
const quiet = { report: () => {} };

beforeAll(async () => {
  dir = await makeSmallProject(mkdtempSync(join(tmpdir(), 'aftermine-propose-')), { from: 1998, to: 2012 });
  project = openProject(workbench, dir);
  await observeSite(workbench, project, {
    width: 1,
    signal: new AbortController().signal,
    progress: quiet,
    force: false,
    keepGoing: false,
    seed: 1,
  });
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('disturbed land that no unit covers is proposed, and nothing is changed by it', async () => {
  const settings = readFileSync(join(dir, 'aftermine.yaml'), 'utf8');
  const { proposals, path } = await proposeSiteUnits(workbench, project, { overwrite: false });
  expect(proposals.length).toBeGreaterThan(0);
  const { set } = await workbench.vectors.read(path);
  expect(set.features.map(({ properties }) => properties['id'])).toEqual(proposals.map(({ id }) => id));
  for (const { areaHa, polygons, years } of proposals) {
    expect(areaHa).toBeGreaterThanOrEqual(1);
    // Pixels of one projected area against polygons on the ellipsoid
    expect(multiPolygonAreaHa(polygons, set.crs!) / areaHa).toBeCloseTo(1, 2);
    expect(years.first).toBeGreaterThanOrEqual(1998);
  }
  expect(readFileSync(join(dir, 'aftermine.yaml'), 'utf8')).toBe(settings);
});

test('accepting adds to the units, keeps their columns, and leaves the user file as it was', async () => {
  const own = readFileSync(join(dir, 'inputs/units.geojson'), 'utf8');
  const before = await site();
  const first = (await proposeSiteUnits(workbench, project, { overwrite: false })).proposals[0]!;
  const { accepted } = await proposeSiteUnits(workbench, project, { overwrite: false, accept: [first.id] });
  expect(accepted).toEqual([first.id]);
  const after = await site();
  expect(after.units.map(({ id }) => id)).toEqual([...before.units.map(({ id }) => id), first.id]);
  expect(after.units[0]).toMatchObject({
    damage: before.units[0]!.damage,
    yearDamaged: before.units[0]!.yearDamaged,
    register: before.units[0]!.register,
  });
  expect(after.units.at(-1)).toMatchObject({ damage: 'other', yearDamaged: first.years.median });
  expect(readFileSync(join(dir, 'inputs/units.geojson'), 'utf8')).toBe(own);
  // What is a unit now is not proposed again.
  const again = await proposeSiteUnits(workbench, openProject(workbench, dir), { overwrite: false });
  expect(again.proposals.every(({ areaHa }) => areaHa <= first.areaHa)).toBe(true);
});

test('an id that was not proposed is refused', async () => {
  await expect(
    proposeSiteUnits(workbench, project, { overwrite: false, accept: ['P999'] }),
  ).rejects.toMatchObject({ code: 'E-OBS-401', got: 'P999' });
});

async function site() {
  const store = await workbench.openStore(dir);
  try {
    return (await store.site())!;
  } finally {
    await store.close();
  }
}
