import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObservationResult } from '@aftermine/science/observe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from './own-scenes-project.ts';
import { makeSmallProject } from './small-project.ts';

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'aftermine-fit-'));
  await makeSmallProject(dir, { from: 2000, to: 2009 });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('with the fit frozen, new years are measured on its scale and move nothing that was told before', async () => {
  const observe = async (...set: string[]): Promise<ObservationResult> => {
    const { code, json } = await command([
      'observe',
      '-C',
      dir,
      '--json',
      ...set.flatMap((one) => ['--set', one]),
    ]);
    expect(code).toBe(0);
    return json.data as ObservationResult;
  };
  const short = ['observe.years.from=2000', 'observe.years.to=2006'];
  const before = await observe(...short);
  const frozen = await observe('observe.rsei.fitTo=2006');
  const moved = await observe();
  const until = (result: ObservationResult, year: number) =>
    Object.fromEntries(
      Object.entries(result.rsei.units).map(([id, years]) => [id, years.filter((one) => one.year <= year)]),
    );
  expect(frozen.years.at(-1)).toBe(2009);
  expect(frozen.fit.loadings).toEqual(before.fit.loadings);
  expect(until(frozen, 2006)).toEqual(until(before, 2006));
  expect(Object.values(frozen.rsei.units)[0]!.at(-1)!.year).toBe(2009);
  // Without freezing, three more years move the scale under the years before.
  expect(until(moved, 2006)).not.toEqual(until(before, 2006));
}, 120_000);
