import { isUnknown, type Unknown, unknown } from '@aftermine/science/base';
import {
  coverFactorCells,
  type DiagnoseSettings,
  erosivityFromMonths,
  erosivityFromYear,
  lsFactorCells,
  rusleCells,
  sedimentDelivery,
} from '@aftermine/science/diagnose';
import {
  type CellSize,
  drainage,
  type Elevation,
  flowAccumulation,
  flowSteps,
  type Grid,
  type SlopeAspect,
} from '@aftermine/science/raster';

/** What rain takes off the land and what of it arrives, t/(ha a). */
export interface SiteErosion {
  readonly erosion: Float32Array | Unknown;
  /** Soil loss times the share that reaches a stream or the edge of the terrain; no data on streams. */
  readonly sediment: Float32Array | Unknown;
}

const RADIANS = Math.PI / 180;

/**
 * Soil loss (RUSLE) and sediment that reaches a stream, from terrain, cover and rain; unknown where one is. Layers take the
 * place of layers no longer needed: fresh memory costs as much as the arithmetic in it.
 *
 * @param coverPercent becomes the cover factor
 */
export function erosionOfSite(
  grid: Grid,
  elevation: Elevation,
  cell: CellSize,
  { slopeDegrees, aspectDegrees }: SlopeAspect,
  coverPercent: Float32Array | Unknown,
  settings: DiagnoseSettings,
): SiteErosion {
  const erosivity = erosivityOf(settings);
  if (isUnknown(coverPercent)) return { erosion: coverPercent, sediment: coverPercent };
  if (isUnknown(erosivity)) return { erosion: erosivity, sediment: erosivity };
  const { width, height } = elevation;
  const marks = new Int32Array(width * height);
  const directions = drainage(elevation, cell, marks);
  const drained = flowAccumulation(directions, width, height, new Uint32Array(marks.buffer));
  const cellSizeMetres = Math.sqrt(grid.pixelWidth * grid.pixelHeight);
  const { erodibility, practice, streamHa } = settings.erosion;
  const streamCells = (streamHa * 10_000) / cellSizeMetres ** 2;
  const streams = Uint8Array.from(drained, (cells) => (cells >= streamCells ? 1 : 0));
  const lengthSteepness = lsFactorCells(
    slopeDegrees,
    aspectDegrees,
    drained,
    { cellSizeMetres, itselfCounted: true },
    new Float32Array(marks.buffer),
  );
  const cover = coverFactorCells(coverPercent, coverPercent);
  const erosion = rusleCells(
    { erosivity, erodibility, lengthSteepness, cover, practice },
    slopeDegrees.length,
    lengthSteepness,
  );
  const steps = flowSteps(width);
  const { ratio } = sedimentDelivery(
    Int32Array.from(directions, (code, i) => (steps[code] === 0 ? -1 : i + steps[code]!)),
    cover,
    slopeDegrees.map((slope) => Math.tan(slope * RADIANS)),
    { width, cellSizeMetres, streams },
  );
  const sediment = ratio;
  for (let i = 0; i < sediment.length; i += 1) sediment[i] = sediment[i]! * erosion[i]!;
  return { erosion, sediment };
}

function erosivityOf({ erosion, climate }: DiagnoseSettings): number | Unknown {
  if (erosion.erosivity !== undefined) return erosion.erosivity;
  if (climate === undefined) return unknown('no-erosivity');
  return climate.monthlyPrecipitationMm === undefined
    ? erosivityFromYear(climate.precipitationMm)
    : erosivityFromMonths(climate.monthlyPrecipitationMm);
}
