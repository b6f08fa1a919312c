/** What was sampled: soil, water, or a plot of vegetation (样方). */
export type SampleKind = 'soil' | 'water' | 'plot';

export const SAMPLE_KINDS: readonly SampleKind[] = ['soil', 'water', 'plot'];

/** One analyte, declared once: parsing, tables, forms and exports read it. Labels are `analyte.<id>` in the catalogue. */
export interface AnalyteDeclaration {
  /** The unit values are kept in; empty for pH and counts. */
  readonly unit: string;
  /** Least and greatest possible value in `unit`; beyond them a value is a slip of pen or unit. */
  readonly min: number;
  readonly max: number;
  /** Decimals shown. */
  readonly digits: number;
  /** Factor to `unit` of every unit accepted, by its spelling of `unitSpelling`. */
  readonly accepted: Readonly<Record<string, number>>;
  /** Whether a plain 0 stands for a reading that nobody made: laboratories report the limit of detection instead. */
  readonly zeroIsNoReading: boolean;
}

type Units = AnalyteDeclaration['accepted'];

const TRACE: Units = {
  'mg/kg': 1,
  ppm: 1,
  'ug/g': 1,
  'ug/kg': 0.001,
  ppb: 0.001,
  'ng/g': 0.001,
  'g/kg': 1000,
  '%': 10_000,
};
const CONTENT: Units = { 'g/kg': 1, 'mg/g': 1, '%': 10, 'g/100g': 10, 'mg/kg': 0.001 };
const PLANT_FOOD: Units = { 'mg/kg': 1, ppm: 1, 'mg/100g': 10, 'g/kg': 1000 };
const IN_WATER: Units = { 'mg/l': 1, ppm: 1, 'ug/l': 0.001, ppb: 0.001, 'g/l': 1000 };
const SHARE: Units = { '%': 1 };
const TEXTURE: Units = { '%': 1, 'g/kg': 0.1 };
const CONDUCTIVITY: Units = { 'ds/m': 1, 'ms/cm': 1, 'ms/m': 0.01, 'us/cm': 0.001 };
const LENGTH_CM: Units = { cm: 1, m: 100, mm: 0.1 };
const NO_UNIT: Units = { '': 1, n: 1 };

const declare = (
  unit: string,
  [min, max]: readonly [number, number],
  digits: number,
  accepted: Units,
  zeroIsNoReading = false,
): AnalyteDeclaration => ({ unit, min, max, digits, accepted, zeroIsNoReading });

/** A tenth of the soil by mass is beyond every ore dump's fine earth. */
const trace = (digits: number, max = 100_000): AnalyteDeclaration =>
  declare('mg/kg', [0, max], digits, TRACE, true);
const dissolved = (digits: number, max = 10_000): AnalyteDeclaration =>
  declare('mg/L', [0, max], digits, IN_WATER, true);

const SOIL = {
  Cd: trace(3, 10_000),
  Hg: trace(3, 10_000),
  As: trace(2),
  Pb: trace(1),
  Cr: trace(1),
  CrVI: trace(2),
  Cu: trace(1),
  Ni: trace(1),
  Zn: trace(1),
  pH: declare('', [0, 14], 2, { ...NO_UNIT, ph: 1 }),
  soc: declare('g/kg', [0, 600], 2, CONTENT),
  som: declare('g/kg', [0, 1000], 2, CONTENT),
  totalN: declare('g/kg', [0, 100], 3, CONTENT),
  availableP: declare('mg/kg', [0, 5_000], 1, PLANT_FOOD),
  availableK: declare('mg/kg', [0, 20_000], 1, PLANT_FOOD),
  bulkDensity: declare('g/cm³', [0.05, 3], 2, {
    'g/cm3': 1,
    'g/ml': 1,
    'mg/m3': 1,
    't/m3': 1,
    'kg/m3': 0.001,
    'kg/dm3': 1,
  }),
  gravel: declare('%', [0, 100], 1, SHARE),
  soilDepth: declare('cm', [0, 1_000], 0, LENGTH_CM),
  ec: declare('dS/m', [0, 300], 3, CONDUCTIVITY),
  salinity: declare('g/kg', [0, 1_000], 2, CONTENT),
  clay: declare('%', [0, 100], 1, TEXTURE),
  silt: declare('%', [0, 100], 1, TEXTURE),
  sand: declare('%', [0, 100], 1, TEXTURE),
} as const;

const WATER = {
  Cd: dissolved(4),
  Hg: dissolved(5),
  As: dissolved(4),
  Pb: dissolved(4),
  Cr: dissolved(4),
  CrVI: dissolved(4),
  Cu: dissolved(4),
  Ni: dissolved(4),
  Zn: dissolved(4),
  Fe: dissolved(3),
  Mn: dissolved(3),
  sulfate: declare('mg/L', [0, 300_000], 1, IN_WATER, true),
  fluoride: dissolved(2),
  ammoniaN: dissolved(3),
  cod: declare('mg/L', [0, 200_000], 1, IN_WATER, true),
  suspendedSolids: declare('mg/L', [0, 1_000_000], 0, IN_WATER),
  pH: declare('', [-1, 14], 2, { ...NO_UNIT, ph: 1 }),
  ec: declare('dS/m', [0, 300], 3, CONDUCTIVITY),
} as const;

const PLOT = {
  cover: declare('%', [0, 100], 0, SHARE),
  litterCover: declare('%', [0, 100], 0, SHARE),
  survival: declare('%', [0, 100], 0, SHARE),
  speciesCount: declare('', [0, 500], 0, NO_UNIT),
  plantHeight: declare('cm', [0, 12_000], 0, LENGTH_CM),
  stemDensity: declare('1/ha', [0, 10_000_000], 0, {
    'n/ha': 1,
    '/ha': 1,
    'n/mu': 15,
    '/mu': 15,
    'n/m2': 10_000,
    '/m2': 10_000,
  }),
} as const;

/** Every analyte of every kind of sample. One id may be of several kinds, in units of their own: Cd in mg/kg and mg/L. */
export const ANALYTES: {
  readonly soil: Readonly<Record<keyof typeof SOIL, AnalyteDeclaration>>;
  readonly water: Readonly<Record<keyof typeof WATER, AnalyteDeclaration>>;
  readonly plot: Readonly<Record<keyof typeof PLOT, AnalyteDeclaration>>;
} = { soil: SOIL, water: WATER, plot: PLOT };

export type AnalyteId = keyof typeof SOIL | keyof typeof WATER | keyof typeof PLOT;

export const ANALYTE_IDS = [
  ...new Set([...Object.keys(SOIL), ...Object.keys(WATER), ...Object.keys(PLOT)]),
] as readonly AnalyteId[];

/** The declaration of an analyte for one kind of sample; null where the kind has no such analyte. */
export function analyteFor(kind: SampleKind, id: AnalyteId): AnalyteDeclaration | null {
  return (ANALYTES[kind] as Readonly<Partial<Record<AnalyteId, AnalyteDeclaration>>>)[id] ?? null;
}
