import { chance, seedOf } from '../../base/index.ts';
import { factorQuantile } from '../../plan/index.ts';
import { VARIANCE_SHARES } from '../forecast/pool-curves.ts';
import type { WorthSettings } from './worth-settings.ts';

/** One future, drawn by name: what is asked of it, and in which order, moves none of its answers. */
export interface DrawnTruth {
  /** Standard normal deviate of a figure of a measure on a unit: what it shares with other zones, other units, and with none. */
  readonly deviate: (figure: 'rate' | 'reach', at: { measure: string; zone: string; unit: string }) => number;
  /** The same of land without works, which shares nothing. */
  readonly wildDeviate: (figure: 'rate' | 'reach', unit: string) => number;
  /** First-year survival of a measure in a zone, from its triangle. */
  readonly survival: (
    triangle: readonly [number, number, number],
    at: { measure: string; zone: string },
  ) => number;
  readonly isDrought: (year: number) => boolean;
  /** Share of what has grown on a unit that is lost before the season of a year; 0 in most. */
  readonly dieOff: (unit: string, year: number) => number;
  /** Standard normal deviate of what is seen of a unit in a season. */
  readonly look: (unit: string, year: number) => number;
}

/**
 * Draws a future from the priors of the filter and the hazards of the settings.
 *
 *     deviate = sqrt(0.3) a[measure] + sqrt(0.2) b[measure, zone] + sqrt(0.5) e[unit]
 *
 * The part of the unit is one for all measures: bad ground is bad for whatever is done.
 *
 * @param future number of the future
 */
export function drawTruth(seed: number, future: number, settings: WorthSettings): DrawnTruth {
  const own = seedOf(seed, `future ${future}`);
  const known = new Map<string, number>();
  const once = (name: string, draw: (stream: ReturnType<typeof chance>) => number): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const value = draw(chance(seedOf(own, name)));
    known.set(name, value);
    return value;
  };
  const normal = (name: string): number => once(name, (stream) => stream.normal());
  const uniform = (name: string): number => once(name, (stream) => stream.uniform());
  const [wide, near, single] = [VARIANCE_SHARES.measure, VARIANCE_SHARES.zone, VARIANCE_SHARES.unit].map(
    Math.sqrt,
  ) as [number, number, number];
  const { droughts, dieOffs, dieOffShare } = settings;
  return {
    deviate: (figure, { measure, zone, unit }) =>
      wide * normal(`${figure} ${measure}`) +
      near * normal(`${figure} ${measure} in ${zone}`) +
      single * normal(`${figure} of ${unit}`),
    wildDeviate: (figure, unit) => normal(`wild ${figure} of ${unit}`),
    survival: ([low, mode, high], { measure, zone }) => {
      const p = Math.max(2 ** -33, uniform(`survival ${measure} in ${zone}`));
      return factorQuantile({ name: 'survival', kind: 'triangular', low, mode, high }, p);
    },
    isDrought: (year) => uniform(`drought ${year}`) < droughts,
    dieOff: (unit, year) =>
      uniform(`die-off ${unit} ${year}`) < dieOffs
        ? dieOffShare[0] + (dieOffShare[1] - dieOffShare[0]) * uniform(`share lost ${unit} ${year}`)
        : 0,
    look: (unit, year) => normal(`look ${unit} ${year}`),
  };
}

/** The future that the plan reckons with: the likely figure of everything, and nothing goes wrong. */
export const LIKELY_TRUTH: DrawnTruth = {
  deviate: () => 0,
  wildDeviate: () => 0,
  survival: ([, likely]) => likely,
  isDrought: () => false,
  dieOff: () => 0,
  look: () => 0,
};
