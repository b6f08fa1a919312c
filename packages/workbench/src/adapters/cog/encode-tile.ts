import { constants, deflateSync } from 'node:zlib';
import type { Samples, SampleType } from '@aftermine/science/raster';
import type { LayerSpec } from '../../ports/index.ts';
import { inflateSamples } from './decode-block.ts';
import { applyDifferences, applyFloatPlanes } from './predictor.ts';
import { makeSamples, sampleBytes } from './sample-arrays.ts';

/**
 * Runs and entropy coding only: differenced imagery holds no longer repeats, so this is three times as fast as
 * any level of the default strategy and no larger (117 against 41 MB/s, 0.774 against 0.780 on the demo mine).
 */
const DEFLATE = { level: 1, strategy: constants.Z_RLE } as const;

/** Differences for whole numbers, byte planes for floats. */
export function predictorOf(type: SampleType): 2 | 3 {
  return type.startsWith('float') ? 3 : 2;
}

/** One tile as it stands in the file: predictor, then deflate. The samples given are left as they are. */
export function encodeTile(spec: LayerSpec, samples: Samples): Uint8Array {
  const { tileSize } = spec;
  const bands = spec.bands.length;
  const width = tileSize * bands;
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  if (predictorOf(spec.type) === 3)
    return deflateSync(applyFloatPlanes(bytes, width, bands, sampleBytes(spec.type)), DEFLATE);
  const copy = samples.slice();
  applyDifferences(copy, width, bands);
  return deflateSync(new Uint8Array(copy.buffer, copy.byteOffset, copy.byteLength), DEFLATE);
}

/** The inverse of `encodeTile`. */
export function decodeTile(spec: LayerSpec, encoded: Uint8Array): Samples {
  const { tileSize, type } = spec;
  const perPixel = spec.bands.length;
  const rowSamples = tileSize * perPixel;
  return inflateSamples(encoded, rowSamples * tileSize * sampleBytes(type), {
    type,
    predictor: predictorOf(type),
    littleEndian: true,
    rowSamples,
    perPixel,
  });
}

/** A tile of no data. */
export function emptyTile(spec: LayerSpec): Samples {
  const samples = makeSamples(spec.type, spec.tileSize * spec.tileSize * spec.bands.length);
  if (spec.nodata !== null && spec.nodata !== 0) samples.fill(spec.nodata);
  return samples;
}
