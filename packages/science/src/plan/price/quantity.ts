import { isUnknown } from '../../base/index.ts';
import { factOf, type PlanUnit } from '../facts/plan-unit.ts';
import type { EndUse, Quantity } from '../library/index.ts';
import type { Mend } from '../packages/mend.ts';

const RADIANS = Math.PI / 180;
/** Half of a lift is cut and half of it filled: m3 per hectare of ground under the new face = 10 000 / 8 x height x (1 - tan b / tan a). */
const REGRADE_PER_HEIGHT = 1250;
/** Slope taken where terrain is unknown, degrees: what waste dumps are tipped at. */
const ANGLE_OF_REPOSE = 35;
/** Share of steep land taken where terrain is unknown. Unverified default of the plan. */
const STEEP_WHERE_UNKNOWN = 0.3;
/** By definition of the 90th percentile at least this share is steeper than it. */
const STEEPEST_SHARE = 0.1;

/**
 * How much of an item a unit needs.
 *
 *     area        A                              hectares of ground
 *     slope-area  A / cos(mean slope)            hectares of surface
 *     steep-area  A x share steeper than the limit
 *     gap         A x what is missing of the mended fact
 *     regrade     A x min(1, share x tan a / tan b) x 1250 H (1 - tan b / tan a)   m3
 *     water       A x missing water              m3/a
 *     unit        1
 *
 * each times the amount of the library. Regrading turns a face of lift height H from angle a to b about its middle; a flatter face
 * lies under more ground than the steep one did, in the ratio tan a / tan b, and never under more than the unit has. Water is what
 * the measure brings where it mends the deficit (so that an assumed deficit is paid for), else the deficit known. A stability factor F that must become F' asks for tan b = tan a F / F' (dry slope
 * without cohesion).
 *
 * @param mends what the measure of this quantity brings about
 * @param benchHeightM H
 */
export function quantityOf(
  { per, amount }: Quantity,
  unit: PlanUnit,
  endUse: EndUse,
  mends: readonly Mend[],
  benchHeightM: number,
): number {
  const { areaHa } = unit;
  switch (per) {
    case 'area':
      return amount * areaHa;
    case 'slope-area': {
      const mean = numberOf(unit, 'slope-mean') ?? 0;
      return (amount * areaHa) / Math.cos(Math.min(mean, 80) * RADIANS);
    }
    case 'steep-area':
      return amount * areaHa * steepShare(unit);
    case 'gap': {
      const mend = mends.find(({ from, to }) => from !== null && to !== null);
      return mend === undefined ? 0 : amount * areaHa * Math.abs(mend.to! - mend.from!);
    }
    case 'regrade': {
      const pair = slopePair(unit, mends);
      if (pair === null) return 0;
      const [a, b] = pair;
      const moved = REGRADE_PER_HEIGHT * benchHeightM * (1 - Math.tan(b * RADIANS) / Math.tan(a * RADIANS));
      const flatter = Math.tan(a * RADIANS) / Math.tan(b * RADIANS);
      return amount * areaHa * Math.min(1, steepShare(unit) * flatter) * Math.max(0, moved);
    }
    case 'water': {
      const brought = mends.find(({ fact }) => fact === 'water-deficit');
      if (brought?.from != null && brought.to !== null)
        return amount * areaHa * Math.max(0, brought.from - brought.to);
      const deficit = factOf(unit, 'water-deficit', endUse.land, 0);
      return isUnknown(deficit) ? 0 : amount * areaHa * deficit;
    }
    case 'unit':
      return amount;
  }
}

/** Steepest slope now and after, degrees; null where nothing has to be flattened. */
function slopePair(unit: PlanUnit, mends: readonly Mend[]): readonly [from: number, to: number] | null {
  const now = numberOf(unit, 'slope-p90') ?? ANGLE_OF_REPOSE;
  let to = now;
  for (const mend of mends) {
    if (mend.from === null || mend.to === null) continue;
    if (mend.fact === 'slope-p90') to = Math.min(to, mend.to);
    else if (mend.fact === 'stability-factor')
      to = Math.min(to, Math.atan((Math.tan(now * RADIANS) * mend.from) / mend.to) / RADIANS);
  }
  const from = Math.max(
    now,
    ...mends.flatMap(({ fact, from: value }) => (fact === 'slope-p90' && value !== null ? [value] : [])),
  );
  return to < from ? [from, to] : null;
}

function steepShare(unit: PlanUnit): number {
  return Math.max(numberOf(unit, 'steep-share') ?? STEEP_WHERE_UNKNOWN, STEEPEST_SHARE);
}

function numberOf(unit: PlanUnit, id: 'slope-mean' | 'slope-p90' | 'steep-share'): number | null {
  const value = unit.indicators[id];
  return isUnknown(value) ? null : value.value;
}
