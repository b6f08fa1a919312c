import { chance, seedOf } from '@aftermine/science/base';
import type { Grid } from '@aftermine/science/raster';
import { transformer } from '@aftermine/science/site';
import type { Acquisition } from './acquisitions.ts';
import { deliveryGrid, sampleNearest, sampleSmoothly } from './delivery-grid.ts';
import { fractalField } from './fractal-field.ts';
import { groundCover } from './ground-cover.ts';
import { digitalNumbers } from './instrument.ts';
import type { Landscape, Relief } from './landscape.ts';
import { QUALITY_FILL, qualityOf } from './quality.ts';
import { scanGaps } from './scan-gaps.ts';
import { type Sky, skyOf } from './sky.ts';
import { type SunPosition, sunPosition } from './sun.ts';
import { HEAT, type SurfaceImage, surfaceImage } from './surface-reflectance.ts';

/** One delivered scene, before it is written. */
export interface Picture {
  readonly look: Acquisition;
  readonly grid: Grid;
  /** Digital numbers: blue, green, red, nir, swir1, swir2, heat; 0 = fill. */
  readonly bands: readonly Uint16Array[];
  readonly quality: Uint16Array;
  readonly sun: SunPosition;
  /** Hours UTC of the picture. */
  readonly hourUtc: number;
  /** Share of pixels that QA_PIXEL calls cloud, 0..1. */
  readonly cloudShare: number;
}

/** Hours UTC at which each satellite passes over the landscape. */
const PASSAGE_HOUR: Readonly<Record<Acquisition['satellite'], number>> = {
  5: 2.52,
  7: 2.85,
  8: 2.98,
  9: 2.97,
};
/** Cloud tops: bright in all bands, darker in the short-wave infrared, cold. */
const CLOUD = [0.6, 0.6, 0.61, 0.63, 0.5, 0.38] as const;
const CLOUD_K = 268;
/** Share of light in shadow that the sky still gives, by band. */
const SHADE_DEPTH = [0.7, 0.78, 0.84, 0.92, 0.95, 0.96] as const;
const SNOW = [0.82, 0.82, 0.81, 0.72, 0.13, 0.1] as const;

/** Takes one picture of the landscape. Depends on the seed and the acquisition alone, not on other pictures. */
export function takePicture(landscape: Landscape, relief: Relief, look: Acquisition): Picture {
  const { options, grid: home } = landscape;
  const { seed, size } = options;
  const draw = chance(seedOf(seed, `scene ${look.id}`));
  const hourUtc = PASSAGE_HOUR[look.satellite] + 0.05 * draw.uniform();
  const side = (size * home.pixelWidth) / 2;
  const [longitude, latitude] = transformer(home.crs, 'EPSG:4326')(home.originX + side, home.originY - side);
  const sun = sunPosition(look.dayOfYear, hourUtc, longitude, latitude);
  const weather = landscape.weather.get(look.year)!;
  const cover = groundCover(landscape, weather, look.dayOfYear);
  const image = surfaceImage(cover, relief.normals, relief.height, {
    sun,
    groundWetness: Math.max(0, Math.min(1, 0.15 + 0.12 * weather.rain + 0.2 * draw.normal())),
    airK:
      279.5 +
      17 * Math.cos((2 * Math.PI * (look.dayOfYear - 203)) / 365) +
      weather.warmth +
      2 * draw.normal(),
  });
  const snow = look.snow ? snowCover(seed, size) : null;
  if (snow !== null) layOver(image, snow, SNOW, 262);
  const sky = skyOf(seed, size, look, sun);
  throughSky(image, sky);
  const sharp = image.map((plane, b) => blur(plane, size, b === HEAT ? 0.28 : 0.84));
  const quality = qualityOf(sky, cover.water, snow, look.satellite >= 8);
  const delivery = deliveryGrid(look.delivery, home);
  const { positions } = delivery;
  const planes = positions === null ? sharp : sharp.map((plane) => sampleSmoothly(plane, size, positions));
  const flags = positions === null ? quality : sampleNearest(quality, size, positions, QUALITY_FILL);
  const bands = digitalNumbers(seed, look, planes, delivery.grid.width, landscape.deviates);
  if (look.slcOff) eraseGaps(bands, flags, delivery.grid, draw.uniform());
  return {
    look,
    grid: delivery.grid,
    bands,
    quality: flags,
    sun,
    hourUtc,
    cloudShare: sky.cloud.reduce((sum, one) => sum + one, 0) / sky.cloud.length,
  };
}

function snowCover(seed: number, size: number): Float32Array {
  return fractalField(seedOf(seed, 'snow'), size, size, size / 5, 4).map((value) =>
    Math.max(0, Math.min(0.95, 0.5 + 3 * (value - 0.4))),
  );
}

/** Lays an opaque cover over part of each pixel. */
function layOver(
  image: SurfaceImage,
  share: Float32Array,
  spectrum: readonly number[],
  kelvin: number,
): void {
  image.forEach((plane, b) => {
    const value = b === HEAT ? kelvin : spectrum[b]!;
    for (let i = 0; i < plane.length; i += 1) plane[i] = plane[i]! + share[i]! * (value - plane[i]!);
  });
}

/** Shadow first, then what is overhead: a cloud hides the shadow below it. */
function throughSky(image: SurfaceImage, sky: Sky): void {
  image.forEach((plane, b) => {
    for (let i = 0; i < plane.length; i += 1) {
      const shade = sky.shade[i]!;
      if (shade > 0)
        plane[i] = b === HEAT ? plane[i]! - 7 * shade : plane[i]! * (1 - SHADE_DEPTH[b]! * shade);
    }
  });
  layOver(image, sky.opacity, CLOUD, CLOUD_K);
}

/**
 * What an instrument mixes into a pixel from its four neighbours, `own` being the pixel's own share: a little for
 * reflectance, much for heat, which is measured on coarser pixels.
 */
function blur(plane: Float32Array, size: number, own: number): Float32Array {
  const out = new Float32Array(plane.length);
  const other = (1 - own) / 4;
  for (let row = 0, i = 0; row < size; row += 1) {
    const up = row === 0 ? 0 : -size;
    const down = row === size - 1 ? 0 : size;
    for (let col = 0; col < size; col += 1, i += 1) {
      const left = col === 0 ? 0 : -1;
      const right = col === size - 1 ? 0 : 1;
      out[i] =
        own * plane[i]! + other * (plane[i + up]! + plane[i + down]! + plane[i + left]! + plane[i + right]!);
    }
  }
  return out;
}

function eraseGaps(bands: readonly Uint16Array[], quality: Uint16Array, grid: Grid, phase: number): void {
  const gaps = scanGaps(grid.width, grid.height, phase);
  for (let i = 0; i < gaps.length; i += 1) {
    if (gaps[i] === 0) continue;
    for (const band of bands) band[i] = 0;
    quality[i] = QUALITY_FILL;
  }
}
