import type { TargetLand } from '../site/index.ts';

/** Elements of GB 15618-2018; total contents. */
export const FARM_ELEMENTS = ['Cd', 'Hg', 'As', 'Pb', 'Cr', 'Cu', 'Ni', 'Zn'] as const;
/** Metals of GB 36600-2018; it limits chromium(VI), not chromium, and has no limit for zinc. */
export const CONSTRUCTION_ELEMENTS = ['As', 'Cd', 'CrVI', 'Cu', 'Pb', 'Hg', 'Ni'] as const;

export type FarmElement = (typeof FARM_ELEMENTS)[number];
export type ConstructionElement = (typeof CONSTRUCTION_ELEMENTS)[number];
export type SoilElement = FarmElement | ConstructionElement;

/** Lands the two standards tell apart; labels in the catalogue under `soil-land.*`. */
export type FarmLand = 'paddy' | 'orchard' | 'other-farmland';
export type ConstructionLand = 'construction-1' | 'construction-2';
export type SoilLand = FarmLand | ConstructionLand;

/** Upper ends of the pH bins of GB 15618-2018: <= 5.5, 5.5-6.5, 6.5-7.5, > 7.5; an end belongs to the bin below. */
export const PH_BIN_ENDS = [5.5, 6.5, 7.5] as const;

type ByPh = readonly [number, number, number, number];

/** Where a table of limits comes from, and whether it was read in the official text or in copies that agree. */
export interface LimitSource {
  readonly standard: 'GB 15618-2018' | 'GB 36600-2018';
  readonly source: string;
  readonly verified: boolean;
}

export const FARM_SOURCE: LimitSource = {
  standard: 'GB 15618-2018',
  source: 'GB 15618-2018, tables 1 and 3; two transcripts that agree, mg/kg',
  verified: true,
};

export const CONSTRUCTION_SOURCE: LimitSource = {
  standard: 'GB 36600-2018',
  source: 'GB 36600-2018, table 1 (metals); a transcript, mg/kg',
  verified: true,
};

/** Screening values of GB 15618-2018 by pH bin, mg/kg; `special` is paddy, for copper orchard. */
export const FARM_SCREENING: Readonly<Record<FarmElement, { readonly special: ByPh; readonly other: ByPh }>> =
  {
    Cd: { special: [0.3, 0.4, 0.6, 0.8], other: [0.3, 0.3, 0.3, 0.6] },
    Hg: { special: [0.5, 0.5, 0.6, 1.0], other: [1.3, 1.8, 2.4, 3.4] },
    As: { special: [30, 30, 25, 20], other: [40, 40, 30, 25] },
    Pb: { special: [80, 100, 140, 240], other: [70, 90, 120, 170] },
    Cr: { special: [250, 250, 300, 350], other: [150, 150, 200, 250] },
    Cu: { special: [150, 150, 200, 200], other: [50, 50, 100, 100] },
    Ni: { special: [60, 70, 100, 190], other: [60, 70, 100, 190] },
    Zn: { special: [200, 200, 250, 300], other: [200, 200, 250, 300] },
  };

/** Intervention values of GB 15618-2018 by pH bin, mg/kg, one for all lands; copper, nickel and zinc have none. */
export const FARM_INTERVENTION: Readonly<Partial<Record<FarmElement, ByPh>>> = {
  Cd: [1.5, 2, 3, 4],
  Hg: [2, 2.5, 4, 6],
  As: [200, 150, 120, 100],
  Pb: [400, 500, 700, 1000],
  Cr: [800, 850, 1000, 1300],
};

/** GB 36600-2018, mg/kg: screening and intervention values for lands of class 1 and class 2. */
export const CONSTRUCTION_LIMITS: Readonly<
  Record<
    ConstructionElement,
    { readonly screening: readonly [number, number]; readonly intervention: readonly [number, number] }
  >
> = {
  As: { screening: [20, 60], intervention: [120, 140] },
  Cd: { screening: [20, 65], intervention: [47, 172] },
  CrVI: { screening: [3.0, 5.7], intervention: [30, 78] },
  Cu: { screening: [2000, 18_000], intervention: [8000, 36_000] },
  Pb: { screening: [400, 800], intervention: [800, 2500] },
  Hg: { screening: [8, 38], intervention: [33, 82] },
  Ni: { screening: [150, 900], intervention: [600, 2000] },
};

/** The two limits of one element on one land, mg/kg; `intervention` null where the standard has none. */
export interface SoilLimit {
  readonly screening: number;
  readonly intervention: number | null;
}

/** True for lands of GB 36600-2018. */
export function isConstruction(land: SoilLand): land is ConstructionLand {
  return land === 'construction-1' || land === 'construction-2';
}

/** The standard that speaks of a land. */
export function limitSourceOf(land: SoilLand): LimitSource {
  return isConstruction(land) ? CONSTRUCTION_SOURCE : FARM_SOURCE;
}

/** Elements a land must be sampled for before it can pass. */
export function requiredElements(land: SoilLand): readonly SoilElement[] {
  return isConstruction(land) ? CONSTRUCTION_ELEMENTS : FARM_ELEMENTS;
}

/**
 * Screening and intervention value of an element on a land.
 *
 * The column of paddy also names orchards, for copper alone: GB 15618 parts paddy from the rest for Cd, Hg, As, Pb and
 * Cr, and orchards from the rest for Cu; Ni and Zn are the same on all.
 *
 * @param ph of the soil; null where it is unknown. Lands of GB 36600 do not ask for it
 * @returns one limit, or one for each pH bin where pH is unknown; empty where the standard does not limit the element
 * @source GB 15618-2018, GB 36600-2018
 */
export function soilLimits(element: SoilElement, land: SoilLand, ph: number | null): readonly SoilLimit[] {
  if (isConstruction(land)) {
    if (!isOneOf(CONSTRUCTION_ELEMENTS, element)) return [];
    const { screening, intervention } = CONSTRUCTION_LIMITS[element];
    const i = land === 'construction-1' ? 0 : 1;
    return [{ screening: screening[i], intervention: intervention[i] }];
  }
  if (!isOneOf(FARM_ELEMENTS, element)) return [];
  const special = land === (element === 'Cu' ? 'orchard' : 'paddy');
  const screening = FARM_SCREENING[element][special ? 'special' : 'other'];
  const intervention = FARM_INTERVENTION[element];
  const bins = ph === null ? [0, 1, 2, 3] : [phBin(ph)];
  return bins.map((bin) => ({ screening: screening[bin]!, intervention: intervention?.[bin] ?? null }));
}

/** Index of the pH bin, 0..3. */
export function phBin(ph: number): number {
  return PH_BIN_ENDS.filter((end) => ph > end).length;
}

/**
 * Lands whose limits a target may fall under; several where the target does not say which, none where neither standard
 * speaks of it. Forest, shrubland and grassland are judged as farmland that is neither paddy nor orchard: GB 15618
 * covers pasture, and nothing milder is in force for forest.
 */
export function soilLandsOf(target: TargetLand): readonly SoilLand[] {
  switch (target) {
    case 'orchard':
      return ['orchard'];
    case 'construction':
      return ['construction-1', 'construction-2'];
    case 'water':
      return [];
    default:
      return ['other-farmland'];
  }
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
