import { describe, expect, test } from 'vitest';
import type { Acquisition } from './acquisitions.ts';
import { qualityOf } from './quality.ts';
import { skyOf } from './sky.ts';

const LOOK: Acquisition = {
  id: 'LC08_L2SP_126031_20200707_20200901_02_T1',
  satellite: 8,
  date: '2020-07-07',
  year: 2020,
  dayOfYear: 189,
  path: 126,
  row: 31,
  delivery: 'native',
  cloudShare: 0.25,
  haze: 0,
  missesShadows: false,
  slcOff: false,
  snow: false,
};
const SUN = { elevation: 60, azimuth: 135, distance: 1 };
const SIZE = 160;
const share = (flags: Uint8Array): number => flags.reduce((sum, one) => sum + one, 0) / flags.length;

describe('skyOf', () => {
  test('covers about the share of the wider scene that it is told to', () => {
    const shares = [1, 2, 3, 4, 5, 6].map((seed) => share(skyOf(seed, SIZE, LOOK, SUN).cloud));
    const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.15);
    expect(mean).toBeLessThan(0.35);
  });

  test('closed cloud leaves nothing clear', () => {
    expect(share(skyOf(1, SIZE, { ...LOOK, cloudShare: 1 }, SUN).cloud)).toBe(1);
  });

  test('shade lies to the north-west of its cloud when the sun stands in the south-east', () => {
    const { opacity, shade } = skyOf(1, SIZE, LOOK, SUN);
    const matches = (dx: number, dy: number): number => {
      let same = 0;
      for (let row = 36; row < SIZE - 36; row += 1) {
        for (let col = 36; col < SIZE - 36; col += 1) {
          const cloudy = opacity[(row - dy) * SIZE + col - dx]! > 0;
          if (cloudy === shade[row * SIZE + col]! > 0) same += 1;
        }
      }
      return same / (SIZE - 72) ** 2;
    };
    // some offset to the north-west fits exactly, none to the south-east does
    const offsets = Array.from({ length: 35 }, (_, d) => d + 1);
    expect(Math.max(...offsets.map((d) => matches(-d, -d)))).toBe(1);
    expect(Math.max(...offsets.map((d) => matches(d, d)))).toBeLessThan(0.95);
  });

  test('haze is flagged nowhere', () => {
    const { opacity, cloud, dilated } = skyOf(1, SIZE, { ...LOOK, cloudShare: 0, haze: 0.3 }, SUN);
    expect(Math.max(...opacity)).toBeGreaterThan(0.1);
    expect(Math.max(...opacity)).toBeLessThanOrEqual(0.3001);
    expect(share(cloud) + share(dilated)).toBe(0);
  });

  test('a look that misses shadows flags fewer of the same shadows', () => {
    const all = skyOf(1, SIZE, LOOK, SUN);
    const some = skyOf(1, SIZE, { ...LOOK, missesShadows: true }, SUN);
    expect(some.shade).toEqual(all.shade);
    expect(share(some.shadow)).toBeLessThan(share(all.shadow));
  });
});

describe('qualityOf', () => {
  const sky = {
    opacity: new Float32Array(6),
    shade: new Float32Array(6),
    cloud: Uint8Array.of(0, 1, 0, 0, 0, 0),
    dilated: Uint8Array.of(0, 0, 1, 0, 0, 0),
    shadow: Uint8Array.of(0, 0, 0, 1, 0, 0),
  };
  const water = Float32Array.of(0, 0, 0, 0, 1, 0);
  const snow = Float32Array.of(0, 0, 0, 0, 0, 0.9);

  test('writes the values of the OLI product: clear, cloud, beside a cloud, shadow, water, snow', () => {
    expect([...qualityOf(sky, water, snow, true)]).toEqual([21824, 22280, 21762, 23888, 21952, 30048]);
  });

  test('writes the values of the TM product, which has no cirrus confidence', () => {
    expect([...qualityOf(sky, water, snow, false)]).toEqual([5440, 5896, 5378, 7504, 5568, 13664]);
  });
});
