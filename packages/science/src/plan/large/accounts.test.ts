import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { byRow } from './by-row.ts';
import { AllocationDual } from './dual.ts';
import { firstRows } from './first-rows.ts';
import { type LargeProblem, optionBuffer, type RowAccounts } from './large-problem.ts';
import { solveLarge } from './solve-large.ts';

const UNITS = 40;
/** Accounts that count in several rows, one of them with turned sign; the last rows stand alone. */
const ACCOUNTS: RowAccounts = {
  count: 5,
  starts: Int32Array.of(0, 2, 4, 5, 6, 7),
  rows: Int32Array.of(0, 1, 1, 2, 0, 3, 4),
  shares: Float64Array.of(1, 2, 1, -1, 0.5, 1, 1),
};

function madeProblem(seed: number): LargeProblem {
  const { uniform } = chance(seed);
  const cells = Array.from({ length: UNITS }, () =>
    Array.from({ length: 3 }, () => ({
      value: uniform(),
      uses: Array.from({ length: 5 }, (_, account) => ({ account, amount: uniform() })).filter(
        () => uniform() < 0.6,
      ),
    })),
  );
  return {
    units: UNITS,
    rows: [8, 14, 3, 5, 6].map((limit) => ({ sense: '<=' as const, limit })),
    mandatory: new Uint8Array(UNITS),
    mostOptions: 3,
    mostEntries: 15,
    accounts: ACCOUNTS,
    fill(unit, { values, starts, rows, amounts }) {
      let end = 0;
      cells[unit]!.forEach(({ value, uses }, o) => {
        values[o] = value;
        starts[o] = end;
        for (const { account, amount } of uses) {
          rows[end] = account;
          amounts[end] = amount;
          end += 1;
        }
      });
      starts[3] = end;
      return 3;
    },
  };
}

test('property: bound, smoothed value, gradient and Hessian by account are those by row', () => {
  const { uniform } = chance(5);
  for (const seed of [1, 2, 3]) {
    const problem = madeProblem(seed);
    for (const [a, b] of [
      [problem, byRow(problem)],
      [firstRows(problem, 4), firstRows(byRow(problem), 4)],
    ] as const) {
      const n = a.rows.length;
      const [own, rowwise] = [new AllocationDual(a), new AllocationDual(b)];
      const x = Float64Array.from({ length: n }, uniform);
      // Scales may differ: what one row uses by several accounts is looked at apart.
      const y = x.map((value, r) => (value / own.scales[r]!) * rowwise.scales[r]!);
      expect(own.bound(x)).toBeCloseTo(rowwise.bound(y), 10);
      const [ga, gb] = [new Float64Array(n), new Float64Array(n)];
      const [ha, hb] = [new Float64Array(n * n), new Float64Array(n * n)];
      expect(own.smoothed(0.1)(x, ga, ha)).toBeCloseTo(rowwise.smoothed(0.1)(y, gb, hb), 10);
      for (let r = 0; r < n; r += 1) {
        expect(ga[r]! * own.scales[r]!).toBeCloseTo(gb[r]! * rowwise.scales[r]!, 8);
        for (let q = 0; q < n; q += 1)
          expect(ha[r * n + q]! * own.scales[r]! * own.scales[q]!).toBeCloseTo(
            hb[r * n + q]! * rowwise.scales[r]! * rowwise.scales[q]!,
            6,
          );
      }
    }
  }
});

test('by row each row stands once in an option, with the sum of its accounts', () => {
  const problem = madeProblem(9);
  const [own, rows] = [optionBuffer(problem), optionBuffer(byRow(problem))];
  for (let unit = 0; unit < UNITS; unit += 1) {
    problem.fill(unit, own);
    byRow(problem).fill(unit, rows);
    for (let o = 0; o < 3; o += 1) {
      const sums = new Array<number>(5).fill(0);
      for (let e = own.starts[o]!; e < own.starts[o + 1]!; e += 1)
        for (let k = ACCOUNTS.starts[own.rows[e]!]!; k < ACCOUNTS.starts[own.rows[e]! + 1]!; k += 1)
          sums[ACCOUNTS.rows[k]!]! += ACCOUNTS.shares[k]! * own.amounts[e]!;
      const found = new Array<number>(5).fill(0);
      const entries = [...rows.rows.subarray(rows.starts[o]!, rows.starts[o + 1]!)];
      expect(new Set(entries).size).toBe(entries.length);
      entries.forEach((row, k) => {
        found[row] = rows.amounts[rows.starts[o]! + k]!;
      });
      found.forEach((amount, r) => {
        expect(amount).toBeCloseTo(sums[r]!, 12);
      });
    }
  }
});

test('a plan found by account keeps every row, and its gap is proven', () => {
  const { status, gap, used, bound, objective } = solveLarge(madeProblem(3), { gap: 0.05 });
  expect(status).not.toBe('unknown');
  expect(objective!).toBeLessThanOrEqual(bound);
  expect(gap).toBeLessThan(0.2);
  [8, 14, 3, 5, 6].forEach((limit, r) => {
    expect(used[r]!).toBeLessThanOrEqual(limit + 1e-9);
  });
});
