import { AftermineError } from '../../base/index.ts';
import type { PlaceInLibrary } from './library-place.ts';
import {
  type CostFile,
  type CostItem,
  type CostOverride,
  costFileSchema,
  type LibrarySource,
  UNVERIFIED,
} from './library-schema.ts';

const PARTS = [
  'name',
  'unit',
  'cost',
  'labour',
  'co2KgPerUnit',
] as const satisfies readonly (keyof CostItem)[];
const HEADS = ['personYear', 'carbonPrice', 'gridFactor', 'haulPerM3Km'] as const;

/** Costs in force: those of the region with what a project replaces, and the documents the project names. */
export interface MergedCosts {
  readonly costs: CostFile;
  readonly sources: readonly LibrarySource[];
}

/**
 * Costs of a project over those of its region. An item of the region keeps what the project leaves unsaid, but not its source:
 * the figure is the project's now, and `unverified` unless the project names a document.
 *
 * @param known ids of the sources of the library; other words are taken as the name of a document
 * @throws InvalidInput `E-LIB-008` another currency or price year; `E-LIB-009` no reason; `E-LIB-012` a new item that is not
 * complete; `E-LIB-013` an item counted in another unit
 */
export function mergeCosts(
  region: CostFile,
  override: CostOverride,
  known: ReadonlySet<string>,
  place: PlaceInLibrary,
): MergedCosts {
  for (const key of ['currency', 'priceYear'] as const)
    if (override[key] !== region[key])
      throw new AftermineError('InvalidInput', 'E-LIB-008', {
        where: place('override', [key]),
        expected: `${region.currency} ${region.priceYear}`,
        got: `${override.currency} ${override.priceYear}`,
      });
  const items = new Map(region.items.map((item) => [item.id, item]));
  const documents = new Set<string>();
  const sourceOf = (words: string | undefined): string => {
    const named = words ?? override.source ?? UNVERIFIED;
    if (named !== UNVERIFIED && !known.has(named)) documents.add(named);
    return named;
  };
  override.items.forEach((own, index) => {
    const at = (key: string): string => place('override', ['items', index, key]);
    if ((own.reason ?? '').trim() === '')
      throw new AftermineError('InvalidInput', 'E-LIB-009', { where: at('id'), got: own.id });
    const regional = items.get(own.id);
    const missing = regional === undefined ? PARTS.find((key) => own[key] === undefined) : undefined;
    if (missing !== undefined)
      throw new AftermineError('InvalidInput', 'E-LIB-012', {
        where: at('id'),
        got: own.id,
        params: { key: missing },
      });
    if (regional !== undefined && own.unit !== undefined && own.unit !== regional.unit)
      throw new AftermineError('InvalidInput', 'E-LIB-013', {
        where: at('unit'),
        expected: regional.unit,
        got: own.unit,
        params: { item: own.id },
      });
    const told = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    const whole = { fuel: 0, material: 0, topsoilM3PerUnit: 0, ...regional, ...told };
    items.set(own.id, { ...(whole as CostItem), source: sourceOf(own.source) });
  });
  const heads = Object.fromEntries(
    HEADS.flatMap((key) => (override[key] === undefined ? [] : [[key, override[key]]])),
  );
  const costs = costFileSchema.parse({
    ...region,
    ...heads,
    id: `${region.id}-${override.id}`,
    region: override.region ?? region.region,
    headSources: {
      ...region.headSources,
      ...Object.fromEntries(Object.keys(heads).map((key) => [key, sourceOf(undefined)])),
    },
    items: [...items.values()],
  });
  return { costs, sources: [...documents].map((text) => ({ id: text, text, standing: 'read' as const })) };
}
