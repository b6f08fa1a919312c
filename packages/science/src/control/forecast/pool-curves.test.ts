import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { type Information, NOTHING, throughNoise } from './information.ts';
import { type PoolUnit, poolCurves, VARIANCE_SHARES } from './pool-curves.ts';

/** A unit whose own seasons say d with a standard deviation, of both alike. */
const said = (measure: string, zone: string, d: readonly [number, number], sd: number): PoolUnit => ({
  measure,
  zone,
  evidence: { precision: [1 / sd ** 2, 0, 1 / sd ** 2], pull: [d[0] / sd ** 2, d[1] / sd ** 2] },
});

describe('partial pooling of rate and asymptote', () => {
  test('one unit that is known exactly moves a new one by what they share: 0.5 in the same zone, 0.3 in another', () => {
    const pool = poolCurves([said('sowing', 'a', [1, 2], 1e-4)]);
    const share = pool.fromOthers(0).unitShare;
    const same = pool.ofNew('sowing', 'a');
    const shared = VARIANCE_SHARES.measure + VARIANCE_SHARES.zone;
    expect(same.shift[0]).toBeCloseTo(shared / (shared + share[0]), 4);
    expect(same.shift[1]).toBeCloseTo((2 * shared) / (shared + share[1]), 4);
    expect(pool.ofNew('sowing', 'b').shift[0]).toBeCloseTo(VARIANCE_SHARES.measure / (shared + share[0]), 4);
    expect(pool.ofNew('planting', 'a').shift).toEqual([0, 0]);
  });

  test('a unit never enters its own prior', () => {
    const units = [said('sowing', 'a', [3, 3], 0.3), said('sowing', 'b', [0.2, 0.1], 0.5)];
    const pool = poolCurves(units);
    const { shift, unitShare } = pool.fromOthers(0);
    const alone = throughNoise(throughNoise(units[1]!.evidence, unitShare), [0.2, 0.2]);
    const precision = alone.precision[0] + 1 / 0.3;
    expect(shift[0]).toBeCloseTo(alone.pull[0] / precision, 10);
    expect(poolCurves([units[0]!]).fromOthers(0).shift).toEqual([0, 0]);
  });

  test('means and covariances equal those of the whole model solved as one system, 12 units in 4 groups', () => {
    const draw = chance(12);
    const units = Array.from({ length: 12 }, (_, u): PoolUnit => {
      const [p, r] = [0.5 + 3 * draw.uniform(), 0.5 + 3 * draw.uniform()];
      const evidence: Information = {
        precision: [p, 0.4 * Math.sqrt(p * r), r],
        pull: [2 * draw.normal(), 2 * draw.normal()],
      };
      return { measure: u % 2 === 0 ? 'sowing' : 'planting', zone: u % 3 === 0 ? 'a' : 'b', evidence };
    });
    const pool = poolCurves(units);
    for (const group of pool.groups) {
      const w = pool.ofNew(group.measure, group.zone).unitShare;
      const whole = wholeModel(units, group, w);
      expect(group.mean[0]).toBeCloseTo(whole[0]!, 8);
      expect(group.mean[1]).toBeCloseTo(whole[1]!, 8);
    }
  });

  test('few units are shrunk towards the library, many are believed', () => {
    const draw = chance(5);
    const of = (n: number): number =>
      poolCurves(Array.from({ length: n }, () => said('sowing', 'a', [1, 1.5 + 0.5 * draw.normal()], 0.7)))
        .groups[0]!.mean[1];
    const [one, five, many] = [of(1), of(5), of(200)];
    expect(one).toBeLessThan(0.95);
    expect(five).toBeGreaterThan(0.6);
    expect(many).toBeGreaterThan(1.35);
    expect(many).toBeLessThan(1.6);
  });

  test('the share of the single unit is found: 0.1 and 2 of the variance, 300 units (expectation and maximisation)', () => {
    const draw = chance(7);
    const units = Array.from({ length: 300 }, () =>
      said(
        'sowing',
        'a',
        [
          Math.sqrt(0.1) * draw.normal() + 0.3 * draw.normal(),
          Math.sqrt(2) * draw.normal() + 0.3 * draw.normal(),
        ],
        0.3,
      ),
    );
    const [K, k] = poolCurves(units).ofNew('sowing', 'a').unitShare;
    expect(K).toBeLessThan(0.2);
    expect(k).toBeGreaterThan(1.6);
    expect(k).toBeLessThan(2.4);
  });

  test('units that say nothing change nothing', () => {
    const units = [said('sowing', 'a', [1, 1], 0.5), said('sowing', 'b', [0.5, 0], 0.5)];
    const mute: PoolUnit = { measure: 'sowing', zone: 'a', evidence: NOTHING };
    expect(poolCurves([...units, mute]).ofNew('sowing', 'a')).toEqual(poolCurves(units).ofNew('sowing', 'a'));
  });
});

/** Posterior mean of one group's effect from all units of its measure, by one dense system. */
function wholeModel(
  units: readonly PoolUnit[],
  { measure, zone }: { readonly measure: string; readonly zone: string },
  w: readonly [number, number],
): readonly number[] {
  const own = units.filter((unit) => unit.measure === measure);
  const n = 2 * own.length;
  // Covariance of what the units are, and of the group with them; A = I + S J, then x = A^-1 S j.
  const shared = (a: string, b: string): number =>
    VARIANCE_SHARES.measure + (a === b ? VARIANCE_SHARES.zone : 0);
  const S = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) =>
      i % 2 !== j % 2
        ? 0
        : shared(own[i >> 1]!.zone, own[j >> 1]!.zone) + (i === j ? w[(i % 2) as 0 | 1]! : 0),
    ),
  );
  const J = (i: number, j: number): number =>
    i >> 1 !== j >> 1 ? 0 : own[i >> 1]!.evidence.precision[((i % 2) + (j % 2)) as 0 | 1 | 2]!;
  const A = S.map((row, i) =>
    row.map((_, j) => (i === j ? 1 : 0) + row.reduce((sum, s, k) => sum + s * J(k, j), 0)),
  );
  const pull = own.flatMap(({ evidence }) => [...evidence.pull]);
  const x = solve(
    A,
    S.map((row) => row.reduce((sum, s, k) => sum + s * pull[k]!, 0)),
  );
  // The group is its covariance with the units times S^-1 x, and S^-1 x = j - J x.
  const weights = pull.map((p, i) => p - pull.reduce((sum, _, k) => sum + J(i, k) * x[k]!, 0));
  return [0, 1].map((j) =>
    weights.reduce((sum, value, i) => sum + (i % 2 === j ? shared(zone, own[i >> 1]!.zone) * value : 0), 0),
  );
}

function solve(A: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const M = A.map((row, i) => [...row, b[i]!]);
  const n = b.length;
  for (let c = 0; c < n; c += 1) {
    const pivot = M.slice(c).reduce(
      (best, row, i) => (Math.abs(row[c]!) > Math.abs(M[best]![c]!) ? c + i : best),
      c,
    );
    [M[c], M[pivot]] = [M[pivot]!, M[c]!];
    for (let r = 0; r < n; r += 1) {
      if (r === c) continue;
      const f = M[r]![c]! / M[c]![c]!;
      for (let k = c; k <= n; k += 1) M[r]![k]! -= f * M[c]![k]!;
    }
  }
  return M.map((row, i) => row[n]! / row[i]!);
}
