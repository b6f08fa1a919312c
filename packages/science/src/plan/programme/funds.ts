import type { BillTemplate } from '../price/bill-of-package.ts';
import type { PlanSettings } from '../settings.ts';
import type { Candidate } from './candidates.ts';

/** Money of one source, by year of the programme. */
export interface Fund {
  readonly id: string;
  readonly name: string;
  readonly amounts: ReadonlyMap<number, number>;
  /** Whether it may pay a line of a candidate. */
  readonly pays: (candidate: Pick<Candidate, 'unit' | 'one'>, line: BillTemplate) => boolean;
}

/** The fund that `budget` of the settings stands for. */
export const PUBLIC_FUND = 'public';

/** Funds of the settings: the budget as one that pays for anything, then those with a purpose. */
export function fundsOf(settings: PlanSettings, years: readonly number[]): readonly Fund[] {
  const funds: Fund[] = [];
  const { budget } = settings;
  if (budget !== undefined)
    funds.push({
      id: PUBLIC_FUND,
      name: PUBLIC_FUND,
      amounts: new Map(
        years.map((year) => [year, typeof budget === 'number' ? budget : (budget[String(year)] ?? 0)]),
      ),
      pays: () => true,
    });
  for (const fund of settings.funds) {
    const purpose = fund.for ?? {};
    const units = purpose.units === undefined ? null : new Set(purpose.units);
    funds.push({
      id: fund.id,
      name: fund.name,
      amounts: new Map(years.map((year) => [year, fund.amounts[String(year)] ?? 0])),
      pays: ({ unit, one }, line) =>
        (purpose.families === undefined || purpose.families.includes(line.family)) &&
        (purpose.endUses === undefined || purpose.endUses.includes(one.endUse)) &&
        (purpose.damage === undefined || (unit.damage !== null && purpose.damage.includes(unit.damage))) &&
        (units === null || units.has(unit.id)),
    });
  }
  return funds;
}

/** The funds that may pay a line, as a mask over them. */
export function payersOf(
  funds: readonly Fund[],
  candidate: Pick<Candidate, 'unit' | 'one'>,
  line: BillTemplate,
): number {
  let mask = 0;
  for (let f = 0; f < funds.length; f += 1) if (funds[f]!.pays(candidate, line)) mask |= 1 << f;
  return mask;
}

/** Adds the masks of the public lines of a candidate. */
export function addPayers(payers: Set<number>, funds: readonly Fund[], candidate: Candidate): void {
  for (const line of candidate.bill)
    if (line.payer === 'public') payers.add(payersOf(funds, candidate, line));
}

/**
 * Sets of funds of which the money that only they can pay must not exceed what they hold: with every such set met, the money can
 * be shared out (Gale 1957). One set for each union of the sets of funds that some line may be paid from.
 *
 * @param eligible for each kind of line the places of the funds that may pay it
 * @returns bit masks over the funds, the whole first
 */
export function bindingSets(eligible: Iterable<number>, all: number): readonly number[] {
  const unions = new Set<number>();
  for (const mask of new Set(eligible)) {
    if (mask === 0) continue;
    for (const known of [...unions]) unions.add(known | mask);
    unions.add(mask);
  }
  unions.delete(all);
  return [all, ...[...unions].sort((a, b) => a - b)];
}
