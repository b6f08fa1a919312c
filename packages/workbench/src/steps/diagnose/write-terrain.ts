import { isUnknown } from '@aftermine/science/base';
import type { DiagnoseSettings, DiagnosisLayer } from '@aftermine/science/diagnose';
import type { StoredLayer, Workbench } from '../../ports/index.ts';
import type { SiteTerrain } from './terrain-of-site.ts';
import { type LayerPlan, writeLayer } from './write-layer.ts';

const FOLDER = 'rasters/terrain';

/** Writes slope, factor of safety, soil loss and sediment as rasters with a STAC item beside each. */
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
  const model = { scene: dem, sha256: files.sha256(paths.resolve(dir, dem)) };
  const plans: LayerPlan[] = [
    {
      kind: 'slope',
      unit: 'degree',
      plane: layers.slopeDegrees,
      recipe: 'horn-slope/1',
      uses: null,
      inputs: [model],
      year: null,
    },
    {
      kind: 'factor-of-safety',
      unit: '1',
      plane: layers.stability,
      recipe: 'slope-stability/1',
      uses: settings.stability,
      inputs: [model],
      year: null,
    },
  ];
  const losses = [
    { kind: 'soil-loss', plane: layers.erosion, recipe: 'rusle/1' },
    { kind: 'sediment-yield', plane: layers.sediment, recipe: 'sediment-delivery/1' },
  ];
  for (const { kind, plane, recipe } of losses) {
    if (isUnknown(plane)) continue;
    plans.push({
      kind,
      unit: 't/(ha a)',
      plane,
      recipe,
      uses: { erosion: settings.erosion, climate: settings.climate },
      inputs: cover === undefined ? [model] : [model, { scene: cover.path, sha256: cover.sha256 }],
      year: cover?.year ?? null,
    });
  }
  const written: DiagnosisLayer[] = [];
  for (const plan of plans) written.push(await writeLayer(workbench, dir, FOLDER, grid, plan));
  return written;
}
