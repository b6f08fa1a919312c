import type { GeometryProblem, PolygonCheck } from './polygon-checks.ts';
import type { Feature } from './types.ts';

/** Checks of outlines against survey habits, and of features against each other and the boundary. */
export type FeatureCheck =
  | 'overlap'
  | 'overlap-not-checked'
  | 'duplicate-geometry'
  | 'duplicate-id'
  | 'outside-boundary'
  | 'partly-outside'
  | 'sliver'
  | 'sliver-part'
  | 'spike'
  | 'repeated-vertices';

/** Every check of site files by name; its words are in the catalogue under `check.<name>` and `check.<name>.hint`. */
export type SiteCheck = PolygonCheck | FeatureCheck;

/** What is wrong with one feature of a set, or between two. */
export interface FeatureProblem extends GeometryProblem {
  /** Place of the feature in the set, from 0. */
  readonly index: number;
  /** The second feature of a pair; null where the problem is one feature's own. */
  readonly other: number | null;
}

/** What the checks look at: any feature, with the id that its register goes by. */
export type CheckedFeature = Pick<Feature, 'id' | 'geometry'> & Partial<Pick<Feature, 'properties'>>;

/** What a person finds a feature by: its id, or its place in the file from 1. */
export function featureLabel(features: readonly CheckedFeature[], index: number): string {
  return features[index]?.id ?? `#${index + 1}`;
}

/** Limits of the checks, in metres and hectares on the ground whatever the CRS. */
export interface FeatureLimits {
  /** Overlaps, and parts outside the boundary, up to this area are drawing accuracy, square metres. */
  readonly overlapM2: number;
  /** The same for long borders: this times the perimeter of the feature, metres. */
  readonly overlapWidthM: number;
  /** From this share of the smaller feature on a person must say whose land an overlap is. */
  readonly overlapMustFixShare: number;
  /** Thinness 4 pi A / P^2 below which an outline is a sliver (a circle has 1, a strip of 1 : 100 has 0.03). */
  readonly sliverThinness: number;
  /** Only outlines smaller than this are slivers, hectares. */
  readonly sliverHa: number;
  /** A vertex with a sharper angle is a spike, degrees. */
  readonly spikeDegrees: number;
  /** Only spikes longer than this count, metres. */
  readonly spikeM: number;
  /** Vertices in a row that lie closer than this are one, metres. */
  readonly repeatM: number;
}

/**
 * What is meant when nobody says otherwise. One millimetre is the resolution of survey coordinates; one square
 * metre is the smallest area a register of parcels rounds to (0.01 mu = 6.7 m2); a sliver below 0.04 ha
 * (400 m2, the smallest parcel that 1 : 10 000 land surveys draw) is digitising, a larger one may be a road.
 */
export const FEATURE_LIMITS: FeatureLimits = {
  overlapM2: 1,
  overlapWidthM: 0.001,
  overlapMustFixShare: 0.05,
  sliverThinness: 0.03,
  sliverHa: 0.04,
  spikeDegrees: 1,
  spikeM: 0.1,
  repeatM: 0.001,
};
