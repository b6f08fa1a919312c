import {
  chartLabels,
  indexInSentence,
  indexName,
  indexShortName,
  joined,
  numberText,
  type PageData,
  percentText,
  type ReportZone,
  type TrendFigure,
  trendChart,
  trendFigure,
  trendSentences,
  zoneKey,
} from '@aftermine/science/report/observation';
import { type Html, html, raw } from './html.ts';
import type { PageContext } from './page-context.ts';
import { type Cell, details, section, table } from './page-parts.ts';

/** Width and height the chart has before the script fits it to its place. */
const CHART = { width: 1000, height: 360 } as const;

/** Chart and sentence of the boundary; the script offers the other zones and indices. */
export function trendSection(context: PageContext): Html {
  const { report, say, zones, indices, lead } = context;
  const { result, language } = report;
  const boundary = zones[0]!;
  const figure = trendFigure(result, boundary, lead, language);
  const title = chartTitle(context, boundary, lead);
  const chart = trendChart(figure, chartLabels(language, title), { ...CHART, id: 'trend' });
  const group = (label: string, kind: ReportZone['kind']): Html | null => {
    const members = zones.filter((zone) => zone.kind === kind);
    const options = members.map((zone) => html`<option value="${zoneKey(zone)}">${zone.label}</option>`);
    if (members.length === 0) return null;
    return kind === 'boundary' ? html`${options}` : html`<optgroup label="${label}">${options}</optgroup>`;
  };
  const segmented = result.trajectories.boundary.index;
  return section(
    'trends',
    say('trends'),
    html`<p class="lead">${say('trends.lead')} ${say('chart.segmented-note', { index: indexInSentence(result, segmented, language) })}</p>
<div class="fields needs-script" hidden><label class="field wide">${say('trends.zone')}<select id="trend-zone">${group('', 'boundary')}${group(say('zone.units'), 'unit')}${group(say('zone.references'), 'reference')}</select></label><fieldset class="choices" id="trend-indices"><legend>${say('trends.index')}</legend>${indices.map(
      (index, i) =>
        html`<label><input type="radio" name="trend-index" value="${index}"${i === 0 ? html` checked` : null}><span>${indexShortName(result, index, language)}</span></label>`,
    )}</fieldset></div>
<p class="verdict" id="trend-sentence" aria-live="polite">${joined(language, trendSentences(result, boundary, lead, language))}</p>
<div class="chart" id="trend-chart">${raw(chart)}</div>
${chartLegend(context)}
${details(say('trends.table'), html`<div id="trend-table">${figureTable(context, figure, title)}</div>`)}`,
  );
}

function chartTitle({ report, say }: PageContext, zone: ReportZone, index: string): string {
  const { result, language } = report;
  return say('trends.chart', {
    index: indexName(result, index, language),
    zone: zone.label,
    first: result.years[0] ?? 0,
    last: result.years.at(-1) ?? 0,
  });
}

const LEGEND: readonly (readonly [key: string, mark: string])[] = [
  [
    'median',
    '<path d="M0 7H22" stroke="#0b5d5b" stroke-width="2"/><circle cx="11" cy="7" r="2.6" fill="#0b5d5b"/>',
  ],
  ['quartiles', '<rect y="2" width="22" height="10" fill="#0b5d5b" fill-opacity=".16"/>'],
  ['reference', '<path d="M0 7H22" stroke="#8a6100" stroke-width="1.8" stroke-dasharray="6 3"/>'],
  ['trend', '<path d="M0 7H22" stroke="#5b6664" stroke-width="1.4" stroke-dasharray="2 3"/>'],
  [
    'fitted',
    '<path d="M0 11 11 4 22 9" fill="none" stroke="#b5452c" stroke-width="2"/><rect x="8.5" y="1.5" width="5" height="5" transform="rotate(45 11 4)" fill="#fff" stroke="#b5452c"/>',
  ],
  ['damaged', '<path d="M7 3H15V11H7Z" fill="#fff" stroke="#7a4a00" stroke-width="1.4"/>'],
  ['reclaimed', '<path d="M7 3H15V11H7Z" fill="#1b6e3c"/>'],
  ['loss', '<path d="M6 3H16L11 12Z" fill="#a3341c"/>'],
  ['gain', '<path d="M6 11H16L11 2Z" fill="#1b6e3c"/>'],
];

function chartLegend({ say }: PageContext): Html {
  return html`<ul class="chart-legend">${LEGEND.map(
    ([key, mark]) =>
      html`<li>${raw(`<svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">${mark}</svg>`)}${say(`chart.${key}`)}</li>`,
  )}<li><i class="swatch hatched"></i>${say('chart.unseen')}</li></ul>`;
}

function figureTable({ report, say }: PageContext, figure: TrendFigure, title: string): Html {
  const { language } = report;
  const text = (value: number): string => numberText(language, value, figure.digits);
  const reference = new Map(figure.reference.map(({ year, median }) => [year, median]));
  const rows = figure.years.map((one): Cell[] => {
    const line = reference.get(one.year);
    return [
      { show: one.year, sort: one.year },
      one.median === null
        ? { show: say('years.not-seen', { reason: one.reason ?? '' }), sort: null }
        : { show: text(one.median), sort: one.median },
      one.p25 === null || one.p75 === null
        ? { show: '', sort: null }
        : { show: `${text(one.p25)} – ${text(one.p75)}`, sort: one.p75 - one.p25 },
      line === undefined ? { show: say('years.no-reference'), sort: null } : { show: text(line), sort: line },
      { show: `${percentText(language, one.validShare)} %`, sort: one.validShare },
    ];
  });
  return table(
    title,
    [
      { label: say('maps.year'), kind: 'text' },
      { label: say('years.median'), kind: 'number' },
      { label: say('years.quartiles'), kind: 'number' },
      { label: say('years.reference'), kind: 'number' },
      { label: say('years.valid'), kind: 'number' },
    ],
    rows,
    { klass: 'narrow compact' },
  );
}

/** Figures and sentences of every zone and index, for the script. */
export function trendData(context: PageContext): PageData['trends'] {
  const { report, zones, indices } = context;
  const { result, language } = report;
  return Object.fromEntries(
    indices.map((index) => [
      index,
      Object.fromEntries(
        zones.map((zone) => [
          zoneKey(zone),
          {
            figure: trendFigure(result, zone, index, language),
            sentences: trendSentences(result, zone, index, language),
            title: chartTitle(context, zone, index),
          },
        ]),
      ),
    ]),
  );
}
