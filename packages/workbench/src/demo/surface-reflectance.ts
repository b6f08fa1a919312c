import { END_MEMBERS, type EndMember, GREENNESS, MOISTURE, SPECTRA } from './end-members.ts';
import type { GroundCover } from './ground-cover.ts';
import type { SunPosition } from './sun.ts';
import type { Normals } from './terrain.ts';

/** Reflectance in blue, green, red, nir, swir1, swir2 (0..1), then heat (kelvin); row-major planes. */
export type SurfaceImage = readonly Float32Array[];

/** Position of heat among the planes. */
export const HEAT = 6;

/** Share of light that comes from the whole sky, by band: short waves are scattered most. */
const DIFFUSE = [0.22, 0.18, 0.15, 0.1, 0.08, 0.07] as const;
/** Bare ground darkens when wet, more so in the short-wave infrared. */
const WET_DARKENING = [0.2, 0.2, 0.2, 0.2, 0.3, 0.34] as const;
const BARE: ReadonlySet<EndMember> = new Set<EndMember>(['soil', 'sand', 'overburden', 'gravel', 'coal']);

export interface SceneConditions {
  readonly sun: SunPosition;
  /** Wetness of bare ground from recent rain, 0..1. */
  readonly groundWetness: number;
  /** Temperature of the air at 1440 m, kelvin. */
  readonly airK: number;
}

/**
 * What a perfect instrument without atmosphere would see.
 *
 * Reflectance: rho_b = sum_e f_e rho_e,b * (d_b + (1 - d_b) cos i / cos z), a linear mixture under direct light that
 * follows the slope and sky light that does not; cos i = normal . sun, z = sun zenith angle.
 *
 * Heat: T = T_air + 21 sin(elevation) (1 - 0.66 green - 0.5 moist) (1.25 - 1.1 albedo) cos i / cos z - 0.0065 (h - 1440):
 * dry, dark, bare and sunlit ground is hot, green, wet, bright and high ground is cool.
 */
export function surfaceImage(
  cover: GroundCover,
  normals: Normals,
  height: Float32Array,
  { sun, groundWetness, airK }: SceneConditions,
): SurfaceImage {
  const pixels = height.length;
  const planes = mixtures(cover, groundWetness, pixels);
  const image = planes.slice(0, HEAT + 1);
  const [green, moist] = planes.slice(HEAT + 1) as [Float32Array, Float32Array];
  const light = directLight(normals, sun);
  heat(image, green, moist, light, height, airK, sun);
  for (let b = 0; b < HEAT; b += 1) {
    const plane = image[b]!;
    const sky = DIFFUSE[b]!;
    for (let i = 0; i < pixels; i += 1) plane[i] = plane[i]! * (sky + (1 - sky) * light[i]!);
  }
  return image;
}

/** Numbers that are mixed: six bands, a place kept for heat, greenness, moisture. */
const MIXED = HEAT + 3;

/** Sum over end members of share times value, for every number that is mixed. One pass over the pixels. */
function mixtures(cover: GroundCover, groundWetness: number, pixels: number): Float32Array[] {
  const table = new Float64Array(END_MEMBERS.length * MIXED);
  END_MEMBERS.forEach((name, e) => {
    const bare = BARE.has(name);
    SPECTRA[name].forEach((rho, b) => {
      table[e * MIXED + b] = bare ? rho * (1 - WET_DARKENING[b]! * groundWetness) : rho;
    });
    table[e * MIXED + HEAT + 1] = GREENNESS[name];
    table[e * MIXED + HEAT + 2] = MOISTURE[name] + (bare ? 0.45 * groundWetness : 0);
  });
  const shares = END_MEMBERS.map((name) => cover[name]);
  const out = Array.from({ length: MIXED }, () => new Float32Array(pixels));
  const sums = new Float64Array(MIXED);
  for (let i = 0; i < pixels; i += 1) {
    sums.fill(0);
    for (let e = 0; e < shares.length; e += 1) {
      const share = shares[e]![i]!;
      if (share === 0) continue;
      for (let k = 0, at = e * MIXED; k < MIXED; k += 1, at += 1) sums[k] = sums[k]! + share * table[at]!;
    }
    for (let k = 0; k < MIXED; k += 1) out[k]![i] = sums[k]!;
  }
  return out;
}

/** cos i / cos z, held within 0.15..1.8. */
function directLight(normals: Normals, sun: SunPosition): Float32Array {
  const azimuth = (sun.azimuth * Math.PI) / 180;
  const elevation = (sun.elevation * Math.PI) / 180;
  const x = Math.cos(elevation) * Math.sin(azimuth);
  const y = Math.cos(elevation) * Math.cos(azimuth);
  const z = Math.sin(elevation);
  const light = new Float32Array(normals.x.length);
  for (let i = 0; i < light.length; i += 1) {
    const cosine = (normals.x[i]! * x + normals.y[i]! * y + normals.z[i]! * z) / z;
    light[i] = cosine < 0.15 ? 0.15 : cosine > 1.8 ? 1.8 : cosine;
  }
  return light;
}

function heat(
  image: readonly Float32Array[],
  green: Float32Array,
  moist: Float32Array,
  light: Float32Array,
  height: Float32Array,
  airK: number,
  sun: SunPosition,
): void {
  const [blue, , red, nir, swir1, swir2] = image as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const out = image[HEAT]!;
  const heating = 21 * Math.sin((sun.elevation * Math.PI) / 180);
  for (let i = 0; i < out.length; i += 1) {
    // Liang 2001 weights, without the green band.
    const albedo =
      0.356 * blue[i]! + 0.13 * red[i]! + 0.373 * nir[i]! + 0.085 * swir1[i]! + 0.072 * swir2[i]!;
    const dry = Math.max(0, 1 - 0.66 * green[i]! - 0.5 * moist[i]!);
    out[i] = airK + heating * dry * (1.25 - 1.1 * albedo) * light[i]! - 0.0065 * (height[i]! - 1440);
  }
}
