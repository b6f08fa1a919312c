import { crsName } from '@aftermine/science/report/observation';
import { centroid, type MultiPolygon } from '@aftermine/science/site';
import { boxAround, frameOf, type MapFrame, mapBox, pathOf } from '../check-report/map-frame.ts';
import { furniture } from '../check-report/map-furniture.ts';
import { sheetAnchor } from '../diagnosis-report/diagnosis-page.ts';
import { escapeHtml, type Html, html, raw } from '../observation-report/html.ts';
import { fixed, textWithin } from './chart-scale.ts';
import { endUseStyles, patternsOf } from './end-use-style.ts';
import type { PlanPage } from './plan-page.ts';

const MAP_WIDTH = 1000;
const MAP_HEIGHTS = { least: 360, most: 760 };
/** With more units than this labels would cover the map. */
const MAX_LABELLED = 150;
const MANY = 2000;
/** Size of labels, and the room a name gets on a small unit. */
const LABEL = 13;
const LEAST_ROOM = 84;

/** Units by end use, in colour and pattern, with the year works begin; each unit leads to its sheet. Null without a place. */
export function planMap(page: PlanPage): Html | null {
  const { report, result, language, say, words, sheets } = page;
  const { site } = report;
  const box = mapBox({
    features: [
      { role: 'boundary', geometry: site.boundary },
      ...site.units.map(({ geometry }) => ({ role: 'units', geometry }) as const),
    ],
  });
  if (box === null) return null;
  const frame = frameOf(box, site.crs, MAP_WIDTH, MAP_HEIGHTS);
  const step = site.units.length > MANY ? 1 : 0.25;
  const planned = new Map(result.units.map((unit) => [unit.id, unit]));
  const styles = endUseStyles(result.units);
  const shapes = site.units.map(({ id, geometry }) => {
    const unit = planned.get(id);
    const choice = unit?.choice ?? null;
    const style = choice === null ? undefined : styles.get(choice.endUse);
    const told = say('pair', {
      what: words.unit(id),
      told:
        choice?.year == null
          ? words.package(choice?.id ?? null)
          : words.choice(`${choice.id}@${choice.year}`),
    });
    const fill = style === undefined ? 'class="left"' : `class="use" fill="url(#use-${style.pattern})"`;
    const path = `<path ${fill} d="${pathOf(geometry, frame, step)}"><title>${escapeHtml(told)}</title></path>`;
    return sheets.has(id) ? `<a href="#${escapeHtml(sheetAnchor(id))}">${path}</a>` : path;
  });
  const labels =
    site.units.length > MAX_LABELLED
      ? ''
      : site.units
          .map(({ id, geometry }) => {
            const choice = planned.get(id)?.choice ?? null;
            const lines =
              choice === null
                ? [id]
                : [
                    id,
                    textWithin(words.endUse(choice.endUse), LABEL, roomFor(geometry, frame)),
                    ...(choice.year === null ? [] : [String(choice.year)]),
                  ];
            return labelAt(lines, geometry, frame);
          })
          .join('');
  const label = escapeHtml(say('map.label', { units: site.units.length, treated: page.treated.length }));
  const svg = `<svg class="site" viewBox="0 0 ${frame.width} ${frame.height}" role="group" aria-label="${label}"><defs>${patternsOf(styles.values())}</defs>${shapes.join('')}<path class="boundary" d="${pathOf(site.boundary, frame, 0.25)}"/>${labels}${furniture(frame, escapeHtml(say('north')))}</svg>`;
  const swatch = (mark: string): Html =>
    raw(
      `<svg viewBox="0 0 32 18" width="32" height="18" aria-hidden="true"><path ${mark} d="M1 1h30v16H1z"/></svg>`,
    );
  const legend = [...styles].map(
    ([use, { pattern }]) =>
      html`<span>${swatch(`class="use" fill="url(#use-${pattern})"`)}${words.endUse(use)}</span>`,
  );
  const isLeft = result.units.some(({ choice }) => choice === null);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('map')}"><div class="wide-figure">${raw(svg)}</div></div><figcaption><span class="legend">${legend}${isLeft && html`<span>${swatch('class="left"')}${say('map.left')}</span>`}<span>${raw('<svg viewBox="0 0 32 18" width="32" height="18" aria-hidden="true"><path class="boundary dashed" d="M1 9h30"/></svg>')}${say('map.boundary')}</span></span><span class="note">${say('map.crs', { crs: crsName(language, site.crs) })}</span></figcaption>`;
}

/** Width in which the name of an end use must stand, so that it covers no neighbour. */
function roomFor(geometry: MultiPolygon, frame: MapFrame): number {
  const box = boxAround([geometry]);
  if (box === null) return LEAST_ROOM;
  return Math.max(LEAST_ROOM, frame.x([box[2], box[3]]) - frame.x([box[0], box[1]]));
}

function labelAt(lines: readonly string[], geometry: MultiPolygon, frame: MapFrame): string {
  const place = centroid(geometry);
  if (place === null || !frame.contains(place)) return '';
  const x = fixed(frame.x(place));
  const top = frame.y(place) - (lines.length - 1) * 7.5 + 4;
  return lines
    .map(
      (line, i) =>
        `<text class="name${i === 0 ? ' first' : ''}" x="${x}" y="${fixed(top + i * 15)}" text-anchor="middle" font-size="${LABEL}">${escapeHtml(line)}</text>`,
    )
    .join('');
}
