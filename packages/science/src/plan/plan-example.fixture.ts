import { INDICATOR_IDS, type IndicatorId } from '../diagnose/index.ts';
import type { PlanProblem, PlanUnit } from './facts/plan-unit.ts';
import type { EndUse, Gate, Library, Measure } from './library/index.ts';
import { type PlanSettings, planSettingsSchema } from './settings.ts';

/** Five measures, three end uses and four units whose figures can be worked out by hand. */

const text = (word: string) => ({ en: word, zh: word });
const SOURCE = 'book-2020';

export function numberGate(
  id: string,
  fact: Extract<Gate, { min?: number | undefined }>['fact'],
  limits: { readonly min?: number; readonly max?: number },
  more: Partial<Pick<Gate, 'kind' | 'source'>> = {},
): Gate {
  return { id, kind: 'engineering', reason: text(id), source: SOURCE, fact, ...limits, ...more };
}

function measure(id: string, more: Partial<Measure>): Measure {
  return {
    id,
    name: text(id),
    about: text(id),
    family: 'earthworks',
    ladder: 'engineered',
    answers: [],
    gates: [],
    mends: [],
    quantities: [{ item: 'digging', per: 'area', amount: 1, source: SOURCE }],
    after: [],
    months: { from: 1, to: 12 },
    durationMonths: 3,
    sources: [SOURCE],
    ...more,
  };
}

const survival = { arid: [0.4, 0.5, 0.6], 'semi-arid': [0.6, 0.7, 0.8], humid: [0.8, 0.9, 1] } as {
  arid: [number, number, number];
  'semi-arid': [number, number, number];
  humid: [number, number, number];
};

export const MEASURES = {
  /** Any slope down to 5 degrees; January to December, 3 months. */
  reshape: measure('reshape', {
    answers: ['reshape-slope'],
    mends: [
      { fact: 'slope-p90', reach: 5, assume: 45 },
      { fact: 'stability-factor', reach: 1.5, assume: 0.9 },
    ],
    quantities: [{ item: 'digging', per: 'regrade', amount: 1, source: SOURCE }],
  }),
  /** 100 m3 a hectare for each cm. */
  'cover-soil': measure('cover-soil', {
    family: 'soil',
    answers: ['cover-soil'],
    mends: [{ fact: 'soil-depth', reach: 100, assume: 0 }],
    quantities: [{ item: 'topsoil', per: 'gap', amount: 100, source: SOURCE }],
    after: ['reshape'],
    durationMonths: 2,
  }),
  lime: measure('lime', {
    family: 'soil',
    answers: ['lime'],
    mends: [{ fact: 'ph', reach: 6.5, assume: 4 }],
    quantities: [{ item: 'lime', per: 'gap', amount: 4, source: SOURCE }],
    durationMonths: 1,
  }),
  /** Spring only; upkeep for three years. */
  planting: measure('planting', {
    family: 'vegetation',
    quantities: [{ item: 'saplings', per: 'area', amount: 1, source: SOURCE }],
    upkeep: { years: 3, quantities: [{ item: 'tending', per: 'area', amount: 1, source: SOURCE }] },
    months: { from: 3, to: 5 },
    establishes: {
      lands: ['forest', 'dry-cropland'],
      rate: [0.1, 0.2, 0.3],
      reach: 1,
      survival,
      water: { m3PerHaYear: 500, years: 2 },
      source: SOURCE,
    },
  }),
  'natural-recovery': measure('natural-recovery', {
    family: 'management',
    ladder: 'natural',
    quantities: [{ item: 'fence', per: 'area', amount: 1, source: SOURCE }],
    establishes: {
      lands: ['grassland'],
      rate: [0.05, 0.1, 0.15],
      reach: 0.5,
      survival,
      water: { m3PerHaYear: 0, years: 0 },
      source: SOURCE,
    },
  }),
} as const;

function endUse(id: string, more: Partial<EndUse>): EndUse {
  return {
    id,
    name: text(id),
    about: text(id),
    land: 'forest',
    farmland: false,
    vegetated: true,
    needsDemand: false,
    gates: [],
    asymptote: 0.8,
    carbon: { biomassTCHa: 60, ratePerYear: 0.05, soilTCHaYear: 1, source: SOURCE },
    coverFactor: 0.1,
    capital: [],
    payer: 'public',
    jobs: { unskilled: 0.01, skilled: 0, specialist: 0, training: text('none'), source: SOURCE },
    powerMWhHaYear: 0,
    landRights: text('none'),
    sources: [SOURCE],
    ...more,
  };
}

export const END_USES = {
  wild: endUse('wild', { land: 'grassland' }),
  forest: endUse('forest', {
    gates: [
      numberGate('forest-slope', 'slope-p90', { max: 25 }),
      numberGate('forest-soil', 'soil-depth', { min: 30 }),
      numberGate('forest-ph', 'ph', { min: 5.5, max: 8.5 }),
    ],
  }),
  field: endUse('field', {
    land: 'dry-cropland',
    farmland: true,
    asymptote: 0.4,
    gates: [
      {
        id: 'field-clean',
        kind: 'legal',
        reason: text('clean'),
        source: SOURCE,
        fact: 'contamination',
        standard: 'agricultural',
      },
      numberGate('field-slope', 'slope-p90', { max: 15 }),
      numberGate('field-soil', 'soil-depth', { min: 50 }),
    ],
    revenue: { perHaYear: [4000, 5000, 6000], fromYear: 2, source: SOURCE },
    operating: { perHaYear: 1000, source: SOURCE },
    jobs: { unskilled: 0.1, skilled: 0, specialist: 0, training: text('none'), source: SOURCE },
  }),
} as const;

const item = (id: string, likely: number, topsoilM3PerUnit = 0) => ({
  id,
  name: text(id),
  unit: 'ha',
  cost: [likely / 2, likely, 2 * likely] as [number, number, number],
  labour: 0.5,
  fuel: 0,
  material: 0,
  co2KgPerUnit: 1,
  topsoilM3PerUnit,
  source: SOURCE,
});

export function exampleLibrary(
  measures: readonly Measure[] = Object.values(MEASURES),
  endUses: readonly EndUse[] = Object.values(END_USES),
): Library {
  return {
    measures,
    endUses,
    costs: {
      format: 'aftermine-costs/1',
      id: 'test',
      region: text('here'),
      currency: 'CNY',
      priceYear: 2024,
      personYear: 50_000,
      carbonPrice: 0,
      gridFactor: 0.5,
      haulPerM3Km: 1,
      source: SOURCE,
      items: [
        item('digging', 4),
        item('topsoil', 20, 1),
        item('lime', 500),
        item('saplings', 20_000),
        item('tending', 1000),
        item('fence', 3000),
      ],
    },
    sources: [],
    hash: '0',
  };
}

/** Indicators that are given, all others unknown. */
export function indicatorsOf(known: Readonly<Partial<Record<IndicatorId, number>>>): PlanUnit['indicators'] {
  return Object.fromEntries(
    INDICATOR_IDS.map((id) => [
      id,
      known[id] === undefined
        ? { kind: 'unknown', reason: 'no-samples' }
        : {
            kind: 'known',
            value: known[id],
            low: null,
            high: null,
            evidence: { kind: 'settings', source: 'test', count: 1 },
          },
    ]),
  ) as unknown as PlanUnit['indicators'];
}

const clean = { verdict: 'pass', reason: null } as const;

export function exampleUnit(
  id: string,
  known: Readonly<Partial<Record<IndicatorId, number>>> = {},
  more: Partial<PlanUnit> = {},
): PlanUnit {
  return {
    id,
    name: null,
    areaHa: 10,
    damage: 'waste-dump',
    village: 'East',
    basicFarmland: false,
    yearDamaged: 2010,
    target: 'forest',
    indicators: indicatorsOf({
      'slope-mean': 10,
      'slope-p90': 12,
      'steep-share': 0.1,
      'stability-factor': 2,
      'soil-depth': 60,
      ph: 7,
      ...known,
    }),
    waterDeficit: {},
    contamination: { agricultural: clean, 'construction-1': clean, 'construction-2': clean },
    recoveryNow: 0.2,
    aridity: 0.8,
    problems: [],
    questions: [],
    naturalRecovery: false,
    ...more,
  };
}

/** A good one, a steep one with thin soil, a contaminated one, and one with good growth. */
export const UNITS: readonly PlanUnit[] = [
  exampleUnit('A'),
  exampleUnit('B', { 'slope-p90': 35, 'soil-depth': 10, 'steep-share': 0.5 }, { areaHa: 20 }),
  exampleUnit(
    'C',
    {},
    {
      contamination: {
        agricultural: { verdict: 'fail', reason: null },
        'construction-1': { verdict: 'fail', reason: null },
        'construction-2': clean,
      },
      village: 'West',
    },
  ),
  exampleUnit('D', {}, { recoveryNow: 0.5, naturalRecovery: true, areaHa: 5 }),
];

export function problem(more: Partial<PlanProblem> & Pick<PlanProblem, 'rule' | 'factor'>): PlanProblem {
  return { id: `X:${more.rule}`, indicator: null, severity: 'major', measures: [], ...more };
}

export function settingsOf(more: Readonly<Record<string, unknown>> = {}): PlanSettings {
  return planSettingsSchema.parse({
    years: 3,
    horizon: 20,
    discountRate: 0,
    risk: { draws: 0 },
    ...more,
  });
}
