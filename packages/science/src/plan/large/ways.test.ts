import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { type LargeProblem, optionBuffer } from './large-problem.ts';
import { waysOf } from './ways.ts';

const UNITS = 200;
const RESERVE = 0.02;

/** Two rows: one that everything together could fill, one that nothing could. */
function madeProblem(): LargeProblem {
  const { uniform } = chance(12);
  const options = Array.from({ length: UNITS }, () =>
    Array.from({ length: 4 }, () => [uniform(), uniform(), uniform()] as const),
  );
  return {
    units: UNITS,
    rows: [
      { sense: '<=', limit: 50 },
      { sense: '<=', limit: 1000 },
    ],
    mandatory: Uint8Array.from({ length: UNITS }, (_, unit) => (unit % 9 === 0 ? 1 : 0)),
    mostOptions: 4,
    mostEntries: 8,
    fill(unit, { values, starts, rows, amounts }) {
      options[unit]!.forEach(([value, first, second], o) => {
        values[o] = value;
        starts[o] = 2 * o;
        rows.set([0, 1], 2 * o);
        amounts.set([first, second], 2 * o);
      });
      starts[4] = 8;
      return 4;
    },
  };
}

const nobody = (): boolean => false;

test('near ways are those that lose least, best first, with the way taken; nothing is a way where it is allowed', () => {
  const problem = madeProblem();
  const chosen = new Int32Array(UNITS).fill(2);
  const y = Float64Array.of(0.5, 0);
  const ways = waysOf(problem, y, chosen, 0.3, nobody, RESERVE);
  const buffer = optionBuffer(problem);
  ways.movable.forEach((unit, m) => {
    problem.fill(unit, buffer);
    const worth = (o: number): number => (o < 0 ? 0 : buffer.values[o]! - 0.5 * buffer.amounts[2 * o]!);
    const all = [0, 1, 2, 3, ...(problem.mandatory[unit] === 0 ? [-1] : [])];
    const best = Math.max(...all.map(worth));
    const own = [...ways.option.subarray(ways.from[m]!, ways.from[m + 1]!)];
    expect([...own].sort()).toEqual(all.filter((o) => o === 2 || best - worth(o) <= 0.3).sort());
    expect(ways.option[ways.current[m]!]).toBe(2);
    own.forEach((o, k) => {
      expect(ways.regret[ways.from[m]! + k]).toBeCloseTo(best - worth(o), 12);
    });
    const near = own.filter((o) => best - worth(o) <= 0.3).map(worth);
    expect(near).toEqual([...near].sort((a, b) => b - a));
  });
  expect(ways.movable.length).toBeGreaterThan(100);
});

test('a row without a price that no choice of ways can fill has no entries; whatever is taken, it keeps its reserve', () => {
  const problem = madeProblem();
  const chosen = new Int32Array(UNITS).fill(2);
  const ways = waysOf(problem, new Float64Array(2), chosen, 0.3, nobody, RESERVE);
  expect(new Set(ways.rows)).toEqual(new Set([0]));
  const { uniform } = chance(13);
  const buffer = optionBuffer(problem);
  for (let n = 0; n < 50; n += 1) {
    let used = 0;
    const taken = Int32Array.from(chosen);
    ways.movable.forEach((unit, m) => {
      const [from, to] = [ways.from[m]!, ways.from[m + 1]!];
      taken[unit] = ways.option[from + Math.floor(uniform() * (to - from))]!;
    });
    taken.forEach((o, unit) => {
      problem.fill(unit, buffer);
      if (o >= 0) used += buffer.amounts[2 * o + 1]!;
    });
    expect(1000 - used).toBeGreaterThanOrEqual(RESERVE * ways.typical[1]!);
  }
  // With a price it matters again.
  const priced = waysOf(problem, Float64Array.of(0, 0.01), chosen, 0.3, nobody, RESERVE);
  expect(new Set(priced.rows)).toEqual(new Set([0, 1]));
});
