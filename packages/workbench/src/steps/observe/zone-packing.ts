import type { ZoneHistogram } from '@aftermine/science/raster';

/** A whole pixel in the units of histogram weights. */
const WHOLE_PIXEL = 2 ** 24;

/**
 * Zone histograms as bytes. Numbers are of variable length, seven bits a byte; samples as distances, weights
 * with a last bit that says whether they are whole pixels (then only their number is kept).
 */
export class HistogramWriter {
  #bytes = new Uint8Array(1 << 16);
  #at = 0;

  add(histogram: ZoneHistogram): void {
    const { samples, weights } = histogram;
    this.#reserve(48 + samples.length * 15);
    for (const head of [histogram.landWeight, histogram.pixelCount, histogram.validCount, samples.length])
      this.#put(head);
    let last = 0;
    for (let i = 0; i < samples.length; i += 1) {
      const step = samples[i]! - last;
      // Only the first distance can be negative.
      this.#put(i === 0 ? (step < 0 ? -step * 2 - 1 : step * 2) : step);
      last = samples[i]!;
      const weight = weights[i]!;
      this.#put(weight % WHOLE_PIXEL === 0 ? (weight / WHOLE_PIXEL) * 2 : weight * 2 + 1);
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
  }

  #put(value: number): void {
    const bytes = this.#bytes;
    let rest = value;
    while (rest > 127) {
      bytes[this.#at] = (rest % 128) | 128;
      this.#at += 1;
      rest = Math.floor(rest / 128);
    }
    bytes[this.#at] = rest;
    this.#at += 1;
  }
}

/** Reads what `HistogramWriter` wrote, one histogram after the other. */
export class HistogramReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): ZoneHistogram {
    const landWeight = this.#take();
    const pixelCount = this.#take();
    const validCount = this.#take();
    const length = this.#take();
    const samples = new Int32Array(length);
    const weights = new Float64Array(length);
    let last = 0;
    for (let i = 0; i < length; i += 1) {
      const step = this.#take();
      last += i > 0 ? step : step % 2 === 1 ? -(step + 1) / 2 : step / 2;
      samples[i] = last;
      const weight = this.#take();
      weights[i] = weight % 2 === 0 ? (weight / 2) * WHOLE_PIXEL : (weight - 1) / 2;
    }
    return { samples, weights, landWeight, pixelCount, validCount };
  }

  #take(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#at]!;
      this.#at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
}
