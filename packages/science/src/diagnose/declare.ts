import type { Factor } from './types.ts';

/** One indicator of a unit, declared once: validation, tables, forms, legends and exports read it. */
export interface IndicatorDeclaration {
  readonly unit: string;
  readonly factor: Factor;
  readonly min: number;
  readonly max: number;
  /** Which way is better for recovery; `inside` = within a range that depends on the target land use. */
  readonly better: 'low' | 'high' | 'inside';
  /** Decimals shown. */
  readonly digits: number;
}

const declare = (
  unit: string,
  factor: Factor,
  [min, max]: readonly [number, number],
  better: IndicatorDeclaration['better'],
  digits: number,
): IndicatorDeclaration => ({ unit, factor, min, max, better, digits });

/** Every indicator the diagnosis knows of a unit. Labels are in the catalogue under `indicator.<id>`. */
export const INDICATORS = {
  'slope-mean': declare('°', 'slope', [0, 90], 'low', 1),
  'slope-p90': declare('°', 'slope', [0, 90], 'low', 1),
  'steep-share': declare('', 'slope', [0, 1], 'low', 2),
  relief: declare('m', 'slope', [0, 9000], 'low', 0),
  'stability-factor': declare('', 'stability', [0, 10], 'high', 2),
  erosion: declare('t/(ha a)', 'erosion', [0, 100_000], 'low', 1),
  'sediment-yield': declare('t/(ha a)', 'erosion', [0, 100_000], 'low', 1),
  'water-deficit': declare('m³/(ha a)', 'water', [0, 100_000], 'low', 0),
  precipitation: declare('mm/a', 'water', [0, 20_000], 'high', 0),
  'water-yield': declare('mm/a', 'water', [0, 20_000], 'high', 0),
  'soil-depth': declare('cm', 'soil-depth', [0, 1000], 'high', 0),
  ph: declare('', 'soil-quality', [0, 14], 'inside', 1),
  'organic-matter': declare('g/kg', 'soil-quality', [0, 1000], 'high', 1),
  'soil-carbon': declare('t C/ha', 'soil-quality', [0, 2000], 'high', 1),
  'bulk-density': declare('g/cm³', 'soil-quality', [0, 3], 'low', 2),
  gravel: declare('%', 'soil-quality', [0, 100], 'low', 0),
  salinity: declare('dS/m', 'soil-quality', [0, 300], 'low', 1),
  'index-gap': declare('', 'vegetation', [-1, 1], 'high', 3),
  'years-since-reclaimed': declare('a', 'planting', [0, 200], 'high', 0),
  'growth-since-reclaimed': declare('/a', 'planting', [-1, 1], 'high', 4),
  'relapse-share': declare('', 'planting', [0, 1], 'low', 2),
} as const satisfies Record<string, IndicatorDeclaration>;

export type IndicatorId = keyof typeof INDICATORS;

export const INDICATOR_IDS = Object.keys(INDICATORS) as readonly IndicatorId[];
