/** A mark of an axis. */
export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

/** Round marks between two ends: steps of 1, 2 or 5 times a power of ten, four to nine of them. */
export function axisTicks(low: number, high: number): readonly AxisTick[] {
  const span = high - low;
  if (!(span > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(span));
  const step = [0.1, 0.2, 0.5, 1, 2, 5].map((size) => size * power).find((size) => span / size <= 8) ?? span;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * step;
    const text = at.toFixed(digits);
    return { at, label: Number(text) === 0 ? text.replace('-', '') : text.replace('-', '\u2212') };
  });
}

/** Marks of a logarithmic axis, at round ratios: 0.5, 1, 2, 5, 10. */
export function ratioTicks(lowLog: number, highLog: number): readonly AxisTick[] {
  if (!(highLog > lowLog)) return [];
  const exponents = Array.from({ length: 61 }, (_, i) => i - 30);
  const within = (ratios: readonly number[]): readonly number[] =>
    ratios.filter((ratio) => Math.log(ratio) >= lowLog - 1e-9 && Math.log(ratio) <= highLog + 1e-9);
  const fine = within(exponents.flatMap((power) => [1, 2, 5].map((size) => size * 10 ** power)));
  if (fine.length < 3)
    return axisTicks(Math.exp(lowLog), Math.exp(highLog)).map(({ at, label }) => ({
      at: Math.log(at),
      label,
    }));
  const every = Math.ceil(within(exponents.map((power) => 10 ** power)).length / 9);
  const shown =
    fine.length <= 9
      ? fine
      : within(exponents.filter((power) => power % every === 0).map((power) => 10 ** power));
  return shown.map((ratio) => ({ at: Math.log(ratio), label: String(Number(ratio.toPrecision(3))) }));
}
