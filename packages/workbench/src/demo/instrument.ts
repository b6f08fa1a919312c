import { type Chance, chance, seedOf } from '@aftermine/science/base';
import { LANDSAT_REFLECTANCE, LANDSAT_TEMPERATURE } from '@aftermine/science/observe';
import type { Acquisition } from './acquisitions.ts';
import { HEAT, type SurfaceImage } from './surface-reflectance.ts';

/** How one sensor differs from a perfect one. */
interface Instrument {
  /** Standard deviation of noise: reflectance of the six bands, then kelvin. */
  readonly noise: readonly number[];
  /** Factor on each reflectance band: band passes differ a little. */
  readonly response: readonly number[];
}

const TM: Instrument = {
  noise: [0.0028, 0.003, 0.0032, 0.0045, 0.004, 0.0038, 0.5],
  response: [1.005, 1.0, 1.008, 0.985, 1.008, 1.01],
};
const INSTRUMENTS: Readonly<Record<Acquisition['satellite'], Instrument>> = {
  5: TM,
  7: { ...TM, noise: [0.0024, 0.0026, 0.0028, 0.004, 0.0036, 0.0034, 0.4] },
  8: { noise: [0.0014, 0.0014, 0.0016, 0.0024, 0.0022, 0.002, 0.3], response: [1, 1, 1, 1, 1, 1] },
  9: { noise: [0.0012, 0.0012, 0.0014, 0.0022, 0.002, 0.0018, 0.3], response: [1, 1, 1, 1.004, 1, 1] },
};

/** Standard deviation of what atmospheric correction leaves behind, constant over a scene. */
const RESIDUAL_OFFSET = [0.0035, 0.0025, 0.002, 0.002, 0.0015, 0.0015] as const;
const RESIDUAL_GAIN = 0.012;
/** Change of brightness from one side of the landscape to the other by the angle of view. */
const VIEW_ANGLE_EFFECT = 0.02;

const DEVIATES = 1 << 16;

/** Normal deviates, drawn once: the noise of every pixel is then one look-up. */
export function drawDeviates(): Float32Array {
  const draw = chance(seedOf(0, 'deviates'));
  return Float32Array.from({ length: DEVIATES }, () => draw.normal());
}

/**
 * Digital numbers of Landsat Collection 2 Level 2: DN = (value - offset) / scale, rounded, within 1..65535; 0 is fill.
 *
 * @param image planes of the delivered grid; NaN = outside the image
 * @param width columns of that grid
 * @param deviates from `drawDeviates`
 */
export function digitalNumbers(
  seed: number,
  look: Acquisition,
  image: SurfaceImage,
  width: number,
  deviates: Float32Array,
): Uint16Array[] {
  const draw: Chance = chance(seedOf(seed, `instrument ${look.id}`));
  const { noise, response } = INSTRUMENTS[look.satellite];
  const tilt = (look.path % 2 === 0 ? 1 : -1) * VIEW_ANGLE_EFFECT;
  return image.map((plane, b) => {
    const isHeat = b === HEAT;
    const { scale, offset } = isHeat ? LANDSAT_TEMPERATURE : LANDSAT_REFLECTANCE;
    const gain = isHeat ? 1 : response[b]! * (1 + RESIDUAL_GAIN * draw.normal());
    const shift = isHeat ? 0.4 * draw.normal() : RESIDUAL_OFFSET[b]! * draw.normal();
    const sigma = noise[b]!;
    const slope = isHeat ? 0 : tilt / width;
    const perUnit = 1 / scale;
    const first = gain - (slope * width) / 2;
    const out = new Uint16Array(plane.length);
    let state = seedOf(seed, `noise ${look.id} ${b}`);
    for (let i = 0, col = 0; i < out.length; i += 1) {
      // A linear congruential step is enough to walk a table of deviates.
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      const value = plane[i]! * (first + slope * col) + shift + sigma * deviates[state >>> 16]!;
      const number = (value - offset) * perUnit + 0.5;
      // Outside the image a comparison with NaN is false, and the sample stays fill.
      if (number < 1) out[i] = 1;
      else if (number >= 65535) out[i] = 65535;
      else if (number >= 1) out[i] = number;
      col += 1;
      if (col === width) col = 0;
    }
    return out;
  });
}
