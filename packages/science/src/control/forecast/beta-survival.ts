import { AftermineError } from '../../base/index.ts';

/** Plants that the library's survival counts for: its figure moves half way where so many were counted. Unverified default of control. */
export const SURVIVAL_PLANTS = 30;

/** Survival of the first year as a beta distribution. */
export interface Survival {
  readonly alive: number;
  readonly dead: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Survival after a count in the field: Beta(a + alive, b + dead) from a prior Beta(a, b).
 *
 * @param prior a and b, both > 0
 * @throws InvalidInput `E-CTL-101` for counts below zero or a prior that is none
 */
export function betaSurvival(
  prior: { readonly alive: number; readonly dead: number },
  alive: number,
  dead: number,
): Survival {
  if (!(prior.alive > 0) || !(prior.dead > 0) || !(alive >= 0) || !(dead >= 0))
    throw new AftermineError('InvalidInput', 'E-CTL-101', {
      where: 'survival',
      got: `Beta(${prior.alive}, ${prior.dead}) + (${alive}, ${dead})`,
    });
  const [a, b] = [prior.alive + alive, prior.dead + dead];
  const n = a + b;
  return { alive: a, dead: b, mean: a / n, variance: (a * b) / (n * n * (n + 1)) };
}

/** Prior of a promised share; shares of 0 and 1 are held a plant away from certainty, a share of exactly 1 is none at all to doubt. */
export function survivalPrior(share: number): { readonly alive: number; readonly dead: number } {
  const held = Math.min(1 - 0.5 / SURVIVAL_PLANTS, Math.max(0.5 / SURVIVAL_PLANTS, share));
  return { alive: held * SURVIVAL_PLANTS, dead: (1 - held) * SURVIVAL_PLANTS };
}
