import { canonicalJson } from '../base/index.ts';
import type { Box, Grid, SampleType } from '../raster/index.ts';
import { boxPolygon, projectionOf, STAC_EXTENSIONS, type StacItem } from './stac-item.ts';
import type { JsonRecord } from './stac-item-json.ts';

/** What a layer was made from and how. Everything here is JSON. */
export interface ProductLineage {
  /** Version by name. */
  readonly software: Readonly<Record<string, string>>;
  /** Versioned names of the recipes that made it: `{rsei: 'rsei/1'}`. */
  readonly recipes: Readonly<Record<string, string>>;
  /** Every setting that counts for the result. */
  readonly settings: unknown;
  /** What was fitted, where the layer applies a model. */
  readonly model?: unknown;
  readonly inputs: readonly {
    readonly scene: string;
    readonly sha256?: string;
    /** Place of its item or file, relative to this item; without one there is no link. */
    readonly href?: string;
  }[];
}

/** A raster that Aftermine has written. */
export interface Product {
  /** `rsei`, `composite`, `disturbance` ... */
  readonly layerKind: string;
  /** Null for a layer over all `years`. */
  readonly year: number | null;
  /** First and last year of the run. */
  readonly years: { readonly first: number; readonly last: number };
  readonly grid: Grid;
  /** In WGS84. */
  readonly bbox: Box;
  readonly type: SampleType;
  /** NaN is written as STAC's `nan`. */
  readonly nodata: number | null;
  readonly bands: readonly {
    readonly name: string;
    readonly unit?: string;
    readonly scale?: number;
    readonly offset?: number;
  }[];
  /** Place of the file, relative to the item. */
  readonly href: string;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  readonly lineage: ProductLineage;
}

/** SHA-256 as a multihash: function 0x12, 0x20 bytes. */
const MULTIHASH_SHA256 = '1220';

/**
 * The STAC 1.1 Item that stands beside a layer: what it is, where, and its lineage in words
 * (`processing:lineage`), in full (`aftermine:lineage`) and as `derived_from` links to inputs that have a
 * place. The same product always gives the same item: it holds no time of making.
 */
export function productItem(product: Product): StacItem {
  const { lineage, nodata } = product;
  const first = yearText(product.year ?? product.years.first);
  const last = yearText(product.year ?? product.years.last);
  const inputs = [...lineage.inputs].sort((a, b) => (a.scene < b.scene ? -1 : a.scene > b.scene ? 1 : 0));
  return {
    type: 'Feature',
    stac_version: '1.1.0',
    stac_extensions: [
      STAC_EXTENSIONS.projection,
      STAC_EXTENSIONS.raster,
      STAC_EXTENSIONS.processing,
      STAC_EXTENSIONS.file,
    ],
    id: `${product.layerKind}-${product.year === null ? `${first}-${last}` : first}`,
    geometry: boxPolygon(product.bbox),
    bbox: product.bbox,
    properties: {
      datetime: null,
      start_datetime: `${first}-01-01T00:00:00Z`,
      end_datetime: `${last}-12-31T23:59:59Z`,
      ...projectionOf(product.grid),
      'processing:lineage': sentence(product.layerKind, lineage),
      'processing:software': sorted(lineage.software),
      'aftermine:layer': product.layerKind,
      'aftermine:lineage': plain({
        recipes: lineage.recipes,
        settings: lineage.settings,
        model: lineage.model,
        inputs: inputs.map(({ scene, sha256 }) => ({ scene, sha256 })),
      }),
    },
    links: inputs.flatMap(({ scene, href }) =>
      href === undefined ? [] : [{ rel: 'derived_from', href, title: scene, ...linkType(href) }],
    ),
    assets: {
      [product.layerKind]: {
        href: product.href,
        type: 'image/tiff; application=geotiff; profile=cloud-optimized',
        roles: ['data'],
        data_type: product.type,
        ...(nodata === null ? {} : { nodata: Number.isNaN(nodata) ? 'nan' : nodata }),
        'file:checksum': `${MULTIHASH_SHA256}${product.sha256}`,
        bands: product.bands.map((band) => ({
          name: band.name,
          ...(band.unit === undefined ? {} : { unit: band.unit }),
          'raster:scale': band.scale ?? 1,
          'raster:offset': band.offset ?? 0,
        })),
      },
    },
  };
}

function sentence(layerKind: string, { inputs, recipes, software }: ProductLineage): string {
  const names = inputs.map(({ scene }) => scene).sort();
  const listed = names.slice(0, 12).join(', ') + (names.length > 12 ? ', ...' : '');
  const listing = (record: Readonly<Record<string, string>>): string =>
    Object.entries(sorted(record))
      .map(([name, version]) => `${name} ${version}`)
      .join(', ');
  return `${layerKind} made by ${listing(software)} (recipes ${Object.values(sorted(recipes)).join(', ')}) from ${names.length} scene(s): ${listed || 'none'}`;
}

/** Plain JSON with sorted keys: what is not JSON is gone, and equal lineages are equal text. */
function plain(value: unknown): JsonRecord {
  return JSON.parse(canonicalJson(value)) as JsonRecord;
}

function linkType(href: string): { type?: string } {
  if (/\.json$/i.test(href)) return { type: 'application/geo+json' };
  return /\.tiff?$/i.test(href) ? { type: 'image/tiff; application=geotiff' } : {};
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
