import type { Progress } from '../ports/index.ts';

/**
 * Progress of a command made of several: each part tells its own stages, and which part of the whole they are. Parts may have
 * parts in turn: the outermost count is the one that is told, and shares are shares of the whole.
 *
 * @param parts names in their order, each with its weight: roughly the seconds it takes
 */
export function partsOfProgress<N extends string>(
  progress: Progress,
  parts: readonly (readonly [name: N, weight: number])[],
): (name: N) => Progress {
  const whole = parts.reduce((sum, [, weight]) => sum + weight, 0);
  return (name) => {
    const at = parts.findIndex(([one]) => one === name);
    const from = parts.slice(0, at).reduce((sum, [, weight]) => sum + weight, 0) / whole;
    const length = parts[at]![1] / whole;
    return {
      report(event) {
        if (event.event !== 'step') return progress.report(event);
        const [first, last] = event.span ?? [0, 1];
        progress.report({
          ...event,
          span: [from + length * first, from + length * last],
          part: [at + 1, parts.length],
        });
      },
    };
  };
}
