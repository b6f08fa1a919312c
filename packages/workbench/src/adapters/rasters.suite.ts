import { AftermineError } from '@aftermine/science/base';
import type { Samples, SampleType, Window } from '@aftermine/science/raster';
import { describe, expect, test } from 'vitest';
import type { LayerSpec, Rasters } from '../ports/index.ts';

const TYPES = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

/** A layer of a given size in EPSG:4547, 30 m pixels, tiles of 32. */
export function exampleLayer(
  type: SampleType,
  change: Partial<LayerSpec> & { size?: [number, number] } = {},
): LayerSpec {
  const { size = [75, 50], ...rest } = change;
  return {
    grid: {
      crs: 'EPSG:4547',
      originX: 455_970,
      originY: 3_331_290,
      pixelWidth: 30,
      pixelHeight: 30,
      width: size[0],
      height: size[1],
    },
    type,
    nodata: 7,
    tileSize: 32,
    bands: [{ name: '生态指数', unit: '1', scale: 0.0001, offset: -0.2 }, { name: 'looks & "<counts>"' }],
    overviews: 'average',
    metadata: { SOURCE: 'a < b & "c"' },
    ...rest,
  };
}

/** Samples of one band, the same whenever asked: gradients, extremes of the type, and no data in a corner. */
export function exampleBand(spec: LayerSpec, band: number): Samples {
  const { width, height } = spec.grid;
  const out = new TYPES[spec.type](width * height);
  const whole = !spec.type.startsWith('float');
  let state = 99 + band;
  for (let i = 0; i < out.length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = whole ? state : (state / 2 ** 32 - 0.5) * 10 ** ((i % 9) - 4);
    // whole types take the low bits, so that every value of the type occurs
    out[i] = i % 3 === 0 ? noise : 40 + band + (i % width) / 2;
    if (spec.nodata !== null && i % width < 9 && i < 9 * width) out[i] = spec.nodata;
  }
  return out;
}

/** One tile of a layer, pixel-interleaved and padded with no data. */
export function tileOf(spec: LayerSpec, bands: readonly Samples[], col: number, row: number): Samples {
  const { tileSize, grid } = spec;
  const out = new TYPES[spec.type](tileSize * tileSize * bands.length);
  if (spec.nodata !== null) out.fill(spec.nodata);
  for (let r = 0; r < Math.min(tileSize, grid.height - row * tileSize); r += 1) {
    for (let c = 0; c < Math.min(tileSize, grid.width - col * tileSize); c += 1) {
      const from = (row * tileSize + r) * grid.width + col * tileSize + c;
      bands.forEach((band, b) => {
        out[(r * tileSize + c) * bands.length + b] = band[from]!;
      });
    }
  }
  return out;
}

/** Writes a whole layer; tiles that `skip` names are given as all no data. */
export async function writeLayer(
  rasters: Rasters,
  path: string,
  spec: LayerSpec,
  bands: readonly Samples[],
  skip: (col: number, row: number) => boolean = () => false,
): Promise<void> {
  await rasters.writeCog(path, spec, async (col, row) =>
    skip(col, row) ? null : rasters.encodeTile(spec, tileOf(spec, bands, col, row)),
  );
}

/** What every implementation of the port `Rasters` does. `place` makes a path that is free. */
export function rastersSuite(
  name: string,
  make: () => { rasters: Rasters; place: (file: string) => string },
): void {
  describe(`${name} keeps rasters`, () => {
    const whole = (spec: LayerSpec): Window => ({
      col: 0,
      row: 0,
      width: spec.grid.width,
      height: spec.grid.height,
    });

    test.each(Object.keys(TYPES) as SampleType[])(
      '%s: every sample of every band comes back',
      async (type) => {
        const { rasters, place } = make();
        const spec = exampleLayer(type);
        const bands = spec.bands.map((_, band) => exampleBand(spec, band));
        await writeLayer(rasters, place('a.tif'), spec, bands);
        const file = await rasters.open(place('a.tif'));
        expect(file.info).toMatchObject({
          width: 75,
          height: 50,
          type,
          nodata: 7,
          crs: 'EPSG:4547',
          grid: spec.grid,
          box: [455_970, 3_329_790, 458_220, 3_331_290],
          interleave: 'pixel',
          overviews: 2,
          bands: [
            { name: '生态指数', scale: 0.0001, offset: -0.2 },
            { name: 'looks & "<counts>"', scale: 1, offset: 0 },
          ],
        });
        for (const [band, samples] of bands.entries())
          expect(await file.read(band, whole(spec))).toEqual(samples);
        await file.close();
      },
    );

    test('a tile decodes to what was encoded, with the same bytes each time, and leaves its input alone', () => {
      const { rasters } = make();
      for (const type of Object.keys(TYPES) as SampleType[]) {
        const spec = exampleLayer(type);
        const samples = tileOf(spec, [exampleBand(spec, 0), exampleBand(spec, 1)], 0, 0);
        const before = samples.slice();
        const bytes = rasters.encodeTile(spec, samples);
        expect(samples).toEqual(before);
        expect(rasters.decodeTile(spec, bytes)).toEqual(samples);
        expect(rasters.encodeTile(spec, samples)).toEqual(bytes);
      }
    });

    test('any window is the cut of the whole', async () => {
      const { rasters, place } = make();
      const spec = exampleLayer('int16');
      const bands = spec.bands.map((_, band) => exampleBand(spec, band));
      await writeLayer(rasters, place('a.tif'), spec, bands);
      const file = await rasters.open(place('a.tif'));
      for (const [col, row, width, height] of [
        [0, 0, 1, 1],
        [31, 31, 2, 2],
        [5, 7, 70, 40],
        [74, 49, 1, 1],
        [32, 0, 32, 32],
      ] as const) {
        const expected = Array.from(
          { length: width * height },
          (_, i) => bands[1]![(row + Math.floor(i / width)) * 75 + col + (i % width)],
        );
        expect([...(await file.read(1, { col, row, width, height }))]).toEqual(expected);
      }
      await file.close();
    });

    test('overviews are means of the valid pixels, down to one tile', async () => {
      // 3 7   the second is no data: mean of 3, 4, 8 = 5
      // 4 8
      const { rasters, place } = make();
      const spec = exampleLayer('uint8', { size: [34, 33], bands: [{ name: 'x' }] });
      const band = new Uint8Array(34 * 33).fill(20);
      [band[0], band[1], band[34], band[35]] = [3, 7, 4, 8];
      [band[2], band[3], band[36], band[37]] = [7, 7, 7, 7];
      // 6 and 8 average to the no-data value: one of them stands in, so that the pixel stays seen
      [band[4], band[5], band[38], band[39]] = [6, 8, 6, 8];
      await writeLayer(rasters, place('a.tif'), spec, [band]);
      const file = await rasters.open(place('a.tif'));
      expect(file.info.overviews).toBe(1);
      const { width, height, samples } = await file.readOverview(0, 0);
      expect([width, height]).toEqual([17, 17]);
      expect([...samples.subarray(0, 4)]).toEqual([5, 7, 8, 20]);
      expect(samples[16 * 17 + 16]).toBe(20);
      await file.close();
    });

    test('overviews of codes take the nearest pixel and never invent a code', async () => {
      const { rasters, place } = make();
      const spec = exampleLayer('uint16', {
        size: [64, 64],
        bands: [{ name: 'year' }],
        overviews: 'nearest',
      });
      const band = Uint16Array.from({ length: 64 * 64 }, (_, i) => (i % 2 === 0 ? 1990 : 2024));
      await writeLayer(rasters, place('a.tif'), spec, [band]);
      const file = await rasters.open(place('a.tif'));
      expect(new Set((await file.readOverview(0, 0)).samples)).toEqual(new Set([1990]));
      await file.close();
    });

    test('tiles without data read as no data, in the image and in its overviews', async () => {
      const { rasters, place } = make();
      const spec = exampleLayer('float32', { size: [96, 96], nodata: Number.NaN, bands: [{ name: 'x' }] });
      await writeLayer(rasters, place('a.tif'), spec, [new Float32Array(96 * 96).fill(2)], (col) => col > 0);
      const file = await rasters.open(place('a.tif'));
      expect(file.info.nodata).toBeNaN();
      const samples = await file.read(0, whole(spec));
      expect([samples[31], samples[32], samples[95]]).toEqual([2, NaN, NaN]);
      const overview = await file.readOverview(0, 0);
      expect([overview.samples[15], overview.samples[16], overview.samples[47]]).toEqual([2, NaN, NaN]);
      await file.close();
    });

    test('a window outside the image, a band or an overview that is not there are refused', async () => {
      const { rasters, place } = make();
      const spec = exampleLayer('uint8');
      await writeLayer(rasters, place('a.tif'), spec, [exampleBand(spec, 0), exampleBand(spec, 1)]);
      const file = await rasters.open(place('a.tif'));
      for (const window of [
        { col: -1, row: 0, width: 2, height: 2 },
        { col: 74, row: 0, width: 2, height: 1 },
        { col: 0, row: 49, width: 1, height: 2 },
        { col: 0, row: 0, width: 0, height: 1 },
      ])
        await expect(file.read(0, window)).rejects.toThrow(/E-TIF-007/);
      await expect(file.read(2, { col: 0, row: 0, width: 1, height: 1 })).rejects.toThrow(/E-TIF-007/);
      await expect(file.readOverview(0, 2)).rejects.toThrow(/E-TIF-007/);
      await file.close();
    });

    test('a file that is not there is said to be absent', async () => {
      const { rasters, place } = make();
      await expect(rasters.open(place('none.tif'))).rejects.toBeInstanceOf(AftermineError);
      await expect(rasters.open(place('none.tif'))).rejects.toMatchObject({ tag: 'NotFound' });
    });
  });
}
