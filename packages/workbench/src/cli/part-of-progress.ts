import type { Progress } from '../ports/index.ts';

/**
 * Progress of a command made of several: each part tells its own stages, and which part of the whole time they are.
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
    const to = from + parts[at]![1] / whole;
    return {
      report: (event) => progress.report(event.event === 'step' ? { ...event, span: [from, to] } : event),
    };
  };
}
