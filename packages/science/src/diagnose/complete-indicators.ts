import { unknown } from '../base/index.ts';
import { INDICATOR_IDS, type IndicatorId } from './declare.ts';
import type { UnitDiagnosis } from './result.ts';
import type { IndicatorValue } from './types.ts';

/**
 * A unit as diagnosed, with `diagnosed-before` for every indicator that came after its diagnosis was kept. A unit that lacks
 * none is given back as it is.
 */
export function completeIndicators(unit: UnitDiagnosis): UnitDiagnosis {
  const kept: Partial<Record<IndicatorId, IndicatorValue>> = unit.indicators;
  if (INDICATOR_IDS.every((id) => kept[id] !== undefined)) return unit;
  const indicators = Object.fromEntries(
    INDICATOR_IDS.map((id) => [id, kept[id] ?? unknown('diagnosed-before')]),
  ) as UnitDiagnosis['indicators'];
  return { ...unit, indicators };
}
