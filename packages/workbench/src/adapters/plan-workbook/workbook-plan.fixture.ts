import { unknown } from '@aftermine/science/base';
import type {
  BillLine,
  CashYear,
  ObjectiveValues,
  PackageOutcome,
  PlannedUnit,
  PlanResult,
  UnitAlternative,
} from '@aftermine/science/plan';

const START = 2027;
const YEARS = 3;
const objectives = (n: number): ObjectiveValues => ({
  ecology: n,
  carbon: 10 * n,
  livelihood: n / 2,
  npv: -n,
});

function outcome(areaHa: number, publicCost: number, concessionCost: number): PackageOutcome {
  return {
    objectives: objectives(areaHa),
    publicCost,
    concessionCost,
    erosionAvoidedT: 100 * areaHa,
    waterM3: 3000 * areaHa,
    topsoilM3: 500 * areaHa,
    farmlandHa: 0,
    recoveryNow: 0.3,
    recoveryEnd: 0.8,
    recoveryEndWithout: 0.4,
    yearsTo80: 9,
    localPersonYears: 2.5,
    permanentJobs: 0.5,
  };
}

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

function bill(areaHa: number, year: number): BillLine[] {
  return [
    line('regrade', 'earth-moving', 'm3', 1200.5 * areaHa, 14.2, year),
    line('topsoil', 'topsoil-spreading', 'm3', 3000 * areaHa, 21.35, year),
    line('topsoil', 'haul', 'm3', 3000 * areaHa, 7.5, year, 'haul'),
    line('native-seeding', 'seed-mix', 'ha', areaHa, 4870, year + 1),
    line('native-seeding', 'tending', 'ha', areaHa, 900, year + 2, 'upkeep'),
    line('solar', 'solar-frame', 'ha', areaHa / 3, 650_000, year + 2, 'capital', 'concession'),
  ];
}

const sumOf = (lines: readonly BillLine[], payer: BillLine['payer']): number =>
  lines.filter((one) => one.payer === payer).reduce((sum, { cost }) => sum + cost, 0);

function chosen(areaHa: number, lines: readonly BillLine[], year: number): UnitAlternative {
  return {
    id: 'grassland/regrade+topsoil+native-seeding',
    endUse: 'grassland',
    measures: ['regrade', 'topsoil', 'native-seeding'],
    state: 'conditional',
    gates: [
      {
        gate: 'slope',
        of: 'native-seeding',
        kind: 'engineering',
        state: 'conditional',
        mendedBy: 'regrade',
        reason: { zh: '坡度不大于 25 度', en: 'Slope of at most 25 degrees' },
        value: 31,
        limit: 25,
        unknown: null,
        source: 'unverified',
      },
    ],
    year,
    outcome: outcome(areaHa, sumOf(lines, 'public'), sumOf(lines, 'concession')),
    value: areaHa,
    reducedValue: areaHa / 4,
  };
}

/** Unit `i`: the last of three does nothing. */
function unit(id: string, i: number): PlannedUnit {
  const areaHa = 2.5 + (i % 7);
  const idle = i % 3 === 2;
  const year = START + (i % 2);
  const lines = idle ? [] : bill(areaHa, year);
  const choice = idle ? null : chosen(areaHa, lines, year);
  return {
    id,
    name: ['一号排土场', '=HYPERLINK("http://example.invalid","x")', '@SUM(1+1)'][i % 3]!,
    areaHa,
    damage: 'waste-dump',
    village: null,
    mandatory: i % 3 === 0,
    choice,
    notChosen: idle ? 'not-chosen.budget' : null,
    valueParts: idle ? {} : { ecology: 0.6 * areaHa, carbon: 0.4 * areaHa },
    pricedUses: idle ? [] : [{ row: `budget:${year}`, amount: 10, price: 0.02 }],
    runnerUp: null,
    flips: idle ? [] : [{ kind: 'cost-up', params: { share: 0.2 } }],
    alternatives: [],
    barred: [],
    bill: lines,
    findings: [],
  };
}

function cashOf(units: readonly PlannedUnit[], year: number): CashYear {
  const cost = (kinds: readonly BillLine['kind'][]): number =>
    units
      .flatMap((one) => one.bill)
      .filter((one) => one.year === year && kinds.includes(one.kind))
      .reduce((sum, one) => sum + one.cost, 0);
  const [works, upkeep, capital] = [cost(['works', 'haul']), cost(['upkeep']), cost(['capital'])];
  const revenue = year > START + YEARS ? 700_000 : 0;
  const central = 0.9 * (works + upkeep);
  return {
    year,
    works,
    upkeep,
    capital,
    revenue,
    sources: { central, 企业基金: capital },
    uncovered: works + upkeep - central,
    balance: central + capital + revenue - works - upkeep - capital,
  };
}

/** A plan of `ids` made by hand: three years, costs that fit no round number, names that would be formulas. */
export function examplePlan(ids: readonly string[] = ['图斑-1', 'U2', '=1+1']): PlanResult {
  const units = ids.map(unit);
  const lines = units.flatMap((one) => one.bill);
  const cash = Array.from({ length: 8 }, (_, i) => cashOf(units, START + i));
  const npv = cash.reduce(
    (sum, one, t) => sum + (one.revenue - one.works - one.upkeep - one.capital) / 1.05 ** t,
    0,
  );
  const limits = [500_000, 600_000, 700_000];
  const spent = (year: number): number =>
    sumOf(
      lines.filter((one) => one.year === year),
      'public',
    );
  return {
    currency: 'CNY',
    priceYear: 2025,
    costFile: 'cn-north',
    libraryHash: 'f'.repeat(64),
    start: START,
    years: YEARS,
    horizon: 20,
    discountRate: 0.05,
    seed: 1,
    status: 'optimal',
    method: 'exact',
    objective: 12.5,
    bound: 12.5,
    gap: 0,
    weights: { ecology: 0.4, carbon: 0.2, livelihood: 0.2, npv: 0.2 },
    scales: objectives(1),
    units,
    totals: outcome(12, sumOf(lines, 'public'), sumOf(lines, 'concession')),
    rows: limits.map((limit, i) => ({
      id: `budget:${START + i}`,
      used: spent(START + i),
      limit,
      name: { zh: `${START + i} 年预算`, en: `Budget of ${START + i}` },
      sense: '<=',
      measure: 'CNY',
      price: 0.01,
    })),
    infeasible: null,
    advice: [],
    schedule: units.flatMap((one) =>
      (one.choice?.measures ?? []).map((measure, i) => ({
        unit: one.id,
        measure,
        startMonth: 3 + 12 * i,
        endMonth: 6.5 + 12 * i,
        months: { from: 4, to: 7 },
        after: i === 0 ? [] : ['regrade'],
        critical: i === 0,
      })),
    ),
    finance: {
      years: cash,
      programme: { npv, irr: unknown('no-internal-rate'), bcr: 0.4, paybackYears: 12 },
      concession: null,
      notes: [],
    },
    risk: null,
    games: null,
    unverified: [
      { of: 'cost:seed-mix', what: 'cost', usedBy: 2 },
      { of: 'plan:carbon-price', what: 'carbon-price', usedBy: 3 },
    ],
    notes: [],
    names: {
      measures: {
        regrade: { zh: '削坡整形', en: 'Slope regrading' },
        topsoil: { zh: '表土回覆', en: 'Topsoil replacement' },
        'native-seeding': { zh: '乡土草种撒播', en: 'Native seeding' },
        solar: { zh: '光伏', en: 'Solar' },
      },
      endUses: { grassland: { zh: '草地', en: 'Grassland' } },
      items: {
        'earth-moving': { zh: '土方挖运', en: 'Earth moving' },
        'topsoil-spreading': { zh: '表土摊铺', en: 'Topsoil spreading' },
        haul: { zh: '表土运输', en: 'Haulage of topsoil' },
        'seed-mix': { zh: '+草种混播', en: '+Seed mix' },
        tending: { zh: '抚育', en: 'Tending' },
        'solar-frame': { zh: '光伏支架', en: 'Solar frames' },
      },
    },
    front: {
      plans: [
        {
          id: 'balanced',
          objectives: objectives(1),
          cost: 3,
          choice: Object.fromEntries(ids.map((id) => [id, null])),
          dominatedBy: null,
          bound: null,
          gap: null,
          closeness: 0.7,
        },
      ],
      payoff: {
        ecology: { best: 1, worst: 0 },
        carbon: { best: 1, worst: 0 },
        livelihood: { best: 1, worst: 0 },
        npv: { best: 1, worst: 0 },
      },
      agreement: Object.fromEntries(ids.map((id) => [id, { share: 1, choice: null }])),
      balanced: 'balanced',
    },
  };
}
