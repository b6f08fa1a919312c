import { type Unknown, unknown } from '../base/index.ts';
import type { Reading } from '../site/index.ts';
import {
  type LimitSource,
  limitSourceOf,
  requiredElements,
  type SoilElement,
  type SoilLand,
  type SoilLimit,
  soilLimits,
} from './soil-limits.ts';

/** What a gate says; labels in the catalogue under `gate-verdict.*`. */
export type GateVerdict = 'pass' | 'conditional' | 'fail' | 'insufficient';

type Decided = Exclude<GateVerdict, 'insufficient'>;

/** Mildest first. */
const RANK: readonly Decided[] = ['pass', 'conditional', 'fail'];

/** One soil sample: mg/kg by element, with the pH of the same sample. */
export interface GateSample {
  readonly values: Readonly<Partial<Record<SoilElement, Reading>>>;
  /** Null where it was not measured. */
  readonly ph: number | null;
}

/** One element of one unit. */
export interface ElementVerdict {
  readonly element: SoilElement;
  readonly verdict: GateVerdict;
  /** Highest reading that is a value, mg/kg; null without one. */
  readonly worst: number | null;
  /** The limits the deciding sample was held against, mg/kg: the strictest screening, the loosest intervention. */
  readonly screening: number | null;
  readonly intervention: number | null;
  /** Samples that have this element. */
  readonly samples: number;
  /** Why it is insufficient, or what leaves a conditional verdict open. */
  readonly reason: Unknown | null;
}

export interface ContaminationGate {
  readonly verdict: GateVerdict;
  readonly elements: readonly ElementVerdict[];
  readonly source: LimitSource | null;
  readonly reason: Unknown | null;
}

/**
 * Verdict on one reading: pass at C <= screening, conditional up to and including intervention, fail above it. Where
 * several limits may apply (pH unknown, class of construction land unknown) the strictest must pass and the loosest
 * must fail; what lies between is conditional. A reading known only to be below L passes where L <= screening, else
 * it is insufficient. An element without an intervention value cannot fail.
 *
 * @param limits every limit that may apply, mg/kg
 * @returns the verdict, and the gravest verdict that the true facts could still bring
 * @source GB 15618-2018, 5; GB 36600-2018, 5
 */
export function gateReading(
  reading: Reading,
  limits: readonly SoilLimit[],
): { readonly verdict: GateVerdict; readonly atWorst: Decided } {
  const { screening, intervention } = boundsOf(limits);
  const upper = 'value' in reading ? reading.value : reading.below;
  const atWorst = RANK[Math.max(...limits.map((limit) => RANK.indexOf(against(upper, limit))))] ?? 'pass';
  if (upper <= screening) return { verdict: 'pass', atWorst: 'pass' };
  if (!('value' in reading)) return { verdict: 'insufficient', atWorst };
  if (intervention !== null && upper > intervention) return { verdict: 'fail', atWorst: 'fail' };
  return { verdict: 'conditional', atWorst };
}

/**
 * The gate of one unit: every sample against the limits of its land and its own pH, the worst sample decides each
 * element, the worst element decides the unit. An element nobody measured is insufficient; an insufficient answer
 * gives way only to a verdict that is at least as grave as anything the missing fact could bring.
 *
 * @param lands lands whose limits may apply, see `soilLandsOf`; empty where no standard speaks of the target
 * @param unsupported why the samples do not speak for the unit, see `samplingSupport`; null where they do
 * @source GB 15618-2018, 5; GB 36600-2018, 5
 */
export function contaminationGate(
  samples: readonly GateSample[],
  lands: readonly SoilLand[],
  unsupported: Unknown | null = null,
): ContaminationGate {
  const land = lands[0];
  if (land === undefined)
    return { verdict: 'insufficient', elements: [], source: null, reason: unknown('no-soil-standard') };
  const source = limitSourceOf(land);
  const elements = requiredElements(land).map((element) =>
    unsupported === null
      ? gateElement(element, samples, lands)
      : none(element, samples.filter(({ values }) => values[element] !== undefined).length, unsupported),
  );
  const verdict = worstOf(
    elements.map((one) => ({
      verdict: one.verdict,
      atWorst: one.verdict === 'insufficient' ? 'fail' : one.verdict,
    })),
  );
  const open = elements.find((one) => one.verdict === verdict)?.reason ?? null;
  return { verdict, elements, source, reason: verdict === 'insufficient' ? (unsupported ?? open) : null };
}

function gateElement(
  element: SoilElement,
  samples: readonly GateSample[],
  lands: readonly SoilLand[],
): ElementVerdict {
  const judged = samples.flatMap(({ values, ph }) => {
    const reading = values[element];
    if (reading === undefined) return [];
    const limits = lands.flatMap((land) => soilLimits(element, land, ph));
    return limits.length === 0 ? [] : [{ reading, limits, ...gateReading(reading, limits) }];
  });
  if (judged.length === 0) return none(element, 0, unknown('element-not-measured', { element }));
  const verdict = worstOf(judged);
  // Of the samples with this verdict the one that lies highest over its own limit is shown.
  const shown = judged
    .filter((one) => one.verdict === verdict)
    .reduce((a, b) => (excess(b) > excess(a) ? b : a));
  const bounds = boundsOf(shown.limits);
  const values = judged.flatMap(({ reading }) => ('value' in reading ? [reading.value] : []));
  let reason: Unknown | null = null;
  if (verdict === 'insufficient' && 'below' in shown.reading)
    reason = unknown('detection-above-limit', {
      element,
      detection: shown.reading.below,
      limit: bounds.screening,
    });
  else if (verdict === 'conditional' && judged.some(({ atWorst }) => atWorst === 'fail'))
    reason = unknown('limit-undecided', { element });
  return {
    element,
    verdict,
    worst: values.length === 0 ? null : Math.max(...values),
    ...bounds,
    samples: judged.length,
    reason,
  };
}

function none(element: SoilElement, samples: number, reason: Unknown): ElementVerdict {
  return {
    element,
    verdict: 'insufficient',
    worst: null,
    screening: null,
    intervention: null,
    samples,
    reason,
  };
}

function against(value: number, { screening, intervention }: SoilLimit): Decided {
  if (value <= screening) return 'pass';
  return intervention !== null && value > intervention ? 'fail' : 'conditional';
}

/** The worst decided verdict, unless an undecided one could be worse still. */
function worstOf(
  verdicts: readonly { readonly verdict: GateVerdict; readonly atWorst: Decided }[],
): GateVerdict {
  let [decided, possible] = [0, 0];
  for (const { verdict, atWorst } of verdicts) {
    if (verdict === 'insufficient') possible = Math.max(possible, RANK.indexOf(atWorst));
    else decided = Math.max(decided, RANK.indexOf(verdict));
  }
  return possible > decided ? 'insufficient' : RANK[decided]!;
}

/** The strictest screening and the loosest intervention value; no intervention where any limit has none. */
function boundsOf(limits: readonly SoilLimit[]): SoilLimit {
  const interventions = limits.map(({ intervention }) => intervention ?? Infinity);
  const loosest = Math.max(...interventions);
  return {
    screening: Math.min(...limits.map(({ screening }) => screening)),
    intervention: loosest === Infinity ? null : loosest,
  };
}

function excess({ reading, limits }: { reading: Reading; limits: readonly SoilLimit[] }): number {
  return ('value' in reading ? reading.value : reading.below) / boundsOf(limits).screening;
}
