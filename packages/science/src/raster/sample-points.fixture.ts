import type { SamplePoints } from './sample-points.ts';

/** Sixty places on 1000 x 800 m, a smooth surface and noise of 0..1: made the same way by the reference in numpy. */
export function sixtyPoints(): SamplePoints {
  let state = 11;
  const next = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const [x, y, values] = [new Float64Array(60), new Float64Array(60), new Float64Array(60)];
  for (let i = 0; i < 60; i += 1) {
    const [a, b] = [next() * 1000, next() * 800];
    x[i] = a;
    y[i] = b;
    values[i] = 10 + 3 * Math.sin(a / 200) + 2 * Math.cos(b / 150) + next();
  }
  return { x, y, values };
}

/** Points from triples x, y, value. */
export function pointsOf(...rows: readonly (readonly [number, number, number])[]): SamplePoints {
  return {
    x: Float64Array.from(rows, ([x]) => x),
    y: Float64Array.from(rows, ([, y]) => y),
    values: Float64Array.from(rows, ([, , value]) => value),
  };
}
