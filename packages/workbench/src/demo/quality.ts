import type { Sky } from './sky.ts';

/** Bits of QA_PIXEL in Landsat Collection 2. */
const BIT = { fill: 1, dilated: 2, cloud: 8, shadow: 16, snow: 32, clear: 64, water: 128 } as const;
/** Two-bit confidences: 1 low, 3 high. */
const CLOUD_CONFIDENCE = 8;
const SHADOW_CONFIDENCE = 10;
const SNOW_CONFIDENCE = 12;
const CIRRUS_CONFIDENCE = 14;

/** QA_PIXEL of a pixel outside the image. */
export const QUALITY_FILL = BIT.fill;

/**
 * QA_PIXEL as the product writes it: 21824 clear land of OLI, 5440 of TM and ETM+ (which have no cirrus confidence),
 * 22280 cloud, 23888 cloud shadow, 21952 clear water, 30048 snow.
 *
 * @param water share of water, 0..1 per pixel
 * @param snow share of snow, 0..1 per pixel; null = none
 * @see USGS LSDS-1619 and LSDS-1618, tables of QA_PIXEL values
 */
export function qualityOf(
  sky: Sky,
  water: Float32Array,
  snow: Float32Array | null,
  cirrusBand: boolean,
): Uint16Array {
  const quality = new Uint16Array(water.length);
  const lows =
    (1 << CLOUD_CONFIDENCE) |
    (1 << SHADOW_CONFIDENCE) |
    (1 << SNOW_CONFIDENCE) |
    (cirrusBand ? 1 << CIRRUS_CONFIDENCE : 0);
  for (let i = 0; i < quality.length; i += 1) {
    let value = lows;
    if (sky.cloud[i] === 1) value |= BIT.cloud | (3 << CLOUD_CONFIDENCE);
    else if (sky.dilated[i] === 1) value |= BIT.dilated;
    else value |= BIT.clear;
    if (sky.shadow[i] === 1) value |= BIT.shadow | (3 << SHADOW_CONFIDENCE);
    if (snow !== null && snow[i]! > 0.4 && sky.cloud[i] === 0) value |= BIT.snow | (3 << SNOW_CONFIDENCE);
    if (water[i]! > 0.5 && sky.cloud[i] === 0) value |= BIT.water;
    quality[i] = value;
  }
  return quality;
}
