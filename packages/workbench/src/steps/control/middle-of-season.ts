/** Part of a year in the middle of a growing season, 0..1; the season may run over New Year. */
export function middleOfSeason({ from, to }: { readonly from: string; readonly to: string }): number {
  const part = (day: string): number =>
    (Number(day.slice(0, 2)) - 1) / 12 + (Number(day.slice(3)) - 0.5) / 365;
  const [first, last] = [part(from), part(to)];
  const middle = first <= last ? (first + last) / 2 : (first + last + 1) / 2;
  return middle >= 1 ? middle - 1 : middle;
}
