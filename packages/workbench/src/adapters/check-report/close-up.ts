import type { MultiPolygon } from '@aftermine/science/site';
import type { ReportedProblem } from '../../ports/index.ts';
import { escapeHtml, type Html, raw } from '../observation-report/html.ts';
import type { CheckPage } from './check-page.ts';
import { boxAround, frameOf, lengthText, pathOf } from './map-frame.ts';
import { type Outlines, outlineKey } from './place-marks.ts';

const WIDTH = 132;
const HEIGHT = 92;
/** More close-ups would make a page that is slow to open. */
export const MAX_CLOSE_UPS = 80;
const LEAST_M = 6;
/** Problems of a feature as a whole: the place is only a vertex of it. */
const WHOLE: ReadonlySet<string> = new Set([
  'outside-boundary',
  'duplicate-geometry',
  'duplicate-id',
  'sliver',
]);
const SQUARE_METRES_PER_HA = 10_000;

/**
 * What a problem looks like from near: its feature, the other one of a pair, and the boundary, about the place,
 * at a size that shows the fault itself. Null where there is no place.
 */
export function closeUp(
  { report, say, outlines }: CheckPage,
  problem: ReportedProblem,
  number: number,
): Html | null {
  const feature = outlineOf(outlines, problem.file, problem.index);
  const box = feature === null ? null : boxAround([feature]);
  if (feature === null || box === null) return null;
  const aboutWhole = WHOLE.has(problem.check) || problem.where === null;
  const place = aboutWhole ? ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const) : problem.where;
  const whole = frameOf(box, report.crs, WIDTH, { least: HEIGHT, most: HEIGHT });
  const wideM = Math.min(whole.widthM * 1.25, Math.max(LEAST_M, faultSizeM(problem, whole.widthM)));
  // Units of the CRS that one metre is, taken from the frame of the whole feature.
  const unit = Math.abs(
    (box[2] - box[0]) / (((whole.x([box[2], 0]) - whole.x([box[0], 0])) / WIDTH) * whole.widthM),
  );
  const half = Number.isFinite(unit) && unit > 0 ? (wideM * unit) / 2 : (box[2] - box[0]) / 2;
  const up = half * (HEIGHT / WIDTH) * 0.98;
  const frame = frameOf([place[0] - half, place[1] - up, place[0] + half, place[1] + up], report.crs, WIDTH, {
    least: HEIGHT,
    most: HEIGHT,
  });
  const other = problem.other === null ? null : outlineOf(outlines, problem.file, problem.other);
  const boundary = report.features
    .filter(({ role, file }) => role === 'boundary' && file !== problem.file)
    .map(({ geometry }) => pathOf(geometry, frame, 0.1))
    .join('');
  const [x, y] = [Math.round(frame.x(place)), Math.round(frame.y(place))];
  const label = escapeHtml(say('close-up-label', { number, width: lengthText(frame.widthM) }));
  return raw(
    `<svg class="close-up" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}"><path class="fault" d="${pathOf(feature, frame, 0.1)}"/>${other === null ? '' : `<path class="other" d="${pathOf(other, frame, 0.1)}"/>`}<path class="boundary" d="${boundary}"/>${aboutWhole ? '' : `<circle class="ring" cx="${x}" cy="${y}" r="9"/>`}<text x="${WIDTH - 4}" y="${HEIGHT - 5}" text-anchor="end" font-size="10">↔ ${lengthText(frame.widthM)}</text></svg>`,
  );
}

/** Metres across which the fault can be seen. */
function faultSizeM({ check, params }: ReportedProblem, featureM: number): number {
  const ha = params['ha'];
  if (typeof ha === 'number' && check !== 'outside-boundary') return 6 * Math.sqrt(ha * SQUARE_METRES_PER_HA);
  if (check === 'repeated-vertices') return featureM / 4;
  return featureM * 1.25;
}

function outlineOf(outlines: Outlines, file: string, index: number): MultiPolygon | null {
  const geometry = outlines.get(outlineKey(file, index))?.geometry ?? [];
  return geometry.length === 0 ? null : geometry;
}
