import { requireNumber } from '../../choice/choice-input.ts';

/** How a unit under restoration stands. */
export const UNIT_STATES = ['bare', 'sparse', 'established', 'failed', 'self-sustaining'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** What may be done on it in a year. */
export const UPKEEP_ACTIONS = ['wait', 'replant', 'irrigate', 'close'] as const;
export type UpkeepAction = (typeof UPKEEP_ACTIONS)[number];

/** Recovery of a unit as its filter or the library knows it. Closeness to the reference runs dr = rate (asymptote - r) dt. */
export interface UpkeepRecovery {
  /** kappa > 0, a year, of land that was planted. */
  readonly rate: number;
  /** Standard deviation of ln kappa; 0 where the rate is taken as known. */
  readonly lnRateSd?: number;
  /** K, 0..1: closeness it comes to. */
  readonly asymptote: number;
  /** Share of a planting that lives through its first year, 0..1. */
  readonly survival: number;
}

/** Closeness at which a unit passes into the next state; 0 < sparse < established < selfSustaining <= 1. */
export interface StateBands {
  readonly sparse: number;
  readonly established: number;
  readonly selfSustaining: number;
}

/** What nobody has measured on the unit: shares that turn its rate and survival into chances. Illustrative. */
export interface UpkeepShares {
  /** Rate of land that was not planted, as a share of the rate. */
  readonly naturalRate: number;
  /** Chance a year to fall back, as a share of (1 - survival). */
  readonly relapse: {
    readonly sparse: number;
    readonly established: number;
    readonly selfSustaining: number;
  };
  /** Survival of a planting where one has failed, as a share of survival. */
  readonly secondPlanting: number;
  /** Share of relapse that irrigation prevents, and what it adds to the rate as a share. */
  readonly irrigation: { readonly protects: number; readonly speeds: number };
}

/** Three points and weights that meet the first five moments of a normal deviate (Gauss and Hermite). */
const DEVIATES = [-Math.sqrt(3), 0, Math.sqrt(3)] as const;
const DEVIATE_WEIGHTS = [1 / 6, 2 / 3, 1 / 6] as const;

/** State of a unit from its closeness; a planting that failed is told by whoever counted survival. */
export function unitStateOf(closeness: number, bands: StateBands, hasFailed = false): UnitState {
  if (hasFailed && closeness < bands.established) return 'failed';
  if (closeness < bands.sparse) return 'bare';
  if (closeness < bands.established) return 'sparse';
  return closeness < bands.selfSustaining ? 'established' : 'self-sustaining';
}

/**
 * Years in which closeness passes from one mark to a higher one: t = ln((K - from) / (K - to)) / kappa; infinite where the
 * asymptote lies at or below the mark.
 */
export function yearsBetween(rate: number, asymptote: number, from: number, to: number): number {
  return to >= asymptote ? Number.POSITIVE_INFINITY : Math.log((asymptote - from) / (asymptote - to)) / rate;
}

/**
 * Chances of a unit from year to year under each action. A band that closeness needs t years to cross is left upwards with
 * the chance p = 1 - e^(-1 / t) a year, so that crossing takes t years at a constant hazard; with an uncertain rate p is its
 * mean over three points of ln kappa. With w = 1 - survival and h = relapse share x w:
 *
 *     wait      bare, failed: up to sparse at the natural rate. sparse: fails h, else up at the rate. established: back to
 *               sparse h, else up. self-sustaining: back to established h
 *     replant   bare: sparse with the survival, else failed; failed: the same with the survival of a second planting.
 *               sparse and established: as wait, but the old stand and the new must both fail (h x w). self-sustaining: as wait
 *     irrigate  as wait, with (1 - protects) h and (1 + speeds) times the rate
 *     close     ends it: no chances
 *
 * @returns by action, then state, the chance of each next state, in the order of `UPKEEP_ACTIONS` and `UNIT_STATES`
 * @throws InvalidInput `E-CHO-102`
 */
export function unitTransitions(
  recovery: UpkeepRecovery,
  bands: StateBands,
  shares: UpkeepShares,
): readonly (readonly (readonly number[])[])[] {
  checkRecovery(recovery, bands, shares);
  const { survival } = recovery;
  const { protects, speeds } = shares.irrigation;
  const lost = 1 - survival;
  const up = (from: number, to: number, factor: number): number => chanceUp(recovery, from, to, factor);
  const standing = (harm: number, speed: number): number[][] => {
    const wild = up(0, bands.sparse, shares.naturalRate * speed);
    const thicker = up(bands.sparse, bands.established, speed);
    const settled = up(bands.established, bands.selfSustaining, speed);
    const [young, grown, done] = [
      harm * shares.relapse.sparse * lost,
      harm * shares.relapse.established * lost,
      harm * shares.relapse.selfSustaining * lost,
    ];
    return [
      [1 - wild, wild, 0, 0, 0],
      [0, (1 - young) * (1 - thicker), (1 - young) * thicker, young, 0],
      [0, grown, (1 - grown) * (1 - settled), 0, (1 - grown) * settled],
      [0, wild, 0, 1 - wild, 0],
      [0, 0, done, 0, 1 - done],
    ];
  };
  const wait = standing(1, 1);
  const doubled = standing(lost, 1);
  const second = survival * shares.secondPlanting;
  return [
    wait,
    [[0, survival, 0, lost, 0], doubled[1]!, doubled[2]!, [0, second, 0, 1 - second, 0], wait[4]!],
    standing(1 - protects, 1 + speeds),
    UNIT_STATES.map(() => [0, 0, 0, 0, 0]),
  ];
}

function chanceUp(
  { rate, lnRateSd = 0, asymptote }: UpkeepRecovery,
  from: number,
  to: number,
  factor: number,
): number {
  let sum = 0;
  for (let k = 0; k < DEVIATES.length; k += 1) {
    const drawn = rate * factor * Math.exp(lnRateSd * DEVIATES[k]!);
    sum += DEVIATE_WEIGHTS[k]! * -Math.expm1(-1 / yearsBetween(drawn, asymptote, from, to));
  }
  return sum;
}

function checkRecovery(recovery: UpkeepRecovery, bands: StateBands, shares: UpkeepShares): void {
  const share = { low: 0, high: 1 };
  requireNumber('rate', recovery.rate, { above: 0 });
  requireNumber('lnRateSd', recovery.lnRateSd ?? 0, { low: 0, high: 5 });
  requireNumber('asymptote', recovery.asymptote, { above: 0, high: 1.5 });
  requireNumber('survival', recovery.survival, share);
  requireNumber('bands.sparse', bands.sparse, { above: 0, high: 1 });
  requireNumber('bands.established', bands.established, { above: bands.sparse, high: 1 });
  requireNumber('bands.selfSustaining', bands.selfSustaining, { above: bands.established, high: 1 });
  requireNumber('shares.naturalRate', shares.naturalRate, { low: 0 });
  for (const key of ['sparse', 'established', 'selfSustaining'] as const)
    requireNumber(`shares.relapse.${key}`, shares.relapse[key], share);
  requireNumber('shares.secondPlanting', shares.secondPlanting, share);
  requireNumber('shares.irrigation.protects', shares.irrigation.protects, share);
  requireNumber('shares.irrigation.speeds', shares.irrigation.speeds, { low: 0 });
}
