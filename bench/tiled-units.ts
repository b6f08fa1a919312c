import type { Feature, MultiPolygon, Position } from '@aftermine/science/site';

export const COLUMNS = 250;
const ROWS = 200;
/** Positions that each side of a unit is drawn with, beside its corners. */
const SIDE_POINTS = 4;
const CELL_M = 100;
const WEST = 500_000;
const SOUTH = 4_300_000;

/** Units that tile the land with crooked common borders, every 500th drawn 3 m too far to the east. */
export function tiledUnits(): { features: Feature[]; boundary: MultiPolygon; moved: number } {
  let state = 20;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const width = COLUMNS + 1;
  const corners = Array.from({ length: width * (ROWS + 1) }, (_, i): Position => {
    const [c, r] = [i % width, Math.floor(i / width)];
    return [WEST + c * CELL_M + 30 * (random() - 0.5), SOUTH + r * CELL_M + 30 * (random() - 0.5)];
  });
  const side = (from: Position, to: Position): Position[] =>
    Array.from({ length: SIDE_POINTS }, (_, i) => {
      const t = (i + 1) / (SIDE_POINTS + 1);
      const wiggle = (): number => 8 * (random() - 0.5);
      return [from[0] + t * (to[0] - from[0]) + wiggle(), from[1] + t * (to[1] - from[1]) + wiggle()];
    });
  const corner = (c: number, r: number): Position => corners[r * width + c]!;
  const level = Array.from({ length: COLUMNS * (ROWS + 1) }, (_, i) => {
    const [c, r] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    return side(corner(c, r), corner(c + 1, r));
  });
  const upright = Array.from({ length: width * ROWS }, (_, i) => {
    const [c, r] = [i % width, Math.floor(i / width)];
    return side(corner(c, r), corner(c, r + 1));
  });
  let moved = 0;
  const features = Array.from({ length: COLUMNS * ROWS }, (_, i): Feature => {
    const [c, r] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    let ring: Position[] = [
      corner(c, r),
      ...level[r * COLUMNS + c]!,
      corner(c + 1, r),
      ...upright[r * width + c + 1]!,
      corner(c + 1, r + 1),
      ...level[(r + 1) * COLUMNS + c]!.toReversed(),
      corner(c, r + 1),
      ...upright[r * width + c]!.toReversed(),
    ];
    if (i % 500 === 7 && c + 1 < COLUMNS) {
      ring = ring.map(([x, y]): Position => [x + 3, y]);
      moved += 1;
    }
    return { id: `U${i + 1}`, geometry: [[[...ring, ring[0]!]]], properties: {} };
  });
  const [west, south, east, north] = [
    WEST - CELL_M,
    SOUTH - CELL_M,
    WEST + (COLUMNS + 1) * CELL_M,
    SOUTH + (ROWS + 1) * CELL_M,
  ];
  const boundary: MultiPolygon = [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
  return { features, boundary, moved };
}
