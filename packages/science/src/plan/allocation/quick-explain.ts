/**
 * A least set of demands that cannot be met together: dropping any one of it makes the rest possible (QuickXplain). Demands
 * that come earlier are kept out of the conflict where there is a choice.
 *
 * @param demands that together are impossible
 * @param possible whether a set of demands can be met
 * @returns a set that is impossible and of which every part is possible; empty where nothing can be met at all
 * @source Junker 2004, Proceedings of AAAI, 167-172
 */
export async function quickExplain<T>(
  demands: readonly T[],
  possible: (kept: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  if (!(await possible([]))) return [];
  return narrow([], false, demands, possible);
}

async function narrow<T>(
  background: readonly T[],
  grown: boolean,
  demands: readonly T[],
  possible: (kept: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  if (grown && !(await possible(background))) return [];
  if (demands.length === 1) return demands;
  const half = demands.length >> 1;
  const [first, second] = [demands.slice(0, half), demands.slice(half)];
  const inSecond = await narrow([...background, ...first], first.length > 0, second, possible);
  const inFirst = await narrow([...background, ...inSecond], inSecond.length > 0, first, possible);
  return [...inFirst, ...inSecond];
}
