import { say } from '@aftermine/science/base';
import { headlines, mainIndex } from '@aftermine/science/report';
import { multiPolygonAreaHa } from '@aftermine/science/site';
import type { ObservationReport } from '../../ports/index.ts';
import { escapeHtml, scriptJson } from './html.ts';
import type { MapStack } from './map-images.ts';
import { pageData } from './page-data.ts';
import { STYLE } from './style.ts';
import { componentsTable, fitTable, layersTable, unitsTable, unknownList, yearsTable } from './tables.ts';
import { trendSvg } from './trend-svg.ts';
import type { ReportZone } from './zones.ts';

const MU_PER_HA = 15;

/** The whole page; `script` is plain JavaScript. */
export function pageHtml(
  report: ObservationReport,
  stacks: readonly MapStack[],
  zones: readonly ReportZone[],
  script: string,
): string {
  const { language, result, site, crs } = report;
  const tell = (
    key: string,
    params: Readonly<Record<string, string | number | boolean | null>> = {},
  ): string => escapeHtml(say(language, key, params));
  const areaHa = multiPolygonAreaHa(site.boundary, site.crs);
  const [first, last] = [result.years[0]!, result.years.at(-1)!];
  const scenes = result.yearSummaries.reduce((sum, year) => sum + year.sceneCount, 0);
  const sensors = [...new Set(result.yearSummaries.flatMap((year) => year.sensors))].sort().join(', ');
  const seen = result.yearSummaries.filter((year) => year.quality !== 'none').map(({ year }) => year);
  const map = stacks[0]!;
  const option = (value: string | number, text: string, chosen = false): string =>
    `<option value="${escapeHtml(String(value))}"${chosen ? ' selected' : ''}>${escapeHtml(text)}</option>`;
  const yearOptions = (chosen: number): string =>
    seen.map((year) => option(year, String(year), year === chosen)).join('');
  const index = mainIndex(result);
  const sections = [
    `<header class="top"><div><h1>${tell('report.title', { name: report.projectName })}</h1><div class="facts"><span>${first}–${last}</span><span>${tell('report.area', { ha: areaHa.toFixed(1), mu: (areaHa * MU_PER_HA).toFixed(0) })}</span><span>${tell('report.scenes', { count: scenes })}</span><span>${escapeHtml(sensors)}</span></div></div></header>`,
    `<main><ul class="lead">${headlines(result, language)
      .map((line) => `<li>${escapeHtml(line)}</li>`)
      .join('')}</ul>`,
    `<h2>${tell('report.maps')}</h2><noscript><p>${tell('report.no-script')}</p></noscript><div class="panel needs-script"><div class="controls"><label>${tell('report.layer')} <select id="layer">${stacks.map((stack) => option(stack.id, say(language, stack.label))).join('')}</select></label><label>${tell('report.palette')} <select id="palette">${option('viridis', say(language, 'report.palette.viridis'))}${option('grades', say(language, 'report.palette.grades'))}</select></label></div><div class="maps"><div><div class="frame"><canvas id="map" width="${map.width}" height="${map.height}" role="img" aria-label="${tell('report.map.alt')}"></canvas>${overlay(zones, map, report)}</div><p class="note" id="readout" aria-live="off">&nbsp;</p></div><div><div class="controls"><span class="year" id="year-text" aria-live="polite">${last}</span><button type="button" id="play" aria-pressed="false">${tell('report.play')}</button></div><label for="year">${tell('report.col.year')}</label><input type="range" id="year" min="0" max="${result.years.length - 1}" value="${Math.max(0, result.years.indexOf(seen.at(-1) ?? last))}" step="1"><div class="legend"><strong id="legend-name"></strong><span id="legend-lo"></span><canvas id="legend-bar" width="254" height="12" aria-hidden="true"></canvas><span id="legend-hi"></span></div><div class="legend"><span class="nodata" aria-hidden="true"></span> ${tell('report.no-data')}</div><p class="note">${tell('report.map.note', { crs })} ${scaleBar(report, map)}</p><p class="note">${tell('report.legend-fixed')}</p></div></div></div>`,
    staticMaps(stacks, report, seen),
    `<h2>${tell('report.before-after')}</h2><div class="panel needs-script"><div class="controls"><label>${tell('report.before')} <select id="before">${yearOptions(seen[0] ?? first)}</select></label><label>${tell('report.after')} <select id="after">${yearOptions(seen.at(-1) ?? last)}</select></label></div><div class="frame" style="max-width:640px"><canvas id="map-before" role="img" aria-label="${tell('report.before')}"></canvas><canvas id="map-after" role="img" aria-label="${tell('report.after')}"></canvas><div id="swipe-line"></div><span class="tag left" id="label-before"></span><span class="tag right" id="label-after"></span></div><label for="swipe">${tell('report.swipe')}</label><input type="range" id="swipe" min="0" max="100" value="50"></div>`,
    `<h2 id="trend">${tell('report.trends')}</h2><div class="panel"><div class="controls needs-script"><label>${tell('report.zone')} <select id="zone">${zones.map((zone) => option(zone.id, zone.kind === 'boundary' ? zone.label : `${zone.id} ${zone.label === zone.id ? '' : zone.label}`)).join('')}</select></label></div><p id="sentence" aria-live="polite">${escapeHtml(headlines(result, language)[0] ?? '')}</p><svg id="chart" viewBox="0 0 860 320" role="img" aria-label="${tell('report.trend.alt', { index: say(language, `index.${index}`) })}">${trendSvg(zones[0]!, result.years)}</svg><div class="key"><span><i style="border-color:#1d5c4a"></i>${tell('report.key.median')}</span><span><i style="border-color:#7a5c00;border-top-style:dashed"></i>${tell('report.key.reference')}</span><span><i style="border-color:#a3341c"></i>${tell('report.key.loss')}</span><span><i style="border-color:#9db3a8;border-top-width:8px"></i>${tell('report.key.seen')}</span><span><span class="nodata"></span> ${tell('report.key.unknown')}</span></div></div>`,
    `<h2>${tell('report.units')}</h2>${unitsTable(report, zones)}<p class="note">${tell('report.units.note')}</p>`,
    `<h2>${tell('report.fit')}</h2><p>${tell(`report.fit.${result.fit.gate}`)} ${result.fit.sensitivity?.equalWeightsCorrelation == null ? '' : tell('report.fit.equal-weights', { r: result.fit.sensitivity.equalWeightsCorrelation.toFixed(3) })}</p>${fitTable(report)}<details><summary>${tell('report.components.caption')}</summary>${componentsTable(report)}</details>`,
    `<h2>${tell('report.years')}</h2>${yearsTable(report)}`,
    `<h2>${tell('report.unknown')}</h2>${unknownList(report, zones)}`,
    `<h2>${tell('report.lineage')}</h2><p>${tell('report.lineage.text', { version: report.version })} ${tell('report.area-rule')}</p><details><summary>${tell('report.settings')}</summary><pre>${escapeHtml(JSON.stringify(JSON.parse(report.settings), null, 2))}</pre></details><details><summary>${tell('report.layers.caption')}</summary>${layersTable(report)}</details><p class="note">${tell('report.boundary-of-wording')}</p></main>`,
  ];
  const data = scriptJson(pageData(report, stacks, zones));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${tell('report.title', { name: report.projectName })}</title>
<style>${STYLE}</style>
</head>
<body>
${sections.join('\n')}
<script type="application/json" id="report-data">${data}</script>
<script>${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** Outlines and labels of the zones over a map, with a north arrow. */
function overlay(zones: readonly ReportZone[], map: MapStack, { language }: ObservationReport): string {
  const size = Math.max(6, map.width / 38);
  const outlines = zones
    .map(
      (zone) =>
        `<path class="outline-under" d="${zone.path}"/><path class="outline ${zone.kind === 'reference' ? 'reference' : ''}" data-zone="${escapeHtml(zone.id)}" d="${zone.path}"/>`,
    )
    .join('');
  const labels = zones
    .filter((zone) => zone.kind !== 'boundary')
    .map(
      (zone) =>
        `<text class="map-label" font-size="${size.toFixed(1)}" x="${zone.centre[0].toFixed(1)}" y="${zone.centre[1].toFixed(1)}">${escapeHtml(zone.id)}</text>`,
    )
    .join('');
  const north = `<g transform="translate(${(map.width - size * 1.4).toFixed(1)} ${(size * 1.8).toFixed(1)})"><path d="M0 ${-size}L${size * 0.5} ${size * 0.6}L0 ${size * 0.25}L${-size * 0.5} ${size * 0.6}Z" fill="#fff" stroke="#10201a" stroke-width="${size * 0.1}"/><text class="map-label" font-size="${size.toFixed(1)}" y="${(size * 1.4).toFixed(1)}">${language === 'zh' ? '北' : 'N'}</text></g>`;
  return `<svg viewBox="0 0 ${map.width} ${map.height}" preserveAspectRatio="none" aria-hidden="true">${outlines}${labels}${north}</svg>`;
}

/** A scale bar of a round length, drawn in text size of the page. */
function scaleBar({ box, language }: ObservationReport, map: MapStack): string {
  const metres = box[2] - box[0];
  if (metres < 360) return '';
  const length =
    [50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100].find((one) => one < metres / 3) ?? 100;
  const percent = ((length / metres) * 100).toFixed(2);
  const text = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  return `<span role="img" aria-label="${escapeHtml(say(language, 'report.scale', { length: text }))}" style="display:block;margin-top:6px"><svg viewBox="0 0 ${map.width} 14" style="width:100%;max-width:420px;height:auto"><rect x="1" y="8" width="${((Number(percent) / 100) * map.width).toFixed(1)}" height="4" fill="#1f2421"/><text x="1" y="6" font-size="7" fill="#1f2421">${text}</text></svg></span>`;
}

/** Pictures of the first and last year, for readers without scripts and for paper. */
function staticMaps(
  stacks: readonly MapStack[],
  { language }: ObservationReport,
  seen: readonly number[],
): string {
  const picture = stacks.find((stack) => stack.kind === 'picture');
  if (picture === undefined || seen.length === 0) return '';
  const figure = (year: number): string => {
    const uri = picture.images[year];
    return uri === undefined
      ? ''
      : `<figure style="margin:0"><img src="${uri}" alt="${escapeHtml(`${say(language, picture.label)} ${year}`)}" style="width:100%;image-rendering:pixelated"><figcaption>${escapeHtml(say(language, picture.label))} ${year}</figcaption></figure>`;
  };
  return `<div class="maps static">${figure(seen[0]!)}${figure(seen.at(-1)!)}</div>`;
}
