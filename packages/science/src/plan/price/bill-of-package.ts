import { AftermineError } from '../../base/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { CostItem, EndUse, Library, LowLikelyHigh, Measure, Quantity } from '../library/index.ts';
import type { Mend } from '../packages/mend.ts';
import type { PackageTask } from '../schedule/schedule-package.ts';
import { quantityOf } from './quantity.ts';
import { type StagedMeasure, stagesOf } from './staged-measure.ts';

/** One line of the bill of a package, before a start year and prices are chosen. */
export interface BillTemplate {
  readonly measure: string;
  readonly item: CostItem;
  readonly quantity: number;
  /** Years after the start year. */
  readonly offset: number;
  readonly kind: 'works' | 'upkeep' | 'capital' | 'haul';
  readonly payer: 'public' | 'concession';
  readonly family: Measure['family'] | 'end-use';
}

export interface BillSettings {
  readonly benchHeightM: number;
  readonly haulKm: number;
}

/** Cost items of a library by id, and hauling as one of them. */
export interface PriceBook {
  readonly library: Library;
  readonly items: ReadonlyMap<string, CostItem>;
  readonly haul: CostItem;
}

/** Cost item of hauling: priced by the cost file, not by a line of its items. */
export const HAUL_ITEM = 'haul';
/**
 * Cost item of what surrounds the works: survey and design, tendering, supervision, management, acceptance, contingencies. Its unit cost is
 * a share of the works; a cost file without it prices works alone.
 */
export const INDIRECT_ITEM = 'indirect';

/**
 * Bill of quantities of a package on a unit, see `UnitBills`.
 *
 * @throws NotFound `E-PLN-302` for a cost item that the cost file lacks
 */
export function billOfPackage(
  library: Library,
  unit: PlanUnit,
  endUse: EndUse,
  measures: readonly Measure[],
  mends: readonly Mend[],
  tasks: readonly PackageTask[],
  settings: BillSettings,
): readonly BillTemplate[] {
  const stages = stagesOf(measures, tasks);
  return new UnitBills(priceBook(library), unit, settings).bill(endUse, stages, mends, readyMonth(tasks));
}

/** Lines of a measure on a unit, and what they rest on beside it. */
interface MeasureLines {
  readonly land: EndUse['land'];
  readonly mends: readonly Mend[];
  readonly stage: StagedMeasure;
  readonly lines: readonly BillTemplate[];
}

/**
 * Bills of the packages of one unit: works of each measure in the year its task begins, upkeep in the years after it ends, haul of
 * topsoil, what surrounds the works as a share of their likely cost, and the capital of the end use when everything stands. Lines
 * of a measure that is alike in several packages are made once.
 */
export class UnitBills {
  readonly #book: PriceBook;
  readonly #unit: PlanUnit;
  readonly #settings: BillSettings;
  readonly #known = new Map<Measure, MeasureLines[]>();

  constructor(book: PriceBook, unit: PlanUnit, settings: BillSettings) {
    this.#book = book;
    this.#unit = unit;
    this.#settings = settings;
  }

  /**
   * @param readyMonth month in which the last task ends
   * @throws NotFound `E-PLN-302` for a cost item that the cost file lacks
   */
  bill(
    endUse: EndUse,
    stages: readonly StagedMeasure[],
    mends: readonly Mend[],
    readyMonth: number,
  ): readonly BillTemplate[] {
    const bill: BillTemplate[] = [];
    for (const stage of stages) for (const line of this.#linesOf(stage, endUse, mends)) bill.push(line);
    const ready = Math.floor(readyMonth / 12);
    for (const quantity of endUse.capital)
      bill.push({
        measure: endUse.id,
        item: this.#itemOf(quantity.item, endUse.id),
        quantity: this.#amount(quantity, endUse, mends),
        offset: ready,
        kind: 'capital',
        payer: endUse.payer,
        family: 'end-use',
      });
    return bill;
  }

  #linesOf(stage: StagedMeasure, endUse: EndUse, mends: readonly Mend[]): readonly BillTemplate[] {
    const { measure } = stage;
    let cases = this.#known.get(measure);
    if (cases === undefined) {
      cases = [];
      this.#known.set(measure, cases);
    }
    const own = mendsOf(measure, mends);
    for (const known of cases)
      if (
        known.stage.worksIn === stage.worksIn &&
        known.stage.upkeepFrom === stage.upkeepFrom &&
        isAlike(known.mends, own) &&
        (known.land === endUse.land || !isWatered(measure))
      )
        return known.lines;
    const lines = this.#newLines(stage, endUse, own);
    cases.push({ land: endUse.land, mends: own, stage, lines });
    return lines;
  }

  #newLines(
    { measure, worksIn, upkeepFrom }: StagedMeasure,
    endUse: EndUse,
    mends: readonly Mend[],
  ): readonly BillTemplate[] {
    const { library, items, haul } = this.#book;
    const { haulKm } = this.#settings;
    const { id, family } = measure;
    const lines: BillTemplate[] = [];
    const add = (item: CostItem, quantity: number, offset: number, kind: BillTemplate['kind']): void => {
      lines.push({ measure: id, item, quantity, offset, kind, payer: 'public', family });
    };
    let works = 0;
    const addWorks = (item: CostItem, quantity: number, kind: 'works' | 'haul'): void => {
      add(item, quantity, worksIn, kind);
      works += quantity * item.cost[1];
    };
    for (const quantity of measure.quantities) {
      const item = this.#itemOf(quantity.item, id);
      const needed = this.#amount(quantity, endUse, mends);
      if (needed <= 0) continue;
      addWorks(item, needed, 'works');
      const soil = needed * item.topsoilM3PerUnit;
      if (soil > 0 && haulKm > 0 && library.costs.haulPerM3Km > 0) addWorks(haul, soil * haulKm, 'haul');
    }
    const indirect = items.get(INDIRECT_ITEM);
    if (indirect !== undefined && works > 0) add(indirect, works, worksIn, 'works');
    if (measure.upkeep === undefined) return lines;
    for (let year = 0; year < measure.upkeep.years; year += 1)
      for (const quantity of measure.upkeep.quantities) {
        const needed = this.#amount(quantity, endUse, mends);
        if (needed > 0) add(this.#itemOf(quantity.item, id), needed, upkeepFrom + year, 'upkeep');
      }
    return lines;
  }

  #amount(quantity: Quantity, endUse: EndUse, mends: readonly Mend[]): number {
    return quantityOf(quantity, this.#unit, endUse, mends, this.#settings.benchHeightM);
  }

  #itemOf(id: string, where: string): CostItem {
    const { library, items } = this.#book;
    const item = items.get(id);
    if (item === undefined)
      throw new AftermineError('NotFound', 'E-PLN-302', { where, expected: library.costs.id, got: id });
    return item;
  }
}

/** What a measure brings about itself. */
function mendsOf({ id }: Measure, mends: readonly Mend[]): readonly Mend[] {
  for (const { measure } of mends) if (measure !== id) return mends.filter((mend) => mend.measure === id);
  return mends;
}

function isAlike(a: readonly Mend[], b: readonly Mend[]): boolean {
  if (a.length !== b.length) return false;
  for (const [i, { fact, from, to }] of a.entries())
    if (fact !== b[i]!.fact || from !== b[i]!.from || to !== b[i]!.to) return false;
  return true;
}

/** True where some quantity depends on the water that the land asks for. */
function isWatered({ quantities, upkeep }: Measure): boolean {
  return (
    quantities.some(({ per }) => per === 'water') ||
    upkeep?.quantities.some(({ per }) => per === 'water') === true
  );
}

/** Prices of a library. */
export function priceBook(library: Library): PriceBook {
  return {
    library,
    items: new Map(library.costs.items.map((item) => [item.id, item])),
    haul: haulItem(library),
  };
}

/** Month in which the last task ends; 0 without tasks. */
export function readyMonth(tasks: readonly PackageTask[]): number {
  let last = 0;
  for (const { endMonth } of tasks) last = Math.max(last, endMonth);
  return last;
}

/** Hauling as an item: m3 x km. */
export function haulItem({ costs }: Library): CostItem {
  const price = costs.haulPerM3Km;
  const spread: LowLikelyHigh = [0.7 * price, price, 1.5 * price];
  return {
    id: HAUL_ITEM,
    name: { en: 'Hauling soil', zh: '运土' },
    unit: 'm3 km',
    cost: [...spread],
    labour: 0.2,
    fuel: 0.4,
    material: 0,
    co2KgPerUnit: 0.12,
    topsoilM3PerUnit: 0,
    source: costs.source,
  };
}
