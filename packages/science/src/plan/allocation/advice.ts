import type { AllocationInstance, AllocationRow } from './instance.ts';
import type { Advice, Choice, RowUse } from './result.ts';

/** A budget of which less than this share is used is worth a word. */
const UNUSED = 0.01;
/** A row within this share of its limit is met only at the border. */
const BORDER = 1e-6;

/** What advice looks at. */
export interface AdviceFacts {
  readonly rows: readonly AllocationRow[];
  readonly carryOver: readonly (readonly string[])[];
  readonly mandatory: readonly string[];
  /** Rows that some option or work uses. */
  readonly touched: ReadonlySet<string>;
  /** Units that have options. */
  readonly units: number;
  packagesOf(unit: string): ReadonlySet<string>;
}

export function adviceFacts(instance: AllocationInstance): AdviceFacts {
  const touched = new Set<string>();
  for (const { use } of [...instance.options, ...(instance.works ?? [])])
    for (const id of Object.keys(use)) touched.add(id);
  const packages = new Map<string, Set<string>>();
  for (const { unit, package: of } of instance.options) {
    const list = packages.get(unit);
    if (list === undefined) packages.set(unit, new Set([of]));
    else list.add(of);
  }
  return {
    rows: instance.rows,
    carryOver: instance.carryOver ?? [],
    mandatory: instance.mandatory,
    touched,
    units: packages.size,
    packagesOf: (unit) => packages.get(unit)!,
  };
}

/**
 * What is suspicious about a plan that is nevertheless possible: a limit nobody uses, a floor met only at the border, a row
 * no option touches, a mandatory unit with a single way, and units for which every option is worse than none.
 */
export function adviceOn(
  facts: AdviceFacts,
  choice: readonly Choice[],
  rows: readonly RowUse[],
): readonly Advice[] {
  const advice: Advice[] = [];
  const tell = (key: string, params: Advice['params']): void => {
    advice.push({ key: `allocation-advice.${key}`, params });
  };
  const chains = new Set(facts.carryOver.flat());
  rows.forEach(({ id, used, limit }, i) => {
    const { sense } = facts.rows[i]!;
    if (!facts.touched.has(id)) tell('row-untouched', { row: id });
    else if (sense === '<=' && limit > 0 && used <= UNUSED * limit && !chains.has(id))
      tell('limit-unused', { row: id, used: round(used), limit: round(limit) });
    else if (sense === '>=' && limit > 0 && used <= limit * (1 + BORDER))
      tell('floor-at-border', { row: id, limit: round(limit) });
  });
  for (const unit of facts.mandatory) {
    const ways = facts.packagesOf(unit);
    if (ways.size === 1) tell('single-way', { unit, package: [...ways][0]! });
  }
  const left = facts.units - new Set(choice.map(({ unit }) => unit)).size;
  if (choice.length === 0 && left > 0) tell('nothing-chosen', { units: left });
  return advice;
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
