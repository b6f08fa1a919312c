import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithData, golden } from '../../../../../test/golden.ts';
import { isUnknown, type Unknown } from '../../base/index.ts';
import { bcgEffects } from './bcg.fixture.ts';
import { eggerTest } from './egger-test.ts';
import { logOddsRatio } from './event-ratios.ts';
import { failSafeN } from './fail-safe-n.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { logResponseRatio } from './log-response-ratio.ts';
import { metaRegression } from './meta-regression.ts';
import { type PoolOptions, poolEffects } from './pool-effects.ts';
import { rankTest } from './rank-test.ts';
import { subgroupMeans } from './subgroup-means.ts';
import { trimAndFill } from './trim-and-fill.ts';

const FILE = golden('evidence/golden.json');
const effects = bcgEffects();
const odds = bcgEffects(logOddsRatio);
const known = <T>(value: T | Unknown): T => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value;
};
const pool = (method: PoolOptions['method'], test: PoolOptions['test'] = 'normal', of = effects) => {
  const pooled = known(poolEffects(of, { ...(method && { method }), test }));
  return { ...pooled, spread: known(pooled.heterogeneity) };
};
const within = (got: number, expected: number, tolerance: number): void =>
  expect(Math.abs(got - expected), `${got} for ${expected}`).toBeLessThanOrEqual(tolerance);

/** One unit of the last digit of a printed figure. */
const lastDigit = (value: number): number => 10 ** -(String(value).split('.')[1]?.length ?? 0);
const printed = (got: number, expected: number): void => within(got, expected, 1.001 * lastDigit(expected));

describe('published results for the BCG trials', () => {
  test('common effect, DerSimonian-Laird and REML (metafor)', () => {
    const common = pool('EE');
    within(common.estimate, -0.43028516, 1e-7);
    within(common.standardError, 0.04049875, 1e-7);
    within(common.spread.q, 152.233008, 1e-6);
    const simple = pool('DL');
    within(simple.estimate, -0.71411722, 1e-7);
    within(simple.standardError, 0.17874209, 1e-7);
    within(simple.tau2, 0.30876026, 1e-7);
    within(simple.spread.i2Percent, 92.1173, 1e-4);
    const likely = pool('REML');
    within(likely.estimate, -0.7145323422, 1e-8);
    within(likely.tau2, 0.3132432581, 1e-8);
    within(likely.standardError, 0.1797815161, 1e-8);
    // metafor 3.8 stops its search for PM at a width of 1e-4 (0.31809371); at the root itself Q equals k - 1.
    const even = pool('PM').tau2;
    within(even, 0.31809371, 1e-4);
    const weights = effects.map(({ variance }) => 1 / (variance + even));
    const mean = pool('PM').estimate;
    within(
      effects.reduce((sum, { estimate }, i) => sum + weights[i]! * (estimate - mean) ** 2, 0),
      12,
      1e-10,
    );
  });

  test('Egger z of the mixed model', () => {
    within(known(eggerTest(effects)).mixed.statistic, -0.8033, 1e-4);
  });
});

describeWithData('golden results of meta-analysis', FILE, () => {
  const file = JSON.parse(readFileSync(FILE, 'utf8'));
  const bcg = file.bcg_logRR;
  const { EE_DL_coef, REML_ML_vs_metafor, REML_vs_converged, I2 } = file.tolerance;

  test('effects from the table are those of the golden table', () => {
    const rows = readFileSync(golden('evidence/meta_bcg_RR_golden.csv'), 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(effects.length);
    rows.forEach((row, i) => {
      const [, yi, vi] = row.split(',').map((cell) => Number(cell.replaceAll('"', '')));
      within(effects[i]!.estimate, yi!, 1e-9);
      within(effects[i]!.variance, vi!, 1e-9);
    });
    const table = readFileSync(golden('evidence/meta_dat.bcg.txt'), 'utf8').trim().split('\n').slice(1);
    table.forEach((line, i) => {
      expect(line.replaceAll('"', '').replace(/\s+/g, ' ')).toContain(effects[i]!.study);
    });
  });

  test('EE and DL', () => {
    const common = pool('EE');
    within(common.estimate, bcg.EE.b, EE_DL_coef);
    within(common.standardError, bcg.EE.se, EE_DL_coef);
    within(common.ciLow, bcg.EE.ci[0], EE_DL_coef);
    within(common.ciHigh, bcg.EE.ci[1], EE_DL_coef);
    within(common.spread.i2Percent, bcg.EE.I2, I2);
    within(common.spread.q, bcg.Q, 1e-6);
    const simple = pool('DL');
    within(simple.estimate, bcg.DL.b, EE_DL_coef);
    within(simple.standardError, bcg.DL.se, EE_DL_coef);
    printed(simple.statistic, bcg.DL.z);
    within(simple.p, bcg.DL.p, 1e-8);
    within(simple.ciLow, bcg.DL.ci[0], EE_DL_coef);
    within(simple.ciHigh, bcg.DL.ci[1], EE_DL_coef);
    within(simple.tau2, bcg.DL.tau2, EE_DL_coef);
    within(simple.spread.i2Percent, bcg.DL.I2, I2);
    printed(simple.spread.h2, bcg.DL.H2);
  });

  test('REML: the converged optimum, and the digits that metafor prints', () => {
    const likely = pool('REML');
    within(likely.tau2, bcg.REML_converged.tau2, REML_vs_converged);
    within(likely.estimate, bcg.REML_converged.b, REML_vs_converged);
    within(likely.standardError, bcg.REML_converged.se, REML_vs_converged);
    const { coef, tau2 } = REML_ML_vs_metafor;
    within(likely.estimate, bcg.REML.b, coef);
    within(likely.standardError, bcg.REML.se, coef);
    within(likely.ciLow, bcg.REML.ci[0], coef);
    within(likely.ciHigh, bcg.REML.ci[1], coef);
    within(likely.statistic, bcg.REML.z, 1e-5);
    within(likely.p, bcg.REML.p, 1e-8);
    within(likely.tau2, bcg.REML.tau2, tau2);
    within(likely.spread.tau2StandardError!, bcg.REML.se_tau2, tau2);
    within(likely.spread.i2Percent, bcg.REML.I2, I2);
    within(likely.spread.h2, bcg.REML.H2, 1e-4);
    const prediction = known(likely.prediction);
    expect(prediction.law).toBe('z');
    within(prediction.low, bcg.REML.pi[0], 1e-5);
    within(prediction.high, bcg.REML.pi[1], 1e-5);
    printed(likely.spread.tau2Interval.low, bcg.REML.tau2_ci_QP[0]);
    printed(likely.spread.tau2Interval.high, bcg.REML.tau2_ci_QP[1]);
  });

  test('Paule-Mandel, ML, and Knapp-Hartung by default', () => {
    within(pool('PM').estimate, bcg.PM.b, 1e-5);
    within(pool('PM').tau2, bcg.PM.tau2, 1e-4);
    within(pool('ML').estimate, bcg.ML.b, REML_ML_vs_metafor.coef);
    within(pool('ML').tau2, bcg.ML.tau2, REML_ML_vs_metafor.tau2);
    const few = pool('REML', 'auto');
    expect(few).toMatchObject({ law: 't', isNarrowedByKnappHartung: false });
    within(few.standardError, bcg.REML_KNHA.se, 1e-6);
    within(few.statistic, bcg.REML_KNHA.t, 1e-4);
    printed(few.p, bcg.REML_KNHA.p);
    within(few.ciLow, bcg.REML_KNHA.ci[0], 1e-6);
    within(few.ciHigh, bcg.REML_KNHA.ci[1], 1e-6);
  });

  test('log odds ratios', () => {
    const golden = file.bcg_logOR;
    const simple = pool('DL', 'normal', odds);
    within(simple.estimate, golden.DL.b, EE_DL_coef);
    within(simple.standardError, golden.DL.se, EE_DL_coef);
    within(simple.tau2, golden.DL.tau2, EE_DL_coef);
    within(simple.spread.q, golden.DL.Q, 1e-6);
    within(simple.spread.i2Percent, golden.DL.I2, I2);
    const likely = pool('REML', 'normal', odds);
    within(likely.estimate, golden.REML.b, REML_ML_vs_metafor.coef);
    within(likely.standardError, golden.REML.se, REML_ML_vs_metafor.coef);
    within(likely.tau2, golden.REML.tau2, REML_ML_vs_metafor.tau2);
  });

  test('a moderator and subgroups', () => {
    const by = known(metaRegression(effects, { test: 'normal' }));
    const expected = bcg.REML_mod_ablat;
    printed(by.intercept.estimate, expected.intercept);
    printed(by.slope.estimate, expected.ablat);
    printed(by.slope.standardError, expected.se_ablat);
    printed(by.tau2, expected.tau2);
    printed(by.residual.i2Percent, expected.I2);
    printed(known(by.r2Percent), expected.R2);
    printed(by.residual.q, expected.QE);
    within(by.moderation.statistic, expected.QM, 2e-3);
    const groups = known(subgroupMeans(effects, { test: 'normal' }));
    const means = bcg.REML_alloc_means;
    for (const { name, estimate } of groups.groups) printed(estimate, means[name]);
    within(groups.allZero.statistic, means.QM, 1e-3);
  });

  test('asymmetry, missing studies, single studies', () => {
    const egger = known(eggerTest(effects));
    printed(egger.mixed.statistic, bcg.egger_mixed.z);
    printed(egger.mixed.p, bcg.egger_mixed.p);
    printed(egger.classical.statistic, bcg.egger_lm.t);
    expect(egger.classical.degreesOfFreedom).toBe(bcg.egger_lm.df);
    printed(egger.classical.p, bcg.egger_lm.p);
    const rank = known(rankTest(effects));
    printed(rank.tau, bcg.ranktest.tau);
    printed(rank.p, bcg.ranktest.p);
    const filled = known(trimAndFill(effects, { test: 'normal' }));
    expect(filled).toMatchObject({ missing: bcg.trimfill_REML.k0, side: bcg.trimfill_REML.side });
    printed(filled.pooled.estimate, bcg.trimfill_REML.b);
    expect(failSafeN(effects)).toBe(bcg.fsn_rosenthal);
    known(leaveOneOut(effects)).forEach(({ pooled }, i) => {
      within(pooled.estimate, bcg.leave1out_b[i], 1e-4);
    });
  });

  test('one response ratio', () => {
    const { treat, control, yi, vi, ci, pct, yi_bias_corrected } = file.lnRR_single;
    const arm = ([mean, sd, n]: [number, number, number]) => ({ mean, sd, n });
    const ratio = known(logResponseRatio(arm(treat), arm(control)));
    within(ratio.estimate, yi, 1e-9);
    within(ratio.variance, vi, 1e-9);
    within(ratio.ciLow, ci[0], 2e-9);
    within(ratio.ciHigh, ci[1], 2e-9);
    within(ratio.percentChange, pct, 1e-6);
    within(ratio.corrected, yi_bias_corrected, 1e-9);
  });
});
