import { expect, it } from 'vitest';
import { type Connectivity, effectiveMeshSize, probabilityOfConnectivity } from './connectivity.ts';

const far = Number.POSITIVE_INFINITY;

it('mesh: patches of 3 and 4 ha in 10 ha are a mesh of 2.5 ha', () => {
  expect(effectiveMeshSize([3, 4], 10)).toBe(2.5);
  expect(effectiveMeshSize([10], 10)).toBe(10);
  expect(effectiveMeshSize([], 10)).toBe(0);
  expect(effectiveMeshSize([], 0)).toEqual({ kind: 'unknown', reason: 'empty-landscape' });
});

it('mesh: cutting a patch in equal parts divides it by their number', () => {
  for (const parts of [2, 5, 50])
    expect(effectiveMeshSize(new Float64Array(parts).fill(100 / parts), 100)).toBeCloseTo(100 / parts, 10);
});

it('PC: two patches half a dispersal step apart, by hand', () => {
  // Areas 2 and 3 in 10, p = 0.5: (4 + 9 + 2 x 6 x 0.5) / 100 = 0.19; without the first 0.09, without the second 0.04.
  const result = probabilityOfConnectivity([2, 3], Float64Array.of(0, 500, 500, 0), 10, {
    distanceMetres: 500,
  }) as Connectivity;
  expect(result.pc).toBeCloseTo(0.19, 12);
  expect(result.equivalentArea).toBeCloseTo(Math.sqrt(19), 12);
  expect(result.dpc[0]).toBeCloseTo((100 * 10) / 19, 10);
  expect(result.dpc[1]).toBeCloseTo((100 * 15) / 19, 10);
});

it('PC: a tiny stepping stone carries the path, and is worth more than its area', () => {
  // 0 and 2 are 3000 m apart, the stone 500 m from each: p* = 0.25 through it, 2^-6 without.
  const d = Float64Array.of(0, 500, 3000, 500, 0, 500, 3000, 500, 0);
  const { pc, dpc } = probabilityOfConnectivity([5, 0.001, 5], d, 100, {
    distanceMetres: 500,
  }) as Connectivity;
  const whole = 50 + 1e-6 + 2 * (2 * 0.005 * 0.5) + 2 * 25 * 0.25;
  expect(pc).toBeCloseTo(whole / 1e4, 12);
  expect(dpc[1]).toBeCloseTo((100 * (whole - (50 + 2 * 25 * 2 ** -6))) / whole, 9);
  expect(dpc[1]).toBeGreaterThan(18);
});

it('dPC equals PC computed anew without the patch', () => {
  const n = 9;
  const areas = Float64Array.from({ length: n }, (_, i) => 1 + ((i * 37) % 11));
  const d = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < i; j += 1) {
      const step = (i + j) % 4 === 0 ? far : 20 + ((i * 7919 + j * 31) % 90) ** 1.5;
      d[i * n + j] = step;
      d[j * n + i] = step;
    }
  const whole = probabilityOfConnectivity(areas, d, 200, { distanceMetres: 100 }) as Connectivity;
  for (let removed = 0; removed < n; removed += 1) {
    const keep = [...areas.keys()].filter((i) => i !== removed);
    const rest = Float64Array.from(keep.flatMap((i) => keep.map((j) => d[i * n + j]!)));
    const pc = probabilityOfConnectivity(
      keep.map((i) => areas[i]!),
      rest,
      200,
      { distanceMetres: 100 },
    ) as Connectivity;
    expect(whole.dpc[removed]).toBeCloseTo((100 * (whole.pc - pc.pc)) / whole.pc, 9);
  }
});

it('PC lies between the share of the patches squared and the share of habitat squared, and grows with dispersal', () => {
  const d = Float64Array.of(0, 300, 900, 300, 0, 700, 900, 700, 0);
  const pcAt = (distanceMetres: number): number =>
    (probabilityOfConnectivity([1, 2, 3], d, 10, { distanceMetres }) as Connectivity).pc;
  expect(pcAt(1e-3)).toBeCloseTo(0.14, 12);
  expect(pcAt(1e9)).toBeCloseTo(0.36, 6);
  expect(pcAt(200)).toBeLessThan(pcAt(400));
});

it('no land and no habitat are unknown; more habitat than land and other sizes are refused', () => {
  const one = Float64Array.of(0);
  const step = { distanceMetres: 100 };
  expect(probabilityOfConnectivity([0], one, 10, step)).toEqual({ kind: 'unknown', reason: 'no-habitat' });
  expect(probabilityOfConnectivity([], new Float64Array(0), 0, step)).toMatchObject({
    reason: 'empty-landscape',
  });
  expect(() => probabilityOfConnectivity([11], one, 10, step)).toThrow(/E-DIA-102/);
  expect(() => probabilityOfConnectivity([1, 2], one, 10, step)).toThrow(/E-DIA-101/);
  expect(() => probabilityOfConnectivity([1], one, 10, { distanceMetres: 0 })).toThrow(/E-DIA-102/);
});
