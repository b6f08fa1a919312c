import { describe, expect, test } from 'vitest';
import { unknown } from '../../base/index.ts';
import type { DiagnosisResult } from '../../diagnose/index.ts';
import type { PlanResult } from '../result.ts';
import { priorityList } from './priority-list.ts';

type Given = {
  readonly id: string;
  readonly score: number | null;
  readonly cost: number | null;
  readonly hazard?: 'critical' | 'major';
  readonly areaHa?: number;
};

/** Only what the list reads. */
function mine(units: readonly Given[], budgets: readonly number[] = []): [DiagnosisResult, PlanResult] {
  const diagnosis = {
    units: units.map(({ id, score, areaHa = 1 }) => ({
      id,
      name: null,
      areaHa,
      score: score ?? unknown('no-values'),
      obstacles: [
        { indicator: 'index-gap', degree: 0.7 },
        { indicator: 'gravel', degree: 0.3 },
      ],
    })),
    findings: units.flatMap(({ id, hazard }) => [
      { id: `${id}:thin`, unitId: id, factor: 'soil-depth', severity: 'critical', verdict: 'problem' },
      { id: `${id}:asked`, unitId: id, factor: 'stability', severity: 'critical', verdict: 'insufficient' },
      ...(hazard === undefined
        ? []
        : [{ id: `${id}:slide`, unitId: id, factor: 'stability', severity: hazard, verdict: 'problem' }]),
    ]),
  };
  const plan = {
    currency: 'CNY',
    units: units.map(({ id, cost }) => ({
      id,
      village: null,
      notChosen: cost === null ? 'all-barred' : null,
      choice: cost === null ? null : { id: 'forest/plant', year: 2026, outcome: { publicCost: cost } },
      alternatives: [],
    })),
    rows: budgets.map((limit, i) => ({ id: `budget:${2026 + i}`, limit })),
  };
  return [diagnosis, plan] as unknown as [DiagnosisResult, PlanResult];
}

describe('the priority list', () => {
  test('ranks danger before need, need before cost per hectare, and leaves questions out of danger', () => {
    const { rows } = priorityList(
      ...mine([
        { id: 'A', score: 0.1, cost: 10 },
        { id: 'B', score: 0.9, cost: 10, hazard: 'critical' },
        { id: 'C', score: 0.5, cost: 10, hazard: 'major' },
        { id: 'D', score: 0.1, cost: 10, areaHa: 2 },
        { id: 'E', score: null, cost: 1 },
        { id: 'F', score: 0, cost: null, hazard: 'critical' },
      ]),
    );
    expect(rows.map(({ unit }) => unit)).toEqual(['B', 'C', 'D', 'A', 'E', 'F']);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, null]);
    expect(rows.map(({ risk }) => risk)).toEqual(['danger', 'watch', 'none', 'none', 'none', 'danger']);
    // What carried each: the hazard, the obstacle that weighs most, or nothing but the order.
    const hazard = { kind: 'hazard', factors: ['stability'] };
    const need = { kind: 'need', indicator: 'index-gap', degree: 0.7 };
    expect(rows.map(({ carriedBy }) => carriedBy)).toEqual([
      hazard,
      hazard,
      need,
      need,
      { kind: 'order' },
      hazard,
    ]);
    expect(rows[4]!.need).toBeNull();
    expect(rows[5]).toMatchObject({ cost: null, cumulated: null, within: null, notChosen: 'all-barred' });
  });

  test('draws one line after the last rank that the money reaches, and pulls nothing up', () => {
    const { rows, budget, lastWithin } = priorityList(
      ...mine(
        [
          { id: 'A', score: 0.1, cost: 60 },
          { id: 'B', score: 0.2, cost: 50 },
          { id: 'C', score: 0.3, cost: 5 },
        ],
        [70, 30],
      ),
    );
    expect(budget).toBe(100);
    expect(rows.map(({ cumulated }) => cumulated)).toEqual([60, 110, 115]);
    expect(rows.map(({ within }) => within)).toEqual([true, false, false]);
    expect(lastWithin).toBe(1);
  });

  test('has no line without a budget, and one above all where nothing can be paid', () => {
    const units = [{ id: 'A', score: 0.1, cost: 60 }];
    expect(priorityList(...mine(units))).toMatchObject({ budget: null, lastWithin: null });
    expect(priorityList(...mine(units)).rows[0]!.within).toBeNull();
    expect(priorityList(...mine(units, [59.9]))).toMatchObject({ lastWithin: 0 });
    expect(priorityList(...mine(units, [60])).lastWithin).toBe(1);
  });

  test('every unit stands once, sums only grow, and no order of the input matters', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const draw = (n: number): number => ((seed * 7919 + n * 104_729) % 1000) / 1000;
      const units: Given[] = Array.from({ length: 12 }, (_, n) => ({
        id: `U${n}`,
        score: draw(n) < 0.1 ? null : draw(n + 50),
        cost: draw(n + 100) < 0.2 ? null : Math.round(1000 * draw(n + 150)),
        ...(draw(n + 200) < 0.3
          ? { hazard: draw(n + 250) < 0.5 ? ('critical' as const) : ('major' as const) }
          : {}),
      }));
      const list = priorityList(...mine(units, [1500]));
      expect(list.rows.map(({ unit }) => unit).sort()).toEqual(units.map(({ id }) => id).sort());
      const sums = list.rows.flatMap(({ cumulated }) => cumulated ?? []);
      for (let i = 1; i < sums.length; i += 1) expect(sums[i]!).toBeGreaterThanOrEqual(sums[i - 1]!);
      expect(priorityList(...mine([...units].reverse(), [1500])).rows.map(({ unit }) => unit)).toEqual(
        list.rows.map(({ unit }) => unit),
      );
    }
  });
});
