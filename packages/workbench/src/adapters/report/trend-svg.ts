import type { ReportZone } from './zones.ts';

/** The trend of one zone as static SVG content: what stands there before, or without, the page's script. */
export function trendSvg(zone: ReportZone, years: readonly number[]): string {
  const [width, left, bottom, top] = [860, 46, 270, 14];
  const known = zone.years.flatMap((year) => ('unknown' in year ? [] : [year.p25, year.p75]));
  const [lo, hi] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const pad = Math.max(0.02, (hi - lo) * 0.08);
  const x = (i: number): string =>
    (left + ((width - left - 14) * i) / Math.max(1, years.length - 1)).toFixed(1);
  const y = (value: number): string =>
    (bottom - ((value - lo + pad) / (hi - lo + 2 * pad)) * (bottom - top)).toFixed(1);
  const ticks = [0, 1, 2, 3, 4]
    .map((tick) => lo - pad + ((hi - lo + 2 * pad) * tick) / 4)
    .map(
      (value) =>
        `<line class="grid" x1="${left}" x2="${width - 14}" y1="${y(value)}" y2="${y(value)}"/><text x="${left - 6}" y="${y(value)}" text-anchor="end">${value.toFixed(2)}</text>`,
    )
    .join('');
  const labels = years
    .map((year, i) =>
      year % 5 === 0 ? `<text x="${x(i)}" y="${bottom + 34}" text-anchor="middle">${year}</text>` : '',
    )
    .join('');
  const runs: number[][] = [[]];
  zone.years.forEach((year, i) => {
    if ('unknown' in year) runs.push([]);
    else runs.at(-1)!.push(i);
  });
  const lines = runs
    .filter((run) => run.length > 0)
    .map((run) => {
      const at = (i: number, key: 'median' | 'p25' | 'p75'): string => `${x(i)},${y(zone.years[i]![key]!)}`;
      const band = [...run.map((i) => at(i, 'p75')), ...[...run].reverse().map((i) => at(i, 'p25'))].join(
        ' ',
      );
      return `<polygon class="band" points="${band}"/><polyline class="median" points="${run.map((i) => at(i, 'median')).join(' ')}"/>`;
    })
    .join('');
  return ticks + labels + lines;
}
