import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import { section } from './page-parts.ts';
import { mapFurniture, overlay } from './site-overlay.ts';

/** Two years of one layer under a handle; needs the script, the fallback pair stands in the map section. */
export function swipeSection({ maps, say, report, outlines, geographic }: PageContext): Html | null {
  if (maps === null || maps.layers.length === 0) return null;
  const seen = report.result.yearSummaries
    .filter(({ quality }) => quality !== 'none')
    .map(({ year }) => year);
  if (seen.length < 2) return null;
  const years = (chosen: number | undefined): Html[] =>
    seen.map(
      (year) => html`<option value="${year}"${year === chosen ? html` selected` : null}>${year}</option>`,
    );
  const picture = maps.layers.find(({ kind }) => kind === 'picture')?.id ?? maps.layers[0]!.id;
  const ratio = `${maps.width} / ${maps.height}`;
  const canvas = (id: string): Html =>
    html`<canvas id="${id}" width="${maps.width}" height="${maps.height}" aria-hidden="true"></canvas>`;
  return html`<div class="needs-script" hidden>${section(
    'swipe',
    say('swipe'),
    html`<p class="lead">${say('swipe.lead')}</p><div class="fields"><label class="field">${say('maps.layer')}<select id="swipe-layer">${maps.layers.map(
      ({ id, label }) =>
        html`<option value="${id}"${id === picture ? html` selected` : null}>${label}</option>`,
    )}</select></label><label class="field">${say('swipe.before')}<select id="swipe-before">${years(seen[0])}</select></label><label class="field">${say('swipe.after')}<select id="swipe-after">${years(seen.at(-1))}</select></label><button type="button" id="swipe-swap">⇄ ${say('swipe.swap')}</button></div>
<div class="map swipe" id="swipe-map" style="aspect-ratio:${ratio};--ratio:${(maps.width / maps.height).toFixed(4)};--cut:50%"><div class="side before">${canvas('swipe-canvas-before')}</div><div class="side after">${canvas('swipe-canvas-after')}</div>${overlay(outlines, false)}<div class="stamp left" id="swipe-stamp-before"></div><div class="stamp right" id="swipe-stamp-after"></div><div class="handle" aria-hidden="true"></div><input type="range" id="swipe-range" min="0" max="100" step="1" value="50" aria-label="${say('swipe.handle')}">${mapFurniture(report, geographic, say('maps.north'))}</div><div id="swipe-legend" class="swipe-legend"></div>`,
  )}</div>`;
}
