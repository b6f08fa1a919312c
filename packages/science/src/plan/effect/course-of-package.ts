import { isUnknown } from '../../base/index.ts';
import { climateOf, type PlanProblem, type PlanUnit } from '../facts/plan-unit.ts';
import type { Library, LowLikelyHigh, Measure } from '../library/index.ts';
import type { DerivedPackage } from '../packages/derive-packages.ts';
import type { RecoveryCourse } from './recovery-course.ts';

/** What a problem that nobody answers takes from the asymptote. Unverified defaults of the plan. */
export const LEFT_UNANSWERED = { critical: 0.3, major: 0.65, minor: 0.9, info: 1 } as const;
/** Recovery of land that nobody guards, as a share of the rate under guard. Unverified default of the plan. */
export const UNGUARDED = 0.5;
/** Plants grow slower where it is dry: share of the rate of the library. Unverified default of the plan. */
export const CLIMATE_RATE = { arid: 0.5, 'semi-arid': 0.75, humid: 1 } as const;
/** Closeness taken for units that were never observed. Unverified default of the plan. */
export const NEVER_OBSERVED = 0.2;
/** Most of the asymptote that land with open questions is taken to reach. Unverified default of the plan. */
export const LEFT_OPEN = 0.8;
/** Rate at which sealed land takes its closeness, per year. Unverified default of the plan. */
const SEALED_RATE = 2;
/** Measure of the library that stands for recovery without works. */
const NATURAL = 'natural-recovery';

/** Draws a figure from its triangle; the likely one where nothing is uncertain. */
export type Draw = (spread: LowLikelyHigh, factor: 'survival' | 'rate') => number;

/** What the seasons so far taught of a measure on a unit: factors on its rate and on what it reaches; 1 where nothing is known. */
export type Learned = (
  unit: PlanUnit,
  measure: string,
) => { readonly rate: number; readonly reach: number; readonly survival: number };

/** Course of recovery of a unit under a package that stands `readyAfter` years from now. */
export function courseOfPackage(
  unit: PlanUnit,
  one: DerivedPackage,
  library: Library,
  readyAfter: number,
  draw: Draw,
  learned?: Learned,
): RecoveryCourse {
  const now = closenessNow(unit);
  const without = courseWithout(unit, library, now, draw);
  const { use, establishing } = one;
  if (establishing?.establishes === undefined)
    return {
      now,
      without,
      with: { asymptote: use.vegetated ? now : use.asymptote, rate: SEALED_RATE },
      survival: 1,
      readyAfter,
    };
  const { reach, rate, survival } = establishing.establishes;
  const taught = learned?.(unit, establishing.id);
  const asymptote = use.asymptote * reach * penalty(one.unresolved, unit) * (taught?.reach ?? 1);
  return {
    now,
    without,
    with: {
      // A fence sets nothing back: land that is only guarded comes at least as far as without.
      asymptote: establishing.ladder === 'natural' ? Math.max(asymptote, without.asymptote) : asymptote,
      rate: CLIMATE_RATE[climateOf(unit)] * draw(rate, 'rate') * (taught?.rate ?? 1),
    },
    survival: Math.min(1, draw(survival[climateOf(unit)], 'survival') * (taught?.survival ?? 1)),
    readyAfter,
  };
}

/** Closeness now and the course of land that nobody touches. */
export function naturalCourse(
  unit: PlanUnit,
  library: Library,
  draw: Draw,
): Pick<RecoveryCourse, 'now' | 'without'> {
  const now = closenessNow(unit);
  return { now, without: courseWithout(unit, library, now, draw) };
}

function closenessNow({ recoveryNow }: PlanUnit): number {
  return isUnknown(recoveryNow) ? NEVER_OBSERVED : Math.min(1, Math.max(0, recoveryNow));
}

function courseWithout(unit: PlanUnit, library: Library, now: number, draw: Draw): RecoveryCourse['without'] {
  const { natural, asymptote: wild } = wildOf(library);
  const rate =
    natural === undefined ? 0 : UNGUARDED * CLIMATE_RATE[climateOf(unit)] * draw(natural.rate, 'rate');
  // Land that recovers by itself goes on; land that is held back comes as far as what holds it lets it.
  const held = unit.naturalRecovery ? 1 : penalty(unit.problems, unit);
  const asymptote = Math.max(now, wild * held);
  return { asymptote, rate };
}

interface Wild {
  readonly natural: Measure['establishes'];
  /** What land comes to without works: the best that natural recovery reaches, among the end uses nobody has to want. */
  readonly asymptote: number;
}

function wildOf(library: Library): Wild {
  const known = wilds.get(library);
  if (known !== undefined) return known;
  const natural = library.measures.find(({ id }) => id === NATURAL)?.establishes;
  let best = 0;
  if (natural !== undefined)
    for (const { vegetated, needsDemand, land, asymptote } of library.endUses)
      if (vegetated && !needsDemand && natural.lands.includes(land)) best = Math.max(best, asymptote);
  const wild = { natural, asymptote: natural === undefined ? 0 : natural.reach * best };
  wilds.set(library, wild);
  return wild;
}

/** Looked up once for each library. */
const wilds = new WeakMap<Library, Wild>();

/** Product over problems; problems of missing plants are what recovery mends, not what holds it back. */
function penalty(problems: readonly PlanProblem[], unit: PlanUnit): number {
  let product = 1;
  for (const { factor, severity } of problems)
    if (factor !== 'vegetation') product *= LEFT_UNANSWERED[severity];
  // Unanswered questions are no pass either: land of which little is known is not taken to recover fully, unless it is seen to.
  return unit.questions.length > 0 && !unit.naturalRecovery ? Math.min(product, LEFT_OPEN) : product;
}
