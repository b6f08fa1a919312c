import { isUnknown } from '@aftermine/science/base';
import { numberText, percentText, reasonText, signedText } from '@aftermine/science/report/observation';
import { chanceText, packageText, STATE_ORDER, type UnitRow } from '@aftermine/science/report/season';
import { MU_PER_HA } from '@aftermine/science/site';
import { type Html, type HtmlValue, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { SeasonPage } from './season-page.ts';
import { stateMark } from './state-mark.ts';
import { rowAnchor, unitLink } from './unit-link.ts';

/** All units in one table: what needs somebody first. */
export function unitsSection(page: SeasonPage): Html {
  const { say, language, rows, sheets, season } = page;
  const ordered = [...rows].sort(
    (a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) || b.areaHa - a.areaHa,
  );
  const columns = [
    ['unit', 'text'],
    ['state', 'text'],
    ['hectares', 'number'],
    ['mu', 'number'],
    ['seen', 'number'],
    ['held', 'number'],
    ['promised', 'number'],
    ['departure', 'number'],
    ['acceptance', 'number'],
    ['promised-then', 'number'],
    ['reach', 'number'],
    ['package', 'text'],
  ] as const;
  const caption = say('units.table', { year: season.year });
  const unseen = rows.length - sheets.size;
  return section(
    'units',
    say('units'),
    html`<p class="lead">${say('units.lead', { goal: percentText(language, season.target) })}</p>${unseen > 0 && html`<p>${say('units.without-sheet', { shown: sheets.size, count: unseen })}</p>`}<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="data units"><caption>${caption}</caption><thead><tr>${columns.map(([key, kind]) => html`<th scope="col" class="${kind}">${say(`column.${key}`)}</th>`)}</tr></thead><tbody>${ordered.map(
      (row) => {
        const [head, ...cells] = cellsOf(page, row);
        return html`<tr${!sheets.has(row.unit) && html` id="${rowAnchor(row.unit)}"`}><th scope="row" class="text">${head ?? null}</th>${cells.map((cell, i) => html`<td class="${columns[i + 1]![1]}">${cell}</td>`)}</tr>`;
      },
    )}</tbody></table></div><p class="small faint">${say('units.note')}</p>`,
  );
}

function cellsOf(page: SeasonPage, row: UnitRow): readonly HtmlValue[] {
  const { language, names } = page;
  const percent = (value: number | null): string =>
    value === null ? '–' : `${percentText(language, value)} %`;
  return [
    unitLink(page, row.unit),
    stateMark(language, row.state),
    numberText(language, row.areaHa, 1),
    numberText(language, row.areaHa * MU_PER_HA, 0),
    row.seen === null
      ? '–'
      : html`${percent(row.seen)}<small>${page.say('units.pixels', { pixels: numberText(language, row.pixels, 0) })}</small>`,
    heldText(page, row),
    percent(row.promised),
    row.departure === null ? '–' : signedText(language, 100 * row.departure, 0),
    row.acceptanceYear === null ? '–' : String(row.acceptanceYear),
    percent(row.promisedThen),
    reachText(page, row),
    html`<span class="long">${packageText(names, row.package, language)}</span>`,
  ];
}

/** "43 % (39–44)". */
export function heldText(
  { language }: Pick<SeasonPage, 'language'>,
  { held }: Pick<UnitRow, 'held'>,
): string {
  if (held === null) return '–';
  const percent = (value: number): string => percentText(language, value);
  return `${percent(held.mean)} % (${percent(held.low)}–${percent(held.high)})`;
}

/** A chance, or in short that there is none to tell; why stands in the sheet. */
export function reachText(
  { language }: Pick<SeasonPage, 'language'>,
  { reach }: Pick<UnitRow, 'reach'>,
): HtmlValue {
  if (!isUnknown(reach)) return chanceText(language, reach);
  return html`<span title="${reasonText(language, reach)}">–</span>`;
}
