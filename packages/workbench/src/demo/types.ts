import type { DamageClass, TargetLand } from '@aftermine/science/site';

/** What the demonstration mine is made from. Same options, same bytes. */
export interface DemoOptions {
  /** Seed of everything that is drawn; 3 by default. */
  readonly seed?: number;
  /** Side of the square landscape in pixels of 30 m; 192 by default, at least 48. */
  readonly size?: number;
  /** First and last year with imagery; 1990-2024 by default. Years outside 1984-2034 have no sensor. */
  readonly years?: { readonly from: number; readonly to: number };
  /** Looks per growing season; 4 by default. */
  readonly looksPerYear?: number;
}

export type ResolvedDemoOptions = Required<DemoOptions>;

/** A position in the landscape: 0..1 of its side, x to the east, y to the SOUTH. */
export type PlanPosition = readonly [x: number, y: number];

/** A name in both languages. */
export interface BothNames {
  readonly en: string;
  readonly zh: string;
}

/** What lies bare on a unit once its plants are gone. */
export type BareGround = 'overburden' | 'slurry' | 'built' | 'gravel';

/** Works that sweep over an area: where `along` is 0 they come at `from`, where it is 1 at `to` (decimal years). */
export interface Sweep {
  readonly from: number;
  readonly to: number;
}

/** How plants come back: cover(t) = ceiling * (1 - exp(-rate * (t - start))). */
export interface Regrowth {
  readonly start: Sweep;
  /** Share of the ground that plants cover in the end, 0..1. */
  readonly ceiling: number;
  /** Per year. */
  readonly rate: number;
  /** Share of shrubs among the plants, 0..1. */
  readonly shrubs: number;
  /** True when nobody planted anything. */
  readonly spontaneous: boolean;
  /** Plants die back to `remaining` of their cover from `from` over `years`. */
  readonly relapse?: { readonly from: number; readonly years: number; readonly remaining: number };
}

/** What lies on a unit once it is shaped, as samples would find it. */
export interface SoilPlan {
  readonly depthCm: number;
  readonly ph: number;
  /** Soil organic matter, g/kg. */
  readonly organicMatter: number;
  readonly bulkDensity: number;
  readonly gravelPercent: number;
  /** Electrical conductivity, dS/m. */
  readonly salinity: number;
  /** mg/kg. */
  readonly cadmium: number;
  readonly lead: number;
}

/** What holds the recovery of a unit back; a diagnosis must find these and no others. */
export type PlantedCause = 'slope' | 'contamination' | 'water' | 'soil-depth' | 'planting';

/** The story of one unit of the mine. */
export interface UnitPlan {
  readonly id: string;
  readonly name: BothNames;
  readonly damage: DamageClass;
  readonly outline: readonly PlanPosition[];
  /** `natural` outlines are roughened; `drawn` ones stay, because they meet a neighbour or were built straight. */
  readonly edges: 'natural' | 'drawn';
  readonly cleared: Sweep;
  /** Direction in which works advance; need not have length 1. */
  readonly advance: PlanPosition;
  readonly ground: BareGround;
  /** Height of the finished works above the old surface, metres; negative for a pit. */
  readonly reliefM: number;
  /** When a pit is filled again. */
  readonly filled?: Sweep;
  readonly regrowth?: Regrowth;
  /** Part of the unit that is open water from `from` on. */
  readonly pond?: { readonly centre: PlanPosition; readonly radius: number; readonly from: number };
  /** Steepness of walls and sides, metres of height per metre; 0.26 by default. */
  readonly wallSlope?: number;
  /** What the land is meant for. */
  readonly target?: TargetLand;
  /** Water that can be brought, m3/(ha a). */
  readonly waterM3HaYr?: number;
  /** Where it differs from the soil of the steppe; null = no soil was laid and nobody samples. */
  readonly soil?: Partial<SoilPlan> | null;
  readonly causes?: readonly PlantedCause[];
  /** False for damage that no list of units names. */
  readonly registered: boolean;
}
