import { crsName } from '@aftermine/science/report/observation';
import { centroid } from '@aftermine/science/site';
import type { CheckReport } from '../../ports/index.ts';
import { escapeHtml, type Html, html, raw } from '../observation-report/html.ts';
import type { CheckPage } from './check-page.ts';
import { boxAround, type MapFrame, pathOf } from './map-frame.ts';
import { furniture } from './map-furniture.ts';
import { MARK_RADIUS, type Mark, outlineKey } from './place-marks.ts';
import { standingOf } from './severity-mark.ts';

/** With more outlines than this those without a problem are drawn coarsely. */
const MANY = 2000;
/** With more units than this their names would cover the map. */
const MAX_NAMED = 150;

type MapLayer = 'reference' | 'units' | 'fault' | 'boundary';

/** The map: boundary, units, reference areas, and every problem by its number. */
export function checkMap({ report, language, say, frame, marks }: CheckPage): Html | null {
  if (frame === null || marks === null) return null;
  const faulty = new Set(
    report.problems.flatMap(({ file, index, other }) => [
      outlineKey(file, index),
      ...(other === null ? [] : [outlineKey(file, other)]),
    ]),
  );
  const step = report.features.length > MANY ? 1 : 0.25;
  const many = report.features.length > MANY;
  const shapes: Record<MapLayer, string[]> = { reference: [], units: [], fault: [], boundary: [] };
  for (const { role, file, index, geometry } of report.features) {
    const layer = role === 'units' && faulty.has(outlineKey(file, index)) ? 'fault' : role;
    const path = pathOf(geometry, frame, layer === 'units' ? step : 0.25);
    if (path !== '') shapes[layer].push(path);
  }
  // One path each, so that land drawn twice is seen twice; very many sound units share one to keep the page small.
  if (many) shapes.units = [shapes.units.join('')];
  const layers = (['reference', 'units', 'fault', 'boundary'] as const)
    .flatMap((layer) => shapes[layer].map((path) => `<path class="${layer}" d="${path}"/>`))
    .join('');
  const lines = marks.numbered.map(leader).join('');
  const dots = marks.dots.map(
    ({ at, problem }) =>
      `<circle class="dot ${standingOf(problem)}" cx="${fixed(at[0])}" cy="${fixed(at[1])}" r="2.5"/>`,
  );
  const numbers = marks.numbered.map(badge).toReversed();
  const label = escapeHtml(
    say('map-label', {
      units: report.features.filter(({ role }) => role === 'units').length,
      count: report.problems.length,
    }),
  );
  const svg = `<svg class="site" viewBox="0 0 ${frame.width} ${frame.height}" role="group" aria-label="${label}">${layers}${areaNames(report, frame)}${lines}${dots.join('')}${numbers.join('')}${furniture(frame, escapeHtml(say('north')))}</svg>`;
  const kinds = (['boundary', 'units', 'fault', 'reference'] as const).filter(
    (kind) => shapes[kind].length > 0,
  );
  const offMap = marks.numbered.filter(({ off }) => off !== null).map(({ number }) => number);
  const notes = [
    crsName(language, report.crs),
    ...(marks.dots.length === 0 ? [] : [say('map-dots', { count: marks.numbered.length })]),
    ...(offMap.length === 0 ? [] : [say('off-map', { numbers: offMap.join(', ') })]),
    ...(marks.nowhere.length === 0 ? [] : [say('not-drawn', { numbers: marks.nowhere.join(', ') })]),
  ];
  return html`<figure class="check-map">${raw(svg)}<figcaption><span class="legend">${kinds.map(
    (kind) =>
      html`<span>${raw(`<svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true"><path class="${kind}" d="M1.5 1.5h19v9h-19z"/></svg>`)}${say(`legend.${kind === 'units' ? 'unit' : kind}`)}</span>`,
  )}</span>${notes.map((note) => html`<span class="note">${note}</span>`)}</figcaption></figure>`;
}

/** Names of units and reference areas where there is room for them. */
function areaNames({ features }: CheckReport, frame: MapFrame): string {
  const named = features.filter(({ role }) => role !== 'boundary');
  if (named.length > MAX_NAMED) return '';
  return named
    .map(({ label, geometry }) => {
      const place = centroid(geometry);
      const box = boxAround([geometry]);
      if (place === null || box === null || !frame.contains(place)) return '';
      const wide = frame.x([box[2], box[3]]) - frame.x([box[0], box[1]]);
      if (wide < label.length * 7 || frame.y([box[0], box[1]]) - frame.y([box[2], box[3]]) < 16) return '';
      return `<text class="name" x="${fixed(frame.x(place))}" y="${fixed(frame.y(place) + 4)}" text-anchor="middle" font-size="12">${escapeHtml(label)}</text>`;
    })
    .join('');
}

/** A thin line from a number that was moved aside to its place. */
function leader({ at, label, problem, off }: Mark): string {
  if (off !== null || Math.hypot(at[0] - label[0], at[1] - label[1]) < 1) return '';
  const standing = standingOf(problem);
  return `<path class="leader ${standing}" d="M${fixed(at[0])} ${fixed(at[1])}L${fixed(label[0])} ${fixed(label[1])}"/><circle class="dot ${standing}" cx="${fixed(at[0])}" cy="${fixed(at[1])}" r="2.5"/>`;
}

function badge({ number, label: [x, y], problem, off }: Mark): string {
  const size = number > 99 ? 8.5 : 11;
  const standing = standingOf(problem);
  const arrow =
    off !== null
      ? `<path class="arrow ${standing}" transform="translate(${fixed(x)} ${fixed(y)}) rotate(${fixed(off)})" d="M9 -6 17 0 9 6z"/>`
      : '';
  return `<a href="#p${number}" id="m${number}"><title>${number}</title>${arrow}<circle class="badge ${standing}" cx="${fixed(x)}" cy="${fixed(y)}" r="${MARK_RADIUS}"/><text x="${fixed(x)}" y="${fixed(y + size * 0.36)}" font-size="${size}" text-anchor="middle" class="number ${standing}">${number}</text></a>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
