import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { exampleUnitSeason } from '../../control/season/season-example.fixture.ts';
import { fanChart, fanDescription } from './fan-chart.ts';
import { markupProblems } from './markup-problems.fixture.ts';
import { type UnitFigure, unitFigure } from './unit-figure.ts';

const SIZE = { width: 900, height: 330, id: 'f' };
const figureOf = (role: number): UnitFigure =>
  unitFigure(exampleUnitSeason('A', role, 2028, null), {
    year: 2028,
    target: 0.8,
    earlier: [],
    alarms: role === 0 ? [{ year: 2028, kind: 'relapse' }] : [],
  });

describe('the fan chart', () => {
  test('draws sightings, band, fan, promise, goal, acceptance and alerts, each once', () => {
    const svg = fanChart(figureOf(0), 'Course of A', 'en', SIZE);
    expect(markupProblems(svg)).toEqual([]);
    const count = (klass: string): number => svg.split(`class="${klass}"`).length - 1;
    expect(count('sighting')).toBe(4);
    for (const klass of [
      'held',
      'fan-outer',
      'fan-inner',
      'median',
      'promised',
      'goal',
      'mean',
      'alert',
      'works',
    ])
      expect([klass, count(klass)]).toEqual([klass, 1]);
    expect(count('lane')).toBe(2);
    expect(svg).toContain('acceptance 2031');
    expect(svg).toContain('goal 80 %');
    expect(svg).toContain('lost again after recovery');
    expect(count('unseen')).toBe(0);
  });

  test('has a title and a description that says what it shows', () => {
    const svg = fanChart(figureOf(0), 'Course of <A>', 'en', SIZE);
    expect(svg).toContain('aria-labelledby="f-t f-d"');
    expect(svg).toContain('<title id="f-t">Course of &lt;A&gt;</title>');
    expect(fanDescription(figureOf(0), 'en')).toBe(
      'In 2028 the unit stands at 20 % of the reference (80 % band 17 to 23 %). 45 % were promised. For 2031 the forecast is 29 % (23 to 35 %). The goal is 80 %. Alerts in 2028.',
    );
    expect(fanDescription(figureOf(3), 'zh')).toBe('截至 2028 年未观测到。承诺为 45 %。目标为 80 %。');
  });

  test('hatches the years that were not seen and bridges none of them', () => {
    const svg = fanChart(figureOf(3), 'D', 'zh', SIZE);
    expect(svg.split('class="unseen"').length - 1).toBe(3);
    expect(svg).not.toContain('class="held"');
    const figure = figureOf(1);
    const gap = fanChart(
      { ...figure, filtered: figure.filtered.filter(({ year }) => year !== 2027) },
      'B',
      'en',
      SIZE,
    );
    // Two single years, no line between them.
    expect(gap.split('class="held"').length - 1).toBe(2);
    expect(gap).not.toContain('class="mean"');
  });

  test('higher closeness is drawn higher, later years further right, and all of it inside the chart', () => {
    const { uniform: random } = chance(7);
    for (let n = 0; n < 60; n += 1) {
      const years = 1 + Math.floor(random() * 30);
      const points = Array.from({ length: years }, (_, i) => ({ year: 2025 + i, value: random() * 1.4 }));
      const figure: UnitFigure = {
        ...figureOf(1),
        first: 2025,
        season: 2024 + years,
        last: 2024 + years,
        top: 1.6,
        fan: [],
        promised: [],
        filtered: [],
        alarms: [],
        acceptanceYear: null,
        sightings: points.map(({ year, value }) => ({
          year,
          seen: value,
          low: value * 0.9,
          high: value * 1.1,
          pixels: 9,
          validShare: 1,
        })),
      };
      const svg = fanChart(figure, 'x', 'en', SIZE);
      expect(markupProblems(svg)).toEqual([]);
      const at = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="3.4"/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      expect(at).toHaveLength(points.length);
      at.forEach(([x, y], i) => {
        expect(x).toBeGreaterThan(i === 0 ? 0 : at[i - 1]![0]!);
        expect(x).toBeLessThan(SIZE.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(SIZE.height);
        for (const [j, other] of at.entries())
          if (points[i]!.value > points[j]!.value + 0.01) expect(y).toBeLessThan(other[1]!);
      });
    }
  });
});
