import { describe, expect, test } from 'vitest';
import { resolveDemoOptions } from './frame.ts';
import { mineHistory } from './mine-history.ts';
import { UNITS } from './site-plan.ts';
import { oldTerrain, terrainIn, terrainNormals } from './terrain.ts';

describe('terrain', () => {
  test('normals of a plane that rises 3 m a pixel to the east lean to the west', () => {
    const height = Float32Array.from({ length: 16 }, (_, i) => 3 * (i % 4));
    const { x, y, z } = terrainNormals(height, 4);
    const length = Math.hypot(0.1, 1);
    for (let i = 0; i < 16; i += 1) {
      expect(x[i]).toBeCloseTo(-0.1 / length, 6);
      expect(y[i]).toBeCloseTo(0, 6);
      expect(z[i]).toBeCloseTo(1 / length, 6);
    }
  });

  test('normals of a plane that falls to the south lean to the south', () => {
    const { y } = terrainNormals(
      Float32Array.from({ length: 16 }, (_, i) => -6 * Math.floor(i / 4)),
      4,
    );
    expect(y[5]).toBeCloseTo(-0.2 / Math.hypot(0.2, 1), 6);
  });

  test('pits sink, dumps rise, a filled pit is level again, all else stays', () => {
    const options = resolveDemoOptions({ size: 96 });
    const old = oldTerrain(options);
    const history = mineHistory(options);
    const now = terrainIn(2024.5, old, history);
    const changes = (id: string): number[] => {
      const position = UNITS.findIndex((unit) => unit.id === id);
      return [...history.unit].flatMap((unit, i) => (unit === position ? [now[i]! - old[i]!] : []));
    };
    expect(Math.min(...changes('U05'))).toBeLessThan(-40);
    expect(Math.max(...changes('U03'))).toBeGreaterThan(30);
    expect(changes('U01').every((change) => Math.abs(change) < 1e-3)).toBe(true);
    const untouched = [...history.unit].every((unit, i) => unit !== -1 || now[i] === old[i]);
    expect(untouched).toBe(true);
  });
});
