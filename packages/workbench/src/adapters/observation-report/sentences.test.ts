import {
  fitTable,
  headlines,
  indicesOf,
  leadingIndex,
  mostInfluentialYear,
  recentTrend,
  referenceLine,
  trendFigure,
  trendSentences,
  unitsTable,
  unknownFacts,
  zonesOf,
} from '@aftermine/science/report/observation';
import { describe, expect, test } from 'vitest';
import { sampleReport } from './sample-report.fixture.ts';

const { result } = sampleReport();
const zone = (id: string) => zonesOf(result, 'en').find((one) => one.id === id)!;

describe('sentences about one zone', () => {
  test('tell the trend with interval, p and n, then the trend since the turning point, then the gap', () => {
    const [trend, since, gap] = trendSentences(result, zone('U1'), 'rsei', 'en');
    expect(trend).toMatch(
      /^From 2001 to 2018 the ecological index \(RSEI\) of U1 East dump rose significantly \(\+0\.0\d+ a year, 95 % CI [+−][\d.]+ to \+[\d.]+; p\u00a0=\u00a00\.019, n\u00a0=\u00a017\)\.$/,
    );
    expect(since).toMatch(/^Since 20\d\d it has been rising significantly/);
    expect(gap).toMatch(/^In 2018 its median is 0\.\d\d, .*reference areas \(0\.\d\d\)/);
  });

  test('are whole Chinese sentences, not English ones with Chinese words', () => {
    const text = trendSentences(result, zone('U2'), 'rsei', 'zh').join('');
    expect(text).toMatch(/显著下降（−0\.0\d+\/年，95% 置信区间/);
    expect(text).not.toMatch(/ of | year /);
  });

  test('a zone seen far below its reference is said to be below it', () => {
    expect(trendSentences(result, zone('U2'), 'rsei', 'en').at(-1)).toMatch(
      /0\.\d\d below the reference areas/,
    );
  });

  test('without reference areas the value stands alone', () => {
    const alone = sampleReport({ references: false }).result;
    expect(trendSentences(alone, zonesOf(alone, 'en')[1]!, 'rsei', 'en').at(-1)).toMatch(
      /^In 2018 its median is [\d.]+\.$/,
    );
  });

  test('braces in a name of the user are not filled', () => {
    const odd = sampleReport({ userText: '{slope}' }).result;
    expect(trendSentences(odd, zonesOf(odd, 'en')[1]!, 'rsei', 'en')[0]).toContain('of U1 {slope} rose');
  });
});

describe('headlines', () => {
  test('name what rises and what falls, the worst and the best, the loss, the check and the unseen', () => {
    const lines = headlines(result, 'en');
    expect(lines.map(({ topic }) => topic)).toEqual([
      'trend',
      'better',
      'worse',
      'now',
      'disturbance',
      'index',
      'unknown',
    ]);
    expect(lines[2]!.text).toContain('U2 West pit');
    expect(lines[4]!.text).toBe(
      '25 % of the land inside the boundary shows a lasting loss of the burn ratio (NBR) at some time, most of it first in 2004 (21.0 %).',
    );
    expect(lines[6]!.text).toBe(
      'Nothing was seen in 2006. In 2011 less than three quarters of the land were seen.',
    );
  });

  test('a refused index leads to the segmented one, and its reason is told', () => {
    const refused = sampleReport({ gate: 'refused' }).result;
    expect(leadingIndex(refused)).toBe('nbr');
    expect(indicesOf(refused)).not.toContain('rsei');
    const check = headlines(refused, 'zh').find(({ topic }) => topic === 'index')!;
    expect(check.tone).toBe('bad');
    expect(check.text).toContain('第一主成分不是生态轴');
  });

  test('an index without heat is marked as not comparable', () => {
    const lines = headlines(sampleReport({ kind: 'rsei-3' }).result, 'en').filter(
      ({ topic }) => topic === 'index',
    );
    expect(lines.at(-1)!.text).toBe(
      'It is made of the vegetation index (NDVI), wetness, and dryness (NDBSI) and is NOT comparable with RSEI.',
    );
  });
});

describe('tables and figures as data', () => {
  test('the reference line leaves out a year in which no reference area was seen', () => {
    const years = referenceLine(result, 'rsei').map(({ year }) => year);
    expect(years).not.toContain(2006);
    expect(years).toHaveLength(17);
  });

  test('the reference of two areas is the median of their medians', () => {
    const areas = result.rsei.references['R1']!;
    const shifted = areas.map((one) => (one.median === null ? one : { ...one, median: one.median + 0.1 }));
    const two = { ...result, rsei: { ...result.rsei, references: { R1: areas, R2: shifted } } };
    expect(referenceLine(two, 'rsei')[0]!.median).toBeCloseTo(areas[0]!.median! + 0.05, 12);
  });

  test('a trend since a turning point needs six years after it', () => {
    const trajectory = result.trajectories.units['U1']!;
    expect(recentTrend(trajectory, result.rsei.units['U1']!)!.slopePerYear).toBeGreaterThan(0.03);
    expect(recentTrend(trajectory, result.rsei.units['U1']!.slice(0, 8))).toBeNull();
    expect(
      recentTrend({ ...trajectory, vertices: trajectory.vertices.slice(0, 2) }, result.rsei.units['U1']!),
    ).toBeNull();
  });

  test('a unit row holds areas in both units, the year a loss was first seen, and metrics or reasons', () => {
    const [dump, pit] = unitsTable(result);
    expect(dump!.areaMu).toBeCloseTo(dump!.areaHa * 15, 9);
    expect(dump!.loss).toMatchObject({ year: 2004 });
    expect(dump!.metrics.Y2R).toHaveProperty('value');
    expect(pit!.metrics.dNBR).toMatchObject({ kind: 'unknown' });
  });

  test('fitted segments stand on the chart of the segmented index only; heat is in degrees Celsius', () => {
    expect(trendFigure(result, zone('U1'), 'rsei', 'en').fitted).toEqual([]);
    expect(trendFigure(result, zone('U1'), 'nbr', 'en').fitted.length).toBeGreaterThan(2);
    const heat = trendFigure(result, zone('U1'), 'lst', 'en');
    expect(heat.years[0]!.median).toBeGreaterThan(20);
    expect(heat.hi).toBeLessThan(60);
  });

  test('all zones share one value axis', () => {
    const spans = zonesOf(result, 'en').map((one) => {
      const { lo, hi } = trendFigure(result, one, 'nbr', 'en');
      return `${lo} ${hi}`;
    });
    expect(new Set(spans).size).toBe(1);
  });

  test('the unknown holds each unseen season once, a unit year with its reason, and no answer', () => {
    const facts = unknownFacts(result, 'en');
    expect(facts.filter(({ why }) => why.includes('2006 season'))).toHaveLength(1);
    expect(facts).toContainEqual({
      subject: 'U2 West pit',
      what: 'RSEI in 2011',
      why: 'only 20 % of the land was seen in 2011; 30 % are needed',
    });
    expect(facts.map(({ why }) => why).join()).not.toContain('no disturbance');
  });

  test('the fit says which sign each component must have and which year weighs most', () => {
    expect(fitTable(result.fit).map(({ id, expected }) => [id, expected])).toEqual([
      ['ndvi', 1],
      ['wetness', 1],
      ['ndbsi', -1],
      ['lst', -1],
    ]);
    const moved = result.fit.sensitivity!.leaveOneYearOut.map((one) =>
      one.year === 2009 ? { ...one, loadings: { ...one.loadings, ndvi: 0.4 } } : one,
    );
    const fit = { ...result.fit, sensitivity: { ...result.fit.sensitivity!, leaveOneYearOut: moved } };
    expect(mostInfluentialYear(fit)!.year).toBe(2009);
    expect(mostInfluentialYear(fit)!.change).toBeCloseTo(0.13, 12);
  });
});
