import { describe, expect, test } from 'vitest';
import { END_MEMBERS } from './end-members.ts';
import { resolveDemoOptions } from './frame.ts';
import { groundCover } from './ground-cover.ts';
import { demoLandscape } from './landscape.ts';
import { eachPixelInside } from './outline.ts';
import { CROP, GRASS, SHRUB } from './phenology.ts';
import { REFERENCES } from './site-plan.ts';
import type { SeasonWeather } from './weather.ts';

const landscape = demoLandscape(resolveDemoOptions({ size: 64 }));
const usual: SeasonWeather = { year: 2010, rain: 0, growth: 1, delayDays: 0, warmth: 0 };

describe('groundCover', () => {
  test('shares of the ground sum to 1 and none is negative, in every season', () => {
    for (const day of [20, 160, 210, 260]) {
      const cover = groundCover(landscape, usual, day);
      for (let i = 0; i < 64 * 64; i += 1) {
        const shares = END_MEMBERS.map((name) => cover[name][i]!);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      }
    }
  });

  test('drought thins the grass of the reference areas too', () => {
    const pixels: number[] = [];
    for (const { outline } of REFERENCES) eachPixelInside(outline, 64, (i) => pixels.push(i));
    const grass = (weather: SeasonWeather): number => {
      const cover = groundCover(landscape, weather, 205);
      return pixels.reduce((sum, i) => sum + cover.grass[i]!, 0) / pixels.length;
    };
    const dry = grass({ ...usual, rain: -2, growth: 0.88, delayDays: 8 });
    expect(dry).toBeLessThan(0.93 * grass(usual));
    expect(dry).toBeGreaterThan(0.7 * grass(usual));
  });

  test('land that is cleared carries no plants until regrowth begins', () => {
    const cover = groundCover(landscape, usual, 205);
    const bare = [...landscape.history.clearedAt].flatMap((time, i) =>
      time < 2010 && landscape.history.regrowthAt[i]! > 2011
        ? [cover.grass[i]! + cover.shrub[i]! + cover.crop[i]!]
        : [],
    );
    expect(bare.length).toBeGreaterThan(20);
    expect(Math.max(...bare)).toBe(0);
  });
});

describe('phenology', () => {
  test('stays within 0..1 and peaks between late June and mid-August', () => {
    for (const season of [GRASS, SHRUB, CROP]) {
      const days = Array.from({ length: 365 }, (_, i) => season(i + 1));
      expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...days)).toBeLessThanOrEqual(1);
      const peak = days.indexOf(Math.max(...days)) + 1;
      expect(peak).toBeGreaterThan(175);
      expect(peak).toBeLessThan(230);
    }
  });
});
