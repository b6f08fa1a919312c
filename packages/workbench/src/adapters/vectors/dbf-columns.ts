import type { Feature } from '@aftermine/science/site';
import { decimalText } from './decimal-text.ts';
import type { Tally } from './tally.ts';

type Value = string | number | boolean | null;

/** One field of a table to be written. */
export interface DbfColumn {
  /** Name of the property. */
  readonly name: string;
  /** C text, N number, L yes or no. */
  readonly type: 'C' | 'N' | 'L';
  readonly decimals: number;
  /** The value as it stands in the field; null for blank. */
  text(value: Value): string | null;
}

const MAX_FIELDS = 255;
const MAX_NUMBER_BYTES = 20;
const MAX_DECIMALS = 15;
/** A double holds fifteen digits or more; a change of this share of a value is one of its last. */
const LAST_DIGITS = 1e-12;

/**
 * The fields of a table for the properties of features, in the order they first appear. A property is a number or a yes
 * or no where all its values are; anything else is text. Numbers keep every digit or are written as text; both that
 * and mixed types are told.
 */
export function dbfColumns(features: readonly Feature[], tally: Tally): DbfColumn[] {
  const names = new Set<string>();
  for (const { properties } of features) for (const name of Object.keys(properties)) names.add(name);
  const columns: DbfColumn[] = [];
  for (const name of names) {
    if (columns.length === MAX_FIELDS) tally.note('vector.field-left-out', { name });
    else columns.push(columnOf(name, features, tally));
  }
  return columns;
}

function columnOf(name: string, features: readonly Feature[], tally: Tally): DbfColumn {
  const kinds = new Set<string>();
  const numbers: number[] = [];
  for (const { properties } of features) {
    const value = properties[name] ?? null;
    if (value === null) continue;
    kinds.add(typeof value);
    if (typeof value === 'number') numbers.push(value);
  }
  if (kinds.size === 1 && kinds.has('boolean'))
    return {
      name,
      type: 'L',
      decimals: 0,
      text: (value) => (value === null ? null : value === true ? 'T' : 'F'),
    };
  if (kinds.size === 1 && kinds.has('number')) {
    const decimals = decimalsOf(numbers);
    if (decimals !== null) {
      const count = numbers.filter((value) => Number(fixedText(value, decimals)) !== value).length;
      if (count > 0) tally.note('vector.number-rounded', { name, count });
      const text = (value: Value): string | null =>
        typeof value === 'number' ? fixedText(value, decimals) : null;
      return { name, type: 'N', decimals, text };
    }
    tally.note('vector.number-as-text', { name });
  } else if (kinds.size > 1) tally.note('vector.mixed-types', { name });
  return { name, type: 'C', decimals: 0, text: (value) => (value === null ? null : String(value)) };
}

/** A number with so many decimals: zeros where it has fewer, not the digits of its binary form. */
function fixedText(value: number, decimals: number): string {
  const text = decimalText(value) ?? '';
  const point = text.indexOf('.');
  const own = point < 0 ? 0 : text.length - point - 1;
  if (own > decimals) return value.toFixed(decimals);
  return own === decimals ? text : `${point < 0 ? `${text}.` : text}${'0'.repeat(decimals - own)}`;
}

/** Decimals that a number field needs; null where it cannot hold the numbers. */
function decimalsOf(numbers: readonly number[]): number | null {
  let [whole, decimals] = [1, 0];
  for (const value of numbers) {
    const text = decimalText(value);
    if (text === null) return null;
    const point = text.indexOf('.');
    whole = Math.max(whole, point < 0 ? text.length : point);
    if (point >= 0) decimals = Math.max(decimals, text.length - point - 1);
  }
  if (whole > MAX_NUMBER_BYTES) return null;
  const room = Math.min(MAX_DECIMALS, MAX_NUMBER_BYTES - whole - 1);
  if (decimals <= Math.max(0, room)) return decimals;
  // 0.1 + 0.2 has seventeen decimals, of which the last says nothing.
  const fits = numbers.every(
    (value) => Math.abs(Number(value.toFixed(room)) - value) <= Math.abs(value) * LAST_DIGITS,
  );
  return room > 0 && fits ? room : null;
}
