import type { StyleName } from './styles-xml.ts';

/** What stands in a cell. Text is text whatever it begins with; only `formula` calculates. */
export type Cell =
  | { readonly text: string; readonly style: StyleName }
  | { readonly number: number; readonly style: StyleName }
  | {
      /** Without the leading `=`; function names in English, as files have them. */
      readonly formula: string;
      /** What it comes to, for programs that do not calculate. */
      readonly cached: number | string;
      readonly style: StyleName;
    }
  | { readonly blank: true; readonly style: StyleName };

/** A row; null is a cell that is not there. */
export type Row = readonly (Cell | null)[];

export interface Sheet {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** Number of the row of headings (from 1): it and what is above stay in view, and it is repeated on every printed page. */
  readonly headRow: number;
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  /** First and last row of the list that may be filtered, its heading first. */
  readonly filter?: readonly [from: number, to: number];
  readonly orientation: 'landscape' | 'portrait';
}

export const text = (value: string, style: StyleName = 'text'): Cell => ({ text: value, style });
export const number = (value: number, style: StyleName): Cell => ({ number: value, style });
export const formula = (value: string, cached: number | string, style: StyleName): Cell => ({
  formula: value,
  cached,
  style,
});
export const blank = (style: StyleName): Cell => ({ blank: true, style });
