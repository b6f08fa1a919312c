import { isUnknown, type Unknown, unknown } from '../base/index.ts';
import { entropyWeights, minMax } from '../choice/index.ts';
import type { FieldSample, TargetLand, UnitRegister } from '../site/index.ts';
import { contaminationFindings, soilStandardOf } from './contamination-findings.ts';
import { type ContaminationGate, contaminationGate, type GateSample } from './contamination-gate.ts';
import { INDICATOR_IDS, INDICATORS, type IndicatorId } from './declare.ts';
import { erosionClass } from './erosion-classes.ts';
import { evaluateRules } from './evaluate-rules.ts';
import { obstacleDegree } from './obstacle-degree.ts';
import type { RecoveryIndicator } from './recovery-indicators.ts';
import { type ModeChoice, restorationMode } from './restoration-mode.ts';
import type { DiagnosisResult, UnitDiagnosis } from './result.ts';
import { FINDING_RULES } from './rules.ts';
import type { DiagnoseSettings } from './settings.ts';
import { type ShelfordGate, shelfordGate, tolerancesOf } from './shelford-gate.ts';
import { soilIndicators } from './soil-indicators.ts';
import { requiredElements, soilLandsOf } from './soil-limits.ts';
import { type SoilBackground, soilBackground, soilPollution } from './soil-pollution.ts';
import type { TerrainIndicator } from './terrain-indicators.ts';
import type { Finding, IndicatorValue } from './types.ts';
import { waterIndicators } from './water-indicators.ts';

/** Everything known of one unit, or of one reference area, before it is judged. */
export interface UnitFacts {
  readonly id: string;
  readonly name: string | null;
  readonly areaHa: number;
  readonly kind: 'unit' | 'reference';
  readonly register: UnitRegister | null;
  readonly terrain: Readonly<Record<TerrainIndicator, IndicatorValue>>;
  readonly recovery: Readonly<Record<RecoveryIndicator, IndicatorValue>>;
  /** Samples that speak for it, and why none does. */
  readonly samples: readonly FieldSample[];
  readonly unsupported: Unknown | null;
}

/** Indicators that enter score and obstacles: one for each thing that can be lacking. */
const SCORED: readonly IndicatorId[] = [
  'slope-p90',
  'stability-factor',
  'erosion',
  'water-deficit',
  'soil-depth',
  'ph',
  'organic-matter',
  'bulk-density',
  'gravel',
  'salinity',
  'index-gap',
  'growth-since-reclaimed',
  'relapse-share',
];

/** pH that hinders no plant of the target lands. */
const GOOD_PH: readonly [number, number] = [6, 8.5];

/**
 * Judges units and reference areas: indicators -> rules, contamination gate, tolerance, mode of restoration; then, over all
 * units together, entropy weights and obstacle degrees.
 *
 * @param facts in the order of the site, references among them
 * @returns units and references in that order; findings gravest first within each unit
 */
export function diagnoseUnits(
  facts: readonly UnitFacts[],
  settings: DiagnoseSettings,
): Pick<DiagnosisResult, 'units' | 'references' | 'findings' | 'reference' | 'weights'> {
  const background = soilBackground(
    facts.flatMap(({ kind, samples }) => (kind === 'reference' ? samples : [])),
    settings.background,
  );
  const judged = facts.map((one) => judge(one, settings, background));
  const { weights, scores } = weigh(judged.filter(({ kind }) => kind === 'unit'));
  const finish = (kind: UnitFacts['kind']): UnitDiagnosis[] =>
    judged
      .filter((one) => one.kind === kind)
      .map(({ unit }) => {
        const score = scores.get(unit.id);
        return score === undefined ? unit : { ...unit, score: score.score, obstacles: score.obstacles };
      });
  return {
    units: finish('unit'),
    references: finish('reference'),
    findings: judged.flatMap(({ findings }) => findings),
    reference: referenceMedians(judged.filter(({ kind }) => kind === 'reference')),
    weights,
  };
}

interface Judged {
  readonly kind: UnitFacts['kind'];
  readonly unit: UnitDiagnosis;
  readonly findings: readonly Finding[];
}

const GRAVEST_FIRST = ['critical', 'major', 'minor', 'info'] as const;

function judge(facts: UnitFacts, settings: DiagnoseSettings, background: SoilBackground): Judged {
  const { id, register, samples, unsupported } = facts;
  const target = register?.target ?? settings.target;
  const indicators: Record<IndicatorId, IndicatorValue> = {
    ...facts.terrain,
    ...waterIndicators(settings, target, register?.waterM3HaYr ?? null),
    ...soilIndicators(samples, unsupported),
    ...facts.recovery,
  };
  const soil = samples.filter(({ kind }) => kind === 'soil');
  const lands = soilLandsOf(target);
  const gate = contaminationGate(soil.map(gateSampleOf), lands, unsupported);
  const ids = soil.map((sample) => sample.id);
  const farmland = register?.basicFarmland === true;
  const goal = settings.goals[id];
  const rules =
    goal === undefined ? settings.rules : { ...settings.rules, 'behind-reference': { off: true } };
  const findings = [
    ...(goal === undefined ? [] : goalFindings(id, goal, indicators)),
    ...evaluateRules(id, target, indicators, FINDING_RULES, rules).filter(
      ({ reason }) => reason === null || !NOT_ASKED.includes(reason.reason),
    ),
    ...contaminationFindings(id, gate, ids),
    ...(farmland && !CROPLANDS.includes(target) ? [farmlandFinding(id, target)] : []),
  ].sort((a, b) => GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity));
  const shelford = shelfordGate(indicators, tolerancesOf(target, FINDING_RULES, settings.rules));
  const mode = restorationMode({
    contamination: gate.verdict,
    shelford,
    basicFarmland: farmland,
    gap: numberOf(indicators['index-gap']),
    growthPerYear: numberOf(indicators['growth-since-reclaimed']),
    relapseShare: numberOf(indicators['relapse-share']),
    novelAccepted: goal !== undefined,
  });
  return {
    kind: facts.kind,
    findings,
    unit: {
      id,
      name: facts.name,
      areaHa: facts.areaHa,
      target,
      novelGoal: goal?.statement ?? null,
      targetStated: register?.target != null,
      indicators,
      soilStandard: soilStandardOf(gate, target === 'construction'),
      pollutants: pollutantsOf(gate),
      ...(soil.length === 0 ? {} : { pollution: soilPollution(gate.elements, soil, background) }),
      erosionClass: erosionClassOf(indicators.erosion, settings.erosion.region),
      score: unknown('nothing-weighed'),
      obstacles: [],
      limiting: limitingOf(gate, shelford),
      ...modeOf(mode),
      findings: findings.map((finding) => finding.id),
    },
  };
}

/** Unknowns that are no open question: not irrigated, never reclaimed, nothing grew that could be lost, the reference itself. */
const NOT_ASKED: readonly string[] = ['not-irrigated', 'not-reclaimed', 'nothing-grew', 'is-reference'];

const CROPLANDS: readonly TargetLand[] = ['irrigated-cropland', 'dry-cropland'];

function farmlandFinding(unitId: string, target: TargetLand): Finding {
  return {
    id: `${unitId}:basic-farmland`,
    unitId,
    rule: 'basic-farmland',
    factor: 'land-status',
    severity: 'critical',
    verdict: 'problem',
    reason: null,
    params: { unit: unitId, target },
    evidence: [{ kind: 'register', source: 'basic_farmland', count: 1 }],
    limitSource: 'state-council-257',
    limitVerified: true,
    confidence: 'high',
    wouldChange: ['land-register', 'other-target'],
    measures: ['keep-cropland'],
  };
}

/** What a novel ecosystem must still reach and does not. */
function goalFindings(
  unitId: string,
  { floors }: DiagnoseSettings['goals'][string],
  indicators: Readonly<Record<IndicatorId, IndicatorValue>>,
): readonly Finding[] {
  return (Object.keys(floors) as IndicatorId[]).flatMap((indicator): Finding[] => {
    const value = indicators[indicator];
    const { min, max } = floors[indicator]!;
    if (isUnknown(value)) return [];
    const limit =
      min !== undefined && value.value < min ? min : max !== undefined && value.value > max ? max : null;
    if (limit === null) return [];
    const { digits, factor } = INDICATORS[indicator];
    return [
      {
        id: `${unitId}:goal-missed:${indicator}`,
        unitId,
        rule: 'goal-missed',
        factor,
        severity: 'major',
        verdict: 'problem',
        reason: null,
        params: { unit: unitId, indicator, value: value.value.toFixed(digits), limit: String(limit) },
        evidence: [value.evidence],
        limitSource: 'project-settings',
        limitVerified: true,
        confidence: value.evidence.count >= ENOUGH ? 'high' : 'medium',
        wouldChange: ['next-season', 'field-visit'],
        measures: ['find-cause-first'],
      },
    ];
  });
}

/** Fewer samples, pixels or years than this do not make a confident statement. */
const ENOUGH = 5;

function referenceMedians(references: readonly Judged[]): DiagnosisResult['reference'] {
  const medians: Partial<Record<IndicatorId, { median: number; areas: number }>> = {};
  for (const id of INDICATOR_IDS) {
    const values = references
      .flatMap(({ unit }) => {
        const value = unit.indicators[id];
        return isUnknown(value) ? [] : [value.value];
      })
      .sort((a, b) => a - b);
    if (values.length === 0) continue;
    const median = (values[(values.length - 1) >> 1]! + values[values.length >> 1]!) / 2;
    medians[id] = { median, areas: values.length };
  }
  return medians;
}

/** Readings of a field sample that contamination gates ask for. */
export function gateSampleOf({ values }: FieldSample): GateSample {
  const ph = values.pH;
  const readings: Record<string, NonNullable<(typeof values)[keyof typeof values]>> = {};
  for (const element of ELEMENTS) {
    const reading = values[element];
    if (reading !== undefined) readings[element] = reading;
  }
  return { values: readings, ph: ph !== undefined && 'value' in ph ? ph.value : null };
}

const ELEMENTS = [
  ...new Set([...requiredElements('other-farmland'), ...requiredElements('construction-1')]),
] as const;

function pollutantsOf(gate: ContaminationGate): UnitDiagnosis['pollutants'] {
  return gate.elements.map(({ element, verdict, worst, screening, intervention, samples, reason }) => ({
    element,
    verdict,
    worst,
    screening,
    intervention,
    samples,
    reason,
  }));
}

function erosionClassOf(erosion: IndicatorValue, region: string | undefined): string | Unknown {
  if (isUnknown(erosion)) return erosion;
  return region === undefined ? unknown('no-erosion-region') : erosionClass(erosion.value, region).class;
}

function limitingOf(gate: ContaminationGate, shelford: ShelfordGate): UnitDiagnosis['limiting'] {
  return gate.verdict === 'fail' ? 'contamination' : shelford.limiting;
}

function modeOf(choice: ModeChoice | Unknown): Pick<UnitDiagnosis, 'mode' | 'modeReason'> {
  if (isUnknown(choice)) return { mode: choice, modeReason: null };
  const { mode, reason, params, provisional } = choice;
  return { mode, modeReason: { reason, params, provisional } };
}

function numberOf(value: IndicatorValue): number | Unknown {
  return isUnknown(value) ? value : value.value;
}

type Scored = Pick<UnitDiagnosis, 'score' | 'obstacles'>;

function weigh(judged: readonly Judged[]): {
  readonly weights: DiagnosisResult['weights'];
  readonly scores: ReadonlyMap<string, Scored>;
} {
  const columns = {} as Record<IndicatorId, readonly (number | null)[]>;
  for (const id of SCORED) {
    const { better } = INDICATORS[id];
    columns[id] = minMax(
      judged.map(({ unit }) => {
        const value = unit.indicators[id];
        return isUnknown(value) ? null : value.value;
      }),
      better === 'inside' ? { inside: GOOD_PH } : better,
    );
  }
  const found = entropyWeights(columns);
  if (isUnknown(found)) return { weights: {}, scores: new Map() };
  return {
    weights: found.weights,
    scores: new Map(
      judged.map(({ unit }, i) => {
        const values = {} as Record<IndicatorId, number | null>;
        for (const id of SCORED) values[id] = columns[id][i] ?? null;
        const { score, obstacles } = obstacleDegree(values, found.weights);
        return [unit.id, { score, obstacles }];
      }),
    ),
  };
}
