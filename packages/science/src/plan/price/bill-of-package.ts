import { AftermineError } from '../../base/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { CostItem, EndUse, Library, LowLikelyHigh, Measure, Quantity } from '../library/index.ts';
import type { Mend } from '../packages/mend.ts';
import type { PackageTask } from '../schedule/schedule-package.ts';
import { quantityOf } from './quantity.ts';

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

/** Cost item of hauling: priced by the cost file, not by a line of its items. */
export const HAUL_ITEM = 'haul';
/**
 * Cost item of what surrounds the works: survey and design, tendering, supervision, management, acceptance, contingencies. Its unit cost is
 * a share of the works; a cost file without it prices works alone.
 */
export const INDIRECT_ITEM = 'indirect';

/**
 * Bill of quantities of a package on a unit: works of each measure in the year its task begins, upkeep in the years after it
 * ends, haul of topsoil, what surrounds the works as a share of their likely cost, and the capital of the end use when everything stands.
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
  const lines: BillTemplate[] = [];
  const items = new Map(library.costs.items.map((item) => [item.id, item]));
  const itemOf = (id: string, where: string): CostItem => {
    const item = items.get(id);
    if (item === undefined)
      throw new AftermineError('NotFound', 'E-PLN-302', { where, expected: library.costs.id, got: id });
    return item;
  };
  const amount = (quantity: Quantity, own: readonly Mend[]): number =>
    quantityOf(quantity, unit, endUse, own, settings.benchHeightM);
  for (const measure of measures) {
    const own = mends.filter((mend) => mend.measure === measure.id);
    const task = tasks.find((one) => one.measure === measure.id)!;
    const offset = Math.floor(task.startMonth / 12);
    const { id, family } = measure;
    const before = lines.length;
    for (const quantity of measure.quantities) {
      const item = itemOf(quantity.item, measure.id);
      const needed = amount(quantity, own);
      if (needed <= 0) continue;
      lines.push({ measure: id, item, quantity: needed, offset, kind: 'works', payer: 'public', family });
      const soil = needed * item.topsoilM3PerUnit;
      if (soil > 0 && settings.haulKm > 0 && library.costs.haulPerM3Km > 0)
        lines.push({
          measure: id,
          item: haulItem(library),
          quantity: soil * settings.haulKm,
          offset,
          kind: 'haul',
          payer: 'public',
          family,
        });
    }
    const indirect = items.get(INDIRECT_ITEM);
    const works = lines.slice(before).reduce((sum, line) => sum + line.quantity * line.item.cost[1], 0);
    if (indirect !== undefined && works > 0)
      lines.push({
        measure: id,
        item: indirect,
        quantity: works,
        offset,
        kind: 'works',
        payer: 'public',
        family,
      });
    if (measure.upkeep === undefined) continue;
    // A task that ends with December leaves the next year to upkeep.
    const first = Math.ceil(task.endMonth / 12);
    for (let year = 0; year < measure.upkeep.years; year += 1)
      for (const quantity of measure.upkeep.quantities) {
        const needed = amount(quantity, own);
        if (needed > 0)
          lines.push({
            measure: measure.id,
            item: itemOf(quantity.item, measure.id),
            quantity: needed,
            offset: first + year,
            kind: 'upkeep',
            payer: 'public',
            family: measure.family,
          });
      }
  }
  const ready = Math.floor(readyMonth(tasks) / 12);
  for (const quantity of endUse.capital)
    lines.push({
      measure: endUse.id,
      item: itemOf(quantity.item, endUse.id),
      quantity: amount(quantity, mends),
      offset: ready,
      kind: 'capital',
      payer: endUse.payer,
      family: 'end-use',
    });
  return lines;
}

/** Month in which the last task ends; 0 without tasks. */
export function readyMonth(tasks: readonly PackageTask[]): number {
  return Math.max(0, ...tasks.map(({ endMonth }) => endMonth));
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
