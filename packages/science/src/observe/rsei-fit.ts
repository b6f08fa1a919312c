import { type Unknown, unknown } from '../base/index.ts';
import { componentCount, momentCovariance, momentMeans, type RseiMoments } from './rsei-moments.ts';
import type { RseiRecipe } from './rsei-recipe.ts';
import type { ComponentScaling } from './rsei-summary.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** Share of variance that PC1 must explain to pass the gate. */
export const GATE_MIN_SHARE = 0.6;

/** A fitted principal component and whether it may be called an ecological index. */
export interface RseiModel {
  readonly recipe: RseiRecipe;
  readonly mode: 'pooled' | 'per-scene';
  readonly scaling: readonly ComponentScaling[];
  /** Pixels (or pixel-years) of the fit. */
  readonly count: number;
  /** Mean of each scaled component. */
  readonly means: readonly number[];
  /** PC1 after orientation, in the order of the recipe, unit length. */
  readonly loadings: readonly number[];
  /** All eigenvalues of the covariance, greatest first. */
  readonly eigenvalues: readonly number[];
  /** Share of PC1 in the total variance, 0..1. */
  readonly share: number;
  readonly gate: 'pass' | 'refused' | 'off';
  /** Why the gate refused (or would have refused, when it is off). */
  readonly reason?: Unknown;
}

/** The gate's verdict on oriented loadings. */
export type GateVerdict = { readonly gate: 'pass' } | { readonly gate: 'refused'; readonly reason: Unknown };

/**
 * Turns a principal component the right way up: its sign is arbitrary, so take the one for which
 * sum(sign_c * loading_c) > 0. For RSEI: load(NDVI) + load(WET) - load(NDBSI) - load(LST) > 0.
 *
 * @param signs +1 or -1 per component, from the recipe
 * @returns loadings, and whether they had to be flipped; a sum of exactly 0 is left as it is
 * @source Xu and Deng 2022, doi:10.3390/rs14205307 (flip only when NDVI and wetness load negatively)
 */
export function orientLoadings(
  loadings: readonly number[],
  signs: readonly (1 | -1)[],
): { loadings: number[]; flipped: boolean } {
  let sum = 0;
  for (let c = 0; c < loadings.length; c += 1) sum += signs[c]! * loadings[c]!;
  const flipped = sum < 0;
  return { loadings: loadings.map((value) => (flipped && value !== 0 ? -value : value)), flipped };
}

/**
 * Decides whether an oriented PC1 is an ecological axis: every loading has its component's sign (NDVI and wetness
 * > 0, NDBSI and LST < 0) and the share of variance is at least `GATE_MIN_SHARE`.
 *
 * @returns pass, or refused with `rsei-wrong-sign` (naming components and loadings) or `rsei-low-share`
 */
export function rseiGate(recipe: RseiRecipe, loadings: readonly number[], share: number): GateVerdict {
  const text = recipe.components.map(({ id }, c) => `${id} ${signed(loadings[c]!)}`).join(', ');
  const params = { loadings: text, sharePercent: round1(share * 100), minSharePercent: GATE_MIN_SHARE * 100 };
  const wrong = recipe.components.filter(({ sign }, c) => !(sign * loadings[c]! > 0)).map(({ id }) => id);
  if (wrong.length > 0) {
    return {
      gate: 'refused',
      reason: unknown('rsei-wrong-sign', { ...params, components: wrong.join(', ') }),
    };
  }
  if (!(share >= GATE_MIN_SHARE)) return { gate: 'refused', reason: unknown('rsei-low-share', params) };
  return { gate: 'pass' };
}

function signed(value: number): string {
  return (value < 0 ? '-' : '+') + Math.abs(value).toFixed(3);
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

/** First principal component of moments: eigen-decomposition of their covariance, oriented. */
export function principalComponent(
  recipe: RseiRecipe,
  moments: RseiMoments,
): { loadings: number[]; eigenvalues: number[]; share: number; flipped: boolean } | Unknown {
  const k = componentCount(moments);
  if (moments[0]! < 2) return unknown('rsei-no-pixels', { count: moments[0]! });
  const covariance = momentCovariance(moments);
  let total = 0;
  for (let c = 0; c < k; c += 1) total += covariance[c * k + c]!;
  if (!(total > 1e-12)) return unknown('rsei-no-variance');
  const { values, vectors } = symmetricEigen(covariance, k);
  const eigenvalues = Array.from(values, (value) => Math.max(0, value));
  const first = Array.from({ length: k }, (_, c) => vectors[c]!);
  const { loadings, flipped } = orientLoadings(
    first,
    recipe.components.map(({ sign }) => sign),
  );
  return { loadings, eigenvalues, share: eigenvalues[0]! / total, flipped };
}

/**
 * Fits the index: PCA on the covariance of the scaled components, PC1 oriented and put before the gate.
 *
 * Pooled mode: `moments` of all years (or of a baseline period) together; the one model serves every year,
 * which is what makes years comparable. Per-scene mode: one model per scene, for parity with published work only.
 *
 * @param scaling from `fitScaling`, the one the moments were taken with
 * @param options.gate false reports the verdict's reason but lets the model through (`gate: 'off'`)
 * @returns a model; when there is nothing to fit, loadings are 0, the gate is refused and `reason` says why
 * @source Xu 2013, China Environmental Science 33(5):889-897
 */
export function fitRsei(
  recipe: RseiRecipe,
  scaling: readonly ComponentScaling[] | Unknown,
  moments: RseiMoments,
  options: { readonly mode?: 'pooled' | 'per-scene'; readonly gate?: boolean } = {},
): RseiModel {
  const mode = options.mode ?? 'pooled';
  const zeros = recipe.components.map(() => 0);
  const nothing = (reason: Unknown): RseiModel => ({
    recipe,
    mode,
    scaling: 'kind' in scaling ? [] : scaling,
    count: moments[0]!,
    means: zeros,
    loadings: zeros,
    eigenvalues: zeros,
    share: 0,
    gate: 'refused',
    reason,
  });
  if ('kind' in scaling) return nothing(scaling);
  const axis = principalComponent(recipe, moments);
  if ('kind' in axis) return nothing(axis);
  const verdict = rseiGate(recipe, axis.loadings, axis.share);
  return {
    recipe,
    mode,
    scaling,
    count: moments[0]!,
    means: momentMeans(moments),
    loadings: axis.loadings,
    eigenvalues: axis.eigenvalues,
    share: axis.share,
    gate: options.gate === false ? 'off' : verdict.gate,
    ...(verdict.gate === 'refused' ? { reason: verdict.reason } : {}),
  };
}

/** True when the model may be applied: the gate passed or was switched off, and there was something to fit. */
export function isUsableModel(model: RseiModel): boolean {
  return model.gate !== 'refused';
}
