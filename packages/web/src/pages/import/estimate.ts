/** What one observation will read, as `observe --dry-run` prints it. */
export interface WouldObserve {
  readonly grid: {
    readonly width: number;
    readonly height: number;
    readonly pixelWidth: number;
    readonly crs: string;
  };
  readonly years: readonly { readonly year: number; readonly scenes: readonly string[] }[];
  readonly blocks: number;
}

/** Pixels of scenes per second on one ordinary core; slower discs and many bands take longer. */
const PIXEL_SCENES_PER_SECOND = 250_000;
/** Bytes per pixel and year over all layers that are written. */
const BYTES_PER_PIXEL_YEAR = 14;

/** Roughly what an observation costs: never exact, said before it begins. */
export function estimateRun({ grid, years }: WouldObserve): {
  readonly scenes: number;
  readonly seconds: number;
  readonly megabytes: number;
} {
  const pixels = grid.width * grid.height;
  const scenes = years.reduce((sum, year) => sum + year.scenes.length, 0);
  return {
    scenes,
    seconds: Math.max(5, (pixels * scenes) / PIXEL_SCENES_PER_SECOND),
    megabytes: Math.max(1, (pixels * years.length * BYTES_PER_PIXEL_YEAR) / 1e6),
  };
}
