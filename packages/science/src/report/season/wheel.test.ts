import { describe, expect, test } from 'vitest';
import { starsOf } from '../../control/index.ts';
import { exampleSeason } from '../../control/season/season-example.fixture.ts';
import { markupProblems } from './markup-problems.fixture.ts';
import { wheelChart } from './wheel-chart.ts';
import { assessedOf, wheelTable } from './wheel-table.ts';

const { wheel, social } = exampleSeason();

describe('the wheels', () => {
  test('a slice nobody assessed is null in the table, never zero, and zero stars stay zero', () => {
    const groups = wheelTable('ser', wheel, [], 'en');
    expect(groups.map(({ name, rows }) => [name, rows.map(({ name: of, stars }) => [of, stars])])).toEqual([
      ['Absence of threats', [['No contamination', 4]]],
      ['Physical conditions', [['Substrate, physical', 0]]],
      ['Species composition', [['Desirable plants', null]]],
    ]);
    expect(assessedOf(groups)).toEqual({ assessed: 2, all: 3 });
  });

  test('a change is told only where both seasons assessed the slice', () => {
    const before = wheel.map((one) => ({ ...one, stars: one.id === 'contamination' ? 2 : null }));
    const rows = wheelTable('ser', wheel, before, 'zh').flatMap((group) => group.rows);
    expect(rows.map(({ change }) => change)).toEqual([2, null, null]);
  });

  test('every slice says what it rests on; figures of the programme are told as records', () => {
    const [row] = wheelTable('social', social, [], 'en').flatMap((group) => group.rows);
    expect(row).toMatchObject({
      name: 'Local work',
      byText: 'from records of the programme',
      evidence: ['5 of 10 person-years of local labour planned by now'],
    });
  });

  test('the drawing has five rings for an assessed slice, filled by its stars, and one hollow outline for others', () => {
    const svg = wheelChart('ser', wheelTable('ser', wheel, [], 'en'), 'en', 'w', ({ id }) => `#${id}`);
    expect(markupProblems(svg)).toEqual([]);
    const [four, zero, hollow] = svg.split('<g class="slice ').slice(1);
    const filled = (part: string | undefined): number =>
      [...(part ?? '').split('</g>')[0]!.matchAll(/fill="(?!#fff)[^"]+"/g)].length;
    expect(filled(four)).toBe(4);
    // The mark at the hub alone.
    expect(filled(zero)).toBe(1);
    expect(zero).toContain('by-satellite');
    expect(hollow).toContain('stroke-dasharray');
    expect(filled(hollow)).toBe(0);
    for (const { id } of wheel) expect(svg).toContain(`<a href="#${id}">`);
    expect(svg).toContain('2 of 3 slices are assessed');
    expect(svg).toContain('No contamination 4/5');
  });

  test('more land never takes a star away', () => {
    let last = 0;
    for (let share = 0; share <= 1; share += 0.01) {
      const stars = starsOf(share);
      expect(stars).toBeGreaterThanOrEqual(last);
      last = stars;
    }
    expect(last).toBe(5);
  });
});
