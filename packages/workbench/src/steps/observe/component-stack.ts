import {
  type BandIndexId,
  type BandName,
  compositeBand,
  computeIndex,
  decodeBand,
  type ObserveSettings,
  type RseiComponents,
  type RseiRecipe,
  rseiComponents,
} from '@aftermine/science/observe';

/** One block of one year, as components: those of the recipe in its order, and everything about land and water. */
export interface BlockComponents {
  readonly stack: readonly Float32Array[];
  readonly base: RseiComponents;
  /** Reflectance of one band as float32, made when asked for. */
  band(name: BandName): Float32Array;
}

const STANDARD = ['ndvi', 'wetness', 'ndbsi', 'lst'] as const;

/** Components of a composite block: the four of the index from the fused kernel, declared others one by one. */
export function blockComponents(
  image: Readonly<Partial<Record<BandName, Uint16Array>>>,
  recipe: RseiRecipe,
  settings: Pick<ObserveSettings, 'wetness' | 'water'>,
): BlockComponents {
  const names = Object.keys(image) as BandName[];
  const base = rseiComponents(
    Object.fromEntries(names.map((name) => [name, compositeBand(name, image[name]!)])),
    {
      wetness: settings.wetness,
      waterThreshold: settings.water.threshold,
    },
  );
  const decoded = new Map<BandName, Float32Array>();
  const band = (name: BandName): Float32Array => {
    let values = decoded.get(name);
    if (values === undefined) {
      values = decodeBand(compositeBand(name, image[name]!));
      decoded.set(name, values);
    }
    return values;
  };
  const stack = recipe.components.map(({ id }) => {
    const standard = STANDARD.find((known) => known === id);
    if (standard !== undefined) return base[standard] ?? new Float32Array(base.land.length).fill(Number.NaN);
    const bands = Object.fromEntries(names.map((name) => [name, band(name)]));
    return computeIndex(id as BandIndexId, bands, { wetness: settings.wetness });
  });
  return { stack, base, band };
}
