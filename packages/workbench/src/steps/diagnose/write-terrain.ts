import { canonicalJson, isUnknown } from '@aftermine/science/base';
import type { DiagnoseSettings, DiagnosisLayer } from '@aftermine/science/diagnose';
import { productItem } from '@aftermine/science/observe';
import { gridBox } from '@aftermine/science/raster';
import { projectBox } from '@aftermine/science/site';
import type { StoredLayer, Workbench } from '../../ports/index.ts';
import { writeRaster } from '../write-raster.ts';
import type { SiteTerrain } from './terrain-of-site.ts';

/** Versions of the recipes; a change here changes results. */
const RECIPES = { slope: 'horn-slope/1', stability: 'slope-stability/1', erosion: 'rusle/1' } as const;

/** Writes slope, factor of safety and soil loss as rasters with a STAC item beside each. */
export async function writeTerrain(
  workbench: Workbench,
  dir: string,
  { grid, layers }: SiteTerrain,
  settings: DiagnoseSettings,
  stored: readonly StoredLayer[],
): Promise<DiagnosisLayer[]> {
  const { paths, files } = workbench;
  const cover = stored.filter(({ kind }) => kind === 'components').at(-1);
  const dem = settings.dem!;
  const demSha = files.sha256(paths.resolve(dir, dem));
  const year = cover?.year ?? null;
  const planes = [
    { kind: 'slope', unit: 'degree', plane: layers.slopeDegrees, recipe: RECIPES.slope, uses: null },
    {
      kind: 'factor-of-safety',
      unit: '1',
      plane: layers.stability,
      recipe: RECIPES.stability,
      uses: settings.stability,
    },
    ...(isUnknown(layers.erosion)
      ? []
      : [
          {
            kind: 'soil-loss',
            unit: 't/(ha a)',
            plane: layers.erosion,
            recipe: RECIPES.erosion,
            uses: { erosion: settings.erosion, climate: settings.climate },
          },
        ]),
  ];
  files.makeFolder(paths.join(dir, 'rasters', 'terrain'));
  const written: DiagnosisLayer[] = [];
  for (const { kind, unit, plane, recipe, uses } of planes) {
    const path = `rasters/terrain/${kind}.tif`;
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
    const inputs = [{ scene: dem, sha256: demSha }];
    if (kind === 'soil-loss' && cover !== undefined) inputs.push({ scene: cover.path, sha256: cover.sha256 });
    const item = productItem({
      layerKind: kind,
      year: kind === 'soil-loss' ? year : null,
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
        inputs,
      },
    });
    files.writeText(paths.join(dir, path.replace(/\.tif$/, '.json')), `${JSON.stringify(item, null, 2)}\n`);
    written.push({ kind, path, sha256, unit });
  }
  return written;
}
