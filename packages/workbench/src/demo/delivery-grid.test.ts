import { gridBox, sharesPixels } from '@aftermine/science/raster';
import { projectBox } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import { deliveryGrid, sampleNearest, sampleSmoothly } from './delivery-grid.ts';
import { demoGrid } from './frame.ts';

const home = demoGrid(64);

describe('deliveryGrid', () => {
  test('the native grid has its pixel centres on multiples of 30 m, as Landsat products have', () => {
    expect((home.originX + 15) % 30).toBe(0);
    expect((home.originY + 15) % 30).toBe(0);
    expect(deliveryGrid('native', home).grid).toEqual(home);
  });

  test('the shifted grid shares no pixel and means four neighbours', () => {
    const { grid, positions } = deliveryGrid('half-pixel', home);
    expect(sharesPixels(grid, home)).toBe(false);
    const plane = Float32Array.from({ length: 64 * 64 }, (_, i) => (i % 64) + 100 * Math.floor(i / 64));
    const sampled = sampleSmoothly(plane, 64, positions!);
    expect(sampled[0]).toBeCloseTo(50.5, 4);
    expect(sampled[10 * 64 + 20]).toBeCloseTo(20.5 + 1050, 3);
  });

  test('the grid of the neighbouring zone holds the whole landscape, and its positions fall where they belong', () => {
    const { grid, positions } = deliveryGrid('neighbour-zone', home);
    expect(grid.crs).toBe('EPSG:32650');
    const [west, south, east, north] = projectBox(gridBox(home), home.crs, grid.crs);
    const box = gridBox(grid);
    expect(box[0]).toBeLessThanOrEqual(west);
    expect(box[1]).toBeLessThanOrEqual(south);
    expect(box[2]).toBeGreaterThanOrEqual(east);
    expect(box[3]).toBeGreaterThanOrEqual(north);
    // a step of one column is one pixel long, turned by the difference in convergence
    const { col, row } = positions!;
    const step = Math.hypot(col[1]! - col[0]!, row[1]! - row[0]!);
    expect(step).toBeGreaterThan(0.99);
    expect(step).toBeLessThan(1.01);
    expect(Math.abs(Math.atan2(row[1]! - row[0]!, col[1]! - col[0]!)) * (180 / Math.PI)).toBeGreaterThan(3);
  });

  test('places outside the landscape become fill', () => {
    const { positions } = deliveryGrid('neighbour-zone', home);
    const smooth = sampleSmoothly(new Float32Array(64 * 64).fill(1), 64, positions!);
    const nearest = sampleNearest(new Uint16Array(64 * 64).fill(5), 64, positions!, 1);
    expect(smooth[0]).toBeNaN();
    expect(nearest[0]).toBe(1);
    expect(smooth.filter((value) => value === 1).length).toBeGreaterThan(0.95 * 64 * 64);
    for (let i = 0; i < smooth.length; i += 1) expect(nearest[i] === 5).toBe(smooth[i] === 1);
  });
});
