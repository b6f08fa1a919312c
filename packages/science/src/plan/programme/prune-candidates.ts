import { OBJECTIVES, type PackageOutcome } from '../result.ts';
import type { Candidate } from './candidates.ts';

/** A candidate with what it comes to in the first and the last year, its weighted value, and what it takes of the shared rows. */
export interface ValuedCandidate {
  readonly candidate: Candidate;
  /** Place among all that is possible on the unit. */
  readonly place: number;
  readonly outcome: PackageOutcome;
  readonly later: PackageOutcome;
  readonly value: number;
  /** By row, when it begins in the first year. */
  readonly use: Float64Array;
  readonly needs: readonly string[];
}

/**
 * Leaves out what cannot matter. A package that takes no less of any row in any year, needs the same shared works and is no better
 * in any objective, begun in the first year or the last, than another of the same end use is dominated. Of the rest, the best of
 * each end use stay first, then by value, by value for money and by cost in turn, up to a number: beyond it an optimum may be lost.
 *
 * @param floors 1 for rows of which more is better
 */
export function pruneCandidates<T extends ValuedCandidate>(
  all: readonly T[],
  most: number,
  floors: Uint8Array,
): readonly T[] {
  const kept = all.filter(
    (one, i) => !all.some((other, j) => i !== j && dominates(other, one, j < i, floors)),
  );
  if (kept.length <= most) return kept;
  const chosen = new Set<T>();
  const byUse = new Map<string, T[]>();
  for (const one of kept) {
    const list = byUse.get(one.candidate.one.endUse);
    if (list === undefined) byUse.set(one.candidate.one.endUse, [one]);
    else list.push(one);
  }
  for (const list of byUse.values()) if (chosen.size < most) chosen.add([...list].sort(byValue)[0]!);
  const orders = [[...kept].sort(byValue), [...kept].sort(byRatio), [...kept].sort(byCost)];
  for (let i = 0; chosen.size < most; i += 1) {
    const next = orders[i % orders.length]!.find((one) => !chosen.has(one));
    if (next === undefined) break;
    chosen.add(next);
  }
  return kept.filter((one) => chosen.has(one));
}

function dominates(a: ValuedCandidate, b: ValuedCandidate, first: boolean, floors: Uint8Array): boolean {
  if (a.candidate.one.endUse !== b.candidate.one.endUse) return false;
  const [x, y] = [a.outcome, b.outcome];
  // A package that leaves a critical problem never displaces one that answers it.
  if (critical(a.candidate) > critical(b.candidate)) return false;
  const noWorse =
    x.publicCost <= y.publicCost &&
    x.concessionCost <= y.concessionCost &&
    x.waterM3 <= y.waterM3 &&
    x.topsoilM3 <= y.topsoilM3 &&
    OBJECTIVES.every(
      (id) => x.objectives[id] >= y.objectives[id] && a.later.objectives[id] >= b.later.objectives[id],
    ) &&
    a.needs.every((id) => b.needs.includes(id)) &&
    lastWorks(a.candidate) <= lastWorks(b.candidate) &&
    takesNoMore(a.use, b.use, floors);
  if (!noWorse) return false;
  const better =
    x.publicCost < y.publicCost ||
    x.waterM3 < y.waterM3 ||
    x.topsoilM3 < y.topsoilM3 ||
    OBJECTIVES.some((id) => x.objectives[id] > y.objectives[id]);
  return better || first;
}

/** Years after the start in which the last works are paid: what ends after the programme cannot begin late. */
function lastWorks({ bill }: Candidate): number {
  return bill.reduce((last, { kind, offset }) => (kind === 'upkeep' ? last : Math.max(last, offset)), 0);
}

function takesNoMore(a: Float64Array, b: Float64Array, floors: Uint8Array): boolean {
  for (let row = 0; row < floors.length; row += 1)
    if (floors[row] === 1 ? b[row]! > a[row]! : a[row]! > b[row]!) return false;
  return true;
}

function critical({ one }: Candidate): number {
  return one.unresolved.filter(({ severity }) => severity === 'critical').length;
}

function byValue(a: ValuedCandidate, b: ValuedCandidate): number {
  return b.value - a.value || compare(a, b);
}

function byRatio(a: ValuedCandidate, b: ValuedCandidate): number {
  return b.value / (1 + b.outcome.publicCost) - a.value / (1 + a.outcome.publicCost) || compare(a, b);
}

function byCost(a: ValuedCandidate, b: ValuedCandidate): number {
  return a.outcome.publicCost - b.outcome.publicCost || compare(a, b);
}

function compare(a: ValuedCandidate, b: ValuedCandidate): number {
  return a.candidate.one.id < b.candidate.one.id ? -1 : 1;
}
