import { valueOfCode } from '@aftermine/science/report/observation';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { MAP_BYTES, pageLayers, shrinkFactor } from './page-layers.ts';
import { sampleReport } from './sample-report.fixture.ts';

function pngOf(uri: string): ReturnType<typeof decode> {
  return decode(Buffer.from(uri.slice('data:image/png;base64,'.length), 'base64'));
}

describe('yearly maps', () => {
  test('a grey PNG gives back every value to within half a step, and 0 where nothing was seen', async () => {
    const report = sampleReport();
    const maps = (await pageLayers(report))!;
    const layer = maps.layers.find(({ id }) => id === 'rsei')!;
    const png = pngOf(layer.images['2001']!);
    const source = (await report.layer('rsei', 2001))!.bands[0]!.samples;
    expect([png.width, png.height, png.channels]).toEqual([24, 24, 1]);
    for (let i = 0; i < source.length; i += 1) {
      const value = valueOfCode(png.data[i]!, layer);
      if (source[i] === -32768) expect(value).toBeNull();
      else expect(Math.abs(value! - source[i]! * 1e-4)).toBeLessThanOrEqual(0.5 / 254 + 1e-9);
    }
  });

  test('one span of colours holds for all years; heat is shown in degrees Celsius', async () => {
    const maps = (await pageLayers(sampleReport()))!;
    expect(maps.layers.find(({ id }) => id === 'rsei')).toMatchObject({ lo: 0, hi: 1 });
    const heat = maps.layers.find(({ id }) => id === 'lst')!;
    expect(heat.lo).toBeGreaterThan(20);
    expect(heat.hi).toBeLessThan(45);
  });

  test('a true-colour picture has a transparent entry for what was not seen, then 255 colours at most', async () => {
    const maps = (await pageLayers(sampleReport()))!;
    const png = pngOf(maps.layers.find(({ id }) => id === 'true-colour')!.images['2001']!);
    expect(png.palette!.length).toBeLessThanOrEqual(256);
    expect(png.palette![0]![3]).toBe(0);
  });

  test('large scenes are made smaller so that 35 years stay under the size allowed', () => {
    expect(shrinkFactor(185, 185, 35)).toBe(1);
    expect(shrinkFactor(640, 640, 35)).toBe(3);
    expect(shrinkFactor(640, 480, 1)).toBe(2);
    const side = Math.ceil(640 / shrinkFactor(640, 640, 35));
    expect(side * side * 35 * 3.2 * 1.05).toBeLessThan(MAP_BYTES);
  });
});
