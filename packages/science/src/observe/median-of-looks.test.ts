import { expect, it } from 'vitest';
import { medianFinder, selectionNetwork, slotsFor } from './median-of-looks.ts';

/** Twice the median by sorting. */
function bySorting(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  return n % 2 === 1 ? 2 * sorted[(n - 1) / 2]! : sorted[n / 2 - 1]! + sorted[n / 2]!;
}

it('equals the median by sorting for every count of looks, with ties and both ends of uint16', () => {
  let state = 3;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  for (let n = 1; n <= 40; n += 1) {
    const slots = slotsFor(n);
    const find = medianFinder(slots);
    for (let draw = 0; draw < 60; draw += 1) {
      const run = Array.from({ length: n }, () => (draw % 3 === 0 ? random(4) * 21_845 : random(65_536)));
      expect(find(Int32Array.from([...run, ...new Array<number>(slots).fill(7)]), 0, n)).toBe(bySorting(run));
    }
  }
});

it('eight looks in all 256 orders of zeros and ones come out right (the zero-one principle)', () => {
  const find = medianFinder(8);
  for (let bits = 0; bits < 256; bits += 1) {
    const run = Array.from({ length: 8 }, (_, k) => (bits >> k) & 1);
    expect(find(Int32Array.from(run), 0, 8)).toBe(bySorting(run));
  }
});

it('the pruned network still brings the two middle ones to the middle', () => {
  const network = selectionNetwork(8);
  for (let bits = 0; bits < 256; bits += 1) {
    const run = Array.from({ length: 8 }, (_, k) => (bits >> k) & 1);
    for (let c = 0; c < network.length; c += 2) {
      const [i, j] = [network[c]!, network[c + 1]!];
      [run[i], run[j]] = [Math.min(run[i]!, run[j]!), Math.max(run[i]!, run[j]!)];
    }
    expect(run[3]! + run[4]!).toBe(bySorting(Array.from({ length: 8 }, (_, k) => (bits >> k) & 1)));
  }
});
