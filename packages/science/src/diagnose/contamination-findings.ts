import type { ContaminationGate } from './contamination-gate.ts';
import { CONSTRUCTION_SOURCE, FARM_SOURCE } from './soil-limits.ts';
import type { Finding } from './types.ts';

/** Fewer samples than this do not make a confident statement. */
const ENOUGH = 5;

/** An element without an intervention value. */
const NO_VALUE = '–';

/**
 * Findings of the contamination gate: one for each element above its screening value (`major`) or its intervention value
 * (`critical`), or one that the gate could not decide.
 */
export function contaminationFindings(
  unitId: string,
  gate: ContaminationGate,
  sampleIds: readonly string[],
): readonly Finding[] {
  const shared = {
    unitId,
    rule: 'contaminated',
    factor: 'contamination',
    limitSource: gate.source?.standard === CONSTRUCTION_SOURCE.standard ? 'gb-36600-2018' : 'gb-15618-2018',
    limitVerified: gate.source?.verified ?? false,
    wouldChange: ['more-samples', 'other-target'],
  } as const;
  const found = gate.elements
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'conditional')
    .map((one): Finding => {
      const { element, verdict, worst, screening, intervention, samples } = one;
      const sure = samples >= ENOUGH && one.reason === null;
      return {
        ...shared,
        id: `${unitId}:contaminated:${element}`,
        severity: verdict === 'fail' ? 'critical' : 'major',
        verdict: 'problem',
        reason: null,
        params: {
          unit: unitId,
          element,
          value: worst === null ? NO_VALUE : String(worst),
          count: samples,
          standard: gate.source?.standard ?? FARM_SOURCE.standard,
          screening: screening === null ? NO_VALUE : String(screening),
          intervention: intervention === null ? NO_VALUE : String(intervention),
        },
        evidence: [{ kind: 'samples', source: sampleIds.join(', '), count: samples }],
        confidence: sure ? 'high' : samples > 1 ? 'medium' : 'low',
        measures:
          verdict === 'fail'
            ? ['risk-assessment', 'isolate-cap', 'change-target']
            : ['risk-assessment', 'stabilise-metal', 'phytoremediation'],
      };
    });
  if (gate.verdict !== 'insufficient' || gate.reason === null) return found;
  return [
    ...found,
    {
      ...shared,
      id: `${unitId}:contaminated`,
      severity: 'info',
      verdict: 'insufficient',
      reason: gate.reason,
      params: { unit: unitId },
      evidence: [],
      confidence: 'low',
      measures: [],
    },
  ];
}

/** The standard that judges a unit's soil; named even where nothing could be judged. */
export function soilStandardOf(
  gate: ContaminationGate,
  construction: boolean,
): 'GB 15618-2018' | 'GB 36600-2018' {
  return gate.source?.standard ?? (construction ? CONSTRUCTION_SOURCE : FARM_SOURCE).standard;
}
