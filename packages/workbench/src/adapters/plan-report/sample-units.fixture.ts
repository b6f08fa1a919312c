import { unknown } from '@aftermine/science/base';
import type {
  BillLine,
  GateResult,
  PackageOutcome,
  PlannedUnit,
  UnitAlternative,
} from '@aftermine/science/plan';

const text = (en: string, zh: string) => ({ en, zh });

export const NAMES = {
  measures: {
    regrade: text('Regrade slopes', '削坡整形'),
    drain: text('Drain slopes', '坡面截排水'),
    topsoil: text('Replace topsoil', '表土覆盖'),
    plant: text('Plant native trees and shrubs', '乡土乔灌种植'),
    seed: text('Seed native grasses', '乡土草种撒播'),
    cap: text('Cap with geomembrane and soil', '土工膜隔离覆盖'),
    wetland: text('Build a shallow wetland', '构建浅水湿地'),
    terrace: text('Terrace for fields', '修筑梯田'),
    guard: text('Guard and let grow (natural recovery)', '封育管护（自然恢复）'),
  },
  endUses: {
    forest: text('Forest', '林地'),
    grassland: text('Grassland', '草地'),
    farmland: text('Farmland', '耕地'),
    wetland: text('Wetland', '湿地'),
    solar: text('Solar farm with grass below', '农光互补'),
    settlement: text('Settlement', '居民点'),
    'natural-habitat': text('Natural habitat', '自然生境'),
  },
  items: {
    'earth-moving': text('Earth moving', '土方挖运'),
    'topsoil-spreading': text('Topsoil, spread', '表土摊铺'),
    saplings: text('Saplings, planted', '苗木栽植'),
    'seed-mix': text('Seed mix', '草种混播'),
    tending: text('Tending', '抚育管护'),
    geomembrane: text('Geomembrane', '土工膜'),
    'solar-plant': text('Solar plant', '光伏电站'),
    fence: text('Fence', '围栏'),
  },
};

export const outcome = (changes: Partial<PackageOutcome> = {}): PackageOutcome => ({
  objectives: { ecology: 14.2, carbon: 2140, livelihood: 11.6, npv: -3_120_000 },
  publicCost: 3_412_600,
  concessionCost: 0,
  erosionAvoidedT: 18_300,
  waterM3: 24_500,
  topsoilM3: 61_000,
  farmlandHa: 0,
  recoveryNow: 0.21,
  recoveryEnd: 0.78,
  recoveryEndWithout: 0.33,
  yearsTo80: 13.5,
  localPersonYears: 11.6,
  permanentJobs: 0.6,
  ...changes,
});

const gate = (id: string, changes: Partial<GateResult>): GateResult => ({
  gate: id,
  of: 'forest',
  kind: 'engineering',
  state: 'pass',
  mendedBy: null,
  reason: text('Forest asks for slopes of at most 35°.', '林地坡度不应超过 35°。'),
  value: 28.4,
  limit: '≤ 35',
  unknown: null,
  source: 'trial-standard-1995',
  ...changes,
});
const GATES: readonly GateResult[] = [
  gate('forest-slope', { mendedBy: 'regrade' }),
  gate('forest-stability', {
    kind: 'safety',
    reason: text('The slope must be stable before people work on it.', '施工和利用前坡体必须稳定。'),
    value: 1.42,
    limit: '≥ 1.3',
    source: 'kou-2017',
  }),
  gate('forest-basic-farmland', {
    kind: 'legal',
    reason: text('Permanent basic farmland must stay farmland.', '永久基本农田不得改变用途。'),
    value: false,
    limit: false,
    source: 'state-council-257',
  }),
  gate('plant-rain', {
    of: 'plant',
    state: 'conditional',
    reason: text('Trees need an aridity index of at least 0.4.', '乔木种植要求干燥度指数不低于 0.4。'),
    value: 0.43,
    limit: '≥ 0.4',
    source: 'unverified',
  }),
];
const BARRED: PlannedUnit['barred'] = [
  {
    endUse: 'farmland',
    gates: [
      gate('farmland-contamination', {
        of: 'farmland',
        kind: 'legal',
        state: 'fail',
        reason: text(
          'Fields must meet the soil limits of agricultural land.',
          '耕地土壤须符合农用地污染风险管控标准。',
        ),
        value: 'fail',
        limit: 'agricultural',
        source: 'gb-15618-2018',
      }),
    ],
  },
  {
    endUse: 'settlement',
    gates: [
      gate('settlement-soil', {
        of: 'settlement',
        kind: 'legal',
        state: 'insufficient',
        reason: text('Homes must meet the soil limits of class 1.', '居住用地须符合第一类用地筛选值。'),
        value: null,
        limit: 'construction-1',
        unknown: unknown('nearest-sample', { metres: 900, support: 500 }),
        source: 'gb-36600-2018',
      }),
    ],
  },
];

export const alternative = (
  endUse: string,
  measures: readonly string[],
  changes: Partial<UnitAlternative> = {},
): UnitAlternative => ({
  id: `${endUse}/${measures.join('+')}`,
  endUse,
  measures,
  state: 'conditional',
  gates: GATES,
  year: 2027,
  outcome: outcome(),
  value: 0.1834,
  reducedValue: 0.0412,
  ...changes,
});

const line = (
  measure: string,
  item: string,
  unit: string,
  quantity: number,
  unitCost: number,
  year: number,
  kind: BillLine['kind'] = 'works',
  payer: BillLine['payer'] = 'public',
): BillLine => ({ measure, item, unit, quantity, unitCost, cost: quantity * unitCost, year, kind, payer });

export const BILL: readonly BillLine[] = [
  line('regrade', 'earth-moving', 'm3', 96_400, 11.5, 2027),
  line('topsoil', 'topsoil-spreading', 'm3', 61_000, 21.35, 2027),
  line('topsoil', 'haul', 'm3', 61_000, 3.2, 2027, 'haul'),
  line('plant', 'saplings', 'ha', 20.3, 38_000, 2028),
  line('plant', 'tending', 'ha', 20.3, 4200, 2029, 'upkeep'),
];

const unit = (id: string, changes: Partial<PlannedUnit>): PlannedUnit => ({
  id,
  name: null,
  areaHa: 20.3,
  damage: 'waste-dump',
  village: '下沟村',
  mandatory: false,
  choice: null,
  notChosen: null,
  valueParts: { ecology: 0.142, carbon: 0.018, livelihood: 0.0464, npv: -0.023 },
  pricedUses: [
    { row: 'budget:2027', amount: 2_605_000, price: 5.1e-8 },
    { row: 'water:矿区水库:2028', amount: 12_000, price: 7.8e-7 },
  ],
  runnerUp: null,
  flips: [],
  alternatives: [],
  barred: [],
  bill: [],
  findings: [],
  ...changes,
});

const FOREST = alternative('forest', ['regrade', 'drain', 'topsoil', 'plant']);
const GRASS = alternative('grassland', ['regrade', 'topsoil', 'seed'], {
  year: 2028,
  value: 0.121,
  reducedValue: 0.0339,
  outcome: outcome({ publicCost: 2_204_000 }),
});
const HABITAT = alternative('natural-habitat', ['guard'], {
  state: 'pass',
  value: 0.031,
  reducedValue: 0.0208,
  outcome: outcome({ publicCost: 96_000 }),
});

/** Six units: one that must be treated, one with a concession, one where nothing is done. */
export const UNITS: readonly PlannedUnit[] = [
  unit('U1', {
    name: '东排土场',
    mandatory: true,
    choice: FOREST,
    runnerUp: GRASS,
    alternatives: [GRASS, HABITAT],
    barred: BARRED,
    bill: BILL,
    flips: [
      { kind: 'cost-up', params: { percent: 12.4, package: GRASS.id } },
      { kind: 'value-down', params: { percent: 4, package: null } },
      { kind: 'weight', params: { objective: 'ecology', from: 0.5, to: 0.31, package: GRASS.id } },
      { kind: 'evidence', params: { endUse: 'settlement', gate: 'settlement-soil', gates: 1 } },
      { kind: 'mandatory-off', params: {} },
    ],
    findings: ['U1:stability', 'U1:unknown-rule'],
  }),
  unit('U2', {
    name: '北采坑',
    areaHa: 31.8,
    damage: 'pit',
    choice: alternative('wetland', ['wetland', 'seed'], {
      outcome: outcome({ publicCost: 4_870_000, yearsTo80: null }),
    }),
    bill: [line('wetland', 'earth-moving', 'm3', 210_000, 11.5, 2028)],
  }),
  unit('U3', {
    name: '尾矿库',
    areaHa: 9.4,
    damage: 'tailings-pond',
    village: null,
    choice: alternative('grassland', ['cap', 'topsoil', 'seed'], { year: 2028 }),
    bill: [line('cap', 'geomembrane', 'm2', 94_000, 24, 2028)],
  }),
  unit('U4', {
    name: '工业广场',
    areaHa: 12.1,
    damage: 'industrial-square',
    choice: alternative('solar', ['seed'], {
      year: 2027,
      outcome: outcome({ publicCost: 118_000, concessionCost: 7_865_000, permanentJobs: 2.4 }),
    }),
    bill: [line('solar', 'solar-plant', 'ha', 12.1, 650_000, 2028, 'capital', 'concession')],
  }),
  unit('U5', {
    name: '塌陷地',
    areaHa: 17.6,
    damage: 'subsidence',
    choice: alternative('farmland', ['terrace', 'topsoil'], {
      year: 2029,
      state: 'pass',
      outcome: outcome({ publicCost: 2_310_000, farmlandHa: 17.6 }),
    }),
    pricedUses: [],
    bill: [line('terrace', 'earth-moving', 'm3', 35_200, 11.5, 2029)],
  }),
  unit('U6', {
    areaHa: 6.2,
    damage: null,
    notChosen: 'no-budget',
    valueParts: {},
    pricedUses: [],
    runnerUp: HABITAT,
    alternatives: [HABITAT],
    flips: [{ kind: 'budget-up', params: { percent: 38, package: HABITAT.id } }],
    barred: BARRED,
  }),
];
