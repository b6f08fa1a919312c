import type { EvidenceFinding } from '@aftermine/science/evidence';
import type { CostItem, LowLikelyHigh, Measure, Quantity } from '@aftermine/science/plan';

/** A figure of a measure that findings can stand in for. */
export interface MeasureFigure {
  /** `rate`, `reach`, `survival`, `practice`, `quantity <item>`. */
  readonly what: string;
  readonly unit: string;
  /** Cost item whose amount it is. */
  readonly item: CostItem | null;
  /** What the library says: low, likely, high. */
  readonly before: LowLikelyHigh;
  /** Values above are none. */
  readonly most: number;
  /** The plan draws it between low and high. */
  readonly isDrawn: boolean;
  /** Factor that brings a value of a unit into the figure's own; null for a unit that is none of it. */
  factorOf(unit: string): number | null;
}

const PER_YEAR = /^(a-1|a\^-1|\/a|1\/a|yr-1|year-1|\/yr|1\/yr|\/year|per year|a⁻¹)$/i;
const SHARE = /^(|1|-|share|fraction)$/i;
const PER_CENT = /^(%|percent|per cent)$/i;

/** Rate, reach or survival of a measure that brings plants. */
export function recoveryFigure(
  what: 'rate' | 'reach' | 'survival',
  { rate, reach, survival }: NonNullable<Measure['establishes']>,
): MeasureFigure {
  if (what === 'rate') {
    const factorOf = (unit: string): number | null => (PER_YEAR.test(unit) ? 1 : null);
    const most = Number.POSITIVE_INFINITY;
    return { what, unit: 'a-1', item: null, before: rate, most, isDrawn: true, factorOf };
  }
  const before: LowLikelyHigh = what === 'reach' ? [reach, reach, reach] : survival['semi-arid'];
  return {
    what,
    unit: '1',
    item: null,
    before,
    most: what === 'reach' ? 1.2 : 1,
    isDrawn: what === 'survival',
    factorOf: shareFactor,
  };
}

/** Factor P of a measure that holds back soil. */
export function practiceFigure(practice: number): MeasureFigure {
  const before: LowLikelyHigh = [practice, practice, practice];
  return { what: 'practice', unit: '1', item: null, before, most: 1, isDrawn: false, factorOf: shareFactor };
}

/** How much of a cost item a hectare takes. */
export function amountFigure(item: CostItem, amount: number): MeasureFigure {
  const unit = `${item.unit}/ha`;
  return {
    what: `quantity ${item.id}`,
    unit,
    item,
    before: [amount, amount, amount],
    most: Number.POSITIVE_INFINITY,
    isDrawn: false,
    factorOf: (given) => {
      const own = plainUnit(given);
      if (own === unit) return 1;
      return unit === 't/ha' ? (TONNES_PER_HA[own] ?? null) : null;
    },
  };
}

/** True for an amount that somebody estimated and that is counted by the area; a definition is no estimate. */
export function isEstimateByArea({ per, source }: Quantity): boolean {
  return (
    source !== 'definition' &&
    (per === 'area' || per === 'slope-area' || per === 'steep-area' || per === 'gap')
  );
}

/** Findings as if they were of the measure, the named figure in its unit; values that it cannot have are left out. */
export function findingsInUnit(
  findings: readonly EvidenceFinding[],
  measure: string,
  name: string,
  { unit, most, factorOf }: MeasureFigure,
): readonly EvidenceFinding[] {
  return findings.map((finding) => ({
    ...finding,
    measure,
    parameters: finding.parameters
      .filter((one) => one.name.trim().toLowerCase() === name)
      .map((one) => {
        const factor = factorOf(one.unit.trim());
        return factor === null ? one : { ...one, value: one.value * factor, unit };
      })
      .filter(({ value, unit: own }) => own !== unit || (value > 0 && value <= most)),
  }));
}

const TONNES_PER_HA: Readonly<Record<string, number>> = {
  'kg/ha': 1e-3,
  'g/m2': 1e-2,
  'kg/m2': 10,
  'mg/ha': 1,
};

/** `t ha-1`, `t·hm⁻²`, `m³/ha`, `吨/公顷` as `t/ha`, `m3/ha`. */
function plainUnit(unit: string): string {
  return unit
    .toLowerCase()
    .replaceAll('²', '2')
    .replaceAll('³', '3')
    .replaceAll('⁻', '-')
    .replace(/公顷|hm\^?2|hm-2/, (found) => (found === 'hm-2' ? 'ha-1' : 'ha'))
    .replace(/吨|tonnes?/, 't')
    .replace(/千克|公斤/, 'kg')
    .replace(/立方米/, 'm3')
    .replace(/\s*[·.*]?\s*ha\^?-1$/, '/ha')
    .replace(/\s*[·.*]?\s*m\^?-2$/, '/m2')
    .replace(/\s+per\s+/, '/')
    .replace(/\s+/g, '');
}

function shareFactor(unit: string): number | null {
  return SHARE.test(unit) ? 1 : PER_CENT.test(unit) ? 0.01 : null;
}
