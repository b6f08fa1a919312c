import { canonicalJson } from '@aftermine/science/base';
import type { RseiRecipe, Scene } from '@aftermine/science/observe';
import type { Hasher } from '../../ports/index.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * Versions of the recipes. Raise one when its result changes: every tile made by it, and by what follows
 * from it, is then made anew.
 */
export const RECIPES = {
  composite: 'composite/1',
  moments: 'rsei-moments/1',
  range: 'rsei-range/1',
  series: 'series/1',
  layer: 'layer/1',
} as const;

/** What identifies the content of a scene: the hashes of its files and how they are read, never their place. */
export function sceneFingerprint(hash: Hasher, scene: Scene, sha256: (path: string) => string): string {
  const sources = Object.entries(scene.bands).map(([band, source]) => ({
    band,
    content: sha256(source.href),
    index: source.index,
    scale: source.scale,
    offset: source.offset,
    nodata: source.nodata,
  }));
  const masks = scene.masks.map((mask) => ({
    kind: mask.kind,
    content: sha256(mask.href),
    index: mask.index,
  }));
  return hash(
    canonicalJson({
      id: scene.id,
      datetime: scene.datetime,
      platform: scene.platform,
      grid: scene.grid,
      sources,
      masks,
    }),
  );
}

/** Key of the composite of one block and year. */
export function compositeKey(
  hash: Hasher,
  run: RunPlan,
  recipe: RseiRecipe,
  block: number,
  year: number,
  fingerprints: ReadonlyMap<string, string>,
): string {
  const { plan, settings } = run;
  const scenes = plan.years.find((planned) => planned.year === year)?.scenes ?? [];
  return hash(
    canonicalJson({
      version: RECIPES.composite,
      grid: plan.grid,
      tileSize: plan.tileSize,
      window: plan.blocks[block],
      bands: plan.bands,
      scenes: scenes.map((id) => fingerprints.get(id)),
      composite: settings.composite,
      season: settings.season,
      harmonise: settings.harmonise,
      resampling: settings.resampling,
      mask: settings.mask,
      wetness: settings.wetness,
      water: settings.water,
      recipe,
      keepGoing: run.keepGoing,
    }),
  );
}

/** Key of anything that follows from the composites of one block over all years. */
export function blockKey(
  hash: Hasher,
  recipe: string,
  composites: readonly string[],
  parameters: unknown,
): string {
  return hash(canonicalJson({ recipe, composites, parameters }));
}
