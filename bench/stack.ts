import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import type { LayerSpec } from '../packages/workbench/src/ports/index.ts';

const TILE = 256;
const BANDS = ['blue', 'green', 'red', 'nir', 'swir1', 'swir2', 'lst'] as const;
/** Different images of a stack; years share them, so that a stack fits on a disk. */
const IMAGES = 5;

/** The first year of every stack. */
export const STACK_START = 1990;

/**
 * A project over a synthetic stack: `size` x `size` pixels, `years` annual images of seven bands in Collection 2
 * scaling. Fields of vegetation and bare soil with sensor noise, changing from image to image; seeded.
 */
export async function makeStack(dir: string, size: number, years: number): Promise<void> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'inputs'), { recursive: true });
  const { rasters } = composeWorkbench();
  const spec: LayerSpec = {
    grid: {
      crs: 'EPSG:32649',
      originX: 500_000,
      originY: 4_400_000,
      pixelWidth: 30,
      pixelHeight: 30,
      width: size,
      height: size,
    },
    type: 'uint16',
    nodata: 0,
    tileSize: TILE,
    bands: BANDS.map((name) => ({ name })),
    overviews: 'nearest',
  };
  for (let image = 0; image < IMAGES; image += 1) {
    // A few different tiles are encoded once and repeated: the reader decodes every one of them anyway.
    const tiles = Array.from({ length: 8 }, (_, kind) => rasters.encodeTile(spec, makeTile(image, kind)));
    await rasters.writeCog(
      join(dir, `image-${image}.tif`),
      spec,
      async (col, row) => tiles[(col * 5 + row * 3) % tiles.length]!,
    );
  }
  for (let y = 0; y < years; y += 1) {
    linkSync(join(dir, `image-${y % IMAGES}.tif`), join(dir, 'inputs', `${STACK_START + y}.tif`));
  }
  const { originX, originY } = spec.grid;
  const edge = size * 30;
  const inset = 3000;
  const ring = [
    [originX + inset, originY - inset],
    [originX + edge - inset, originY - inset],
    [originX + edge - inset, originY - edge + inset],
    [originX + inset, originY - edge + inset],
    [originX + inset, originY - inset],
  ];
  const boundary = {
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32649' } },
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }],
  };
  writeFileSync(join(dir, 'boundary.geojson'), JSON.stringify(boundary));
  const bands = BANDS.map((name, i) => `${name}: ${i + 1}`).join(', ');
  writeFileSync(
    join(dir, 'observe.yaml'),
    [
      'observe:',
      '  scenes: []',
      `  own: [{files: "inputs/{year}.tif", bands: {${bands}}, scale: 0.0000275, offset: -0.2, lstScale: 0.00341802, lstOffset: 149, nodata: 0}]`,
      `  grid: {bufferM: ${inset}}`,
      '',
    ].join('\n'),
  );
}

function makeTile(image: number, kind: number): Uint16Array {
  const out = new Uint16Array(TILE * TILE * BANDS.length);
  let state = (image * 8 + kind + 1) * 2_654_435_761;
  const noise = (): number => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9;
    return ((state >>> 8) & 0xff) - 128;
  };
  const encode = (reflectance: number): number => Math.round((reflectance + 0.2) / 0.0000275);
  for (let row = 0; row < TILE; row += 1) {
    for (let col = 0; col < TILE; col += 1) {
      const wave = Math.sin((col + 31 * kind) / 17) * Math.cos((row - 13 * kind) / 23);
      const green = Math.min(0.95, Math.max(0.02, 0.45 + 0.35 * wave - 0.06 * image * (kind % 3)));
      const at = (row * TILE + col) * BANDS.length;
      const bare = 1 - green;
      const values = [
        0.04 * green + 0.1 * bare,
        0.07 * green + 0.14 * bare,
        0.05 * green + 0.2 * bare,
        0.38 * green + 0.27 * bare,
        0.18 * green + 0.34 * bare,
        0.09 * green + 0.3 * bare,
      ];
      values.forEach((value, b) => {
        out[at + b] = encode(value) + noise();
      });
      out[at + 6] = Math.round((296 + 14 * bare - 149) / 0.00341802) + noise();
    }
  }
  return out;
}
