import {
  type ComponentCounter,
  emptyCounter,
  type RseiRecipe,
  SUMMARY_BINS,
} from '@aftermine/science/observe';

/**
 * A component counter as bytes: a head of doubles (count, then min, max, sum and sum of squares per
 * component), then per component the number of filled bins and each as two variable-length numbers, the
 * distance from the bin before and the count. Histograms of a block fill few of their bins.
 */
export function packCounter(counter: ComponentCounter): Uint8Array {
  const k = counter.bins.length;
  const head = new Float64Array(1 + 4 * k);
  head[0] = counter.count;
  for (let c = 0; c < k; c += 1) {
    head[1 + c] = counter.min[c]!;
    head[1 + k + c] = counter.max[c]!;
    head[1 + 2 * k + c] = counter.sum[c]!;
    head[1 + 3 * k + c] = counter.sumOfSquares[c]!;
  }
  let filled = 0;
  for (const bins of counter.bins) for (let b = 0; b < bins.length; b += 1) if (bins[b] !== 0) filled += 1;
  // At most 5 bytes a number, two numbers a filled bin, and one number a component.
  const body = new Uint8Array(filled * 10 + k * 5);
  let at = 0;
  const put = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      body[at] = (rest & 127) | 128;
      at += 1;
      rest = Math.floor(rest / 128);
    }
    body[at] = rest;
    at += 1;
  };
  for (const bins of counter.bins) {
    let count = 0;
    for (let b = 0; b < bins.length; b += 1) if (bins[b] !== 0) count += 1;
    put(count);
    let last = -1;
    for (let b = 0; b < bins.length; b += 1) {
      if (bins[b] === 0) continue;
      put(b - last);
      put(bins[b]!);
      last = b;
    }
  }
  const out = new Uint8Array(head.byteLength + at);
  out.set(new Uint8Array(head.buffer), 0);
  out.set(body.subarray(0, at), head.byteLength);
  return out;
}

/** Adds a packed counter to `into`. */
export function addPackedCounter(into: ComponentCounter, bytes: Uint8Array): void {
  const k = into.bins.length;
  const head = new Float64Array(bytes.slice(0, 8 * (1 + 4 * k)).buffer);
  into.count += head[0]!;
  for (let c = 0; c < k; c += 1) {
    into.min[c] = Math.min(into.min[c]!, head[1 + c]!);
    into.max[c] = Math.max(into.max[c]!, head[1 + k + c]!);
    into.sum[c] = into.sum[c]! + head[1 + 2 * k + c]!;
    into.sumOfSquares[c] = into.sumOfSquares[c]! + head[1 + 3 * k + c]!;
  }
  let at = 8 * (1 + 4 * k);
  const take = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at]!;
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  for (const bins of into.bins) {
    const count = take();
    let bin = -1;
    for (let n = 0; n < count; n += 1) {
      bin += take();
      bins[bin] = bins[bin]! + take();
    }
  }
}

/** A counter whose bins cannot overflow, for the sum over all blocks and years. */
export function pooledCounter(recipe: RseiRecipe): ComponentCounter {
  return { ...emptyCounter(recipe), bins: recipe.components.map(() => new Float64Array(SUMMARY_BINS)) };
}
