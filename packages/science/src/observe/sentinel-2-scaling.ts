import { sentinel2Scaling } from './reflectance.ts';

/** First day whose products carry an offset, by ESA's regular processing. */
const OFFSET_SINCE = '2022-01-25';

/** Everything that may say how the samples of one Sentinel-2 band become reflectance. */
export interface Sentinel2Evidence {
  /** ISO 8601 UTC. */
  readonly datetime: string;
  /** Processing baseline, `05.10`. */
  readonly baseline: string | null;
  /** Whether the provider says it has applied the offset already (`earthsearch:boa_offset_applied`). */
  readonly offsetApplied?: boolean | null;
  /** `raster:scale` and `raster:offset` of a STAC item. */
  readonly item?: { readonly scale: number | null; readonly offset: number | null };
  /** From the product's own metadata, in DN. */
  readonly product?: { readonly quantification: number | null; readonly offset: number | null };
  /** What the header of the band's file declares; 1 and 0 where it is silent. */
  readonly file?: { readonly scale: number; readonly offset: number };
  /** What the user states for products of which nothing else is known. */
  readonly stated?: number;
}

/** Reflectance = DN * scale + offset. */
export interface Sentinel2Decision {
  readonly scale: number;
  readonly offset: number;
  /** Which evidence decided. */
  readonly source: 'provider' | 'item' | 'file' | 'product' | 'baseline' | 'stated' | 'date';
  /** True when two pieces of evidence disagree about the offset. */
  readonly contradicted: boolean;
}

/**
 * How Sentinel-2 L2A samples become reflectance: reflectance = DN * scale + offset, with scale 0.0001 and an
 * offset of -0.1 from processing baseline 04.00 on (reprocessed older images included), 0 before.
 *
 * Some archives have added the offset to the samples themselves; it must not be taken off twice. The evidence
 * is asked in this order, the more specific first: the provider's flag, the item's own offset, the header of
 * the file, the product's metadata, the baseline, what the user states, the date before 2022-01-25.
 *
 * @returns null when nothing decides: a product since 2022-01-25 of unknown baseline
 * @see ESA Sentinel-2 Products Specification (BOA_ADD_OFFSET)
 */
export function decideSentinel2Scaling(evidence: Sentinel2Evidence): Sentinel2Decision | null {
  const { item, product, file, baseline, offsetApplied } = evidence;
  const itemOffset = item?.offset ?? null;
  const byBaseline = baseline === null ? null : sentinel2Scaling(baseline, false, evidence.datetime).offset;
  const quantified = 1 / (product?.quantification ?? 10_000);
  const scale = item?.scale ?? (file !== undefined && file.scale !== 1 ? file.scale : quantified);
  const answer = (
    offset: number,
    source: Sentinel2Decision['source'],
    against: number | null,
  ): Sentinel2Decision => ({
    scale,
    offset,
    source,
    contradicted: against !== null && Math.abs(against - offset) > 1e-9,
  });
  if (offsetApplied === true) return answer(0, 'provider', itemOffset);
  if (offsetApplied === false) {
    const expected = byBaseline ?? itemOffset;
    if (expected !== null) return answer(expected, 'provider', itemOffset);
  }
  if (itemOffset !== null) return answer(itemOffset, 'item', byBaseline);
  if (file !== undefined && file.scale !== 1) return answer(file.offset, 'file', byBaseline);
  const productOffset = product?.offset ?? null;
  if (productOffset !== null) return answer(productOffset * quantified, 'product', byBaseline);
  if (byBaseline !== null) return answer(byBaseline, 'baseline', null);
  if (evidence.stated !== undefined) return answer(evidence.stated, 'stated', null);
  return evidence.datetime < OFFSET_SINCE ? answer(0, 'date', null) : null;
}
