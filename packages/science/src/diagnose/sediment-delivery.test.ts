import { expect, it } from 'vitest';
import { flowOrder, sedimentDelivery, sedimentExport } from './sediment-delivery.ts';

const fill = (n: number, value: number): Float32Array => new Float32Array(n).fill(value);

it('three cells in a row, C 0.1 and S 0.2: by hand', () => {
  // 0 -> 1 -> 2 -> out. Dup = 0.02 sqrt(n 100); Ddn = 500 per cell: 1500, 1000, 500.
  const { connectivity, ratio } = sedimentDelivery(Int32Array.of(1, 2, -1), fill(3, 0.1), fill(3, 0.2), {
    width: 3,
    cellSizeMetres: 10,
  });
  const ic = [0.2 / 1500, (0.2 * Math.SQRT2) / 1000, (0.2 * Math.sqrt(3)) / 500].map(Math.log10);
  for (const [i, value] of ic.entries()) expect(connectivity[i]).toBeCloseTo(value, 5);
  // IC -3.8751: 0.8 / (1 + exp(2.18753)) = 0.8 / 9.91317 = 0.0807
  expect(ratio[0]).toBeCloseTo(0.0807, 4);
});

it('a diagonal step is longer by the square root of two, and a stream ends the path', () => {
  //  0 1
  //  2 3   0 -> 3 (stream), 1 -> 3, 2 -> 3
  const { connectivity, ratio } = sedimentDelivery(Int32Array.of(3, 3, 3, -1), fill(4, 0.5), fill(4, 0.5), {
    width: 2,
    cellSizeMetres: 10,
    streams: Uint8Array.of(0, 0, 0, 1),
  });
  expect(connectivity[1]! - connectivity[0]!).toBeCloseTo(Math.log10(Math.SQRT2), 5);
  expect(connectivity[1]).toBeCloseTo(Math.log10((0.25 * 10) / 40), 5);
  expect(connectivity[3]).toBeNaN();
  expect(ratio[3]).toBeNaN();
});

it('upslope means are those of the cell and all that drain into it', () => {
  // C 0.1 and 0.3: mean 0.2 below; S 0.4 and 0.2: mean 0.3; A 200 m2.
  const { connectivity } = sedimentDelivery(
    Int32Array.of(1, -1),
    Float32Array.of(0.1, 0.3),
    Float32Array.of(0.4, 0.2),
    {
      width: 2,
      cellSizeMetres: 10,
    },
  );
  expect(connectivity[1]).toBeCloseTo(Math.log10((0.2 * 0.3 * Math.sqrt(200)) / (10 / 0.06)), 5);
});

it('cover and gradient are held at 0.001, 0.005 and 1', () => {
  const held = sedimentDelivery(Int32Array.of(-1, -1), Float32Array.of(0, 1), Float32Array.of(0, 5), {
    width: 2,
    cellSizeMetres: 10,
  });
  expect(held.connectivity[0]).toBeCloseTo(Math.log10((0.001 * 0.005 * 10) / (10 / 0.000005)), 5);
  expect(held.connectivity[1]).toBeCloseTo(0, 6);
});

it('at connectivity IC0 half of the greatest share arrives', () => {
  // IC 0 with IC0 0: half of 0.8
  const even = sedimentDelivery(Int32Array.of(-1), fill(1, 1), fill(1, 1), {
    width: 1,
    cellSizeMetres: 10,
    ic0: 0,
  });
  expect(even.ratio[0]).toBeCloseTo(0.4, 6);
});

it('down a long even slope the ratio rises all the way, and cover in the way lowers it above', () => {
  const n = 60;
  const receivers = Int32Array.from({ length: n }, (_, i) => (i === n - 1 ? -1 : i + 1));
  const options = { width: n, cellSizeMetres: 30 };
  const bare = sedimentDelivery(receivers, fill(n, 0.5), fill(n, 0.3), options).ratio;
  for (let i = 1; i < n; i += 1) expect(bare[i]).toBeGreaterThan(bare[i - 1]!);
  const strip = fill(n, 0.5);
  strip[40] = 0.01;
  const held = sedimentDelivery(receivers, strip, fill(n, 0.3), options).ratio;
  for (let i = 0; i <= 40; i += 1) expect(held[i]).toBeLessThan(bare[i]!);
});

it('no data stays no data, counts for nothing downstream, and ends the paths above it', () => {
  const { connectivity } = sedimentDelivery(
    Int32Array.of(1, 2, -1),
    Float32Array.of(0.1, Number.NaN, 0.1),
    fill(3, 0.2),
    { width: 3, cellSizeMetres: 10 },
  );
  expect(connectivity[0]).toBeCloseTo(Math.log10(0.2 / 500), 5);
  expect(connectivity[1]).toBeNaN();
  expect(connectivity[2]).toBeCloseTo(Math.log10((0.02 * Math.sqrt(200)) / 500), 5);
});

it('every cell comes after all that drain into it; circles and jumps are refused', () => {
  const order = [...flowOrder(Int32Array.of(1, 4, 1, 4, -1, 4), 3)];
  expect(order.indexOf(0)).toBeLessThan(order.indexOf(1));
  expect(order.indexOf(2)).toBeLessThan(order.indexOf(1));
  expect(order[5]).toBe(4);
  expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(() => flowOrder(Int32Array.of(1, 0, -1), 3)).toThrow(/E-DIA-104.*got 2/);
  expect(() => flowOrder(Int32Array.of(2, -1, -1), 3)).toThrow(/E-DIA-105/);
  // The last cell of a row is no neighbour of the first of the next.
  expect(() => flowOrder(Int32Array.of(-1, -1, 3, -1, -1, -1), 3)).toThrow(/E-DIA-105/);
});

it('export: 10 t/ha on 0.01 ha, a tenth delivered', () => {
  expect(sedimentExport(fill(3, 10), Float32Array.of(0.1, 0.2, Number.NaN), 0.01)).toBeCloseTo(0.03, 6);
});
