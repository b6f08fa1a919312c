import type { Grid } from '@aftermine/science/raster';
import { type Countryside, countryside } from './countryside.ts';
import { demoGrid } from './frame.ts';
import { drawDeviates } from './instrument.ts';
import { type MineHistory, mineHistory } from './mine-history.ts';
import { type Normals, oldTerrain, terrainIn, terrainNormals } from './terrain.ts';
import type { ResolvedDemoOptions } from './types.ts';
import { type SeasonWeather, weatherOf } from './weather.ts';
import type { DemoWorks } from './works.ts';

/** Everything that is the same for all looks. */
export interface Landscape {
  readonly options: ResolvedDemoOptions;
  readonly grid: Grid;
  readonly oldHeight: Float32Array;
  readonly land: Countryside;
  readonly history: MineHistory;
  readonly weather: ReadonlyMap<number, SeasonWeather>;
  /** Works of a programme, by position in `UNITS`; none where absent. */
  readonly works?: ReadonlyMap<number, DemoWorks>;
  /** Normal deviates that instrument noise is looked up in. */
  readonly deviates: Float32Array;
}

/** The relief of one year and how it faces the sun. */
export interface Relief {
  readonly height: Float32Array;
  readonly normals: Normals;
}

/** The whole simulated world of one set of options. */
export function demoLandscape(options: ResolvedDemoOptions): Landscape {
  const { size } = options;
  const oldHeight = oldTerrain(options);
  return {
    options,
    grid: demoGrid(size),
    oldHeight,
    land: countryside(options, oldHeight, terrainNormals(oldHeight, size)),
    history: mineHistory(options),
    weather: weatherOf(options),
    deviates: drawDeviates(),
  };
}

/** The relief in the middle of a year's season. */
export function reliefIn(landscape: Landscape, year: number): Relief {
  const height = terrainIn(year + 0.55, landscape.oldHeight, landscape.history);
  return { height, normals: terrainNormals(height, landscape.options.size) };
}
