import { canonicalJson } from '@aftermine/science/base';
import type { DiagnosisLayer } from '@aftermine/science/diagnose';
import { productItem } from '@aftermine/science/observe';
import { type Grid, gridBox } from '@aftermine/science/raster';
import { projectBox } from '@aftermine/science/site';
import type { Workbench } from '../../ports/index.ts';
import { writeRaster } from '../write-raster.ts';

/** One raster of the diagnosis, before it is a file. */
export interface LayerPlan {
  readonly kind: string;
  readonly unit: string;
  /** Row by row; NaN is no data. */
  readonly plane: Float32Array;
  /** Version of the recipe; a change there changes results. */
  readonly recipe: string;
  /** The settings it depends on. */
  readonly uses: unknown;
  readonly inputs: readonly { readonly scene: string; readonly sha256: string }[];
  /** Year of what it shows; null for what has none. */
  readonly year: number | null;
}

/** Writes `<folder>/<kind>.tif` with a STAC item beside it. */
export async function writeLayer(
  workbench: Workbench,
  dir: string,
  folder: string,
  grid: Grid,
  { kind, unit, plane, recipe, uses, inputs, year }: LayerPlan,
): Promise<DiagnosisLayer> {
  const { paths, files } = workbench;
  files.makeFolder(paths.join(dir, folder));
  const path = `${folder}/${kind}.tif`;
  const spec = {
    grid,
    type: 'float32',
    nodata: Number.NaN,
    bands: [{ name: kind, unit }],
    overviews: 'average',
    metadata: { AFTERMINE_LAYER: kind },
  } as const;
  await writeRaster(workbench.rasters, paths.join(dir, path), spec, [plane]);
  const sha256 = files.sha256(paths.join(dir, path));
  const item = productItem({
    layerKind: kind,
    year,
    years: { first: year ?? 0, last: year ?? 0 },
    grid,
    bbox: projectBox(gridBox(grid), grid.crs, 'EPSG:4326'),
    bands: spec.bands,
    type: spec.type,
    nodata: spec.nodata,
    href: `./${kind}.tif`,
    sha256,
    lineage: {
      software: { aftermine: workbench.version },
      recipes: { [kind]: recipe },
      settings: JSON.parse(canonicalJson(uses ?? {})),
      inputs: [...inputs],
    },
  });
  files.writeText(paths.join(dir, path.replace(/\.tif$/, '.json')), `${JSON.stringify(item, null, 2)}\n`);
  return { kind, path, sha256, unit };
}
