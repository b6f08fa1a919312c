import { AftermineError } from '@aftermine/science/base';
import { type Box, type Grid, geographicCellSize } from '@aftermine/science/raster';
import { boxOf, isGeographic, projectBox, type Site, transformer, utmFor } from '@aftermine/science/site';

/** Ground around the site that is read with it, metres: slopes need neighbours, runoff comes from above. */
const MARGIN_M = 500;
/** More cells than this do not fit the memory of a laptop beside everything else. */
export const MOST_TERRAIN_CELLS = 40_000_000;

/**
 * The grid terrain is worked out on: square-ish cells in metres around boundary, units and reference areas. A terrain model in
 * metres keeps its own pixels; one in degrees is laid onto the CRS of the site, or onto its UTM zone.
 *
 * @throws InvalidInput `E-DIA-301` for a site and a terrain model that make too many cells
 */
export function terrainGrid(site: Site, dem: Grid): Grid {
  const all = [
    site.boundary,
    ...site.units.map((u) => u.geometry),
    ...site.references.map((r) => r.geometry),
  ];
  const boxes = all.map((polygons) => boxOf(polygons));
  const siteBox: Box = [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
  const crs = isGeographic(dem.crs) ? metricCrs(site, siteBox) : dem.crs;
  const [west, south, east, north] = projectBox(siteBox, site.crs, crs);
  const [pixelWidth, pixelHeight] = isGeographic(dem.crs)
    ? metresOfDegrees(dem)
    : [dem.pixelWidth, dem.pixelHeight];
  const [anchorX, anchorY] = isGeographic(dem.crs) ? [0, 0] : [dem.originX, dem.originY];
  const firstCol = Math.floor((west - MARGIN_M - anchorX) / pixelWidth);
  const lastCol = Math.ceil((east + MARGIN_M - anchorX) / pixelWidth);
  const firstRow = Math.floor((anchorY - north - MARGIN_M) / pixelHeight);
  const lastRow = Math.ceil((anchorY - south + MARGIN_M) / pixelHeight);
  const [width, height] = [lastCol - firstCol, lastRow - firstRow];
  if (width * height > MOST_TERRAIN_CELLS)
    throw new AftermineError('InvalidInput', 'E-DIA-301', {
      where: 'diagnose.dem',
      expected: MOST_TERRAIN_CELLS,
      got: width * height,
    });
  return {
    crs,
    originX: anchorX + firstCol * pixelWidth,
    originY: anchorY - firstRow * pixelHeight,
    pixelWidth,
    pixelHeight,
    width,
    height,
  };
}

function metricCrs(site: Site, [west, south, east, north]: Box): string {
  if (!isGeographic(site.crs)) return site.crs;
  const place: [number, number] = [0, 0];
  transformer(site.crs, 'EPSG:4326')((west + east) / 2, (south + north) / 2, place);
  return utmFor(place[0], place[1]);
}

/** Cell size in metres at the middle of a grid in degrees, one length for both sides, to the centimetre. */
function metresOfDegrees(dem: Grid): [number, number] {
  const { xMetres, yMetres } = geographicCellSize(dem);
  const middle = dem.height >> 1;
  const side = Math.sqrt((xMetres as Float64Array)[middle]! * (yMetres as Float64Array)[middle]!);
  const rounded = Math.max(0.01, Math.round(side * 100) / 100);
  return [rounded, rounded];
}
