import type { Samples, SampleType } from '@aftermine/science/raster';

const ARRAYS = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

/** An array of zeros of a sample type. */
export function makeSamples(type: SampleType, length: number): Samples {
  return new ARRAYS[type](length);
}

/** Views bytes as samples; copies only when they are not aligned. */
export function asSamples(type: SampleType, bytes: Uint8Array): Samples {
  const make = ARRAYS[type];
  const size = make.BYTES_PER_ELEMENT;
  const aligned = bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes);
  return new make(aligned.buffer as ArrayBuffer, aligned.byteOffset, Math.floor(aligned.byteLength / size));
}

/** Bytes of one sample. */
export function sampleBytes(type: SampleType): number {
  return ARRAYS[type].BYTES_PER_ELEMENT;
}
