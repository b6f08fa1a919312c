import { expect, it } from 'vitest';
import { cloudDistance, scoreLooks } from './best-available.ts';
import type { Look } from './composite.ts';

const look = (dayOfYear: number, more: Partial<Look> = {}): Look => ({
  bands: {},
  clear: Uint8Array.of(1),
  dayOfYear,
  ...more,
});

it('the day score falls to exp(-1/2) one standard deviation from the target', () => {
  const [at, away] = scoreLooks([look(200), look(238)], 1, { targetDay: 200 });
  // sensor score 1 for both: (day + 1) / 2
  expect(at![0]).toBeCloseTo(1, 6);
  expect(away![0]).toBeCloseTo((Math.exp(-0.5) + 1) / 2, 6);
});

it('an SLC-off look scores 0.7 for its sensor', () => {
  expect(scoreLooks([look(200, { slcOff: true })], 1, { targetDay: 200 })[0]![0]).toBeCloseTo(0.85, 6);
});

it('a pixel far from cloud beats one beside it', () => {
  const [near, far] = scoreLooks(
    [look(200, { cloudDistance: Uint8Array.of(1) }), look(200, { cloudDistance: Uint8Array.of(50) })],
    1,
  );
  expect(far![0]! - near![0]!).toBeGreaterThan(0.3);
});

it('opacity is perfect up to 0.2 and worthless from 0.3', () => {
  const looks = [0.1, 0.25, 0.4].map((o) => look(200, { opacity: Float32Array.of(o) }));
  const [clear, hazy, thick] = scoreLooks(looks, 1, { targetDay: 200 }).map((scores) => scores[0]!);
  expect(clear).toBeCloseTo(1, 6);
  expect(thick).toBeCloseTo(2 / 3, 6);
  expect(hazy).toBeGreaterThan(thick!);
  expect(hazy).toBeLessThan(clear!);
});

it('a score that only some looks could have is left out for all', () => {
  const [a, b] = scoreLooks([look(200, { opacity: Float32Array.of(0.1) }), look(200)], 1);
  expect(a![0]).toBe(b![0]);
});

it('cloud distance is Euclidean and capped (checked against every cloud)', () => {
  const [width, height] = [31, 17];
  const cloud = new Uint8Array(width * height);
  for (const at of [3 * width + 4, 12 * width + 29, 9 * width + 9]) cloud[at] = 1;
  const found = cloudDistance(cloud, width, height, 12);
  for (let row = 0; row < height; row += 1) {
    for (let col = 0; col < width; col += 1) {
      let nearest = Infinity;
      cloud.forEach((isCloud, at) => {
        if (isCloud === 1)
          nearest = Math.min(nearest, Math.hypot((at % width) - col, Math.floor(at / width) - row));
      });
      expect(found[row * width + col], `${col},${row}`).toBe(Math.min(12, Math.round(nearest)));
    }
  }
});

it('without a cloud every pixel is as far as can be', () => {
  expect(cloudDistance(new Uint8Array(4), 2, 2, 50)).toEqual(Uint8Array.of(50, 50, 50, 50));
});
