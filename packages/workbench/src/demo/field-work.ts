import { chance, seedOf } from '@aftermine/science/base';
import type { Grid } from '@aftermine/science/raster';
import { boxOf, containsPosition, projectPolygons } from '@aftermine/science/site';
import { unitOutline } from './mine-history.ts';
import { polygonOnGrid } from './outline.ts';
import { REFERENCES, unitsBy } from './site-plan.ts';
import type { PlanPosition, SoilPlan } from './types.ts';

/** Samples of one unit, and of one reference area. */
const SAMPLES_PER_AREA = 5;

/** Chestnut soil of the steppe, as survey tables have it. */
const STEPPE_SOIL: SoilPlan = {
  depthCm: 62,
  ph: 7.8,
  organicMatter: 17,
  bulkDensity: 1.32,
  gravelPercent: 6,
  salinity: 0.6,
  cadmium: 0.12,
  lead: 21,
};

/** Spread of single samples around the truth of their area, as a share of it. */
const SPREAD: Readonly<Record<keyof SoilPlan, number>> = {
  depthCm: 0.08,
  ph: 0.015,
  organicMatter: 0.1,
  bulkDensity: 0.03,
  gravelPercent: 0.2,
  salinity: 0.15,
  cadmium: 0.12,
  lead: 0.12,
};

const COLUMNS: readonly (readonly [header: string, key: keyof SoilPlan, digits: number])[] = [
  ['有效土层厚度(cm)', 'depthCm', 0],
  ['pH', 'ph', 1],
  ['有机质(g/kg)', 'organicMatter', 1],
  ['容重(g/cm³)', 'bulkDensity', 2],
  ['砾石含量(%)', 'gravelPercent', 0],
  ['电导率(dS/m)', 'salinity', 2],
  ['镉(mg/kg)', 'cadmium', 2],
  ['铅(mg/kg)', 'lead', 0],
];

/** Metals no cause touches, mg/kg: what the steppe has by nature, as a laboratory reports the eight of the farmland standard and hexavalent
 * chromium, which that of construction land asks for. */
const BACKGROUND: readonly (readonly [header: string, mean: number, digits: number])[] = [
  ['汞(mg/kg)', 0.031, 3],
  ['砷(mg/kg)', 8.6, 1],
  ['铬(mg/kg)', 54, 0],
  ['铜(mg/kg)', 19, 0],
  ['镍(mg/kg)', 23, 0],
  ['锌(mg/kg)', 61, 0],
  ['六价铬(mg/kg)', 0.9, 2],
];
/** Spread of the background from sample to sample, as a share of it. */
const BACKGROUND_SPREAD = 0.12;

/** Readings under this were written down as "below detection" by the laboratory, mg/kg. */
const CADMIUM_DETECTION = 0.1;

/**
 * Field samples of the demonstration mine as a laboratory would send them: a table with positions in longitude and
 * latitude, headers in Chinese with their units, and readings below detection kept as such. Same options, same text.
 */
export function fieldSamples(grid: Grid, seed: number, lastYear: number): string {
  const areas: { id: string; outline: readonly PlanPosition[]; soil: SoilPlan }[] = [
    ...unitsBy(lastYear)
      .filter(({ registered, soil }) => registered && soil !== null)
      .map((unit) => ({
        id: unit.id,
        outline: unitOutline(unit),
        soil: { ...STEPPE_SOIL, ...unit.soil },
      })),
    ...REFERENCES.map(({ id, outline }) => ({ id, outline, soil: STEPPE_SOIL })),
  ];
  const rows = [
    [
      '样点编号',
      '图斑',
      '经度',
      '纬度',
      '采样日期',
      ...COLUMNS.map(([header]) => header),
      ...BACKGROUND.map(([header]) => header),
    ],
  ];
  for (const { id, outline, soil } of areas) {
    const draw = chance(seedOf(seed, `samples ${id}`));
    const polygon = polygonOnGrid(outline, grid);
    const [west, south, east, north] = boxOf(polygon);
    for (let n = 1; n <= SAMPLES_PER_AREA; ) {
      const x = west + draw.uniform() * (east - west);
      const y = south + draw.uniform() * (north - south);
      if (!containsPosition(polygon, [x, y])) continue;
      const [lon, lat] = toLonLat(x, y, grid.crs);
      const values = COLUMNS.map(([, key, digits]) => {
        const value = Math.max(0, soil[key] * (1 + SPREAD[key] * draw.normal()));
        return key === 'cadmium' && value < CADMIUM_DETECTION
          ? `<${CADMIUM_DETECTION}`
          : value.toFixed(digits);
      });
      for (const [, mean, digits] of BACKGROUND)
        values.push(Math.max(0, mean * (1 + BACKGROUND_SPREAD * draw.normal())).toFixed(digits));
      rows.push([`${id}-${n}`, id, lon.toFixed(6), lat.toFixed(6), `${lastYear}-08-20`, ...values]);
      n += 1;
    }
  }
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}

function toLonLat(x: number, y: number, crs: string): readonly [number, number] {
  const [lon, lat] = projectPolygons([[[[x, y]]]], crs, 'EPSG:4326')[0]![0]![0]!;
  return [lon, lat];
}
