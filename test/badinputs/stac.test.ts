import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hasText, say } from '@aftermine/science/base';
import { readStacItem, type SceneProblem } from '@aftermine/science/observe';
import { expect, test } from 'vitest';
import { FakeRasters } from '../../packages/workbench/src/adapters/scenes/deliveries.fixture.ts';
import { FolderScenes } from '../../packages/workbench/src/adapters/scenes/folder-scenes.ts';
import { badInput, describeWithData } from '../golden.ts';

const collection = badInput('stac-validator');
const generated = badInput('generated');

function jsonFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return jsonFiles(path);
    return /\.(geo)?json$/.test(name) ? [path] : [];
  });
}

/** Every problem has words in both languages, with every gap in them filled. */
function expectSayable(problems: readonly SceneProblem[]): void {
  for (const problem of problems) {
    expect(hasText(problem.key), problem.key).toBe(true);
    for (const language of ['en', 'zh'] as const) {
      expect(say(language, problem.key, { ...problem.params, where: problem.where })).not.toMatch(
        /\{\w+\}|undefined|NaN/,
      );
    }
  }
}

describeWithData('STAC documents good and bad, of several versions', collection, () => {
  const files = jsonFiles(collection);

  test.each(files.map((path) => relative(collection, path)))(
    '%s: scenes or problems, soon, and nothing fetched',
    { timeout: 10_000 },
    async (name) => {
      const rasters = new FakeRasters();
      const found = await new FolderScenes(rasters).find([join(collection, name)], {
        projectDir: collection,
      });
      // None of these documents has its images beside it, so there must be something to say about every item.
      expect(found.scenes).toEqual([]);
      expect(rasters.opened).toEqual([]);
      expectSayable(found.problems);
    },
  );

  test('the whole tree at once is read within bounds, each document once', { timeout: 20_000 }, async () => {
    const found = await new FolderScenes(new FakeRasters()).find([collection], { projectDir: collection });
    expect(found.scenes).toEqual([]);
    expect(found.problems.length).toBeGreaterThan(20);
    expect(found.problems.length).toBeLessThan(10 * files.length);
    expectSayable(found.problems);
  });

  test('a valid item (control) gives its four bands from the data, not from the picture', () => {
    const path = join(collection, 'tests/test_data/v110/extended-item.json');
    const { draft } = readStacItem(JSON.parse(readFileSync(path, 'utf8')), path);
    expect(draft!.datetime).toBe('2020-12-14T18:02:31.437Z');
    expect(
      Object.entries(draft!.bands).map(([name, source]) => [
        name,
        source.index,
        /analytic/.test(source.href),
      ]),
    ).toEqual([
      ['blue', 0, true],
      ['green', 1, true],
      ['red', 2, true],
      ['nir', 3, true],
    ]);
  });
});

describeWithData('STAC documents made to do harm', generated, () => {
  const hostile = readdirSync(generated).filter((name) => /^stac-.*json$/.test(name));

  test.each(hostile)('%s ends, and leads nowhere', { timeout: 10_000 }, async (name) => {
    const rasters = new FakeRasters();
    const found = await new FolderScenes(rasters).find([join(generated, name)], { projectDir: generated });
    expect([found.scenes, rasters.opened]).toEqual([[], []]);
    expectSayable(found.problems);
  });
});
