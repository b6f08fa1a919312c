import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { AllocationDual } from './dual.ts';
import type { LargeProblem } from './large-problem.ts';
import { solveLarge } from './solve-large.ts';

interface Cell {
  readonly value: number;
  /** Amounts of the two rows. */
  readonly uses: readonly [number, number];
}

function problemOf(
  cells: readonly (readonly Cell[])[],
  limits: readonly number[],
  must: readonly boolean[],
): LargeProblem {
  const mostOptions = Math.max(...cells.map((own) => own.length));
  return {
    units: cells.length,
    rows: limits.map((limit) => ({ sense: '<=' as const, limit })),
    mandatory: Uint8Array.from(must, Number),
    mostOptions,
    mostEntries: 2 * mostOptions,
    fill(unit, { values, starts, rows, amounts }) {
      let end = 0;
      cells[unit]!.forEach(({ value, uses }, o) => {
        values[o] = value;
        starts[o] = end;
        uses.forEach((amount, row) => {
          if (amount === 0) return;
          rows[end] = row;
          amounts[end] = amount;
          end += 1;
        });
      });
      starts[cells[unit]!.length] = end;
      return cells[unit]!.length;
    },
  };
}

/** Every fifth unit has begun, at sizes that differ widely, and uses all of row 0 with the others that have; the rest share row 1. */
function underWay(units: number, seed: number) {
  const { uniform } = chance(seed);
  const must = Array.from({ length: units }, (_, u) => u % 5 === 0);
  const cells = must.map((begun): readonly Cell[] =>
    begun
      ? [{ value: uniform(), uses: [uniform() ** 8, uniform()] }]
      : Array.from({ length: 3 }, () => ({ value: uniform(), uses: [0, uniform()] as const })),
  );
  const fixed = [0, 1].map((row) =>
    cells.reduce((sum, own, u) => sum + (must[u] ? own[0]!.uses[row]! : 0), 0),
  ) as [number, number];
  const limits = [fixed[0], fixed[1] + 0.1 * units] as const;
  return { cells, must, fixed, limits, problem: problemOf(cells, limits, must) };
}

describe('units that have begun', () => {
  test('property: D_tau is that of the others under what is left of the limits', () => {
    for (const seed of [1, 2, 3]) {
      const { cells, must, fixed, limits, problem } = underWay(60, seed);
      const free = cells.filter((_, u) => !must[u]);
      const rest = problemOf(
        free,
        limits.map((limit, r) => limit - fixed[r]!),
        free.map(() => false),
      );
      const [own, other] = [new AllocationDual(problem), new AllocationDual(rest)];
      const { uniform } = chance(seed + 10);
      const y = Float64Array.from([uniform(), uniform()]);
      const scaled = ({ scales }: AllocationDual) => y.map((price, r) => price * scales[r]!);
      const [a, b] = [new Float64Array(2), new Float64Array(2)];
      expect(own.smoothed(0.1)(scaled(own), a, null)).toBeCloseTo(
        other.smoothed(0.1)(scaled(other), b, null),
        9,
      );
      for (let r = 0; r < 2; r += 1) expect(a[r]! * own.scales[r]!).toBeCloseTo(b[r]! * other.scales[r]!, 9);
    }
  });

  test('property: in a sample they never stand for more than there is of a limit, so its price stays where it is', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { problem } = underWay(2000, seed);
      const dual = new AllocationDual(problem);
      for (const stride of [3, 7, 20]) {
        const gradient = new Float64Array(2);
        dual.smoothed(0.1, stride)(new Float64Array(2), gradient, null);
        expect(gradient[0]).toBeGreaterThanOrEqual(-1e-9);
      }
    }
  });

  test('the bound of a large problem is as near as without them: prices do not run away', () => {
    const { problem, must } = underWay(12_000, 6);
    const { status, gap, prices, chosen } = solveLarge(problem, { gap: 1e-3, seed: 1 });
    expect(status).toBe('optimal');
    expect(gap).toBeLessThan(1e-3);
    expect(prices[0]).toBeLessThan(1e-6);
    expect(must.every((begun, u) => !begun || chosen[u] === 0)).toBe(true);
  });
});
