import type { AllocationInstance } from './instance.ts';
import type { Advice, Choice, RowUse } from './result.ts';

/** A budget of which less than this share is used is worth a word. */
const UNUSED = 0.01;
/** A row within this share of its limit is met only at the border. */
const BORDER = 1e-6;

/**
 * What is suspicious about a plan that is nevertheless possible: a limit nobody uses, a floor met only at the border, a row
 * no option touches, a mandatory unit with a single way, and units for which every option is worse than none.
 */
export function adviceOn(
  instance: AllocationInstance,
  choice: readonly Choice[],
  rows: readonly RowUse[],
): readonly Advice[] {
  const advice: Advice[] = [];
  const tell = (key: string, params: Advice['params']): void => {
    advice.push({ key: `allocation-advice.${key}`, params });
  };
  const touched = new Set<string>();
  for (const { use } of [...instance.options, ...(instance.works ?? [])])
    for (const id of Object.keys(use)) touched.add(id);
  const chains = new Set((instance.carryOver ?? []).flat());
  rows.forEach(({ id, used, limit }, i) => {
    const { sense } = instance.rows[i]!;
    if (!touched.has(id)) tell('row-untouched', { row: id });
    else if (sense === '<=' && limit > 0 && used <= UNUSED * limit && !chains.has(id))
      tell('limit-unused', { row: id, used: round(used), limit: round(limit) });
    else if (sense === '>=' && limit > 0 && used <= limit * (1 + BORDER))
      tell('floor-at-border', { row: id, limit: round(limit) });
  });
  const ways = new Map<string, Set<string>>();
  for (const { unit, package: of } of instance.options) {
    const list = ways.get(unit);
    if (list === undefined) ways.set(unit, new Set([of]));
    else list.add(of);
  }
  for (const unit of instance.mandatory)
    if (ways.get(unit)!.size === 1) tell('single-way', { unit, package: [...ways.get(unit)!][0]! });
  const left = ways.size - new Set(choice.map(({ unit }) => unit)).size;
  if (choice.length === 0 && left > 0) tell('nothing-chosen', { units: left });
  return advice;
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
