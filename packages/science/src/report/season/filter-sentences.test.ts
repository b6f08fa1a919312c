import { describe, expect, test } from 'vitest';
import { unknown } from '../../base/index.ts';
import type { FilterChecks } from '../../control/index.ts';
import { exampleSeason } from '../../control/season/season-example.fixture.ts';
import { checkSentences, learnedRows } from './filter-sentences.ts';

const { checks, learned } = exampleSeason();
const told = (changes: Partial<FilterChecks>) =>
  Object.fromEntries(
    checkSentences({ ...checks, ...changes }, 'en').map(({ id, standing, text }) => [id, [standing, text]]),
  );

describe('checks of the filter in words', () => {
  test('a share of sightings is doubted beyond two standard errors of a fifth: 0.08 of 100', () => {
    for (const [coverage80, standing, word] of [
      [0.8, 'good', 'Bands hold'],
      [0.73, 'good', 'Bands hold'],
      [0.71, 'doubt', 'too narrow'],
      [0.9, 'doubt', 'wider than need be'],
    ] as const) {
      const [was, text] = told({ coverage80 })['coverage']!;
      expect([coverage80, was]).toEqual([coverage80, standing]);
      expect(text).toContain(word);
      expect(text).toContain(`${Math.round(100 * coverage80)} % of 100 sightings`);
    }
  });

  test('errors that repeat are doubted below p 0.05, leaning beyond two standard errors, spread likewise', () => {
    expect(told({ whitenessP: 0.01 })['whiteness']![0]).toBe('doubt');
    expect(told({ whitenessP: 0.3 })['whiteness']![0]).toBe('good');
    expect(told({ mean: 0.19 })['level']![0]).toBe('good');
    expect(told({ mean: 0.21 })['level']![1]).toContain('expects too little');
    expect(told({ mean: -0.21 })['level']![1]).toContain('expects too much');
    // sqrt(2 / 100) = 0.141: 1.28 is within twice that of 1, 1.29 is not.
    expect(told({ variance: 1.28 })['spread']![0]).toBe('good');
    expect(told({ variance: 1.29 })['spread']![0]).toBe('doubt');
    expect(told({ variance: 0.7 })['spread']![1]).toContain('smaller than told');
  });

  test('what cannot be said yet says why, in both languages, and is never a number', () => {
    const few = unknown('too-few-innovations', { have: 4, need: 20 });
    for (const language of ['en', 'zh'] as const)
      for (const { standing, text } of checkSentences(
        { seasons: 4, coverage80: few, mean: few, variance: few, lag1: few, whitenessP: few },
        language,
      )) {
        expect(standing).toBe('open');
        expect(text).toMatch(/4.*20/);
        expect(text).not.toMatch(/\{\w+\}|NaN|season-check/);
      }
  });
});

describe('what was learned', () => {
  const names = { measures: { seed: { en: 'Seeding', zh: '播种' } }, endUses: {} };

  test('a factor carries the interval exp(-+1.2816 sd), and differs once that leaves 1 out', () => {
    const [row] = learnedRows(learned, names, 'en');
    expect(row).toMatchObject({ zone: 'semi-arid, waste dump', measure: 'Seeding', units: 2, seasons: 6 });
    expect(row!.rate.low).toBeCloseTo(1.2 * Math.exp(-0.128155), 5);
    // 1.2 x 0.88 = 1.06 leaves 1 out; 0.95 x 1.14 = 1.08 does not.
    expect(row!.says).toBe('faster than the library says');
    expect(row!.survival).toEqual({ factor: 0.9, alive: 72, all: 100 });
  });

  test('without a count there is no survival, and a wide interval is as the library says', () => {
    const [row] = learnedRows(
      [{ ...learned[0]!, rate: { factor: 1.2, sdLog: 0.5 }, survival: { factor: 1, alive: 0, dead: 0 } }],
      names,
      'zh',
    );
    expect(row).toMatchObject({ survival: null, says: '在可分辨范围内与措施库一致', measure: '播种' });
  });
});
