import type {
  DiagnosisResult,
  Factor,
  FindingSeverity,
  IndicatorId,
  UnitDiagnosis,
} from '../../diagnose/index.ts';
import type { PlannedUnit, PlanResult } from '../result.ts';

/** How a unit endangers: `danger` a critical finding of stability, slope or contamination; `watch` a major one; `none` neither. */
export type PriorityRisk = 'danger' | 'watch' | 'none';

/** One unit of the list. */
export interface PriorityRow {
  /** From 1; null for a unit on which nothing can be built or nothing is needed. */
  readonly rank: number | null;
  readonly unit: string;
  readonly name: string | null;
  readonly village: string | null;
  readonly areaHa: number;
  readonly risk: PriorityRisk;
  /** 1 - score of the diagnosis, 0 (best of the units) .. 1 (worst); null where the score is unknown. */
  readonly need: number | null;
  /**
   * What carried the rank: factors of the findings that make the risk, else the obstacle that weighs most in the need; `order` where
   * neither is known and only cost and id decide.
   */
  readonly carriedBy:
    | { readonly kind: 'hazard'; readonly factors: readonly Factor[] }
    | { readonly kind: 'need'; readonly indicator: IndicatorId; readonly degree: number }
    | { readonly kind: 'order' };
  /** Ids of the problems found, gravest first. */
  readonly problems: readonly string[];
  /** Package of the plan, else the cheapest that is possible; null without any. */
  readonly package: string | null;
  /** Year of the plan; null where the plan does nothing. */
  readonly year: number | null;
  /** Public cost of that package, without discount; null without one. */
  readonly cost: number | null;
  /** Sum of the costs of this and all ranks before. */
  readonly cumulated: number | null;
  /** True above the line that the budget draws; null without rank or budget. */
  readonly within: boolean | null;
  /** Why the plan does nothing, as key `not-chosen.*`. */
  readonly notChosen: string | null;
}

/** A ranked list with the line of the budget. */
export interface PriorityList {
  readonly rows: readonly PriorityRow[];
  /** Public money of the programme; null where the settings state none. */
  readonly budget: number | null;
  readonly currency: string;
  /** Last rank above the line; null without a budget. */
  readonly lastWithin: number | null;
}

const HAZARDS: ReadonlySet<Factor> = new Set(['stability', 'slope', 'contamination']);
const GRAVITY: Readonly<Record<FindingSeverity, number>> = { critical: 0, major: 1, minor: 2, info: 3 };
const RISKS: readonly PriorityRisk[] = ['danger', 'watch', 'none'];

/**
 * Ranks units for a filing by danger, then need, then cost, and draws the line of the budget.
 *
 * Order: risk (`danger` before `watch` before `none`), then need = 1 - score (unknown after known), then public cost per hectare,
 * then id. The line stands after the last rank whose cumulated cost is within the budget; nothing below it is pulled up, so that
 * the list can be read from the top. Units without a possible package have no rank and stand below with the reason. The plan is
 * another thing: it trades cost against effect and may take a unit below the line; both are shown.
 */
export function priorityList(diagnosis: DiagnosisResult, plan: PlanResult): PriorityList {
  const planned = new Map(plan.units.map((unit) => [unit.id, unit]));
  const problems = problemsByUnit(diagnosis);
  const rows = diagnosis.units.map((unit) => rowOf(unit, planned.get(unit.id), problems.get(unit.id) ?? []));
  rows.sort(
    (a, b) =>
      Number(a.cost === null) - Number(b.cost === null) ||
      RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) ||
      (b.need ?? -1) - (a.need ?? -1) ||
      (a.cost ?? 0) / a.areaHa - (b.cost ?? 0) / b.areaHa ||
      (a.unit < b.unit ? -1 : 1),
  );
  const budget = budgetOf(plan);
  let cumulated = 0;
  let open = budget !== null;
  let lastWithin: number | null = budget === null ? null : 0;
  const ranked = rows.map((row, i): PriorityRow => {
    if (row.cost === null) return row;
    cumulated += row.cost;
    open &&= cumulated <= budget!;
    if (open) lastWithin = i + 1;
    return { ...row, rank: i + 1, cumulated, within: budget === null ? null : open };
  });
  return { rows: ranked, budget, currency: plan.currency, lastWithin };
}

function rowOf(
  { id, name, areaHa, score, obstacles }: UnitDiagnosis,
  planned: PlannedUnit | undefined,
  problems: readonly Problem[],
): PriorityRow {
  const choice = planned?.choice ?? cheapest(planned);
  const hazards = problems.filter(({ factor }) => HAZARDS.has(factor));
  const has = (severity: FindingSeverity): boolean => hazards.some((one) => one.severity === severity);
  const severity = has('critical') ? 'critical' : has('major') ? 'major' : null;
  const [obstacle] = obstacles;
  return {
    rank: null,
    unit: id,
    name,
    village: planned?.village ?? null,
    areaHa,
    risk: severity === 'critical' ? 'danger' : severity === 'major' ? 'watch' : 'none',
    need: typeof score === 'number' ? 1 - score : null,
    carriedBy:
      severity !== null
        ? {
            kind: 'hazard',
            factors: [
              ...new Set(hazards.filter((one) => one.severity === severity).map(({ factor }) => factor)),
            ],
          }
        : typeof score === 'number' && obstacle !== undefined
          ? { kind: 'need', indicator: obstacle.indicator, degree: obstacle.degree }
          : { kind: 'order' },
    problems: problems.map((one) => one.id),
    package: choice?.id ?? null,
    year: planned?.choice?.year ?? null,
    cost: choice?.outcome?.publicCost ?? null,
    cumulated: null,
    within: null,
    notChosen: planned?.notChosen ?? null,
  };
}

interface Problem {
  readonly id: string;
  readonly factor: Factor;
  readonly severity: FindingSeverity;
}

function problemsByUnit({ findings }: DiagnosisResult): Map<string, Problem[]> {
  const of = new Map<string, Problem[]>();
  for (const { id, unitId, factor, severity, verdict } of findings) {
    if (verdict !== 'problem') continue;
    const list = of.get(unitId);
    if (list === undefined) of.set(unitId, [{ id, factor, severity }]);
    else list.push({ id, factor, severity });
  }
  for (const list of of.values()) list.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return of;
}

function cheapest(planned: PlannedUnit | undefined): PlannedUnit['choice'] {
  const open = (planned?.alternatives ?? []).filter(
    ({ state, outcome }) => outcome !== null && (state === 'pass' || state === 'conditional'),
  );
  return open.reduce<PlannedUnit['choice']>(
    (best, one) => (best === null || one.outcome!.publicCost < best.outcome!.publicCost ? one : best),
    null,
  );
}

/** Public money over the years of the programme, as the limits of the plan state it. */
function budgetOf({ rows }: PlanResult): number | null {
  const years = rows.filter(({ id }) => id.startsWith('budget:'));
  return years.length === 0 ? null : years.reduce((sum, { limit }) => sum + limit, 0);
}
