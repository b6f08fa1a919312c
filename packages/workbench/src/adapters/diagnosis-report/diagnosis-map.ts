import { crsName } from '@aftermine/science/report/observation';
import { centroid, type MultiPolygon, type Position } from '@aftermine/science/site';
import { boxAround, frameOf, type MapFrame, mapBox, pathOf } from '../check-report/map-frame.ts';
import { furniture } from '../check-report/map-furniture.ts';
import { escapeHtml, type Html, html, raw } from '../observation-report/html.ts';
import {
  type DiagnosisPage,
  STANDINGS,
  sheetAnchor,
  standingOf,
  type UnitStanding,
} from './diagnosis-page.ts';
import { standingIcon } from './standing-mark.ts';

const MAP_WIDTH = 1000;
const MAP_HEIGHTS = { least: 360, most: 760 };
/** With more units than this names and marks would cover the map. */
const MAX_NAMED = 150;
const MANY = 2000;

/** Units by their gravest problem, reference areas hatched; each unit leads to its sheet. Null without a place. */
export function diagnosisMap({ report, language, say, findingsOf, sheets }: DiagnosisPage): Html | null {
  const { site } = report;
  const box = mapBox({
    features: [
      { role: 'boundary', geometry: site.boundary },
      ...site.units.map(({ geometry }) => ({ role: 'units', geometry }) as const),
      ...site.references.map(({ geometry }) => ({ role: 'reference', geometry }) as const),
    ],
  });
  if (box === null) return null;
  const frame = frameOf(box, site.crs, MAP_WIDTH, MAP_HEIGHTS);
  const step = site.units.length > MANY ? 1 : 0.25;
  const seen = new Set<UnitStanding>();
  const units = site.units.map(({ id, name, geometry }) => {
    const standing = standingOf(findingsOf.get(id) ?? []);
    seen.add(standing);
    const path = `<path class="unit s-${standing}" d="${pathOf(geometry, frame, step)}"><title>${escapeHtml(name === null ? id : `${id} ${name}`)}</title></path>`;
    return sheets.has(id) ? `<a href="#${sheetAnchor(id)}">${path}</a>` : path;
  });
  const references = site.references.map(
    ({ geometry }) => `<path class="reference" d="${pathOf(geometry, frame, 0.25)}"/>`,
  );
  const marks =
    site.units.length > MAX_NAMED
      ? ''
      : site.units
          .map(({ id, geometry }) => unitMark(id, geometry, frame, standingOf(findingsOf.get(id) ?? [])))
          .join('');
  const names =
    site.references.length > MAX_NAMED
      ? ''
      : site.references.map(({ id, geometry }) => nameAt(id, geometry, frame)).join('');
  const label = escapeHtml(say('map-label', { units: site.units.length }));
  const svg = `<svg class="site" viewBox="0 0 ${frame.width} ${frame.height}" role="group" aria-label="${label}"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v7" stroke="#77862c" stroke-width="1.6"/></pattern></defs>${references.join('')}${units.join('')}<path class="boundary" d="${pathOf(site.boundary, frame, 0.25)}"/>${names}${marks}${furniture(frame, escapeHtml(say('north')))}</svg>`;
  const legend = STANDINGS.filter((standing) => seen.has(standing)).map(
    (standing) =>
      html`<span>${raw(`<svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true"><path class="unit s-${standing}" d="M1.5 1.5h19v9h-19z"/></svg>`)}<span class="severity s-${standing}">${raw(standingIcon(standing, 13))}</span>${say(`legend.${standing}`)}</span>`,
  );
  const reference =
    references.length > 0 &&
    html`<span>${raw('<svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true"><path class="reference" d="M1.5 1.5h19v9h-19z"/></svg>')}${say('legend.reference')}</span>`;
  return html`<figure class="check-map">${raw(svg)}<figcaption><span class="legend">${legend}${reference}</span><span class="note">${crsName(language, site.crs)}</span></figcaption></figure>`;
}

function unitMark(id: string, geometry: MultiPolygon, frame: MapFrame, standing: UnitStanding): string {
  const place = centroid(geometry);
  if (place === null || !frame.contains(place)) return '';
  const [x, y] = [fixed(frame.x(place)), frame.y(place)];
  return `<g class="severity s-${standing}"><circle cx="${x}" cy="${fixed(y - 9)}" r="9.5" fill="#fff" opacity=".82"/><svg x="${fixed(frame.x(place) - 7)}" y="${fixed(y - 16)}" width="14" height="14" viewBox="0 0 16 16">${standingIcon(standing, 16)}</svg></g>${text(id, [frame.x(place), y + 13])}`;
}

function nameAt(id: string, geometry: MultiPolygon, frame: MapFrame): string {
  const place = centroid(geometry);
  const box = boxAround([geometry]);
  if (place === null || box === null || !frame.contains(place)) return '';
  return text(id, [frame.x(place), frame.y(place) + 4]);
}

function text(words: string, [x, y]: Position): string {
  return `<text class="name" x="${fixed(x)}" y="${fixed(y)}" text-anchor="middle" font-size="12">${escapeHtml(words)}</text>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
