import type { TrendFigure } from './trend-figure.ts';

/** A palette as a page uses it. */
export interface PagePalette {
  readonly label: string;
  /** CSS background of the legend. */
  readonly gradient: string;
  readonly kind: 'ramp' | 'classes';
  /** Colours of codes 1..255, six hexadecimal digits each. */
  readonly codes: string;
}

/** A yearly map of a page. */
export interface PageLayer {
  readonly id: string;
  readonly label: string;
  /** `values`: a grey PNG of codes (0 no data, 1..255 from `lo` to `hi`); `picture`: a PNG to be shown as it is. */
  readonly kind: 'values' | 'picture';
  readonly lo: number;
  readonly hi: number;
  readonly digits: number;
  readonly unit: string;
  readonly palettes: readonly string[];
  /** Data URI per year; null where nothing was seen. */
  readonly images: Readonly<Record<string, string | null>>;
}

/** Everything the script of an observation page works on, embedded in the page as JSON. */
export interface PageData {
  readonly locale: string;
  readonly years: readonly number[];
  /** Of every map, in pixels. */
  readonly width: number;
  readonly height: number;
  /** West, south, east, north in the CRS of the maps. */
  readonly box: readonly [number, number, number, number];
  readonly geographic: boolean;
  readonly crs: string;
  /** Longitude and latitude of the corners: north-west, north-east, south-west, south-east. */
  readonly corners: readonly (readonly [number, number])[];
  readonly layers: readonly PageLayer[];
  readonly palettes: Readonly<Record<string, PagePalette>>;
  /** Per year: how it was seen, in words and as a grade. */
  readonly seasons: readonly {
    readonly year: number;
    readonly quality: 'good' | 'poor' | 'none';
    readonly sensors: string;
    readonly lines: readonly string[];
  }[];
  /** Upper ends of the index grades and their names, worst first; empty where the layer has no grades. */
  readonly grades: readonly { readonly below: number; readonly name: string }[];
  /** Figures and sentences by index, then by zone key (`b`, `u:ID`, `r:ID`). */
  readonly trends: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly figure: TrendFigure; readonly sentences: readonly string[]; readonly title: string }
        >
      >
    >
  >;
  readonly texts: Readonly<Record<string, string>>;
}

/** Key of a zone in the records of a page. */
export function zoneKey(zone: {
  readonly kind: 'boundary' | 'unit' | 'reference';
  readonly id: string;
}): string {
  return zone.kind === 'boundary' ? 'b' : `${zone.kind === 'unit' ? 'u' : 'r'}:${zone.id}`;
}
