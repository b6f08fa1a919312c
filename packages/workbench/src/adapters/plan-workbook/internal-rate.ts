const MOST_STEPS = 50;
const CLOSE = 1e-10;

/**
 * Internal rate of return: the r at which sum c_t / (1 + r)^t = 0, by Newton's method from 0.1, as spreadsheets find it.
 *
 * @param flows one a year, the first not discounted
 * @returns null where the signs never change, or no rate above -1 is found
 */
export function internalRate(flows: readonly number[]): number | null {
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) return null;
  let rate = 0.1;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    let [value, slope] = [0, 0];
    flows.forEach((flow, t) => {
      value += flow / (1 + rate) ** t;
      slope -= (t * flow) / (1 + rate) ** (t + 1);
    });
    const next = rate - value / slope;
    if (!Number.isFinite(next) || next <= -1) return null;
    if (Math.abs(next - rate) < CLOSE) return next;
    rate = next;
  }
  return null;
}
