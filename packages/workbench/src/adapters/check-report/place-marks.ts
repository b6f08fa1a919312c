import type { CheckedOutline, CheckReport, ReportedProblem } from '../../ports/index.ts';
import { boxAround, type MapFrame } from './map-frame.ts';

/** Features of a report by `outlineKey`. */
export type Outlines = ReadonlyMap<string, CheckedOutline>;

export function outlineKey(file: string, index: number): string {
  return `${index}#${file}`;
}

/** A number on the map. */
export interface Mark {
  readonly number: number;
  readonly problem: ReportedProblem;
  /** Where the problem is, pixels. */
  readonly at: readonly [x: number, y: number];
  /** Where its number stands, moved aside where others are in the way. */
  readonly label: readonly [x: number, y: number];
  /** Where the place lies outside the frame, the direction to it in degrees, clockwise from east; else null. */
  readonly off: number | null;
}

export interface Marks {
  readonly numbered: readonly Mark[];
  /** Problems that get a dot without a number. */
  readonly dots: readonly Mark[];
  /** Numbers of problems without a place. */
  readonly nowhere: readonly number[];
}

/** With more marks than this nobody reads their numbers. */
const MAX_NUMBERED = 120;
export const MARK_RADIUS = 10;
const GAP = 2 * MARK_RADIUS + 2;
/** Room for the arrow of a mark that points off the map. */
const ARROW = 13;
/** North arrow and scale bar stand in these corners. */
const CORNER = { north: [56, 58], bar: [260, 46] } as const;

/** Puts the number of every problem on the map, none over another. */
export function placeMarks(report: CheckReport, outlines: Outlines, frame: MapFrame): Marks {
  const numbered: Mark[] = [];
  const dots: Mark[] = [];
  const nowhere: number[] = [];
  report.problems.forEach((problem, i) => {
    const number = i + 1;
    const place = problem.where ?? middleOf(outlines, problem);
    if (place === null) {
      nowhere.push(number);
      return;
    }
    const [x, y] = [frame.x(place), frame.y(place)];
    const outside = !frame.contains(place);
    const inset = MARK_RADIUS + ARROW;
    const at: readonly [number, number] = outside
      ? [
          Math.min(frame.width - inset, Math.max(inset, x)),
          Math.min(frame.height - inset, Math.max(inset, y)),
        ]
      : [x, y];
    const free = numbered.length >= MAX_NUMBERED ? at : freePlace(at, numbered, frame);
    const off = outside ? (Math.atan2(y - free[1], x - free[0]) * 180) / Math.PI : null;
    if (numbered.length >= MAX_NUMBERED) {
      dots.push({ number, problem, at, label: at, off });
      return;
    }
    numbered.push({ number, problem, at, label: free, off });
  });
  return { numbered, dots, nowhere };
}

/** The nearest place on a spiral where a number covers no other. */
function freePlace(
  [x, y]: readonly [number, number],
  taken: readonly Mark[],
  { width, height }: MapFrame,
): readonly [number, number] {
  for (let turn = 0; turn < 400; turn += 1) {
    const radius = turn === 0 ? 0 : GAP * (0.6 + turn / 9);
    const angle = turn * 2.4 - 0.8;
    const candidate = [x + radius * Math.cos(angle), y - radius * Math.sin(angle)] as const;
    const [cx, cy] = candidate;
    if (cx < MARK_RADIUS || cy < MARK_RADIUS || cx > width - MARK_RADIUS || cy > height - MARK_RADIUS)
      continue;
    if (cx > width - CORNER.north[0] && cy < CORNER.north[1]) continue;
    if (cx < CORNER.bar[0] && cy > height - CORNER.bar[1]) continue;
    if (taken.every(({ label }) => Math.hypot(label[0] - cx, label[1] - cy) >= GAP)) return candidate;
  }
  return [x, y];
}

function middleOf(outlines: Outlines, { file, index }: ReportedProblem): readonly [number, number] | null {
  const feature = outlines.get(outlineKey(file, index));
  const box = feature === undefined ? null : boxAround([feature.geometry]);
  return box === null ? null : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
