import { isUnknown, type Unknown, unknown } from '../../base/index.ts';
import {
  aridity,
  contaminationGate,
  type DiagnoseSettings,
  type DiagnosisResult,
  FINDING_RULES,
  type Finding,
  gateSampleOf,
  type IndicatorValue,
  type SoilLand,
  samplingSupport,
  type UnitDiagnosis,
  waterIndicators,
} from '../../diagnose/index.ts';
import type { ObservationResult } from '../../observe/index.ts';
import { type FieldSample, type Site, TARGET_LANDS, type TargetLand, type Unit } from '../../site/index.ts';
import { type PlanProblem, type PlanUnit, SOIL_STANDARDS, type SoilStandard } from './plan-unit.ts';

const LANDS: Readonly<Record<SoilStandard, readonly SoilLand[]>> = {
  agricultural: ['other-farmland'],
  'construction-1': ['construction-1'],
  'construction-2': ['construction-2'],
};

/**
 * Units of a diagnosed site as the plan sees them: indicators, verdicts under every soil standard (an end use may stand under
 * another than the present target), missing water under every land, problems and open questions.
 *
 * Closeness to the reference is the ecological index of the unit over that of the reference areas in the last year in which both
 * were seen.
 */
export function unitsOfDiagnosis(
  site: Site,
  diagnosis: DiagnosisResult,
  observation: ObservationResult | null,
  samples: readonly FieldSample[],
  settings: DiagnoseSettings,
): readonly PlanUnit[] {
  const byId = new Map(site.units.map((unit) => [unit.id, unit]));
  const findings = new Map<string, Finding[]>();
  for (const finding of diagnosis.findings) {
    const list = findings.get(finding.unitId);
    if (list === undefined) findings.set(finding.unitId, [finding]);
    else list.push(finding);
  }
  const { climate } = settings;
  const dry = climate === undefined ? unknown('no-climate') : aridity(climate.precipitationMm, climate.petMm);
  return diagnosis.units.map((one) => {
    const unit = byId.get(one.id);
    return {
      id: one.id,
      name: one.name,
      areaHa: one.areaHa,
      damage: unit?.damage ?? null,
      village: unit?.register?.village ?? null,
      basicFarmland: unit?.register?.basicFarmland ?? null,
      yearDamaged: unit?.yearDamaged ?? null,
      target: one.target,
      indicators: one.indicators,
      waterDeficit: deficits(settings, unit),
      contamination: verdicts(one, unit, samples, site.crs, settings.supportM),
      recoveryNow: closeness(observation, one),
      aridity: isUnknown(dry) ? dry : dry.index,
      problems: problemsOf(findings.get(one.id) ?? []),
      questions: (findings.get(one.id) ?? []).flatMap(({ id, verdict }) =>
        verdict === 'insufficient' ? [id] : [],
      ),
      naturalRecovery: one.mode === 'natural-recovery',
    };
  });
}

function deficits(
  settings: DiagnoseSettings,
  unit: Unit | undefined,
): Readonly<Partial<Record<TargetLand, IndicatorValue>>> {
  const water = unit?.register?.waterM3HaYr ?? null;
  return Object.fromEntries(
    TARGET_LANDS.map((land) => [land, waterIndicators(settings, land, water)['water-deficit']]),
  );
}

function verdicts(
  { id }: UnitDiagnosis,
  unit: Unit | undefined,
  samples: readonly FieldSample[],
  crs: string,
  supportM: number,
): PlanUnit['contamination'] {
  const support =
    unit === undefined
      ? { samples: [] as readonly FieldSample[], reason: unknown('no-samples') }
      : samplingSupport(samples, id, unit.geometry, crs, supportM);
  const soil = support.samples.filter(({ kind }) => kind === 'soil').map(gateSampleOf);
  return Object.fromEntries(
    SOIL_STANDARDS.map((standard) => {
      const { verdict, reason, elements } = contaminationGate(soil, LANDS[standard], support.reason);
      const open = elements.find((element) => element.verdict === verdict)?.reason ?? null;
      return [standard, { verdict, reason: reason ?? open }];
    }),
  ) as PlanUnit['contamination'];
}

function closeness(
  observation: ObservationResult | null,
  { id, indicators }: UnitDiagnosis,
): number | Unknown {
  const gap = indicators['index-gap'];
  if (isUnknown(gap)) return gap;
  const trajectory = observation?.trajectories.units[id];
  if (observation === null || trajectory === undefined) return unknown('no-observation');
  const lead = observation.fit.gate === 'refused' ? trajectory.index : 'rsei';
  const last = trajectory.gapToReference[lead]?.at(-1);
  const series = lead === 'rsei' ? observation.rsei : observation.components[lead];
  const own = series?.units[id]?.find(({ year }) => year === last?.year)?.median;
  if (last === undefined || own === null || own === undefined) return unknown('no-reference-value');
  const reference = own - last.gap;
  return reference > 0 ? Math.min(1, Math.max(0, own / reference)) : unknown('no-reference-value');
}

function problemsOf(findings: readonly Finding[]): readonly PlanProblem[] {
  return findings.flatMap(({ id, rule, factor, severity, verdict, measures }): PlanProblem[] =>
    verdict === 'problem'
      ? [
          {
            id,
            rule,
            factor,
            indicator: FINDING_RULES.find((one) => one.id === rule)?.indicator ?? null,
            severity,
            measures,
          },
        ]
      : [],
  );
}
