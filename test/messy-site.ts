import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Feature, type Ring, toGeojson } from '@aftermine/science/site';

const WEST = 500_000;
const SOUTH = 4_300_000;
const CRS = 'EPSG:4547';

const ring = (...positions: readonly (readonly [number, number])[]): Ring =>
  [...positions, positions[0]!].map(([x, y]) => [WEST + x, SOUTH + y]);
const unit = (id: string, name: string, ...rings: Ring[]): Feature => ({
  id: null,
  geometry: [rings],
  properties: { id, name, class: 'waste-dump' },
});

/** Units of a mine with one of every fault that people draw. Metres from the corner of the land. */
const UNITS: readonly Feature[] = [
  unit('TB-01', '北排土场', ring([80, 900], [420, 880], [560, 1120], [300, 1300], [90, 1200])),
  // Reaches 4 m into TB-01 along the common border.
  unit('TB-02', '东排土场', ring([419, 876], [760, 900], [820, 1180], [556, 1120])),
  // Lies over a good part of TB-02.
  unit('TB-03', '内排土场', ring([700, 860], [1080, 880], [1100, 1140], [760, 1160])),
  // Crosses itself.
  unit('TB-04', '采坑南帮', ring([120, 520], [420, 780], [430, 540], [130, 760])),
  // A spike of 160 m.
  unit(
    'TB-05',
    '工业广场',
    ring([560, 500], [800, 480], [810, 600], [970, 604], [810, 602], [820, 760], [570, 770]),
  ),
  // Reaches over the boundary.
  unit('TB-06', '尾矿库', ring([1180, 420], [1560, 460], [1540, 760], [1200, 720])),
  // Repeated vertices.
  unit('TB-07', '运输道路', ring([120, 160], [900, 120], [900, 120], [902, 180], [120, 220], [120, 220])),
  // What is left between two borders.
  unit('TB-08', '碎图斑', ring([960, 300], [1100, 320], [1100, 321.2])),
  // Far away: coordinates of another zone.
  unit('TB-09', '外部图斑', ring([6200, 3300], [6500, 3300], [6500, 3500], [6200, 3500])),
  // A good one, and a copy of it.
  unit('TB-10', '表土堆场', ring([1150, 880], [1380, 900], [1370, 1150], [1160, 1130])),
  unit('TB-10', '表土堆场', ring([1370, 1150], [1160, 1130], [1150, 880], [1380, 900])),
];

const BOUNDARY: Feature = {
  id: null,
  geometry: [
    [
      ring(
        [20, 60],
        [700, 20],
        [1320, 80],
        [1460, 420],
        [1480, 900],
        [1420, 1260],
        [900, 1330],
        [260, 1360],
        [30, 1240],
        [60, 700],
      ),
    ],
  ],
  properties: { name: '示范矿区' },
};

/** A project folder whose files have every kind of fault; nothing of it was imported or observed. */
export function makeMessySite(dir: string): void {
  mkdirSync(join(dir, 'inputs'), { recursive: true });
  writeFileSync(join(dir, 'inputs/boundary.geojson'), toGeojson({ crs: CRS, features: [BOUNDARY] }));
  writeFileSync(join(dir, 'inputs/units.geojson'), toGeojson({ crs: CRS, features: UNITS }));
  writeFileSync(
    join(dir, 'aftermine.yaml'),
    'name: 青山煤矿 Qingshan mine\nboundary: inputs/boundary.geojson\nunits: {file: inputs/units.geojson}\nlanguage: zh\n',
  );
}
