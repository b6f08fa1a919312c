import {
  cssGradient,
  indexScale,
  indexShortName,
  numberText,
  PALETTES,
  paletteOfCodes,
  percentText,
  seriesOf,
  ticksOf,
  yearsOf,
} from '@aftermine/science/report/observation';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import { type Cell, details, legendBar, notKnown, section, table } from './page-parts.ts';
import { pngUri, tablePng } from './png.ts';
import { mapFurniture, overlay } from './site-overlay.ts';

/** Maps of every year with one legend, and the same as a table. */
export function mapSection(context: PageContext): Html | null {
  const { maps, say, report, crs, geographic } = context;
  if (maps === null || maps.layers.length === 0) return null;
  const { years } = report.result;
  const size = ((report.box[2] - report.box[0]) / maps.width) * 1;
  const pixel = say(geographic ? 'maps.size-degrees' : 'maps.size-metres', {
    size: geographic ? size.toPrecision(2) : numberText(report.language, size, size < 10 ? 1 : 0),
  });
  const note = say('maps.grid-note', { crs, size: pixel });
  const ratio = `${maps.width} / ${maps.height}`;
  return section(
    'maps',
    say('maps'),
    html`<p class="lead">${say('maps.lead')}</p>
${fallback(context)}
<div class="map-panel needs-script" hidden>
<fieldset class="choices" id="map-layers"><legend>${say('maps.layer')}</legend>${maps.layers.map(
      ({ id, label }, i) =>
        html`<label><input type="radio" name="map-layer" value="${id}"${i === 0 ? html` checked` : null}><span>${label}</span></label>`,
    )}</fieldset>
<div class="map-grid">
<div class="map-stage">
<div class="map" id="map" style="aspect-ratio:${ratio};--ratio:${(maps.width / maps.height).toFixed(4)}"><canvas id="map-canvas" width="${maps.width}" height="${maps.height}" tabindex="0" role="img"></canvas>${overlay(context.outlines)}<div class="cross" id="map-cross" hidden></div><div class="stamp" id="map-stamp"></div><p class="why" id="map-why" hidden></p>${mapFurniture(report, geographic, say('maps.north'))}</div>
<div class="time"><div class="time-buttons"><button type="button" id="year-back" aria-label="${say('maps.previous')}">‹</button><button type="button" id="year-play" aria-pressed="false">${say('maps.play')}</button><button type="button" id="year-on" aria-label="${say('maps.next')}">›</button></div>${strip(context)}</div>
<p class="small">${say('maps.strip')}</p>
</div>
<aside class="map-side" aria-label="${say('maps.legend')}">
<h3><output id="map-year" for="year-range">${years[0] ?? ''}</output></h3><ul id="map-season" class="season"></ul>
<h3>${say('maps.legend')}</h3><div id="map-legend"></div><p class="swatches"><span><i class="swatch hatched"></i>${say('maps.no-data')}</span></p>
<label class="field" id="palette-field">${say('maps.colours')}<select id="map-palette"></select></label>
<h3>${say('maps.readout')}</h3><p id="map-readout" class="readout" aria-live="polite">${say('maps.readout-hint')}</p>
<h3>${say('maps.outlines')}</h3><p class="swatches"><span><i class="line boundary"></i>${say('maps.boundary')}</span>${report.site.units.length > 0 && html`<span><i class="line unit"></i>${say('maps.unit')}</span>`}${report.site.references.length > 0 && html`<span><i class="line reference"></i>${say('maps.reference')}</span>`}</p>
<label class="tick"><input type="checkbox" id="map-outlines" checked>${say('maps.show-outlines')}</label>
</aside>
</div>
<h3 class="band-title">${say('maps.all-years')}</h3><div id="contact-sheet" class="sheet"></div>
</div>
<p class="small">${note}</p>
${medianTable(context)}`,
  );
}

/** The year strip: how much of each season was seen, with a slider laid over it. */
function strip({ report, say }: PageContext): Html {
  const { yearSummaries, years } = report.result;
  const last = Math.max(0, years.length - 1);
  return html`<div class="strip" id="year-strip" style="--years:${years.length}"><div class="bars" aria-hidden="true">${yearSummaries.map(
    ({ year, seenShare, quality }) =>
      html`<span class="${quality}" data-year="${year}"><i style="height:${Math.round(seenShare * 100)}%"></i><b>${year % 5 === 0 && year}</b></span>`,
  )}</div><input type="range" id="year-range" min="0" max="${last}" step="1" value="0" aria-label="${say('maps.year')}"></div>`;
}

/** Without scripts: the leading layer in the first and the last year that was seen. */
function fallback({ maps, say, outlines, report, geographic }: PageContext): Html | null {
  const leading = maps?.leading ?? null;
  if (maps === null || leading === null) return null;
  const layer = maps.layers.find(({ kind }) => kind === 'values');
  const palette = PALETTES.viridis;
  const colours = paletteOfCodes(palette);
  const seen = [...leading.codes].filter(([, codes]) => codes.some((code) => code > 0));
  const ends = seen.length < 2 ? seen : [seen[0]!, seen.at(-1)!];
  const { lo, hi } = leading.range;
  return html`<div class="no-script"><p class="small">${say('maps.no-script')}</p><div class="pair">${ends.map(
    ([year, codes]) =>
      html`<figure><div class="map" style="aspect-ratio:${maps.width} / ${maps.height}"><img alt="${layer?.label ?? ''} ${year}" src="${pngUri(tablePng(codes, maps.width, maps.height, colours))}">${overlay(outlines)}${mapFurniture(report, geographic, say('maps.north'))}</div><figcaption>${layer?.label ?? ''}, ${year}</figcaption></figure>`,
  )}</div>${legendBar(
    cssGradient(palette),
    ticksOf({ lo, hi }, 5).map((value) => ({
      at: (value - lo) / (hi - lo),
      text: numberText(report.language, value, 2),
    })),
  )}</div>`;
}

/** Medians of the boundary by year: one column per index, and what was seen. */
function medianTable({ report, say, indices }: PageContext): Html {
  const { result, language } = report;
  const boundary = { kind: 'boundary', id: '', label: '' } as const;
  const rows = result.yearSummaries.map((summary): Cell[] => [
    { show: summary.year, sort: summary.year },
    ...indices.map((index): Cell => {
      const one = yearsOf(seriesOf(result, index), boundary).find(({ year }) => year === summary.year);
      if (one === undefined)
        return { show: say('units.unknown', { reason: say('maps.no-data') }), sort: null };
      if ('unknown' in one) return { show: notKnown(language, one.unknown), sort: null };
      const { digits, offset } = indexScale(index);
      return { show: numberText(language, one.median + offset, digits), sort: one.median };
    }),
    { show: `${percentText(language, summary.seenShare)} %`, sort: summary.seenShare },
  ]);
  return details(
    say('maps.table'),
    table(
      say('maps.table'),
      [
        { label: say('maps.year'), kind: 'text' },
        ...indices.map(
          (index) => ({ label: indexShortName(result, index, language), kind: 'number' }) as const,
        ),
        { label: say('years.seen'), kind: 'number' },
      ],
      rows,
      { sortable: true },
    ),
  );
}
