import { say as sayText } from '@aftermine/science/base';
import type { UnitSeason } from '@aftermine/science/control';
import { fanDescription } from '@aftermine/science/report/season';
import { escapeHtml, type Html, raw } from '../observation-report/html.ts';
import { fixed } from '../plan-report/chart-scale.ts';
import type { SeasonPage } from './season-page.ts';

const WIDTH = 190;
const HEIGHT = 52;
const PAD = 5;

/**
 * The course of a unit in little: what was seen as dots, what was promised as dashes, alerts as rings.
 *
 * @param isTold true where words beside it say the same already
 */
export function sparkline(page: SeasonPage, unit: UnitSeason, isTold = false): Html | null {
  const figure = page.figure(unit);
  const { first, season, sightings, promised, alarms } = figure;
  if (sightings.length === 0 || season <= first) return null;
  const known = promised.filter(({ year }) => year <= season);
  const values = [...sightings.map(({ seen }) => seen), ...known.map(({ closeness }) => closeness)];
  const [lo, hi] = [Math.min(...values), Math.max(...values)];
  const x = (year: number): number => fixed(PAD + ((year - first) / (season - first)) * (WIDTH - 2 * PAD));
  const y = (value: number): number =>
    fixed(HEIGHT - PAD - ((value - lo) / Math.max(0.05, hi - lo)) * (HEIGHT - 2 * PAD));
  const line = known.map(({ year, closeness }) => `${x(year)} ${y(closeness)}`).join('L');
  const rings = sightings.filter(({ year }) => alarms.some((one) => one.year === year));
  return raw(
    `<svg class="chart spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" ${isTold ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(`${sayText(page.language, 'season-page.spark')} ${fanDescription(figure, page.language)}`)}"`}>${known.length > 1 ? `<path d="M${line}" fill="none" stroke="#8a6100" stroke-width="1.6" stroke-dasharray="6 3"/>` : ''}${sightings.map(({ year, seen }) => `<circle cx="${x(year)}" cy="${y(seen)}" r="2.3" fill="#14201d"/>`).join('')}${rings.map(({ year, seen }) => `<circle cx="${x(year)}" cy="${y(seen)}" r="4.6" fill="none" stroke="#b3261e" stroke-width="1.5"/>`).join('')}</svg>`,
  );
}
