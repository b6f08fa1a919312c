import type { ObservationPlan, ObserveSettings, Scene } from '@aftermine/science/observe';
import type { MultiPolygon } from '@aftermine/science/site';

/** A polygon whose pixels are summed up: the boundary, a unit or a reference area, in the CRS of the grid. */
export interface PlannedZone {
  readonly kind: 'boundary' | 'unit' | 'reference';
  readonly id: string;
  readonly geometry: MultiPolygon;
}

/** Everything a worker needs to know of a run, written once to `.aftermine/plans` and read by each worker. */
export interface RunPlan {
  readonly plan: ObservationPlan;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly zones: readonly PlannedZone[];
  readonly settings: ObserveSettings;
  /** Leaves a scene out of a block when its pixels cannot be decoded there, instead of stopping. */
  readonly keepGoing: boolean;
}
