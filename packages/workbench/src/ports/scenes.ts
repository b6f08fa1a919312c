import type { OwnScenes, Scene, SceneProblem, SensorFamily } from '@aftermine/science/observe';

export type { SceneProblem };

export interface FindScenesOptions {
  /** Folder that the patterns of `own` start from. */
  readonly projectDir: string;
  /** The user's own GeoTIFFs. */
  readonly own?: readonly OwnScenes[];
  /** Families wanted; all by default. Deliveries of the others are passed over in silence. */
  readonly sensors?: readonly SensorFamily[];
  /** Offset of Sentinel-2 reflectance for products of which nothing tells it (see `decideSentinel2Scaling`). */
  readonly sentinel2Offset?: number;
}

export interface FoundScenes {
  /** In order of time, then id. Paths are absolute. */
  readonly scenes: readonly Scene[];
  readonly problems: readonly SceneProblem[];
}

/** Finds satellite scenes among files. Reads names, metadata and raster headers; never the network. */
export interface Scenes {
  /**
   * @param paths folders of deliveries, STAC files, or single files; absolute
   * @returns every usable scene, and what is to be said about the others; an unreadable scene never stops it
   * @throws InvalidInput `E-SCN-001` when both HLS and Landsat Collection 2 Level-2 scenes are found
   */
  find(paths: readonly string[], options: FindScenesOptions): Promise<FoundScenes>;
}
