import { indexInSentence, numberText, percentText } from '@aftermine/science/report/observation';
import type { ChangeMap } from './change-maps.ts';
import { type Html, html, raw } from './html.ts';
import type { PageContext } from './page-context.ts';
import { details, legendBar, section, table } from './page-parts.ts';
import { mapFurniture, overlay } from './site-overlay.ts';

/** When and where the land lost and regained its cover. */
export function changeSection(context: PageContext, maps: readonly ChangeMap[]): Html {
  const { report, say, outlines, geographic } = context;
  const { result, language } = report;
  const name = indexInSentence(result, result.trajectories.boundary.index, language);
  const [west, south, east, north] = report.box;
  const ratio = `${(east - west).toFixed(6)} / ${(north - south).toFixed(6)}`;
  return section(
    'changes',
    say('changes'),
    html`<p class="lead">${say('changes.lead', { index: name })}</p><div class="quad">${maps.map(
      (map) =>
        html`<figure><figcaption>${map.label}</figcaption><div class="map" style="aspect-ratio:${ratio}"><img alt="${say('changes.alt', { layer: map.label, summary: map.summary })}" src="${map.image}">${overlay(outlines)}${mapFurniture(report, geographic, say('maps.north'))}</div>${legendBar(map.gradient, map.ticks)}<p class="swatches"><span><i class="swatch plain"></i>${map.plain}</span><span><i class="swatch hatched"></i>${say('maps.no-data')}</span></p><p class="small">${map.summary}${map.id === 'trend' && ` ${say('changes.trend-lead')}`}</p></figure>`,
    )}</div>${shares(context)}`,
  );
}

const WIDTH = 1000;
const HEIGHT = 150;
const LEFT = 46;
const BASE = 124;

/** Share of the boundary by the year loss was first seen, as bars and as a table. */
function shares({ report, say }: PageContext): Html {
  const { result, language } = report;
  const { disturbedShare } = result.trajectories.boundary;
  const title = say('changes.by-year');
  if (disturbedShare.length === 0) return html`<h3>${title}</h3><p>${say('changes.no-share')}</p>`;
  const [first, last] = [result.years[0]!, result.years.at(-1)!];
  const step = (WIDTH - LEFT - 10) / (last - first + 1);
  const most = Math.max(...disturbedShare.map(({ share }) => share));
  const x = (year: number): number => LEFT + (year - first) * step;
  const bars = disturbedShare.map(({ year, share }) => {
    const tall = (share / most) * (BASE - 14);
    return `<rect x="${(x(year) + step * 0.15).toFixed(1)}" y="${(BASE - tall).toFixed(1)}" width="${(step * 0.7).toFixed(1)}" height="${tall.toFixed(1)}" fill="#a3341c"><title>${year}: ${percentText(language, share, 1)} %</title></rect>`;
  });
  const labels: string[] = [];
  for (let year = Math.ceil(first / 5) * 5; year <= last; year += 5)
    labels.push(
      `<text x="${(x(year) + step / 2).toFixed(1)}" y="${BASE + 17}" text-anchor="middle">${year}</text>`,
    );
  const chart = `<svg class="share-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="share-title" font-size="11" fill="#3d4745"><line x1="${LEFT}" x2="${WIDTH - 10}" y1="${BASE}" y2="${BASE}" stroke="#c9cec9"/><text x="${LEFT - 6}" y="18" text-anchor="end">${numberText(language, most * 100, 1)} %</text><text x="${LEFT - 6}" y="${BASE}" text-anchor="end">0</text>${bars.join('')}${labels.join('')}</svg>`;
  return html`<h3 id="share-title">${title}</h3><div class="chart">${raw(chart)}</div>${details(
    say('trends.table'),
    table(
      title,
      [
        { label: say('maps.year'), kind: 'text' },
        { label: say('changes.share-column'), kind: 'number' },
      ],
      disturbedShare.map(({ year, share }) => [
        { show: year, sort: year },
        { show: `${percentText(language, share, 1)} %`, sort: share },
      ]),
      { sortable: true, klass: 'narrow compact' },
    ),
  )}`;
}
