import { describe, expect, it } from 'vitest';
import { resample } from './resample.ts';
import { approximateMap, mapRow, mapScale, type PixelMap, shiftMap, sourceWindow } from './resample-map.ts';

/** x = a x + b, y = a y + b. */
const linear =
  (scale: number, shiftX: number, shiftY = shiftX): PixelMap =>
  (x, y, out) => {
    out[0] = scale * x + shiftX;
    out[1] = scale * y + shiftY;
  };
/** A sloping plane: bilinear and cubic must reproduce it exactly. */
const plane = (width: number, height: number) => ({
  samples: Float32Array.from(
    { length: width * height },
    (_, i) => 3 * (i % width) + 7 * Math.floor(i / width),
  ),
  width,
  height,
  nodata: null,
});

describe('the lattice of exact points', () => {
  it('is exact and coarse for a linear map', () => {
    const map = approximateMap(linear(1, 0.25), 200, 130);
    expect([map.step, map.error]).toEqual([64, 0]);
    const [xs, ys] = [new Float64Array(200), new Float64Array(200)];
    mapRow(map, 129, xs, ys);
    expect([xs[0], xs[199], ys[0]]).toEqual([0.75, 199.75, 129.75]);
  });

  it('keeps a curved map within the bound at every pixel, not only where it was measured', () => {
    const curved: PixelMap = (x, y, out) => {
      out[0] = x + 2e-4 * x * y + 20 * Math.sin(x / 90);
      out[1] = y + 15 * Math.cos((x + y) / 120);
    };
    const map = approximateMap(curved, 300, 200, 0.05);
    expect(map.error).toBeLessThanOrEqual(0.05);
    const [xs, ys, point] = [new Float64Array(300), new Float64Array(300), new Float64Array(2)];
    let worst = 0;
    for (let row = 0; row < 200; row += 1) {
      mapRow(map, row, xs, ys);
      for (let col = 0; col < 300; col += 1) {
        curved(col + 0.5, row + 0.5, point);
        worst = Math.max(worst, Math.hypot(xs[col]! - point[0]!, ys[col]! - point[1]!));
      }
    }
    expect(worst).toBeLessThan(0.06);
    expect(map.step).toBeGreaterThan(1);
  });

  it('knows how much the image is reduced', () => {
    expect(mapScale(approximateMap(linear(3, 0), 90, 40))).toEqual({ x: 3, y: 3 });
    const turned = mapScale(
      approximateMap(
        (x, y, out) => {
          out[0] = 2 * y;
          out[1] = 2 * x;
        },
        30,
        40,
      ),
    );
    expect([turned.x, turned.y]).toEqual([2, 2]);
  });

  it('names the source window it needs, and a map can be shifted into it', () => {
    const map = approximateMap(linear(1, 100, 50), 20, 10);
    expect(sourceWindow(map, 1000, 1000, 2)).toEqual({ col: 98, row: 48, width: 24, height: 14 });
    expect(sourceWindow(map, 110, 1000, 2)).toMatchObject({ col: 98, width: 12 });
    expect(sourceWindow(map, 90, 1000, 2)).toBeNull();
    const [xs, ys] = [new Float64Array(20), new Float64Array(20)];
    mapRow(shiftMap(map, 98, 48), 0, xs, ys);
    expect([xs[0], ys[0]]).toEqual([2.5, 2.5]);
  });
});

describe('resampling', () => {
  for (const method of ['nearest', 'bilinear', 'cubic'] as const) {
    it(`${method}: the same grid gives the same samples`, () => {
      const samples = Uint16Array.from({ length: 48 }, (_, i) => (i * 7919) % 65_536);
      expect(
        resample({ samples, width: 8, height: 6, nodata: 0 }, approximateMap(linear(1, 0), 8, 6), method),
      ).toEqual(samples);
    });
  }

  for (const method of ['bilinear', 'cubic'] as const) {
    it(`${method} reproduces a sloping plane between samples`, () => {
      const out = resample(plane(20, 20), approximateMap(linear(1, 5.3, 4.8), 8, 8), method);
      // target pixel (2, 3) lies at source pixel centre coordinates 7.3, 7.8
      expect(out[3 * 8 + 2]).toBeCloseTo(3 * 7.3 + 7 * 7.8, 4);
    });
  }

  it('cubic keeps the sharp edge that bilinear blurs, with the overshoot of the kernel by hand', () => {
    const step = { samples: Float32Array.of(0, 0, 0, 1, 1, 1), width: 6, height: 1, nodata: null };
    const at = (shift: number, method: 'bilinear' | 'cubic'): number =>
      resample(step, approximateMap(linear(1, shift, 0), 1, 1), method)[0]!;
    expect(at(2.5, 'bilinear')).toBeCloseTo(0.5, 6);
    // the ones lie 0.25 and 1.25 samples away: w(0.25) + w(1.25) = 0.8671875 - 0.0703125
    expect(at(2.75, 'cubic')).toBeCloseTo(0.796875, 6);
    // 0.5, 0.5 and 1.5 away: 0.5625 + 0.5625 - 0.0625
    expect(at(3.5, 'cubic')).toBeCloseTo(1.0625, 6);
  });

  it('nearest takes the sample whose pixel the centre falls into, and never mixes classes', () => {
    const source = { samples: Uint8Array.of(1, 9, 1, 9), width: 4, height: 1, nodata: null };
    const out = resample(source, approximateMap(linear(1, 0.49, 0), 4, 1), 'nearest', 255);
    expect(Array.from(out)).toEqual([1, 9, 1, 9]);
    expect(Array.from(resample(source, approximateMap(linear(1, 0.51, 0), 4, 1), 'nearest', 255))).toEqual([
      9, 1, 9, 255,
    ]);
  });

  it('no data: other weights are scaled up, and less than half of the weight gives no value', () => {
    const source = { samples: Uint16Array.of(100, 0, 100, 200), width: 4, height: 1, nodata: 0 };
    const at = (shift: number): number =>
      resample(source, approximateMap(linear(1, shift, 0), 1, 1), 'bilinear')[0]!;
    expect(at(0.4)).toBe(100);
    expect(at(0.6)).toBe(0);
    expect(at(2.25)).toBe(125);
  });

  it('NaN is no data in floats; outside the source there is no value', () => {
    const source = { samples: Float32Array.of(1, NaN, 3), width: 3, height: 1, nodata: null };
    const out = resample(source, approximateMap(linear(1, -1, 0), 5, 1), 'bilinear');
    expect(Array.from(out)).toEqual([NaN, 1, NaN, 3, NaN]);
  });

  it('a valid value never becomes the no-data value by rounding or by overshoot', () => {
    const source = { samples: Uint16Array.of(1, 1, 1, 400, 400), width: 5, height: 1, nodata: 0 };
    const out = resample(source, approximateMap(linear(1, 0.5, 0), 4, 1), 'cubic');
    expect(out.every((value) => value >= 1)).toBe(true);
  });

  it('reducing takes in every source sample: 10 m to 30 m of an even checkerboard gives its mean', () => {
    const samples = Float32Array.from({ length: 900 }, (_, i) =>
      (i + Math.floor(i / 30)) % 2 === 0 ? 0 : 100,
    );
    for (const method of ['bilinear', 'cubic'] as const) {
      const out = resample(
        { samples, width: 30, height: 30, nodata: null },
        approximateMap(linear(3, 0), 10, 10),
        method,
      );
      expect(Math.abs(out[5 * 10 + 5]! - 50), method).toBeLessThan(2);
    }
  });
});
