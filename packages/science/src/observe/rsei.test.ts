import { describe, expect, it } from 'vitest';
import { isUnknown } from '../base/index.ts';
import { applyRsei, countGrades, EMPTY_RANGE, mergeRanges, projectRsei, rseiGrade } from './rsei-apply.ts';
import {
  fitRsei,
  GATE_MIN_SHARE,
  isUsableModel,
  orientLoadings,
  type RseiModel,
  rseiGate,
} from './rsei-fit.ts';
import { addMoments, componentMoments, emptyMoments, momentCovariance, momentMeans } from './rsei-moments.ts';
import { RSEI, RSEI_3, type RseiRecipe, rseiRecipe } from './rsei-recipe.ts';
import {
  bootstrapLoadings,
  equalWeightIndex,
  equalWeightsCorrelation,
  leaveOneYearOut,
  rseiSensitivity,
} from './rsei-sensitivity.ts';
import {
  countComponents,
  emptyCounter,
  fitScaling,
  mergeSummaries,
  summaryPercentile,
} from './rsei-summary.ts';

let state = 5;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
};

/** A mining landscape in which greenness, wetness, dryness and heat all follow one cover gradient, with noise. */
function landscape(pixels: number, noise = 0.25): { stack: Float32Array[]; land: Uint8Array } {
  const stack = [0, 1, 2, 3].map(() => new Float32Array(pixels));
  const land = new Uint8Array(pixels).fill(1);
  for (let i = 0; i < pixels; i += 1) {
    const cover = random();
    const at = (): number => cover + noise * (random() - 0.5);
    stack[0]![i] = 0.1 + 0.7 * at();
    stack[1]![i] = -0.2 + 0.2 * at();
    stack[2]![i] = 0.2 - 0.5 * at();
    stack[3]![i] = 315 - 15 * at();
    if (random() < 0.05) land[i] = 2;
    if (random() < 0.02) stack[Math.floor(random() * 4)]![i] = NaN;
  }
  return { stack, land };
}

function fit(recipe: RseiRecipe, stack: readonly Float32Array[], land: Uint8Array): RseiModel {
  const counter = emptyCounter(recipe);
  countComponents(counter, recipe, stack, land);
  const scaling = fitScaling(recipe, counter);
  if ('kind' in scaling) throw new Error(scaling.reason);
  return fitRsei(recipe, scaling, componentMoments(recipe, stack, land, scaling));
}

describe('orientation and gate on published loadings', () => {
  const signs = RSEI.components.map(({ sign }) => sign);
  // NDVI, WET, NDBSI, LST
  it('north-west Yunnan 1990 is flipped, 2008 is kept', () => {
    expect(orientLoadings([-0.733, -0.675, 0.08, -0.003], signs)).toEqual({
      loadings: [0.733, 0.675, -0.08, 0.003],
      flipped: true,
    });
    expect(orientLoadings([0.622, 0.463, -0.631, -0.031], signs).flipped).toBe(false);
    expect(rseiGate(RSEI, [0.622, 0.463, -0.631, -0.031], 0.6668).gate).toBe('pass');
  });

  it('the rare-earth mine of 2013 is kept and passes', () => {
    const { loadings, flipped } = orientLoadings([0.582, 0.455, -0.657, -0.152], signs);
    expect(flipped).toBe(false);
    expect(rseiGate(RSEI, loadings, 0.8204).gate).toBe('pass');
  });

  it('the scene with water left in is refused with its loadings: no flip repairs it', () => {
    for (const sign of [1, -1]) {
      const { loadings } = orientLoadings(
        [-0.741, 0.527, -0.415, 0.039].map((x) => sign * x),
        signs,
      );
      const verdict = rseiGate(RSEI, loadings, 0.578);
      if (verdict.gate === 'pass') throw new Error('must be refused');
      expect(verdict.reason.reason).toBe('rsei-wrong-sign');
      expect(verdict.reason.params).toMatchObject({
        components: 'ndvi, lst',
        loadings: 'ndvi -0.741, wetness +0.527, ndbsi -0.415, lst +0.039',
      });
    }
  });

  it('with the water masked it passes', () => {
    expect(rseiGate(RSEI, [0.414, 0.49, -0.61, -0.465], 0.827).gate).toBe('pass');
  });

  it('right signs are not enough: PC1 must explain 60 %', () => {
    const good = [0.5, 0.5, -0.5, -0.5];
    expect(rseiGate(RSEI, good, GATE_MIN_SHARE).gate).toBe('pass');
    expect(rseiGate(RSEI, good, 0.599)).toMatchObject({
      gate: 'refused',
      reason: { reason: 'rsei-low-share' },
    });
  });

  it('a loading of exactly 0 has no sign and is refused', () => {
    expect(rseiGate(RSEI, [0.6, 0.5, -0.6, 0], 0.8).gate).toBe('refused');
  });
});

describe('recipes', () => {
  it('ids of the published components give the published recipe in any order', () => {
    expect(rseiRecipe(['lst', 'ndbsi', 'wetness', 'ndvi'])).toBe(RSEI);
    expect(rseiRecipe(['ndvi', 'wetness', 'ndbsi'])).toBe(RSEI_3);
  });

  it('without heat the index says that it is not comparable', () => {
    expect([RSEI.comparableWithRsei, RSEI_3.comparableWithRsei]).toEqual([true, false]);
  });

  it('albedo and salinity join by declaration, with their signs', () => {
    const recipe = rseiRecipe(['ndvi', 'wetness', 'albedo', 'salinity-si']);
    expect(recipe).toMatchObject({ kind: 'custom', comparableWithRsei: false });
    expect(recipe.components.map(({ sign }) => sign)).toEqual([1, 1, -1, -1]);
    const dust = rseiRecipe(['ndvi', { id: 'dust', sign: -1, range: [0, 100] }]);
    expect(dust.components[1]).toEqual({ id: 'dust', sign: -1, range: [0, 100] });
  });

  it('an index that is unknown, has no good side, or stands twice is refused', () => {
    for (const wrong of ['nope', 'mndwi', 'rsei', 'ndvi']) {
      expect(() => rseiRecipe(['ndvi', 'wetness', wrong]), wrong).toThrow(/E-OBS-107/);
    }
    expect(() => rseiRecipe(['ndvi'])).toThrow(/E-OBS-108/);
  });
});

describe('scaling', () => {
  it('percentiles interpolate between order statistics as numpy does', () => {
    const counter = emptyCounter(RSEI_3);
    const values = Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.5);
    countComponents(counter, RSEI_3, [values, values, values], new Uint8Array(5).fill(1));
    // numpy.percentile([.1 .. .5], [0, 10, 50, 98, 100])
    const expected = [0.1, 0.14, 0.3, 0.492, 0.5];
    [0, 10, 50, 98, 100].forEach((percent, k) => {
      expect(Math.abs(summaryPercentile(RSEI_3, counter, 0, percent) - expected[k]!)).toBeLessThan(4e-5);
    });
  });

  it('values beyond the declared range are counted at its edge and keep the true minimum and maximum', () => {
    const counter = emptyCounter(RSEI_3);
    const values = Float32Array.of(-7, 0, 0.5, 9);
    countComponents(counter, RSEI_3, [values, values, values], new Uint8Array(4).fill(1));
    expect([counter.min[0], counter.max[0], counter.count]).toEqual([-7, 9, 4]);
    expect(Array.from(counter.bins[0]!).reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it('the fast form counts as the plain form does, for blocks of any size, one after the other', () => {
    const [fast, plain] = [emptyCounter(RSEI), emptyCounter(RSEI)];
    for (const pixels of [1, 3, 4097, 10_000]) {
      const { stack, land } = landscape(pixels);
      countComponents(fast, RSEI, stack, land);
      countComponents(plain, RSEI, stack, land, true);
    }
    expect(fast.bins).toEqual(plain.bins);
    expect([fast.count, fast.min, fast.max]).toEqual([plain.count, plain.min, plain.max]);
    for (let c = 0; c < 4; c += 1) {
      // added in another order: equal to rounding
      expect(fast.sum[c]! / plain.sum[c]!).toBeCloseTo(1, 12);
      expect(fast.sumOfSquares[c]! / plain.sumOfSquares[c]!).toBeCloseTo(1, 12);
    }
  });

  it('summaries merge in any order', () => {
    const parts = [100, 200, 300].map((pixels) => {
      const counter = emptyCounter(RSEI);
      const { stack, land } = landscape(pixels);
      countComponents(counter, RSEI, stack, land);
      return counter;
    });
    const merged = mergeSummaries(RSEI, parts);
    const backwards = mergeSummaries(RSEI, [...parts].reverse());
    expect(backwards.bins).toEqual(merged.bins);
    expect(merged.count).toBe(parts.reduce((sum, part) => sum + part.count, 0));
    expect(fitScaling(RSEI, merged)).toEqual(fitScaling(RSEI, backwards));
  });

  it('nothing to scale is a non-answer that names what is wrong', () => {
    expect(fitScaling(RSEI, emptyCounter(RSEI))).toMatchObject({ reason: 'rsei-no-pixels' });
    const { stack, land } = landscape(100);
    const counter = emptyCounter(RSEI);
    countComponents(counter, RSEI, [stack[0]!, stack[1]!, stack[2]!.map(() => 0.1), stack[3]!], land);
    expect(fitScaling(RSEI, counter)).toMatchObject({
      reason: 'rsei-constant-component',
      params: { component: 'ndbsi' },
    });
  });
});

describe('moments', () => {
  const { stack, land } = landscape(9000);
  const scaling = fit(RSEI, stack, land).scaling;

  it('the fast form gives what the plain form gives', () => {
    const fast = componentMoments(RSEI, stack, land, scaling);
    const plain = componentMoments(RSEI, stack, land, scaling, undefined, true);
    fast.forEach((value, m) => {
      expect(value).toBeCloseTo(plain[m]!, 7);
    });
  });

  it('mean and covariance are those of the scaled pixels', () => {
    const small = [Float32Array.of(0, 1, 0.5, 9), Float32Array.of(0, 0.5, 1, 9), Float32Array.of(1, 0, 0, 9)];
    const unit = [0, 1, 2].map(() => ({ lo: 0, hi: 1, clip: true }));
    const moments = componentMoments(RSEI_3, small, Uint8Array.of(1, 1, 1, 0), unit);
    expect(momentMeans(moments)).toEqual([0.5, 0.5, 1 / 3]);
    // sum of squared deviations over n - 1, by hand
    expect(Array.from(momentCovariance(moments), (v) => Number(v.toFixed(6)))).toEqual([
      0.25, 0.125, -0.25, 0.125, 0.25, -0.25, -0.25, -0.25, 0.333333,
    ]);
  });

  it('cells of a block add up to the block', () => {
    const cells = [0, 30, 60].map((row) =>
      componentMoments(RSEI, stack, land, scaling, { stride: 100, col: 0, row, width: 100, height: 30 }),
    );
    const whole = componentMoments(RSEI, stack, land, scaling);
    cells
      .reduce((sum, cell) => addMoments(sum, cell), emptyMoments(4))
      .forEach((value, m) => {
        expect(value).toBeCloseTo(whole[m]!, 7);
      });
  });
});

describe('the index', () => {
  const { stack, land } = landscape(20_000);
  const model = fit(RSEI, stack, land);

  it('an ecological gradient passes the gate with all four signs right', () => {
    expect(model.gate).toBe('pass');
    expect(isUsableModel(model)).toBe(true);
    expect(model.loadings.map(Math.sign)).toEqual([1, 1, -1, -1]);
    expect(Math.hypot(...model.loadings)).toBeCloseTo(1, 12);
  });

  it('the fast projection equals the plain one to the last bit', () => {
    const fast = projectRsei(model, stack, land);
    const plain = projectRsei(model, stack, land, undefined, true);
    expect(fast.values).toEqual(plain.values);
    expect(fast.range).toEqual(plain.range);
  });

  it('runs from 0 to 1 over land and is NaN elsewhere', () => {
    const { range } = projectRsei(model, stack, land);
    const index = applyRsei(model, range, stack, land);
    let [least, most] = [Infinity, -Infinity];
    index.forEach((value, i) => {
      const whole = land[i] === 1 && stack.every((values) => !Number.isNaN(values[i]));
      expect(Number.isNaN(value)).toBe(!whole);
      if (whole) [least, most] = [Math.min(least, value), Math.max(most, value)];
    });
    expect([least, most]).toEqual([0, 1]);
  });

  it('one model serves every block: ranges merge, and a block alone gives the same values', () => {
    const halves = [0, 1].map((h) => ({
      stack: stack.map((values) => values.subarray(h * 10_000, (h + 1) * 10_000)),
      land: land.subarray(h * 10_000, (h + 1) * 10_000),
    }));
    const range = halves
      .map((half) => projectRsei(model, half.stack, half.land).range)
      .reduce(mergeRanges, EMPTY_RANGE);
    const whole = applyRsei(model, projectRsei(model, stack, land).range, stack, land);
    expect(applyRsei(model, range, halves[1]!.stack, halves[1]!.land)).toEqual(whole.subarray(10_000));
  });

  it('healthier land never scores lower: raising NDVI alone does not lower the index', () => {
    const { range } = projectRsei(model, stack, land);
    const before = applyRsei(model, range, stack, land);
    const after = applyRsei(model, range, [stack[0]!.map((v) => v + 0.05), ...stack.slice(1)], land);
    after.forEach((value, i) => {
      if (!Number.isNaN(value)) expect(value).toBeGreaterThanOrEqual(before[i]!);
    });
  });

  it('nothing to fit gives a refused model with the reason and no NaN', () => {
    const none = fitRsei(RSEI, model.scaling, emptyMoments(4));
    expect(none).toMatchObject({
      gate: 'refused',
      share: 0,
      loadings: [0, 0, 0, 0],
      reason: { reason: 'rsei-no-pixels' },
    });
    expect(isUsableModel(none)).toBe(false);
  });

  it('with the gate off the model goes through and still says what the gate would have said', () => {
    const inverted: RseiRecipe = {
      ...RSEI,
      components: RSEI.components.map((c, k) => (k === 0 ? { ...c, sign: -1 } : c)),
    };
    const moments = componentMoments(inverted, stack, land, model.scaling);
    expect(fitRsei(inverted, model.scaling, moments)).toMatchObject({ gate: 'refused' });
    const off = fitRsei(inverted, model.scaling, moments, { gate: false });
    expect(off).toMatchObject({ gate: 'off', reason: { reason: 'rsei-wrong-sign' } });
    expect(isUsableModel(off)).toBe(true);
  });

  it('grades change at 0.2, 0.4, 0.6 and 0.8', () => {
    expect([0, 0.19, 0.2, 0.59, 0.6, 0.8, 1].map(rseiGrade)).toEqual([
      'poor',
      'poor',
      'fair',
      'moderate',
      'good',
      'excellent',
      'excellent',
    ]);
    expect(Array.from(countGrades(Float32Array.of(0, 0.2, 0.5, 0.5, 0.7, 0.9, NaN)))).toEqual([
      1, 1, 2, 1, 1,
    ]);
  });
});

describe('sensitivity', () => {
  const years = [2000, 2001, 2002, 2003].map((year) => ({ year, ...landscape(5000) }));
  const all = {
    stack: [0, 1, 2, 3].map((c) => Float32Array.from(years.flatMap(({ stack }) => Array.from(stack[c]!)))),
    land: Uint8Array.from(years.flatMap(({ land }) => Array.from(land))),
  };
  const model = fit(RSEI, all.stack, all.land);
  const byYear = new Map(
    years.map(({ year, stack, land }) => [year, componentMoments(RSEI, stack, land, model.scaling)]),
  );
  const blocks = [...byYear.values(), ...byYear.values()];

  it('leaving out a year gives the fit of the others', () => {
    const [first] = leaveOneYearOut(RSEI, byYear);
    const rest = [2001, 2002, 2003].reduce(
      (sum, year) => addMoments(sum, byYear.get(year)!),
      emptyMoments(4),
    );
    const expected = fitRsei(RSEI, model.scaling, rest);
    expect(first!.year).toBe(2000);
    RSEI.components.forEach(({ id }, c) => {
      expect(first!.loadings[id]).toBeCloseTo(expected.loadings[c]!, 12);
    });
  });

  it('a single year leaves nothing over to fit', () => {
    expect(leaveOneYearOut(RSEI, new Map([[2000, byYear.get(2000)!]]))).toEqual([]);
  });

  it('the bootstrap interval holds the loading, is narrow on even land, and is repeated by the same seed', () => {
    const seeded = (): (() => number) => {
      let s = 9;
      return () => {
        s = (Math.imul(s, 1_664_525) + 1_013_904_223) >>> 0;
        return s / 4_294_967_296;
      };
    };
    const interval = bootstrapLoadings(RSEI, blocks, seeded());
    RSEI.components.forEach(({ id }, c) => {
      expect(interval[id]!.p05).toBeLessThanOrEqual(model.loadings[c]! + 1e-3);
      expect(interval[id]!.p95).toBeGreaterThanOrEqual(model.loadings[c]! - 1e-3);
      expect(interval[id]!.p95 - interval[id]!.p05).toBeLessThan(0.05);
    });
    expect(bootstrapLoadings(RSEI, blocks, seeded())).toEqual(interval);
  });

  it('too few blocks say nothing', () => {
    expect(bootstrapLoadings(RSEI, blocks.slice(0, 4), Math.random)).toEqual({});
  });

  it('the correlation with equal weights from moments is that of the pixels', () => {
    const moments = componentMoments(RSEI, all.stack, all.land, model.scaling);
    const index = projectRsei(model, all.stack, all.land).values;
    const equal = equalWeightIndex(model, all.stack, all.land);
    const pairs = Array.from(index, (value, i) => [value, equal[i]!] as const).filter(
      ([a, b]) => !Number.isNaN(a + b),
    );
    const mean = (k: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
    const [ma, mb] = [mean(0), mean(1)];
    const [saa, sbb, sab] = pairs.reduce(
      ([aa, bb, ab], [a, b]) => [aa + (a - ma) ** 2, bb + (b - mb) ** 2, ab + (a - ma) * (b - mb)],
      [0, 0, 0] as [number, number, number],
    );
    expect(equalWeightsCorrelation(model, moments)).toBeCloseTo(sab / Math.sqrt(saa * sbb), 5);
  });

  it('all three come together', () => {
    const found = rseiSensitivity(model, byYear, blocks, random, 20);
    expect(found.leaveOneYearOut.length).toBe(4);
    expect(Object.keys(found.bootstrap)).toEqual(['ndvi', 'wetness', 'ndbsi', 'lst']);
    expect(found.equalWeightsCorrelation).toBeGreaterThan(0.95);
    expect(isUnknown(found)).toBe(false);
  });
});
