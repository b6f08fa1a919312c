import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { suggestThemes } from './suggest-themes.ts';

const study = (id: string, ...codes: string[]) => ({ study: id, codes });

test('two groups of codes that stand together, by hand', () => {
  const themes = suggestThemes([
    study('1', 'soil', 'lime'),
    study('2', 'soil', 'lime'),
    study('3', 'soil', 'lime', 'park'),
    study('4', 'park', 'tourism'),
    study('5', 'park', 'tourism'),
    study('6', 'law'),
  ]);
  // soil-lime: 9 / (3 3) = 1; park-tourism: 4 / (3 2) = 0.667; park-soil stand together once only
  expect(themes).toEqual([
    { standing: 'suggested', codes: ['lime', 'soil'], strength: 1, studies: ['1', '2', '3'] },
    { standing: 'suggested', codes: ['park', 'tourism'], strength: 2 / 3, studies: ['4', '5'] },
  ]);
});

test('nothing that stands together once is a theme', () => {
  expect(suggestThemes([study('1', 'a', 'b', 'c')])).toEqual([]);
  expect(suggestThemes([])).toEqual([]);
});

test('the order of studies does not matter, and no code is in two themes', () => {
  for (let round = 0; round < 20; round += 1) {
    const { uniform } = chance(seedOf(round, 'themes'));
    const studies = Array.from({ length: 12 }, (_, i) =>
      study(`s${i}`, ...'abcdefgh'.split('').filter(() => uniform() < 0.4)),
    );
    const themes = suggestThemes(studies);
    const codes = themes.flatMap((theme) => theme.codes);
    expect(new Set(codes).size).toBe(codes.length);
    expect(suggestThemes([...studies].reverse()).map((theme) => theme.codes)).toEqual(
      themes.map((theme) => theme.codes),
    );
    for (const { strength } of themes) expect(strength > 0 && strength <= 1).toBe(true);
  }
});
