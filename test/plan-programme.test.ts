import { chance } from '@aftermine/science/base';
import {
  allocateProgramme,
  buildProgramme,
  cashFlow,
  chosenOptions,
  greedyChoice,
  instanceOf,
  type Library,
  type Measure,
  optionOutcome,
  outcomeContext,
  type PlanResult,
  type PlanSettings,
  type PlanUnit,
  type Programme,
  type ProgrammeOption,
  planProgramme,
  solveExact,
  solveFront,
} from '@aftermine/science/plan';
import { afterAll, describe, expect, test } from 'vitest';
import {
  END_USES,
  exampleLibrary,
  exampleUnit,
  MEASURES,
  problem,
  settingsOf,
  UNITS,
} from '../packages/science/src/plan/plan-example.fixture.ts';
import { candidatesOf } from '../packages/science/src/plan/programme/candidates.ts';
import { fundsOf } from '../packages/science/src/plan/programme/funds.ts';
import { limitsOf } from '../packages/science/src/plan/programme/limits.ts';
import { weightedValue } from '../packages/science/src/plan/programme/objective-scales.ts';
import { HighsSolver } from '../packages/workbench/src/adapters/highs/highs-solver.ts';

const solver = new HighsSolver();
afterAll(() => solver.close());
const solve = solver.solve.bind(solver);
const library = exampleLibrary();

async function plan(
  more: Readonly<Record<string, unknown>>,
  units: readonly PlanUnit[] = UNITS,
  of: Library = library,
) {
  return planProgramme({ units, library: of, settings: settingsOf(more), start: 2025, seed: 1 }, solve);
}

const choiceOf = ({ units }: PlanResult): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    units.map(({ id, choice }) => [id, choice === null ? null : `${choice.id}@${choice.year}`]),
  );

/** A library with several ways to plant, to reshape and to cover, of random price and effect. */
function randomLibrary(random: () => number): Library {
  const base = exampleLibrary();
  const items = [...base.costs.items];
  const priced = (id: string, likely: number): string => {
    items.push({ ...items[0]!, id, cost: [likely / 2, likely, likely * 2], labour: 0 });
    return id;
  };
  const plants = Array.from({ length: 3 }, (_, i): Measure => {
    const { establishes, ...rest } = MEASURES.planting;
    return {
      ...rest,
      id: `planting-${i}`,
      quantities: [
        { item: priced(`plants-${i}`, 5000 + 30_000 * random()), per: 'area', amount: 1, source: 'book' },
      ],
      upkeep: {
        years: Math.floor(random() * 4),
        quantities: [{ item: 'tending', per: 'area', amount: 0.1 + random(), source: 'book' }],
      },
      months: { from: 1 + Math.floor(random() * 12), to: 12 },
      establishes: {
        ...establishes!,
        reach: 0.5 + 0.5 * random(),
        water: { m3PerHaYear: Math.floor(random() * 3) * 300, years: 2 },
      },
    };
  });
  const reshapes = Array.from(
    { length: 2 },
    (_, i): Measure => ({
      ...MEASURES.reshape,
      id: `reshape-${i}`,
      quantities: [
        { item: priced(`digging-${i}`, 1 + 9 * random()), per: 'regrade', amount: 1, source: 'book' },
      ],
      scheme: { erosionReduction: random(), speciesRichness: random(), durability: random(), source: 'book' },
    }),
  );
  return {
    ...exampleLibrary([...plants, ...reshapes, MEASURES['cover-soil'], MEASURES['natural-recovery']]),
    costs: { ...base.costs, items },
  };
}

function randomUnits(random: () => number, count: number): readonly PlanUnit[] {
  return Array.from({ length: count }, (_, i) =>
    exampleUnit(
      `U${i}`,
      { 'slope-p90': 5 + 35 * random(), 'steep-share': random(), 'soil-depth': 60 * random() },
      {
        areaHa: 2 + Math.floor(20 * random()),
        recoveryNow: 0.5 * random(),
        village: random() < 0.5 ? 'East' : 'West',
        problems:
          random() < 0.3
            ? [
                problem({
                  rule: 'thin-soil',
                  factor: 'soil-depth',
                  indicator: 'soil-depth',
                  measures: ['cover-soil'],
                }),
              ]
            : [],
      },
    ),
  );
}

function randomSettings(random: () => number): Readonly<Record<string, unknown>> {
  const money = (): number => Math.round(400_000 * random());
  return {
    years: 3,
    discountRate: 0.05,
    budget: { '2025': money(), '2026': money(), '2027': money() },
    funds:
      random() < 0.6
        ? [
            {
              id: 'green',
              name: 'Green',
              amounts: { '2025': money(), '2027': money() },
              for: { families: ['vegetation'] },
            },
          ]
        : [],
    carryOver: random() < 0.7,
    water: random() < 0.5 ? [{ id: 'well', m3PerYear: Math.round(12_000 * random()) }] : [],
    ...(random() < 0.4 ? { crewsHaPerYear: 30 } : {}),
    ...(random() < 0.4 ? { topsoil: { stockM3: 60_000, haulKm: 1 } } : {}),
    ...(random() < 0.3 ? { jobsFloor: [{ personYears: 0.5, years: [2026] }] } : {}),
    works: random() < 0.3 ? [{ id: 'road', name: 'Road', cost: 20_000, units: ['U0', 'U1'] }] : [],
  };
}

/** A programme with every candidate, none left out for being dominated. */
function unpruned(
  programme: Programme,
  units: readonly PlanUnit[],
  of: Library,
  settings: PlanSettings,
): Programme {
  const years = programme.years;
  const context = outcomeContext(of, settings, 2025);
  const funds = fundsOf(settings, years);
  const all = units.flatMap((unit) => candidatesOf(unit, of, settings, 2025).candidates);
  const limits = limitsOf(settings, funds, years, all, context);
  const options = all.flatMap((candidate): ProgrammeOption[] =>
    years.flatMap((year) => {
      const { unit, one, bill, tasks } = candidate;
      if (bill.some(({ kind, offset }) => kind !== 'upkeep' && year + offset > years.at(-1)!)) return [];
      const outcome = optionOutcome(unit, one, bill, tasks, year, context);
      const needs = settings.works.filter(({ units: to }) => to!.includes(unit.id)).map(({ id }) => id);
      return [
        {
          candidate,
          year,
          outcome,
          needs,
          value: weightedValue(outcome.objectives, programme.weights, programme.scales),
          use: limits.use(candidate, year, outcome),
        },
      ];
    }),
  );
  return { ...programme, options, rows: limits.rows, carryOver: limits.carryOver };
}

describe('leaving out dominated packages', () => {
  test('keeps an optimum: 25 random libraries solved with all packages and with those kept', async () => {
    const random = chance(21).uniform;
    let left = 0;
    for (let n = 0; n < 25; n += 1) {
      const [of, units] = [randomLibrary(random), randomUnits(random, 4)];
      const settings = settingsOf({ ...randomSettings(random), doNoHarm: false, packagesPerUnit: 60 });
      const programme = buildProgramme(units, of, settings, 2025);
      const whole = unpruned(programme, units, of, settings);
      left += whole.options.length - programme.options.length;
      const [kept, all] = [
        await solveExact(instanceOf(programme), solve, { explain: false }),
        await solveExact(instanceOf(whole), solve, { explain: false }),
      ];
      expect(kept.status).toBe(all.status);
      expect(kept.objective ?? 0).toBeCloseTo(all.objective ?? 0, 7);
    }
    expect(left).toBeGreaterThan(40);
  }, 120_000);
});

describe('a plan can be paid', () => {
  test('whatever funds and years: no payment of 25 random plans stays uncovered', async () => {
    const random = chance(22).uniform;
    let treated = 0;
    for (let n = 0; n < 25; n += 1) {
      const [of, units] = [randomLibrary(random), randomUnits(random, 5)];
      const { result } = await plan(randomSettings(random), units, of);
      if (result.status === 'infeasible') continue;
      treated += result.units.filter(({ choice }) => choice !== null).length;
      for (const { uncovered } of result.finance.years) expect(uncovered).toBe(0);
      expectSane(result);
    }
    expect(treated).toBeGreaterThan(25);
  }, 120_000);

  test('an earmarked fund of a later year does not pay for the first', async () => {
    // 200,000 for A in 2025 by the budget, then 30,000 for a fence that only the budget may pay: the fund of 2026 comes too late.
    const more = {
      years: 2,
      budget: { '2025': 230_000 },
      funds: [
        { id: 'green', name: 'Green', amounts: { '2026': 1_000_000 }, for: { families: ['vegetation'] } },
      ],
      locks: [{ unit: 'A', mode: 'treat', endUse: 'forest', year: 2025 }],
    };
    const { result } = await plan({ ...more, mandatory: ['A'], weights: { ecology: 1 } }, UNITS.slice(0, 2));
    expect(result.status).toBe('optimal');
    for (const { uncovered } of result.finance.years) expect(uncovered).toBe(0);
  });
});

/** No figure of a result is NaN, infinite or a negative nought; flips name a change that can be. */
function expectSane(result: PlanResult): void {
  const odd: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) odd.push(path);
    if (value !== null && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`);
  };
  walk({ ...result, games: null }, '');
  expect(odd).toEqual([]);
  for (const { flips } of result.units)
    for (const { kind, params } of flips) {
      if (typeof params['percent'] !== 'number') continue;
      expect(params['percent']).toBeGreaterThanOrEqual(0);
      if (kind !== 'cost-up') expect(params['percent']).toBeLessThanOrEqual(100);
    }
}

describe('the plan moves the way it should', () => {
  test('more money is never worth less', async () => {
    let before = 0;
    for (const budget of [0, 100_000, 200_000, 400_000, 1_000_000]) {
      const { result } = await plan({ budget, years: 1, discountRate: 0.05 });
      expect(result.objective!).toBeGreaterThanOrEqual(before - 1e-9);
      before = result.objective!;
    }
  });

  test('a floor of farmland is met, with land that becomes fields', async () => {
    const { result } = await plan({ farmlandFloorHa: 12, weights: { ecology: 1 } });
    expect(result.totals.farmlandHa).toBeGreaterThanOrEqual(12);
  });

  test('of a group at most one is done, also where one of them is worth nothing', async () => {
    const { result } = await plan({
      exclusive: [[{ unit: 'A' }, { unit: 'B' }, { unit: 'D' }]],
      weights: { ecology: 1 },
    });
    expect(['A', 'B', 'D'].filter((id) => choiceOf(result)[id] !== null)).toHaveLength(1);
    const worthless = await plan({
      exclusive: [[{ unit: 'A' }, { unit: 'D' }]],
      weights: { npv: 1 },
      endUses: ['wild', 'forest'],
      mandatory: ['A'],
    });
    expect(worthless.result.status).toBe('optimal');
  });

  test('shared works are built before what needs them, once, and counted in the totals', async () => {
    const of = { years: 2, budget: 1_000_000, weights: { ecology: 1 }, endUses: ['forest'] };
    const bare = (await plan(of, UNITS.slice(0, 1))).result;
    const { result, allocation } = await plan(
      { ...of, works: [{ id: 'road', name: 'Road', cost: 7000 }] },
      UNITS.slice(0, 1),
    );
    expect(allocation.works).toEqual([{ id: 'road', year: result.units[0]!.choice!.year }]);
    expect(result.totals.publicCost - bare.totals.publicCost).toBeCloseTo(7000, 6);
    expect(result.totals.objectives.npv - bare.totals.objectives.npv).toBeCloseTo(-7000, 6);
    expect(result.finance.programme.npv).toBeCloseTo(result.totals.objectives.npv, 6);
  });

  test('same input, same plan, byte for byte', async () => {
    const more = { budget: 300_000, discountRate: 0.04, water: [{ id: 'well', m3PerYear: 9000 }] };
    expect(JSON.stringify((await plan(more)).result)).toBe(JSON.stringify((await plan(more)).result));
  });
});

describe('explanations', () => {
  /** Two units of forest, money for one and a half: the price of money is what the second brings. */
  const units = [
    exampleUnit('A', {}, { areaHa: 10 }),
    exampleUnit('B', {}, { areaHa: 10, recoveryNow: 0.3 }),
  ];
  const more = {
    years: 1,
    discountRate: 0,
    weights: { ecology: 0.8, npv: 0.2 },
    endUses: ['forest'],
    budget: 345_000,
  };

  test('the price is what one more yuan brings, and value = reduced value + priced uses', async () => {
    const { result } = await plan(more, units);
    const [a, b] = result.units;
    expect([a!.choice?.id, b!.choice]).toEqual(['forest/planting', null]);
    const price = result.rows.find(({ id }) => id === 'budget:2025')!.price;
    expect(price).toBeCloseTo(b!.runnerUp!.value! / 230_000, 12);
    expect(a!.choice!.value! - price * 230_000).toBeCloseTo(a!.choice!.reducedValue!, 12);
    expect(b!.notChosen).toBe('no-budget');
  });

  test('flips really flip: of 60 units at one budget, dearer by what is told and a quarter more, each chosen one falls out; by half of it, it stays', async () => {
    const random = chance(31).uniform;
    const many = Array.from({ length: 60 }, (_, i) =>
      exampleUnit(`U${i}`, {}, { areaHa: 1 + 4 * random(), recoveryNow: 0.45 * random() }),
    );
    const settings = settingsOf({ ...more, budget: 1_500_000 });
    const { result, programme } = await planProgramme(
      { units: many, library, settings, start: 2025, seed: 1 },
      solve,
    );
    const flips = result.units.flatMap(({ id, flips: of }) =>
      of.flatMap(({ kind, params }) =>
        kind === 'cost-up' ? [{ id, percent: params['percent'] as number }] : [],
      ),
    );
    expect(flips.length).toBeGreaterThan(20);
    const isChosenAt = async (id: string, percent: number): Promise<boolean> => {
      const options = programme.options.map((option) => {
        if (option.candidate.unit.id !== id) return option;
        const cost = (option.outcome.publicCost * percent) / 100;
        return {
          ...option,
          value: option.value - (programme.weights.npv * cost) / programme.scales.npv,
          use: { 'budget:2025': option.use['budget:2025']! + cost },
        };
      });
      const { choice } = await allocateProgramme({ ...programme, options }, settings, solve);
      return choice.some(({ unit }) => unit === id);
    };
    // Those near the border are a matter of which units fill the last yuan.
    for (const { id, percent } of flips.filter((one) => one.percent > 10).slice(0, 8)) {
      expect(await isChosenAt(id, percent / 2)).toBe(true);
      expect(await isChosenAt(id, percent * 1.25)).toBe(false);
    }
  }, 60_000);

  test('dearer saplings are dearer under every end use: the rival has other measures', async () => {
    const { result } = await plan(
      { budget: 240_000, years: 1, weights: { ecology: 0.5, npv: 0.5 } },
      UNITS.slice(0, 1),
    );
    const { choice, flips, alternatives } = result.units[0]!;
    expect(choice!.measures).toEqual(['planting']);
    expect(alternatives.some(({ measures }) => measures.join() === 'planting')).toBe(true);
    const up = flips.find(({ kind }) => kind === 'cost-up');
    expect(up?.params['package'] ?? 'wild/natural-recovery').toBe('wild/natural-recovery');
  });

  test('a weight of nothing leaves no negative nought, and free money promises nothing', async () => {
    const { result } = await plan({ ...more, weights: { ecology: 1 } }, units);
    expectSane(result);
    expect(Object.is(result.units[0]!.valueParts.npv, 0)).toBe(true);
  });

  test('a duty that costs more than it brings says so; where evidence is missing it is named', async () => {
    const { result } = await plan({
      budget: 1e6,
      weights: { npv: 1 },
      mandatory: ['A'],
      endUses: ['forest'],
    });
    expect(result.units[0]!.flips.map(({ kind }) => kind)).toContain('mandatory-off');
    const unseen = exampleUnit(
      'E',
      {},
      {
        contamination: {
          ...UNITS[0]!.contamination,
          agricultural: { verdict: 'insufficient', reason: { kind: 'unknown', reason: 'no-samples' } },
        },
      },
    );
    const blind = await plan({ endUses: ['field'] }, [unseen]);
    expect(blind.result.units[0]).toMatchObject({
      choice: null,
      notChosen: 'all-barred',
      flips: [{ kind: 'evidence', params: { gate: 'field-clean', gates: 1 } }],
    });
  });
});

describe('the front', () => {
  const more = { budget: 300_000, years: 2, discountRate: 0.04 };
  const front = async (extra: Readonly<Record<string, unknown>> = {}) => {
    const programme = buildProgramme(UNITS, library, settingsOf({ ...more, ...extra }), 2025);
    return { programme, told: await solveFront(programme, solve, { levels: 3, timeLimit: 30, gap: 0 }) };
  };

  test('no plan of it is beaten by another, dominated ones name who beats them', async () => {
    const { told } = await front();
    const values = told.plans.map(({ objectives }) => Object.values(objectives));
    const beats = (a: readonly number[], b: readonly number[]): boolean =>
      a.every((value, k) => value >= b[k]!) && a.some((value, k) => value > b[k]!);
    told.plans.forEach((one, i) => {
      const beaten = values.some((other) => beats(other, values[i]!));
      expect(one.dominatedBy !== null).toBe(beaten);
    });
    expect(told.plans.length).toBeGreaterThan(2);
    expect(told.plans.find(({ id }) => id === told.balanced)!.dominatedBy).toBeNull();
  }, 60_000);

  test('every plan keeps the limits, floors too', async () => {
    const { programme, told } = await front({ farmlandFloorHa: 5 });
    for (const one of told.plans) {
      const chosen = programme.options.filter(
        ({ candidate, year }) => one.choice[candidate.unit.id] === `${candidate.one.id}@${year}`,
      );
      expect(chosen.reduce((sum, { outcome }) => sum + outcome.farmlandHa, 0)).toBeGreaterThanOrEqual(5);
      for (const { uncovered } of cashFlow(programme, chosen, [])) expect(uncovered).toBe(0);
    }
  }, 60_000);

  test('the end of each objective is the best there is of it', async () => {
    const { programme, told } = await front();
    for (const lead of ['ecology', 'npv'] as const) {
      const options = programme.options.map((option) => ({
        ...option,
        value: option.outcome.objectives[lead] / programme.scales[lead],
      }));
      const instance = instanceOf({ ...programme, options });
      const best =
        instance.options.length === 0
          ? 0
          : (await solveExact(instance, solve)).objective! * programme.scales[lead];
      expect(told.payoff[lead].best).toBeGreaterThanOrEqual(best - 5e-3 * programme.scales[lead]);
      expect(told.payoff[lead].best).toBeLessThanOrEqual(best + 1e-6 * programme.scales[lead]);
    }
  }, 60_000);

  test('shared works are paid for in full by the plan that looks at money alone', async () => {
    const { told } = await front({
      works: [{ id: 'road', name: 'Road', cost: 1_000_000 }],
      budget: 3_000_000,
      endUses: ['field'],
    });
    const dearest = Math.min(...told.plans.map(({ objectives }) => objectives.npv));
    expect(told.payoff.npv.best).toBeGreaterThanOrEqual(dearest);
    for (const { cost, choice } of told.plans)
      if (Object.values(choice).some((one) => one !== null)) expect(cost).toBeGreaterThan(1_000_000);
  }, 60_000);
});

describe('the baseline of cost-benefit lists', () => {
  test('keeps every limit and is never better than the optimum', async () => {
    const random = chance(23).uniform;
    let compared = 0;
    for (let n = 0; n < 20; n += 1) {
      const [of, units] = [randomLibrary(random), randomUnits(random, 4)];
      const settings = settingsOf({ ...randomSettings(random), works: [], jobsFloor: [] });
      const programme = buildProgramme(units, of, settings, 2025);
      const greedy = greedyChoice(programme);
      expect(greedy).not.toBeNull();
      const best = await allocateProgramme(programme, settings, solve);
      const value = greedy!.reduce((sum, one) => sum + one.value, 0);
      expect(value).toBeLessThanOrEqual(best.objective! + 1e-9);
      if (value < best.objective! - 1e-9) compared += 1;
      for (const { uncovered } of cashFlow(programme, greedy!, [])) expect(uncovered).toBe(0);
      expect(new Set(greedy!.map(({ candidate }) => candidate.unit.id)).size).toBe(greedy!.length);
    }
    expect(compared).toBeGreaterThan(0);
  }, 60_000);

  test('there is none where it would miss a floor or a duty', () => {
    const build = (more: Readonly<Record<string, unknown>>): Programme =>
      buildProgramme(UNITS, library, settingsOf(more), 2025);
    expect(greedyChoice(build({ farmlandFloorHa: 1000 }))).toBeNull();
    expect(greedyChoice(build({ budget: 0, mandatory: ['A'] }))).toBeNull();
    expect(greedyChoice(build({ works: [{ id: 'road', name: 'Road', cost: 1 }] }))).toBeNull();
  });
});

test('chosen options are those of the allocation, in its order', async () => {
  const { programme, allocation, chosen } = await plan({ budget: 500_000 });
  expect(chosen).toEqual(chosenOptions(programme, allocation));
  expect(chosen.map(({ candidate, year }) => [candidate.unit.id, candidate.one.id, year])).toEqual(
    allocation.choice.map(({ unit, package: of, year }) => [unit, of, year]),
  );
  expect(END_USES.forest.asymptote).toBe(0.8);
});
