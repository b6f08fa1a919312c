import { chance, unknown } from '@aftermine/science/base';
import {
  evaluateRules,
  FINDING_RULES,
  type Finding,
  INDICATOR_IDS,
  type IndicatorId,
  type IndicatorValue,
} from '@aftermine/science/diagnose';
import {
  type PlanProblem,
  type PlanSettings,
  type PlanUnit,
  planSettingsSchema,
} from '@aftermine/science/plan';

const START = 2025;
const YEARS = 5;

/** What kinds of land a mining district has: share of its units, and slope and soil between two figures. */
const KINDS = [
  { damage: 'waste-dump', share: 0.45, slope: [8, 38], soil: [5, 70] },
  { damage: 'pit', share: 0.15, slope: [10, 50], soil: [0, 40] },
  { damage: 'haul-road', share: 0.12, slope: [2, 14], soil: [5, 40] },
  { damage: 'quarry-face', share: 0.1, slope: [20, 60], soil: [0, 20] },
  { damage: 'industrial-square', share: 0.08, slope: [1, 8], soil: [10, 60] },
  { damage: 'subsidence', share: 0.07, slope: [1, 12], soil: [40, 120] },
  { damage: 'tailings-pond', share: 0.03, slope: [1, 15], soil: [20, 80] },
] as const;
const TARGETS = ['grassland', 'grassland', 'forest', 'shrubland', 'dry-cropland'] as const;

/**
 * Diagnosed units as the plan sees them, in the semi-arid climate of the demonstration mine: terrain and pictures of all, soil of a
 * half, problems and questions by the rules of the diagnosis.
 */
export function madeUnits(count: number): readonly PlanUnit[] {
  const random = chance(2026).uniform;
  const between = ([low, high]: readonly [number, number]): number => low + (high - low) * random();
  const clean = { verdict: 'pass', reason: null } as const;
  const dirty = { verdict: 'fail', reason: null } as const;
  return Array.from({ length: count }, (_, i): PlanUnit => {
    const id = `U${i + 1}`;
    const kind = kindAt(random());
    const target = TARGETS[Math.floor(TARGETS.length * random())]!;
    const slope = between(kind.slope);
    const sampled = random() < 0.5;
    const planted = random() < 0.3;
    const contaminated = sampled && random() < (kind.damage === 'tailings-pond' ? 0.5 : 0.02);
    const known: Partial<Record<IndicatorId, number>> = {
      'slope-mean': 0.6 * slope,
      'slope-p90': slope,
      'steep-share': Math.max(0, (slope - 15) / 60),
      relief: between([2, 60]),
      'stability-factor': between([0.75, 1.4]) + 10 / slope,
      erosion: slope ** 1.3 * between([0.1, 1.5]),
      precipitation: 340,
      'index-gap': between([-0.5, 0.05]),
      ...(target === 'dry-cropland' && random() < 0.5 ? { 'water-deficit': between([500, 2500]) } : {}),
      ...(sampled
        ? {
            'soil-depth': between(kind.soil),
            ph: between([6.8, 9.2]),
            'organic-matter': between([2, 18]),
            'bulk-density': between([1.2, 1.7]),
            gravel: between([0, 30]),
            salinity: between([0, 6]),
          }
        : {}),
      ...(planted
        ? {
            'years-since-reclaimed': Math.floor(between([0, 15])),
            'growth-since-reclaimed': between([-0.01, 0.04]),
            'relapse-share': random() ** 3,
          }
        : {}),
    };
    const indicators = Object.fromEntries(
      INDICATOR_IDS.map((name): [string, IndicatorValue] => [name, indicatorOf(name, known[name])]),
    ) as PlanUnit['indicators'];
    const findings = evaluateRules(id, target, indicators, FINDING_RULES);
    const gap = known['index-gap']!;
    const contamination = contaminated ? dirty : sampled ? clean : insufficient();
    return {
      id,
      name: null,
      areaHa: 0.5 + 9.5 * random() ** 2,
      damage: kind.damage,
      village: `V${Math.floor(40 * random())}`,
      basicFarmland: random() < 0.1 ? random() < 0.3 : null,
      yearDamaged: 1990 + Math.floor(30 * random()),
      target,
      indicators,
      waterDeficit: {
        'irrigated-cropland': indicatorOf('water-deficit', 1800),
        orchard: indicatorOf('water-deficit', 900),
      },
      contamination: {
        agricultural: contamination,
        'construction-1': contamination,
        'construction-2': contaminated ? clean : contamination,
      },
      recoveryNow: Math.min(1, Math.max(0, (0.55 + gap) / 0.55)),
      aridity: 0.36,
      problems: [...findings.flatMap(problemOf), ...(contaminated ? [cadmium(id)] : [])],
      questions: [
        ...findings.flatMap((finding) => (finding.verdict === 'insufficient' ? [finding.id] : [])),
        ...(sampled ? [] : [`${id}:contaminated`]),
      ],
      naturalRecovery: !planted && gap > -0.1 && random() < 0.5,
    };
  });
}

/** The programme of the demonstration mine for as much land as these units are: money, water, soil and demand by the hectare, with crews and a floor of farmland. */
export function madeSettings(units: readonly PlanUnit[]): PlanSettings {
  const areaHa = units.reduce((sum, unit) => sum + unit.areaHa, 0);
  const per = (amount: number): number => Math.round(amount * areaHa);
  return planSettingsSchema.parse({
    start: START,
    years: YEARS,
    budget: per(1230),
    funds: [
      {
        id: 'deposit',
        name: 'deposit',
        amounts: Object.fromEntries(Array.from({ length: YEARS }, (_, t) => [String(START + t), per(410)])),
        for: { damage: ['waste-dump'] },
      },
    ],
    water: [{ id: 'reservoir', m3PerYear: per(61) }],
    topsoil: { stockM3: per(342), haulKm: 3 },
    crewsHaPerYear: per(0.12),
    farmlandFloorHa: per(0.03),
    demand: { solar: per(0.04) },
    basicFarmland: 'as-registered',
    timeLimitS: 600,
  });
}

function kindAt(share: number): (typeof KINDS)[number] {
  let left = share;
  for (const kind of KINDS) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  return KINDS[0];
}

function indicatorOf(id: IndicatorId, value: number | undefined): IndicatorValue {
  if (value === undefined) return unknown('no-samples');
  return {
    kind: 'known',
    value,
    low: null,
    high: null,
    evidence: { kind: 'raster', source: id, count: 100 },
  };
}

function problemOf({ id, rule, factor, severity, verdict, measures }: Finding): readonly PlanProblem[] {
  const indicator = FINDING_RULES.find((one) => one.id === rule)?.indicator ?? null;
  return verdict === 'problem' ? [{ id, rule, factor, indicator, severity, measures }] : [];
}

/** What the diagnosis says of soil above the intervention value. */
function cadmium(unit: string): PlanProblem {
  return {
    id: `${unit}:contaminated:cadmium`,
    rule: 'contaminated',
    factor: 'contamination',
    indicator: null,
    severity: 'critical',
    measures: ['risk-assessment', 'isolate-cap', 'change-target'],
  };
}

function insufficient(): PlanUnit['contamination']['agricultural'] {
  return { verdict: 'insufficient', reason: unknown('no-samples') };
}
