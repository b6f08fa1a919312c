import type { MessageParam, Unknown } from '../base/index.ts';
import type { DamageClass } from '../site/index.ts';
import type { Advice, Conflict, RowUse } from './allocation/result.ts';
import type { LibraryText } from './library/index.ts';

/** What a programme is judged by. Labels in the catalogue under `objective.*`. */
export const OBJECTIVES = ['ecology', 'carbon', 'livelihood', 'npv'] as const;
export type Objective = (typeof OBJECTIVES)[number];
export type ObjectiveValues = Readonly<Record<Objective, number>>;

/** What a gate said of a unit; `conditional` may be chosen and names its condition. */
export type GateState = 'pass' | 'conditional' | 'fail' | 'insufficient';

export interface GateResult {
  readonly gate: string;
  /** Measure or end use that asks. */
  readonly of: string;
  readonly kind: 'legal' | 'safety' | 'engineering';
  readonly state: GateState;
  /** After the measures of the package: what it is then, and which measure brought it there. */
  readonly mendedBy: string | null;
  readonly reason: LibraryText;
  /** Value the gate looked at, in words of numbers; null where unknown. */
  readonly value: MessageParam;
  readonly limit: MessageParam;
  /** Why it is insufficient. */
  readonly unknown: Unknown | null;
  readonly source: string;
}

/** One line of a bill of quantities. Cost is without discount, in the currency of the plan. */
export interface BillLine {
  readonly measure: string;
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  readonly unitCost: number;
  readonly cost: number;
  readonly year: number;
  readonly kind: 'works' | 'upkeep' | 'capital' | 'haul';
  readonly payer: 'public' | 'concession';
}

/** What a package on a unit comes to. Amounts are for the unit, not per hectare. */
export interface PackageOutcome {
  readonly objectives: ObjectiveValues;
  /** Part of `objectives.carbon` that is power displaced on the grid, t CO2e; absent where no power is made. */
  readonly displacedCo2T?: number;
  readonly publicCost: number;
  readonly concessionCost: number;
  /** Tonnes of soil kept over the horizon, m3 of water used over it, m3 of topsoil. */
  readonly erosionAvoidedT: number;
  readonly waterM3: number;
  readonly topsoilM3: number;
  readonly farmlandHa: number;
  /** Closeness to the reference now, at the end of the horizon with the package, and without it. */
  readonly recoveryNow: number;
  readonly recoveryEnd: number;
  readonly recoveryEndWithout: number;
  /** Years from the start of the programme until 80 % of the reference; null where not within the horizon. */
  readonly yearsTo80: number | null;
  readonly localPersonYears: number;
  readonly permanentJobs: number;
}

export interface PackageRecord {
  /** `<end use>/<measure>+<measure>`. */
  readonly id: string;
  readonly endUse: string;
  readonly measures: readonly string[];
  /** Gravest state of its gates after its measures. */
  readonly state: GateState;
  readonly gates: readonly GateResult[];
}

export interface UnitAlternative extends PackageRecord {
  readonly year: number | null;
  readonly outcome: PackageOutcome | null;
  /** Value in the weighted objective, and what is left of it after paying the prices of what it uses. */
  readonly value: number | null;
  readonly reducedValue: number | null;
}

/** One resource that a choice uses, at the price of the plan. */
export interface PricedUse {
  readonly row: string;
  readonly amount: number;
  readonly price: number;
}

/** What would make another option the choice. */
export interface Flip {
  /**
   * Sentence `flip.<kind>` of the catalogue, with the parameters it names: `cost-up`, `value-down`, `budget-up` {percent, package};
   * `weight` {objective, from, to, package}; `evidence` {endUse, gate, gates: how many are open}; `mandatory-off` {}. `package` is
   * its id, null for nothing; the other ids are told in words too.
   */
  readonly kind: 'cost-up' | 'value-down' | 'budget-up' | 'weight' | 'evidence' | 'mandatory-off';
  readonly params: Readonly<Record<string, MessageParam>>;
}

export interface PlannedUnit {
  readonly id: string;
  readonly name: string | null;
  readonly areaHa: number;
  readonly damage: DamageClass | null;
  readonly village: string | null;
  readonly mandatory: boolean;
  /** Null: nothing is done within the programme. */
  readonly choice: UnitAlternative | null;
  /** Why nothing is done, as key `not-chosen.*`. */
  readonly notChosen: string | null;
  /** What the value of the choice is made of: weight x objective / scale. */
  readonly valueParts: Readonly<Partial<Record<Objective, number>>>;
  readonly pricedUses: readonly PricedUse[];
  readonly runnerUp: UnitAlternative | null;
  readonly flips: readonly Flip[];
  /** Other packages that were possible, best first (a few; in very large plans fewer, without their gates). */
  readonly alternatives: readonly UnitAlternative[];
  /** End uses that are not possible, each with the gates that say so. */
  readonly barred: readonly { readonly endUse: string; readonly gates: readonly GateResult[] }[];
  readonly bill: readonly BillLine[];
  readonly findings: readonly string[];
}

/** One bar of the schedule: months are counted from January of the first year (0). */
export interface ScheduledTask {
  readonly unit: string;
  readonly measure: string;
  readonly startMonth: number;
  readonly endMonth: number;
  /** Planting or working season that it waits for. */
  readonly months: { readonly from: number; readonly to: number };
  readonly after: readonly string[];
  readonly critical: boolean;
}

/** Money of one year. */
export interface CashYear {
  readonly year: number;
  readonly works: number;
  readonly upkeep: number;
  readonly capital: number;
  readonly revenue: number;
  /** By fund of the settings. */
  readonly sources: Readonly<Record<string, number>>;
  /** Not covered by any fund: what falls due after the programme, or is missing. */
  readonly uncovered: number;
  readonly balance: number;
}

export interface FrontPlan {
  readonly id: string;
  readonly objectives: ObjectiveValues;
  readonly cost: number;
  /** Package and year by unit, `<package>@<year>`; null for nothing. */
  readonly choice: Readonly<Record<string, string | null>>;
  /** Plan that is at least as good everywhere and better somewhere; null on the front. */
  readonly dominatedBy: string | null;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Closeness to the ideal (TOPSIS), 0..1. */
  readonly closeness: number | null;
}

export interface PlanFront {
  readonly plans: readonly FrontPlan[];
  /** Best and worst of each objective over the lexicographic optima. */
  readonly payoff: Readonly<Record<Objective, { readonly best: number; readonly worst: number }>>;
  /** Share of front plans that choose the same as the most common choice, by unit. */
  readonly agreement: Readonly<Record<string, { readonly share: number; readonly choice: string | null }>>;
  readonly balanced: string | null;
}

/** Spread of one outcome over the draws. */
export interface OutcomeSpread {
  readonly mean: number;
  readonly sd: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** Outcomes of which a range is known. */
export type RangedOutcome = 'cost' | Exclude<Objective, 'carbon'>;

export interface PlanRisk {
  readonly draws: number;
  /** Of what has a range: of carbon, neither stocks of the end use nor the power of a solar farm have one in the library. */
  readonly outcomes: Readonly<Record<RangedOutcome, OutcomeSpread>>;
  /** Probability that the public cost exceeds the budget of the programme; null without one. */
  readonly overBudget: number | null;
  /** NPV with the factor at its low and at its high, greatest swing first. */
  readonly tornado: readonly { readonly factor: string; readonly low: number; readonly high: number }[];
  /** First-order share of the variance of the NPV by factor. */
  readonly sobol: readonly { readonly factor: string; readonly first: number; readonly se: number }[];
}

export interface PlanFinance {
  readonly years: readonly CashYear[];
  /** Of all money, and of the concession alone. */
  readonly programme: FinanceFigures;
  readonly concession: FinanceFigures | null;
  readonly notes: readonly string[];
}
export interface FinanceFigures {
  readonly npv: number;
  readonly irr: number | Unknown;
  readonly bcr: number | Unknown;
  readonly paybackYears: number | Unknown;
}

/** What a game model says about incentives: an explanation, never a schedule. */
export interface GamePanel {
  readonly nash: { readonly government: number; readonly enterprise: number; readonly quality: number };
  readonly stackelberg: { readonly share: number; readonly quality: number };
  readonly cooperative: { readonly quality: number };
  readonly concession: readonly { readonly years: number; readonly enterprise: number }[];
  readonly evolutionary: {
    readonly supervision: number | Unknown;
    readonly quality: number | Unknown;
    readonly periodYears: number | Unknown;
  };
  readonly parameters: Readonly<Record<string, number>>;
}

/** A default that nothing supports yet, and where it was used. */
export interface UnverifiedDefault {
  /** `measure:<id>`, `end-use:<id>`, `cost:<id>`, `plan:<key>`. */
  readonly of: string;
  readonly what: string;
  readonly usedBy: number;
}

/** A figure of the library that rests on findings of the project, with its grade. */
export interface SupportedFigure {
  /** `measure:<id>`. */
  readonly of: string;
  readonly name: LibraryText;
  /** `rate`, `reach`, `survival`, `practice`, or `quantity <item>`. */
  readonly what: string;
  /** Name of the cost item whose amount it is. */
  readonly item?: LibraryText;
  readonly value: number;
  readonly unit: string;
  /** What the plan takes for low and high; null for a figure that is not drawn. */
  readonly range: readonly [low: number, high: number] | null;
  /** What the library says without findings (survival: of semi-arid land). */
  readonly librarySays: number;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E';
  readonly papers: number;
  readonly basis: 'pooled' | 'single' | 'standard' | 'expert';
  /** Attributes of the site that the findings share, and how many steps it took to find them. */
  readonly matched: readonly string[];
  readonly widened: number;
  /** Ids of the findings. */
  readonly findings: readonly string[];
  /** Units of the plan that get the measure; absent where no plan is told. */
  readonly usedBy?: number;
}

/** Words of the library on what was chosen, by id. */
export interface PlanAbout {
  readonly endUses: Readonly<
    Record<
      string,
      {
        readonly about: LibraryText;
        readonly landRights: LibraryText;
        readonly training: LibraryText;
        readonly infrastructure: LibraryText | null;
        readonly heritage: LibraryText | null;
      }
    >
  >;
  /** Vertical layers by facet of layered measures, from the ground up. */
  readonly layers: Readonly<
    Record<string, readonly { readonly facet: string; readonly layers: readonly string[] }[]>
  >;
}

/** The result of `plan solve` on a project: printed by `--json`, kept in the store, read by reports and by control. */
export interface PlanResult {
  readonly currency: string;
  readonly priceYear: number;
  readonly costFile: string;
  readonly libraryHash: string;
  readonly start: number;
  readonly years: number;
  readonly horizon: number;
  readonly discountRate: number;
  readonly seed: number;
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly method: 'exact' | 'large';
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly weights: ObjectiveValues;
  /** What one unit of each objective is divided by before weighing. */
  readonly scales: ObjectiveValues;
  readonly units: readonly PlannedUnit[];
  readonly totals: PackageOutcome;
  readonly rows: readonly (RowUse & {
    readonly name: LibraryText;
    readonly sense: '<=' | '>=' | '=';
    readonly measure: string;
    /** What one unit more of it adds to the weighted objective, and per million of money in ecology alone. */
    readonly price: number;
  })[];
  readonly infeasible: Conflict | null;
  readonly advice: readonly Advice[];
  /** Shared works that are built, and when; absent in plans of before they were told. */
  readonly works?: readonly { readonly id: string; readonly year: number; readonly cost: number }[];
  readonly schedule: readonly ScheduledTask[];
  readonly finance: PlanFinance;
  readonly risk: PlanRisk | null;
  readonly games: GamePanel | null;
  readonly unverified: readonly UnverifiedDefault[];
  /** Figures that rest on findings of the project; absent where there are none. */
  readonly supported?: readonly SupportedFigure[];
  readonly notes: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, MessageParam>>;
  }[];
  /** Names of the library that the plan uses, so that the record reads alone. */
  readonly names: {
    readonly measures: Readonly<Record<string, LibraryText>>;
    readonly endUses: Readonly<Record<string, LibraryText>>;
    readonly items: Readonly<Record<string, LibraryText>>;
  };
  /** What goes with the end uses and measures that were chosen: rights, training, infrastructure, heritage, layers by facet. */
  readonly about?: PlanAbout;
  /** Plans made with other settings of this run, for comparison; the plan itself is not among them. */
  readonly front: PlanFront | null;
}
