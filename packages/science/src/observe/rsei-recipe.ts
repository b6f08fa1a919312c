import { AftermineError } from '../base/index.ts';
import { DECLARATIONS, isIndexId } from './declare.ts';

/** One component of an ecological index and what a high value of it means. */
export interface RseiComponent {
  readonly id: string;
  /** +1: a high value is good, so its loading must be positive; -1: the reverse. */
  readonly sign: 1 | -1;
  /** Values outside are counted at the edge; the histogram that gives the percentiles spans it. */
  readonly range: readonly [low: number, high: number];
}

/** A component stack by declaration. The order is the order of every array of components. */
export interface RseiRecipe {
  readonly kind: 'rsei' | 'rsei-3' | 'custom';
  readonly components: readonly RseiComponent[];
  /** True only for the four components of the published index. */
  readonly comparableWithRsei: boolean;
}

function component(id: 'ndvi' | 'wetness' | 'ndbsi' | 'lst', sign: 1 | -1): RseiComponent {
  return { id, sign, range: DECLARATIONS[id].range };
}

/**
 * The remote sensing ecological index: greenness, wetness, dryness, heat.
 *
 * @source Xu 2013, China Environmental Science 33(5):889-897
 */
export const RSEI: RseiRecipe = {
  kind: 'rsei',
  components: [component('ndvi', 1), component('wetness', 1), component('ndbsi', -1), component('lst', -1)],
  comparableWithRsei: true,
};

/** Without heat, for sensors that have no thermal band. NOT comparable with RSEI. */
export const RSEI_3: RseiRecipe = {
  kind: 'rsei-3',
  components: [component('ndvi', 1), component('wetness', 1), component('ndbsi', -1)],
  comparableWithRsei: false,
};

/**
 * The recipe of a list of component ids: RSEI or RSEI-3 when they are exactly those, else a custom one whose
 * signs come from the declared directions. A component that is not declared brings its own sign and range.
 *
 * @param components ids of declared indices, or complete components
 * @throws InvalidInput `E-OBS-107` for an undeclared id, one without a direction, or one named twice;
 * `E-OBS-108` for fewer than two
 */
export function rseiRecipe(components: readonly (string | RseiComponent)[]): RseiRecipe {
  if (components.length < 2) {
    throw new AftermineError('InvalidInput', 'E-OBS-108', {
      where: 'observe.rsei.components',
      got: components.length,
    });
  }
  const complete = components.map((entry): RseiComponent => {
    if (typeof entry !== 'string') return entry;
    const declaration = isIndexId(entry) && entry !== 'rsei' ? DECLARATIONS[entry] : undefined;
    if (declaration === undefined || declaration.direction === 'neutral') {
      throw new AftermineError('InvalidInput', 'E-OBS-107', { where: 'observe.rsei.components', got: entry });
    }
    return {
      id: declaration.id,
      sign: declaration.direction === 'good-when-high' ? 1 : -1,
      range: declaration.range,
    };
  });
  const ids = complete.map((entry) => entry.id);
  const twice = ids.find((id, k) => ids.indexOf(id) !== k);
  if (twice !== undefined) {
    throw new AftermineError('InvalidInput', 'E-OBS-107', { where: 'observe.rsei.components', got: twice });
  }
  for (const known of [RSEI, RSEI_3]) {
    const same =
      known.components.length === complete.length &&
      known.components.every((entry) =>
        complete.some((other) => other.id === entry.id && other.sign === entry.sign),
      );
    // always in the published order, whatever the order in the settings
    if (same) return known;
  }
  return { kind: 'custom', components: complete, comparableWithRsei: false };
}
