import { expect, it } from 'vitest';
import { threatReach } from './threat-reach.ts';

const row = (...values: number[]): Float32Array => Float32Array.from(values);

it('one threatened cell: linear decay over two cells of ten metres', () => {
  const pressure = threatReach(row(0, 0, 1, 0, 0, 0), {
    width: 6,
    cellSizeMetres: 10,
    maxDistanceMetres: 20,
    decay: 'linear',
    combine: 'sum',
  });
  [0, 0.5, 1, 0.5, 0, 0].forEach((value, i) => {
    expect(pressure[i]).toBeCloseTo(value, 7);
  });
});

it('exponential decay: 0.0503 at dmax itself, nothing beyond', () => {
  const reach = { width: 4, cellSizeMetres: 10, maxDistanceMetres: 20, decay: 'exponential' } as const;
  for (const combine of ['sum', 'nearest'] as const) {
    const pressure = threatReach(row(1, 0, 0, 0), { ...reach, combine });
    expect(pressure[1]).toBeCloseTo(Math.exp(-1.495), 7);
    expect(pressure[2]).toBeCloseTo(0.05029, 5);
    expect(pressure[3]).toBe(0);
  }
});

it('the tiles together equal the sum over all pairs of cells', () => {
  const [width, height] = [301, 283];
  const threat = Float32Array.from({ length: width * height }, (_, i) =>
    (i * 7919) % 1009 === 3 ? (i % 10) / 10 : 0,
  );
  for (const maxDistanceMetres of [25, 700]) {
    const reach = { width, cellSizeMetres: 10, maxDistanceMetres, decay: 'exponential' } as const;
    const pressure = threatReach(threat, { ...reach, combine: 'sum' });
    for (let i = 0; i < threat.length; i += 977) {
      let sum = 0;
      for (let j = 0; j < threat.length; j += 1) {
        if (threat[j] === 0) continue;
        const d = 10 * Math.hypot((i % width) - (j % width), Math.floor(i / width) - Math.floor(j / width));
        if (d <= maxDistanceMetres) sum += threat[j]! * Math.exp((-2.99 * d) / maxDistanceMetres);
      }
      expect(Math.abs(pressure[i]! - sum)).toBeLessThan(1e-5);
    }
  }
});

it('in the midst of threatened land the mean is 1 whatever the size of cells; at its straight edge about half', () => {
  for (const [cells, cellSizeMetres] of [
    [60, 10],
    [120, 5],
  ] as const) {
    const threat = new Float32Array(cells * cells).fill(1);
    const reach = { width: cells, cellSizeMetres, maxDistanceMetres: 200, decay: 'linear' } as const;
    const pressure = threatReach(threat, reach);
    expect(pressure[(cells / 2) * cells + cells / 2]).toBeCloseTo(1, 6);
    expect(pressure[(cells / 2) * cells]).toBeGreaterThan(0.5);
    expect(pressure[(cells / 2) * cells]).toBeLessThan(0.56);
  }
});

it('no data is no threat, a reach beyond the grid is cut, senseless reaches are refused', () => {
  const reach = { width: 2, cellSizeMetres: 10, maxDistanceMetres: 1e5, decay: 'linear' } as const;
  const pressure = threatReach(row(Number.NaN, 1), { ...reach, combine: 'sum' });
  expect(pressure[0]).toBeCloseTo(0.9999, 7);
  expect(() => threatReach(row(1, 0), { ...reach, maxDistanceMetres: 0 })).toThrow(/E-DIA-102/);
  expect(() => threatReach(row(1, 0, 0), reach)).toThrow(/E-DIA-101/);
});
