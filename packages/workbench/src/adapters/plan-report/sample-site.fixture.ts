import type { Position, Site } from '@aftermine/science/site';
import { UNITS } from './sample-units.fixture.ts';

const RINGS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  U1: [
    [0, 300],
    [420, 260],
    [520, 620],
    [260, 820],
    [-40, 640],
  ],
  U2: [
    [620, 300],
    [1120, 240],
    [1240, 560],
    [900, 820],
    [600, 700],
  ],
  U3: [
    [1320, 520],
    [1640, 500],
    [1660, 800],
    [1300, 820],
  ],
  U4: [
    [1240, 60],
    [1600, 40],
    [1640, 360],
    [1300, 420],
  ],
  U5: [
    [60, -260],
    [560, -300],
    [600, 100],
    [100, 180],
  ],
  U6: [
    [700, -220],
    [1120, -240],
    [1130, -140],
    [720, -110],
  ],
};
const ringOf = (points: readonly (readonly [number, number])[]): Position[] =>
  [...points, points[0]!].map(([x, y]) => [500_000 + x, 4_300_000 + y] as const);

export const sampleSite: Site = {
  name: '北山煤矿',
  crs: 'EPSG:4547',
  boundary: [
    [
      ringOf([
        [-150, -400],
        [1760, -380],
        [1800, 900],
        [-140, 920],
      ]),
    ],
  ],
  units: UNITS.map(({ id, name }) => ({
    id,
    name,
    damage: null,
    yearDamaged: null,
    yearReclaimed: null,
    geometry: [[ringOf(RINGS[id]!)]],
    properties: {},
  })),
  references: [],
};
