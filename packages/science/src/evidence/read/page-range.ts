import type { FieldRole, RecordField } from './record-fields.ts';
import { oneLine } from './tidy-text.ts';

/** A volume, issue or page; `N/A` and `-` are none. */
export function numberText(text: string): string {
  const value = oneLine(text);
  return /^(?:n\/?a|nan|null|none|-+|\.)$/i.test(value) ? '' : value;
}

/**
 * Pages of a record: those of its field of pages as they stand, else first and last page. `No` to `Specified`, as Ovid
 * writes "no pagination specified", are none.
 *
 * @param places of the fields to look at, in order
 * @param leave is told the place of each field that is not in the answer
 */
export function pagesOf(
  fields: readonly RecordField[],
  places: readonly number[],
  leave: (at: number) => void,
): string | null {
  const text = (at: number): string => numberText(fields[at]!.value);
  const having = (role: FieldRole): number[] =>
    places.filter((at) => fields[at]!.role === role && text(at) !== '');
  const [whole, ...more] = having('pages');
  const firsts = having('first-page');
  const lasts = having('last-page');
  for (const at of more) if (text(at) !== text(whole!)) leave(at);
  if (whole !== undefined) {
    for (const at of [...firsts, ...lasts]) leave(at);
    return text(whole);
  }
  for (const at of [...firsts.slice(1), ...lasts.slice(1)]) leave(at);
  const [first, last] = [firsts[0], lasts[0]];
  if (first === undefined) return last === undefined ? null : text(last);
  if (last === undefined) return text(first);
  if (/^no$/i.test(text(first)) && /^(?:specified|pagination.*)$/i.test(text(last))) {
    leave(first);
    leave(last);
    return null;
  }
  if (/.[-–]/.test(text(first)) && text(first).endsWith(text(last))) {
    leave(last);
    return text(first);
  }
  return `${text(first)}-${text(last)}`;
}
