import { type BillTemplate, readyMonth } from '../price/bill-of-package.ts';
import type { PackageOutcome } from '../result.ts';
import type { PlanSettings } from '../settings.ts';
import { irrigation, type OutcomeContext } from '../value/option-outcome.ts';
import type { Candidate } from './candidates.ts';
import { bindingSets, type Fund } from './funds.ts';
import type { ProgrammeRow } from './programme.ts';

/** Rows of a programme and what a candidate uses of them when it begins in a year. */
export interface Limits {
  readonly rows: readonly ProgrammeRow[];
  readonly carryOver: readonly (readonly string[])[];
  use(candidate: Candidate, year: number, outcome: PackageOutcome): Readonly<Record<string, number>>;
}

/** The rows that settings ask for, and only those: money by set of funds and year, water, topsoil, crews, farmland, jobs, demand. */
export function limitsOf(
  settings: PlanSettings,
  funds: readonly Fund[],
  years: readonly number[],
  candidates: readonly Candidate[],
  context: OutcomeContext,
): Limits {
  const rows: ProgrammeRow[] = [];
  const carryOver: string[][] = [];
  const all = 2 ** funds.length - 1;
  const payable = (candidate: Candidate, line: BillTemplate): number =>
    funds.reduce((mask, fund, i) => (fund.pays(candidate, line) ? mask | (1 << i) : mask), 0);
  const sets =
    funds.length === 0
      ? []
      : bindingSets(
          candidates.flatMap((one) =>
            one.bill.flatMap((line) => (line.payer === 'public' ? [payable(one, line)] : [])),
          ),
          all,
        );
  const { currency } = context.library.costs;
  for (const set of sets) {
    const members = funds.filter((_, i) => (set & (1 << i)) !== 0);
    const label = set === all ? 'budget' : `funds-${members.map(({ id }) => id).join('+')}`;
    for (const year of years)
      rows.push({
        id: `${label}:${year}`,
        sense: '<=',
        limit: members.reduce((sum, { amounts }) => sum + (amounts.get(year) ?? 0), 0),
        name:
          set === all
            ? { en: `Public money ${year}`, zh: `${year} 年财政资金` }
            : {
                en: `${members.map(({ name }) => name).join(' + ')} ${year}`,
                zh: `${year} 年${members.map(({ name }) => name).join('、')}`,
              },
        measure: currency,
      });
    if (settings.carryOver && years.length > 1) carryOver.push(years.map((year) => `${label}:${year}`));
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
  settings.jobsFloor.forEach(({ village, personYears, years: of }) => {
    for (const year of of ?? years)
      rows.push({
        id: `jobs:${village ?? 'all'}:${year}`,
        sense: '>=',
        limit: personYears,
        name: {
          en: `Local work ${village ?? ''} ${year}`.replace('  ', ' '),
          zh: `${year} 年${village ?? ''}当地用工`,
        },
        measure: 'person-years',
      });
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
  const last = years.at(-1)!;
  const known = new Set(rows.map(({ id }) => id));
  return {
    rows,
    carryOver,
    use(candidate, year, outcome) {
      const use: Record<string, number> = {};
      const add = (id: string, amount: number): void => {
        if (amount !== 0 && known.has(id)) use[id] = (use[id] ?? 0) + amount;
      };
      const { unit, one, bill, tasks } = candidate;
      const labour = new Map<number, number>();
      for (const line of bill) {
        const at = year + line.offset;
        const cost = line.quantity * context.costOf(line.item);
        labour.set(
          at,
          (labour.get(at) ?? 0) +
            ((cost * line.item.labour) / context.library.costs.personYear) * context.localShare,
        );
        if (line.payer !== 'public') continue;
        const mask = payable(candidate, line);
        for (const set of sets) {
          if ((mask & ~set) !== 0) continue;
          const label =
            set === all
              ? 'budget'
              : `funds-${funds
                  .filter((_, i) => (set & (1 << i)) !== 0)
                  .map(({ id }) => id)
                  .join('+')}`;
          // Upkeep after the programme is set aside in its last year.
          add(`${label}:${line.kind === 'upkeep' ? Math.min(at, last) : at}`, cost);
        }
      }
      const ready = year + Math.ceil(readyMonth(tasks) / 12);
      const establishing = one.establishing?.establishes?.water;
      for (const { id, units } of settings.water) {
        if (units !== undefined && !units.includes(unit.id)) continue;
        for (const at of years) {
          if (at >= ready) add(`water:${id}:${at}`, irrigation(unit, one));
          if (establishing !== undefined && at >= ready && at < ready + establishing.years)
            add(`water:${id}:${at}`, unit.areaHa * establishing.m3PerHaYear);
        }
      }
      add('topsoil', outcome.topsoilM3);
      add(`crews:${year}`, unit.areaHa);
      add('farmland', outcome.farmlandHa);
      for (const { village } of settings.jobsFloor) {
        if (village !== undefined && village !== unit.village) continue;
        for (const at of years) {
          const permanent = at >= ready ? outcome.permanentJobs : 0;
          add(`jobs:${village ?? 'all'}:${at}`, (labour.get(at) ?? 0) + permanent);
        }
      }
      add(`demand:${one.endUse}`, unit.areaHa);
      return use;
    },
  };
}
