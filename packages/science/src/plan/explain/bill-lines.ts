import type { ProgrammeOption } from '../programme/programme.ts';
import type { BillLine } from '../result.ts';

/** The bill of a choice with years and likely prices; lines of one measure, item and year are one. */
export function billLines({ candidate, year }: ProgrammeOption): readonly BillLine[] {
  const lines = new Map<string, BillLine>();
  for (const { measure, item, quantity, offset, kind, payer } of candidate.bill) {
    const at = year + offset;
    const key = `${measure} ${item.id} ${at} ${kind} ${payer}`;
    const known = lines.get(key);
    const all = quantity + (known?.quantity ?? 0);
    lines.set(key, {
      measure,
      item: item.id,
      unit: item.unit,
      quantity: all,
      unitCost: item.cost[1],
      cost: all * item.cost[1],
      year: at,
      kind,
      payer,
    });
  }
  return [...lines.values()].sort((a, b) => a.year - b.year);
}
