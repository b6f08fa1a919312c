import { describe, expect, test } from 'vitest';
import { chance, isUnknown, seedOf } from '../../base/index.ts';
import { readFindings } from './read-findings.ts';
import { ROW, SMALL_CODEBOOK } from './small-codebook.fixture.ts';
import { isStale, parameterInputs, suggestParameter } from './suggest-parameter.ts';
import { weightedQuantile } from './weighted-quantile.ts';

const site = { climate: 'BSk', commodity: 'coal', landform: 'waste-dump' };
const depth = (value: number, unit = 'm') => [{ name: 'Topsoil depth', value, unit }];
const finding = (paper: string, value: number, more: object = {}) => ({
  ...ROW,
  paper,
  parameters: depth(value),
  ...more,
});
const read = (...rows: readonly unknown[]) => readFindings(rows, SMALL_CODEBOOK).findings;
const suggest = (findings: ReturnType<typeof read>, options = {}) =>
  suggestParameter('T.cover', 'topsoil  depth', 'm', findings, site, SMALL_CODEBOOK, options);

describe('a suggested figure', () => {
  test('is the median of the papers whose site matches, with quartiles', () => {
    const result = suggest(
      read(finding('a', 0.3), finding('b', 0.5), finding('c', 0.6), finding('d', 9, { climate: 'Cfa' })),
    );
    expect(result).toMatchObject({
      value: 0.5,
      range: [0.3, 0.6],
      basis: 'pooled',
      papers: 3,
      matched: ['climate', 'commodity', 'landform'],
    });
    expect(result.widening).toEqual([
      { matched: ['climate', 'commodity', 'landform'], papers: 3, findings: 3 },
    ]);
  });

  test('is sought further afield step by step, and says so', () => {
    const findings = read(
      finding('a', 0.3, { commodity: 'iron', landform: 'pit' }),
      finding('b', 0.5, { climate: 'BWk', commodity: 'iron' }),
      finding('c', 0.9, { climate: 'Cfa', commodity: 'iron' }),
    );
    const near = suggest(findings);
    expect(near).toMatchObject({ value: 0.3, basis: 'single', range: null, matched: ['climate'] });
    expect(near.widening.map(({ papers }) => papers)).toEqual([0, 0, 1]);
    const wider = suggest(findings, { enoughPapers: 2 });
    expect(wider).toMatchObject({ value: 0.4, matched: ['climate-group'] });
    const all = suggest(findings, { enoughPapers: 9 });
    expect(all).toMatchObject({ value: 0.5, matched: [], papers: 3 });
    expect(all.widening).toHaveLength(5);
  });

  test('weighs by design, and a paper with many findings not more than one with one', () => {
    // a: 4 points shared by three findings of 0.2; b: 4 points at 0.8; c: an expert's 1 point at 0.5
    const findings = read(
      finding('a', 0.2),
      finding('a', 0.2),
      finding('a', 0.2),
      finding('b', 0.8),
      finding('c', 0.5, { design: 'expert' }),
    );
    expect(suggest(findings).value).toBe(0.5);
  });

  test('does not rest on findings without locator, or in another unit', () => {
    const result = suggest(
      read(
        finding('a', 0.3),
        finding('b', 50, { parameters: depth(50, 'cm') }),
        finding('c', 0.7, { locator: '' }),
      ),
    );
    expect(result).toMatchObject({ value: 0.3, basis: 'single', papers: 1 });
    expect(result.leftOut.map(({ finding: id, reason }) => [id, reason.reason])).toEqual([
      ['b#1', 'other-unit'],
      ['c#2', 'not-citable'],
    ]);
  });

  test('without any finding is unknown, or what a standard or an expert says, and always grade E', () => {
    const none = suggest([]);
    expect(none).toMatchObject({ basis: 'expert', grade: { grade: 'E' }, papers: 0 });
    expect(isUnknown(none.value) && none.value.reason).toBe('no-finding');
    expect(none.widening).toHaveLength(5);
    const standard = suggest(read(finding('a', 0.4, { locator: '' })), {
      fallback: { value: 0.5, basis: 'standard' },
    });
    expect(standard).toMatchObject({ value: 0.5, basis: 'standard', grade: { grade: 'E' } });
  });

  test('is graded by the studies it rests on', () => {
    const { grade } = suggest(read(finding('a', 0.3), finding('b', 0.5)));
    expect(grade.reasons.map(({ rule, add }) => [rule, add])).toEqual([
      ['start', 4],
      ['few-studies', -1],
    ]);
    const foreign = suggest(read(finding('a', 0.3, { climate: 'Af', commodity: 'gold' })));
    expect(foreign.grade.reasons.map(({ rule }) => rule)).toContain('no-site-match');
  });

  test('goes stale with its inputs', () => {
    const findings = read(finding('a', 0.3), finding('b', 0.5));
    const stored = suggest(findings);
    const today = (list: typeof findings, where = site) =>
      parameterInputs('T.cover', 'Topsoil depth', 'm', list, where, SMALL_CODEBOOK);
    expect(isStale(stored, today([...findings].reverse()))).toBe(false);
    expect(isStale(stored, today(read(finding('a', 0.3), finding('b', 0.5), finding('c', 0.5))))).toBe(true);
    expect(isStale(stored, today(read(finding('a', 0.3), finding('b', 0.55))))).toBe(true);
    expect(isStale(stored, today(findings, { ...site, climate: 'Dwa' }))).toBe(true);
    const other = read(finding('a', 0.3), finding('b', 0.5), finding('z', 1, { measure_code: 'T.lime' }));
    expect(isStale(stored, today(other))).toBe(false);
  });
});

describe('a weighted quantile', () => {
  test('by hand', () => {
    expect(weightedQuantile([3, 1, 2], [1, 1, 1], 0.5)).toBe(2);
    expect(weightedQuantile([1, 2, 3, 4], [1, 1, 1, 1], 0.5)).toBe(2.5);
    expect(weightedQuantile([1, 2, 3, 4], [1, 1, 1, 1], 0.25)).toBe(1.5);
    expect(weightedQuantile([1, 10], [3, 1], 0.5)).toBe(1);
    expect(weightedQuantile([7], [2], 0.75)).toBe(7);
  });

  test('stays within the values, grows with the share, and ignores the scale of the weights', () => {
    const { uniform } = chance(seedOf(3, 'quantile'));
    for (let round = 0; round < 50; round += 1) {
      const values = Array.from({ length: 1 + Math.floor(9 * uniform()) }, uniform);
      const weights = values.map(() => 0.1 + uniform());
      const at = (share: number): number => weightedQuantile(values, weights, share);
      expect(at(0.25)).toBeLessThanOrEqual(at(0.5));
      expect(at(0.5)).toBeLessThanOrEqual(at(0.75));
      expect(at(0.01)).toBe(Math.min(...values));
      expect(at(0.999)).toBe(Math.max(...values));
      expect(
        weightedQuantile(
          values,
          weights.map((weight) => 7 * weight),
          0.5,
        ),
      ).toBe(at(0.5));
    }
  });
});
