import { isUnknown, type Unknown, unknown } from '../../base/index.ts';
import type { FindingSeverity, GateVerdict, IndicatorId, IndicatorValue } from '../../diagnose/index.ts';
import type { DamageClass, TargetLand } from '../../site/index.ts';

/** Soil standards that end uses are held against. */
export const SOIL_STANDARDS = ['agricultural', 'construction-1', 'construction-2'] as const;
export type SoilStandard = (typeof SOIL_STANDARDS)[number];

export interface PlanProblem {
  readonly id: string;
  readonly rule: string;
  readonly factor: string;
  readonly indicator: IndicatorId | null;
  readonly severity: FindingSeverity;
  /** Ids `measure.*` of the diagnosis. */
  readonly measures: readonly string[];
}

/** Everything the plan knows of one unit. */
export interface PlanUnit {
  readonly id: string;
  readonly name: string | null;
  readonly areaHa: number;
  readonly damage: DamageClass | null;
  readonly village: string | null;
  /** Permanent basic farmland; null where nobody said. */
  readonly basicFarmland: boolean | null;
  readonly yearDamaged: number | null;
  readonly target: TargetLand;
  readonly indicators: Readonly<Record<IndicatorId, IndicatorValue>>;
  /** Missing water by land, m3/(ha a); lands that are not irrigated lack none. */
  readonly waterDeficit: Readonly<Partial<Record<TargetLand, IndicatorValue>>>;
  readonly contamination: Readonly<
    Record<SoilStandard, { readonly verdict: GateVerdict; readonly reason: Unknown | null }>
  >;
  /** Ecological index over that of the reference areas, 0..1. */
  readonly recoveryNow: number | Unknown;
  readonly aridity: number | Unknown;
  readonly problems: readonly PlanProblem[];
  /** Ids of findings that leave a question open. */
  readonly questions: readonly string[];
  readonly naturalRecovery: boolean;
}

export type NumberFact = IndicatorId | 'area-ha' | 'aridity' | 'years-since-damage';

/** A number of a unit that a gate asks for, on the land it is to become. */
export function factOf(unit: PlanUnit, fact: NumberFact, land: TargetLand, year: number): number | Unknown {
  switch (fact) {
    case 'area-ha':
      return unit.areaHa;
    case 'aridity':
      return unit.aridity;
    case 'years-since-damage':
      return unit.yearDamaged === null ? unknown('year-damaged-unknown') : year - unit.yearDamaged;
    case 'water-deficit': {
      const deficit = unit.waterDeficit[land] ?? unknown('no-climate');
      if (isUnknown(deficit)) return deficit.reason === 'not-irrigated' ? 0 : deficit;
      return deficit.value;
    }
    default: {
      const value = unit.indicators[fact];
      return isUnknown(value) ? value : value.value;
    }
  }
}

/** Climate class for survival: arid below 0.2, semi-arid below 0.65; semi-arid where the climate is unknown. */
export function climateOf(unit: PlanUnit): 'arid' | 'semi-arid' | 'humid' {
  if (isUnknown(unit.aridity)) return 'semi-arid';
  if (unit.aridity < 0.2) return 'arid';
  return unit.aridity < 0.65 ? 'semi-arid' : 'humid';
}
