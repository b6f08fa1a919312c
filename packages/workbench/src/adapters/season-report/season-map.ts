import { say as sayText } from '@aftermine/science/base';
import type { UnitSeasonState } from '@aftermine/science/control';
import { crsName } from '@aftermine/science/report/observation';
import { STATE_ORDER } from '@aftermine/science/report/season';
import { centroid, type MultiPolygon, transformer } from '@aftermine/science/site';
import { frameOf, type MapFrame, mapBox, pathOf } from '../check-report/map-frame.ts';
import { furniture } from '../check-report/map-furniture.ts';
import { sheetAnchor } from '../diagnosis-report/diagnosis-page.ts';
import { escapeHtml, type Html, html, raw } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { fixed } from '../plan-report/chart-scale.ts';
import { alertAnchor } from './alert-card.ts';
import type { SeasonPage } from './season-page.ts';

const MAP_WIDTH = 1000;
const MAP_HEIGHTS = { least: 360, most: 760 };
/** With more units than this names would cover the map. */
const MAX_NAMED = 150;
const MANY = 2000;

/** States by ground and mark, so that they differ in grey too. */
const PATTERNS: Readonly<Record<UnitSeasonState, readonly [ground: string, marks: string]>> = {
  relapsed: ['#f2b8b2', '<path d="M0 0 10 10M10 0 0 10" stroke="#8f1d16" stroke-width="2"/>'],
  stalled: ['#f3cfa2', '<path d="M0 5h10" stroke="#a35200" stroke-width="2.6"/>'],
  behind: ['#f1e3ac', '<path d="M0 10 10 0" stroke="#8a6d00" stroke-width="1.8"/>'],
  'not-seen': ['#ffffff', '<path d="M0 0 10 10" stroke="#9aa5a2" stroke-width="1"/>'],
  waiting: ['#ffffff', '<circle cx="5" cy="5" r="1.3" fill="#5a6663"/>'],
  'on-course': ['#d3e6d2', ''],
  ahead: ['#a9d0ae', '<path d="M5 1v8" stroke="#1b6e3c" stroke-width="1.2"/>'],
  recovered: ['#5c9a72', ''],
};

/** Units by how they stand after the season, alerts as marks; each leads to what is said of it. Null without a place. */
export function mapSection(page: SeasonPage): Html | null {
  const { report, season, language, say, sheets, units } = page;
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
  const seen = new Set<UnitSeasonState>();
  const shapes = site.units.flatMap(({ id, geometry }) => {
    const unit = units.get(id);
    if (unit === undefined) return [];
    seen.add(unit.state);
    const told = say('pair', {
      what: unit.name === null || unit.name === id ? id : `${id} ${unit.name}`,
      told: sayText(language, `unit-state.${unit.state}`),
    });
    const path = `<path class="use" fill="url(#st-${unit.state})" d="${pathOf(geometry, frame, step)}"><title>${escapeHtml(told)}</title></path>`;
    return [sheets.has(id) ? `<a href="#${escapeHtml(sheetAnchor(id))}">${path}</a>` : path];
  });
  const names =
    site.units.length > MAX_NAMED
      ? ''
      : site.units.map(({ id, geometry }) => nameAt(id, geometry, frame)).join('');
  const marks = alertMarks(page, frame);
  const label = escapeHtml(say('map.label', { year: season.year, units: site.units.length }));
  const svg = `<svg class="site" viewBox="0 0 ${frame.width} ${frame.height}" role="group" aria-label="${label}"><defs>${STATE_ORDER.filter(
    (state) => seen.has(state),
  )
    .map(patternOf)
    .join(
      '',
    )}</defs>${shapes.join('')}<path class="boundary" d="${pathOf(site.boundary, frame, 0.25)}"/>${names}${marks.join('')}${furniture(frame, escapeHtml(say('north')))}</svg>`;
  const legend = STATE_ORDER.filter((state) => seen.has(state)).map(
    (state) =>
      html`<span>${raw(`<svg viewBox="0 0 32 18" width="32" height="18" aria-hidden="true"><path class="use" fill="url(#st-${state})" d="M1 1h30v16H1z"/></svg>`)}${sayText(language, `unit-state.${state}`)}</span>`,
  );
  return section(
    'map',
    say('map'),
    html`<p class="lead">${say('map.lead')}</p><figure class="check-map"><div class="scroll" tabindex="0" role="region" aria-label="${say('map')}"><div class="wide-figure">${raw(svg)}</div></div><figcaption><span class="legend">${legend}${marks.length > 0 && html`<span>${raw(`<svg viewBox="0 0 18 16" width="20" height="18" aria-hidden="true">${markAt(9, 9)}</svg>`)}${say('map.alert')}</span>`}<span>${raw('<svg viewBox="0 0 32 18" width="32" height="18" aria-hidden="true"><path class="boundary dashed" d="M1 9h30"/></svg>')}${say('map.boundary')}</span></span><span class="note">${say('map.note', { crs: crsName(language, site.crs) })}</span></figcaption></figure>`,
  );
}

/** New alerts of the season where they are. */
function alertMarks({ report, alerts, language, say }: SeasonPage, frame: MapFrame): string[] {
  const { site } = report;
  const shapes = new Map(site.units.map(({ id, geometry }) => [id, geometry]));
  const toSite = transformer('EPSG:4326', site.crs);
  return alerts.flatMap(({ alarm, isNew }) => {
    if (!isNew) return [];
    const geometry = alarm.unit === null ? undefined : shapes.get(alarm.unit);
    const place =
      geometry !== undefined
        ? centroid(geometry)
        : alarm.place === undefined
          ? null
          : toSite(alarm.place[0], alarm.place[1]);
    if (place === null || !frame.contains(place)) return [];
    const [x, y] = [frame.x(place), frame.y(place) - (geometry === undefined ? 0 : 24)];
    const told = say('pair', {
      what: alarm.unit ?? '',
      told: sayText(language, `alarm.${alarm.kind}`),
    });
    return [
      `<a href="#${escapeHtml(alertAnchor(alarm.id))}"><g><title>${escapeHtml(alarm.unit === null ? sayText(language, `alarm.${alarm.kind}`) : told)}</title>${markAt(x, y)}</g></a>`,
    ];
  });
}

function markAt(x: number, y: number): string {
  return `<path d="M${fixed(x)} ${fixed(y - 9)}l8.5 15h-17z" fill="#b3261e" stroke="#fff" stroke-width="1.2"/><path d="M${fixed(x)} ${fixed(y - 3.5)}v5" stroke="#fff" stroke-width="1.8"/><circle cx="${fixed(x)}" cy="${fixed(y + 3.8)}" r="1.1" fill="#fff"/>`;
}

function patternOf(state: UnitSeasonState): string {
  const [ground, marks] = PATTERNS[state];
  return `<pattern id="st-${state}" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 0h10v10H0z" fill="${ground}"/>${marks}</pattern>`;
}

function nameAt(id: string, geometry: MultiPolygon, frame: MapFrame): string {
  const place = centroid(geometry);
  if (place === null || !frame.contains(place)) return '';
  return `<text class="name first" x="${fixed(frame.x(place))}" y="${fixed(frame.y(place) + 5)}" text-anchor="middle" font-size="13">${escapeHtml(id)}</text>`;
}
