import type { PackageOutcome } from '../result.ts';
import type { PlanSettings } from '../settings.ts';
import type { OutcomeContext } from '../value/option-outcome.ts';
import { AccountBook, Amounts, RowAmounts } from './accounts.ts';
import { CandidateUse, type UseRules } from './candidate-use.ts';
import type { Candidate } from './candidates.ts';
import { addPayers, bindingSets, type Fund, PUBLIC_FUND } from './funds.ts';
import type { ProgrammeRow } from './programme.ts';
import { staggeredSets } from './staggered-sets.ts';

/** Rows of a programme and what a candidate uses of them when it begins in a year. */
export interface Limits {
  readonly rows: readonly ProgrammeRow[];
  readonly carryOver: readonly (readonly string[])[];
  /** Accounts that candidates use, and the rows they count in. */
  readonly book: AccountBook;
  /** What a candidate uses by account. */
  of(candidate: Candidate): CandidateUse;
  /** What it uses by row. */
  use(candidate: Candidate, year: number, outcome: PackageOutcome): Readonly<Record<string, number>>;
  /** What a shared work uses when it is built in a year: money of any fund. */
  useOfWork(year: number, cost: number): Readonly<Record<string, number>>;
}

/** The rows that settings ask for, and what candidates use of them, see `limitsFor`. */
export function limitsOf(
  settings: PlanSettings,
  funds: readonly Fund[],
  years: readonly number[],
  candidates: readonly Candidate[],
  context: OutcomeContext,
): Limits {
  const payers = new Set<number>();
  for (const one of candidates) addPayers(payers, funds, one);
  return limitsFor(settings, funds, years, payers, context);
}

/**
 * The rows that settings ask for, and only those: money by set of funds and year, water, topsoil, crews, farmland, jobs, demand.
 *
 * @param payers masks over the funds that may pay some public line, see `addPayers`
 */
export function limitsFor(
  settings: PlanSettings,
  funds: readonly Fund[],
  years: readonly number[],
  payers: ReadonlySet<number>,
  context: OutcomeContext,
): Limits {
  const rows: ProgrammeRow[] = [];
  const carryOver: string[][] = [];
  const all = 2 ** funds.length - 1;
  const masks = new Set(payers);
  // Shared works may be paid from any fund.
  if (settings.works.length > 0) masks.add(all);
  const sets = funds.length === 0 ? [] : bindingSets(masks, all);
  const { currency } = context.library.costs;
  for (const set of sets) {
    const members = funds.filter((_, i) => (set & (1 << i)) !== 0);
    const label = labelOf(set, funds);
    for (const year of years)
      rows.push({
        id: `${label}:${year}`,
        sense: '<=',
        limit: members.reduce((sum, { amounts }) => sum + (amounts.get(year) ?? 0), 0),
        name:
          set === all
            ? { en: `Public money ${year}`, zh: `${year} 年财政资金` }
            : {
                en: `${members.map((one) => nameOf(one).en).join(' + ')} ${year}`,
                zh: `${year} 年${members.map((one) => nameOf(one).zh).join('、')}`,
              },
        measure: currency,
      });
    if (settings.carryOver && years.length > 1) carryOver.push(years.map((year) => `${label}:${year}`));
  }
  const staggered =
    settings.carryOver && funds.length > 1
      ? staggeredSets(
          masks,
          funds.map(({ amounts }) => years.map((year) => amounts.get(year) ?? 0)),
        ).map((until) => ({
          until,
          id: `funds-${funds
            .flatMap(({ id }, f) => (until[f]! < 0 ? [] : [`${id}@${years[until[f]!]!}`]))
            .join('+')}`,
        }))
      : [];
  for (const { until, id } of staggered) {
    const parts = funds.flatMap((fund, f) => {
      const last = years[until[f]!];
      return last === undefined ? [] : [{ name: nameOf(fund), last }];
    });
    rows.push({
      id,
      sense: '<=',
      limit: funds.reduce(
        (sum, { amounts }, f) =>
          years.reduce((total, year, t) => (t <= until[f]! ? total + (amounts.get(year) ?? 0) : total), sum),
        0,
      ),
      name: {
        en: parts.map(({ name, last }) => `${name.en} up to ${last}`).join(' + '),
        zh: parts.map(({ name, last }) => `${last} 年及以前${name.zh}`).join('、'),
      },
      measure: currency,
    });
  }
  for (const { id, m3PerYear } of settings.water)
    for (const year of years)
      rows.push({
        id: `water:${id}:${year}`,
        sense: '<=',
        limit: m3PerYear,
        name: { en: `Water of ${id} ${year}`, zh: `${year} 年${id}可供水量` },
        measure: 'm3',
      });
  if (settings.topsoil !== undefined)
    rows.push({
      id: 'topsoil',
      sense: '<=',
      limit: settings.topsoil.stockM3,
      name: { en: 'Topsoil stock', zh: '表土储量' },
      measure: 'm3',
    });
  if (settings.crewsHaPerYear !== undefined)
    for (const year of years)
      rows.push({
        id: `crews:${year}`,
        sense: '<=',
        limit: settings.crewsHaPerYear,
        name: { en: `Land taken in hand ${year}`, zh: `${year} 年开工面积` },
        measure: 'ha',
      });
  if (settings.farmlandFloorHa !== undefined)
    rows.push({
      id: 'farmland',
      sense: '>=',
      limit: settings.farmlandFloorHa,
      name: { en: 'Farmland restored', zh: '复垦耕地面积' },
      measure: 'ha',
    });
  for (const [id, { village, year, personYears }] of jobsFloors(settings, years))
    rows.push({
      id,
      sense: '>=',
      limit: personYears,
      name: {
        en: `Local work ${village ?? ''} ${year}`.replace('  ', ' '),
        zh: `${year} 年${village ?? ''}当地用工`,
      },
      measure: 'person-years',
    });
  for (const [id, limit] of Object.entries(settings.demand)) {
    const use = context.library.endUses.find((one) => one.id === id);
    if (use !== undefined && limit > 0)
      rows.push({
        id: `demand:${id}`,
        sense: '<=',
        limit,
        name: { en: `Demand for ${use.name.en}`, zh: `${use.name.zh}需求面积` },
        measure: 'ha',
      });
  }
  const at = new Map(rows.map(({ id }, r) => [id, r]));
  const byYear = (name: string): readonly (number | undefined)[] =>
    years.map((year) => at.get(`${name}:${year}`));
  const rules: UseRules = {
    funds,
    years,
    context,
    book: new AccountBook(),
    rows: {
      water: settings.water.map(({ id, units }) => ({
        units: units === undefined ? null : new Set(units),
        byYear: byYear(`water:${id}`),
      })),
      topsoil: at.get('topsoil'),
      crews: byYear('crews'),
      farmland: at.get('farmland'),
      jobs: [...new Set(settings.jobsFloor.map(({ village }) => village))].map((village) => ({
        village: village ?? null,
        byYear: byYear(`jobs:${village ?? 'all'}`),
      })),
      demand: new Map(Object.keys(settings.demand).map((id) => [id, at.get(`demand:${id}`)])),
      money: (mask, t) => [
        ...sets.flatMap((set) => ((mask & ~set) === 0 ? rowsAt(`${labelOf(set, funds)}:${years[t]!}`) : [])),
        ...staggered.flatMap(({ until, id }) => (isWithin(mask, until, t) ? rowsAt(id) : [])),
      ],
    },
  };
  function rowsAt(id: string): readonly number[] {
    const row = at.get(id);
    return row === undefined ? [] : [row];
  }
  const ids = rows.map(({ id }) => id);
  const [amounts, byRow] = [new Amounts(), new RowAmounts(rows.length)];
  return {
    rows,
    carryOver,
    book: rules.book,
    of: (candidate) => new CandidateUse(candidate, rules),
    use(candidate, year, outcome) {
      amounts.clear();
      byRow.clear();
      new CandidateUse(candidate, rules).at(year, outcome, amounts);
      byRow.addAll(amounts, rules.book.rows);
      return byRow.record(ids);
    },
    useOfWork(year, cost) {
      if (funds.length === 0) return {};
      const use: Record<string, number> = { [`budget:${year}`]: cost };
      for (const { until, id } of staggered) if (isWithin(all, until, year - years[0]!)) use[id] = cost;
      return use;
    },
  };
}

/** Funds of the settings are named there; the budget is not. */
function nameOf({ id, name }: Fund): { readonly en: string; readonly zh: string } {
  return id === PUBLIC_FUND ? { en: 'Public budget', zh: '财政预算' } : { en: name, zh: name };
}

/** Name of the rows of a set of funds. */
function labelOf(set: number, funds: readonly Fund[]): string {
  if (set === 2 ** funds.length - 1) return 'budget';
  const members = funds.filter((_, i) => (set & (1 << i)) !== 0);
  return `funds-${members.map(({ id }) => id).join('+')}`;
}

/** True where every fund that may pay a line counts up to the year of the line, or later. */
function isWithin(mask: number, until: readonly number[], at: number): boolean {
  return until.every((last, f) => (mask & (1 << f)) === 0 || last >= at);
}

/** Floors of local work by row: of several for one village and year the highest. */
function jobsFloors(
  { jobsFloor }: PlanSettings,
  years: readonly number[],
): ReadonlyMap<
  string,
  { readonly village: string | undefined; readonly year: number; readonly personYears: number }
> {
  const floors = new Map<string, { village: string | undefined; year: number; personYears: number }>();
  for (const { village, personYears, years: of } of jobsFloor)
    for (const year of of ?? years) {
      const id = `jobs:${village ?? 'all'}:${year}`;
      const known = floors.get(id);
      if (known === undefined || known.personYears < personYears)
        floors.set(id, { village, year, personYears });
    }
  return floors;
}
