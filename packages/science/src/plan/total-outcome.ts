import type { ObjectiveValues, PackageOutcome } from './result.ts';

const NOTHING: PackageOutcome = {
  objectives: { ecology: 0, carbon: 0, livelihood: 0, npv: 0 },
  publicCost: 0,
  concessionCost: 0,
  erosionAvoidedT: 0,
  waterM3: 0,
  topsoilM3: 0,
  farmlandHa: 0,
  recoveryNow: 0,
  recoveryEnd: 0,
  recoveryEndWithout: 0,
  yearsTo80: null,
  localPersonYears: 0,
  permanentJobs: 0,
};

/** Outcomes of units and the cost of shared works added up; closeness to the reference is the mean by area. */
export function totalOutcome(
  parts: readonly { readonly areaHa: number; readonly outcome: PackageOutcome }[],
  works: readonly { readonly cost: number; readonly npv: number }[] = [],
): PackageOutcome {
  const area = parts.reduce((sum, one) => sum + one.areaHa, 0);
  const add = (of: (outcome: PackageOutcome) => number): number =>
    parts.reduce((sum, { outcome }) => sum + of(outcome), 0);
  const mean = (of: (outcome: PackageOutcome) => number): number =>
    area === 0 ? 0 : parts.reduce((sum, one) => sum + one.areaHa * of(one.outcome), 0) / area;
  if (parts.length === 0) return NOTHING;
  const displacedCo2T = add((outcome) => outcome.displacedCo2T ?? 0);
  const objectives: ObjectiveValues = {
    ecology: add(({ objectives: { ecology } }) => ecology),
    carbon: add(({ objectives: { carbon } }) => carbon),
    livelihood: add(({ objectives: { livelihood } }) => livelihood),
    npv: works.reduce(
      (sum, { npv }) => sum + npv,
      add(({ objectives: { npv } }) => npv),
    ),
  };
  return {
    objectives,
    ...(displacedCo2T > 0 ? { displacedCo2T } : {}),
    publicCost: works.reduce(
      (sum, { cost }) => sum + cost,
      add(({ publicCost }) => publicCost),
    ),
    concessionCost: add(({ concessionCost }) => concessionCost),
    erosionAvoidedT: add(({ erosionAvoidedT }) => erosionAvoidedT),
    waterM3: add(({ waterM3 }) => waterM3),
    topsoilM3: add(({ topsoilM3 }) => topsoilM3),
    farmlandHa: add(({ farmlandHa }) => farmlandHa),
    recoveryNow: mean(({ recoveryNow }) => recoveryNow),
    recoveryEnd: mean(({ recoveryEnd }) => recoveryEnd),
    recoveryEndWithout: mean(({ recoveryEndWithout }) => recoveryEndWithout),
    yearsTo80: null,
    localPersonYears: add(({ localPersonYears }) => localPersonYears),
    permanentJobs: add(({ permanentJobs }) => permanentJobs),
  };
}
