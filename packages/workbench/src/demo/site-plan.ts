import type { BothNames, PlanPosition, UnitPlan } from './types.ts';

/*
 * The plan of the mine. An open-cast coal mine in semi-arid steppe whose working face moves from west to east:
 * first pit (before imagery begins) -> inner dump -> active pit, with outer dumps north and south of it.
 * All of it is invented.
 */

export const SITE_NAME: BothNames = { en: 'Demonstration mine', zh: '示范露天煤矿' };

/** Climate of the steppe around the mine, as the nearest station would state it. */
export const DEMO_CLIMATE = {
  precipitationMm: 340,
  petMm: 950,
  erosionRegion: 'north-west-loess-plateau',
} as const;

/** What the bureau of the invented county brings to the table; amounts in CNY. */
export const DEMO_PROGRAMME = {
  start: 2025,
  years: 5,
  budget: 900_000,
  deposit: {
    name: { en: 'restoration deposit of the mine', zh: '矿山治理恢复基金' },
    perYear: 300_000,
    damage: ['waste-dump'],
  },
  reservoir: { name: { en: 'reservoir', zh: '水库' }, m3PerYear: 45_000 },
  topsoil: { stockM3: 250_000, haulKm: 3 },
  demand: { solar: 30 },
  basicFarmland: 'as-registered',
  front: { levels: 2 },
} as const;

/** Mining area. Everything outside is countryside, observed as far as the buffer goes. */
export const BOUNDARY: readonly PlanPosition[] = [
  [0.085, 0.12],
  [0.3, 0.075],
  [0.56, 0.07],
  [0.9, 0.1],
  [0.925, 0.34],
  [0.915, 0.62],
  [0.9, 0.905],
  [0.62, 0.925],
  [0.3, 0.915],
  [0.09, 0.89],
  [0.07, 0.56],
];

export const UNITS: readonly UnitPlan[] = [
  {
    id: 'U01',
    name: { en: 'First pit', zh: '首采区' },
    damage: 'pit',
    outline: [
      [0.292, 0.425],
      [0.33, 0.412],
      [0.398, 0.402],
      [0.402, 0.5],
      [0.4, 0.62],
      [0.35, 0.632],
      [0.295, 0.615],
      [0.268, 0.57],
      [0.258, 0.5],
      [0.27, 0.45],
    ],
    edges: 'drawn',
    cleared: { from: 1984.3, to: 1988.9 },
    advance: [1, 0.05],
    ground: 'overburden',
    reliefM: -45,
    filled: { from: 1997, to: 2001 },
    regrowth: {
      start: { from: 2002.2, to: 2004.2 },
      ceiling: 0.72,
      rate: 0.14,
      shrubs: 0.25,
      spontaneous: false,
    },
    target: 'irrigated-cropland',
    waterM3HaYr: 900,
    soil: { depthCm: 105, organicMatter: 14 },
    causes: ['water'],
    registered: true,
  },
  {
    id: 'U02',
    name: { en: 'South waste dump', zh: '南排土场' },
    damage: 'waste-dump',
    outline: [
      [0.235, 0.715],
      [0.33, 0.69],
      [0.425, 0.695],
      [0.445, 0.77],
      [0.42, 0.845],
      [0.32, 0.86],
      [0.245, 0.83],
    ],
    edges: 'natural',
    cleared: { from: 1984.5, to: 1988.8 },
    advance: [0.3, 1],
    ground: 'overburden',
    reliefM: 48,
    regrowth: {
      start: { from: 1997.3, to: 1999.3 },
      ceiling: 0.7,
      rate: 0.35,
      shrubs: 0.35,
      spontaneous: false,
    },
    target: 'grassland',
    soil: { depthCm: 55 },
    registered: true,
  },
  {
    id: 'U03',
    name: { en: 'North waste dump', zh: '北排土场' },
    damage: 'waste-dump',
    outline: [
      [0.3, 0.17],
      [0.4, 0.135],
      [0.49, 0.15],
      [0.505, 0.24],
      [0.48, 0.315],
      [0.38, 0.33],
      [0.31, 0.3],
    ],
    edges: 'natural',
    cleared: { from: 1992.6, to: 1996.2 },
    advance: [1, -0.4],
    ground: 'overburden',
    reliefM: 52,
    regrowth: {
      start: { from: 2001.2, to: 2003.2 },
      ceiling: 0.95,
      rate: 0.15,
      shrubs: 0.4,
      spontaneous: false,
    },
    wallSlope: 0.75,
    target: 'grassland',
    soil: { depthCm: 52 },
    causes: ['slope'],
    registered: true,
  },
  {
    id: 'U04',
    name: { en: 'South-east waste dump', zh: '东南排土场' },
    damage: 'waste-dump',
    outline: [
      [0.555, 0.715],
      [0.64, 0.69],
      [0.735, 0.7],
      [0.755, 0.78],
      [0.73, 0.85],
      [0.63, 0.865],
      [0.565, 0.82],
    ],
    edges: 'natural',
    cleared: { from: 1999.6, to: 2005.4 },
    advance: [1, 0.3],
    ground: 'overburden',
    reliefM: 44,
    regrowth: {
      start: { from: 2008.2, to: 2009.4 },
      ceiling: 0.42,
      rate: 0.25,
      shrubs: 0.1,
      spontaneous: false,
      relapse: { from: 2014.4, years: 3, remaining: 0.15 },
    },
    target: 'grassland',
    soil: { depthCm: 48 },
    causes: ['planting'],
    registered: true,
  },
  {
    id: 'U05',
    name: { en: 'Active pit', zh: '现采坑' },
    damage: 'pit',
    outline: [
      [0.51, 0.39],
      [0.57, 0.372],
      [0.64, 0.366],
      [0.7, 0.385],
      [0.738, 0.43],
      [0.75, 0.51],
      [0.735, 0.59],
      [0.69, 0.63],
      [0.6, 0.636],
      [0.512, 0.628],
      [0.515, 0.5],
    ],
    edges: 'drawn',
    cleared: { from: 1998.8, to: 2024.5 },
    advance: [1, 0.08],
    ground: 'overburden',
    reliefM: -85,
    soil: null,
    registered: true,
  },
  {
    id: 'U06',
    name: { en: 'Tailings pond', zh: '尾矿库' },
    damage: 'tailings-pond',
    outline: [
      [0.8, 0.585],
      [0.85, 0.57],
      [0.89, 0.6],
      [0.885, 0.67],
      [0.835, 0.695],
      [0.795, 0.66],
    ],
    edges: 'natural',
    cleared: { from: 2007.3, to: 2009.5 },
    advance: [0.2, 1],
    ground: 'slurry',
    reliefM: 6,
    pond: { centre: [0.85, 0.625], radius: 0.024, from: 2009.5 },
    target: 'grassland',
    soil: { depthCm: 60, cadmium: 6.2, lead: 68, ph: 7.9 },
    causes: ['contamination'],
    registered: true,
  },
  {
    id: 'U07',
    name: { en: 'Industrial square', zh: '工业广场' },
    damage: 'industrial-square',
    outline: [
      [0.12, 0.525],
      [0.2, 0.515],
      [0.212, 0.56],
      [0.208, 0.615],
      [0.135, 0.625],
    ],
    edges: 'drawn',
    cleared: { from: 2004.8, to: 2006.2 },
    advance: [1, 0.6],
    ground: 'built',
    reliefM: 0,
    target: 'construction',
    soil: { depthCm: 70 },
    registered: true,
  },
  {
    id: 'U08',
    name: { en: 'Haul road', zh: '运输道路' },
    damage: 'haul-road',
    outline: [
      [0.217, 0.562],
      [0.235, 0.567],
      [0.258, 0.643],
      [0.45, 0.651],
      [0.6, 0.65],
      [0.75, 0.64],
      [0.788, 0.632],
      [0.791, 0.65],
      [0.755, 0.659],
      [0.6, 0.669],
      [0.45, 0.67],
      [0.246, 0.662],
    ],
    edges: 'drawn',
    cleared: { from: 2003.3, to: 2005.9 },
    advance: [1, 0],
    ground: 'gravel',
    reliefM: 0,
    soil: null,
    registered: true,
  },
  {
    id: 'U09',
    name: { en: 'Abandoned quarry', zh: '废弃采石场' },
    damage: 'quarry-face',
    outline: [
      [0.665, 0.165],
      [0.73, 0.15],
      [0.76, 0.19],
      [0.75, 0.245],
      [0.68, 0.25],
    ],
    edges: 'natural',
    cleared: { from: 1984.1, to: 1987.5 },
    advance: [0.4, -1],
    ground: 'overburden',
    reliefM: -22,
    regrowth: {
      start: { from: 1995.4, to: 1996.5 },
      ceiling: 0.5,
      rate: 0.07,
      shrubs: 0.3,
      spontaneous: true,
    },
    target: 'grassland',
    soil: { depthCm: 42 },
    registered: true,
  },
  {
    id: 'U10',
    name: { en: 'Inner dump', zh: '内排土场' },
    damage: 'waste-dump',
    outline: [
      [0.398, 0.402],
      [0.45, 0.388],
      [0.51, 0.39],
      [0.515, 0.5],
      [0.512, 0.628],
      [0.45, 0.634],
      [0.4, 0.62],
      [0.402, 0.5],
    ],
    edges: 'drawn',
    cleared: { from: 1994.6, to: 1998.7 },
    advance: [1, 0.06],
    ground: 'overburden',
    reliefM: -70,
    filled: { from: 2000, to: 2003.5 },
    regrowth: {
      start: { from: 2004.2, to: 2006.2 },
      ceiling: 0.78,
      rate: 0.14,
      shrubs: 0.2,
      spontaneous: false,
    },
    target: 'grassland',
    soil: { depthCm: 14, gravelPercent: 12 },
    causes: ['soil-depth'],
    registered: true,
  },
  {
    id: 'X01',
    name: { en: 'Borrow pit on no list', zh: '未登记的取土场' },
    damage: 'other',
    outline: [
      [0.52, 0.165],
      [0.565, 0.16],
      [0.572, 0.2],
      [0.53, 0.21],
    ],
    edges: 'natural',
    cleared: { from: 2011.3, to: 2012.1 },
    advance: [1, 1],
    ground: 'gravel',
    reliefM: -9,
    registered: false,
  },
  {
    id: 'X02',
    name: { en: 'Gravel taken without a word', zh: '未申报的取料点' },
    damage: 'other',
    outline: [
      [0.805, 0.5],
      [0.84, 0.488],
      [0.85, 0.525],
      [0.825, 0.54],
      [0.802, 0.53],
    ],
    edges: 'natural',
    cleared: { from: 2031.25, to: 2031.4 },
    advance: [1, 1],
    ground: 'gravel',
    reliefM: -6,
    registered: false,
  },
];

/** Units whose damage has begun by the end of a year. */
export function unitsBy(year: number): readonly UnitPlan[] {
  return UNITS.filter(({ cleared }) => cleared.from < year + 1);
}

/** How plants come back on a unit, as far as that has begun by the end of a year. */
export function regrowthBy({ regrowth }: UnitPlan, year: number): UnitPlan['regrowth'] {
  return regrowth !== undefined && regrowth.start.from < year + 1 ? regrowth : undefined;
}

/** Land that is never disturbed; recovery is measured against it. */
export const REFERENCES: readonly {
  readonly id: string;
  readonly name: BothNames;
  readonly outline: readonly PlanPosition[];
}[] = [
  {
    id: 'R1',
    name: { en: 'Western steppe', zh: '西部草原对照区' },
    outline: [
      [0.1, 0.685],
      [0.2, 0.675],
      [0.212, 0.76],
      [0.205, 0.845],
      [0.11, 0.85],
    ],
  },
  {
    id: 'R2',
    name: { en: 'Northern hills', zh: '北部丘陵对照区' },
    outline: [
      [0.53, 0.235],
      [0.6, 0.225],
      [0.645, 0.25],
      [0.64, 0.335],
      [0.54, 0.34],
    ],
  },
];

/** Countryside around the mine. */
export const RESERVOIR: readonly PlanPosition[] = [
  [0.8, 0.26],
  [0.835, 0.24],
  [0.86, 0.27],
  [0.875, 0.315],
  [0.905, 0.33],
  [0.9, 0.37],
  [0.875, 0.385],
  [0.9, 0.43],
  [0.88, 0.46],
  [0.85, 0.43],
  [0.83, 0.38],
  [0.8, 0.35],
  [0.795, 0.3],
];

export const CROPLANDS: readonly (readonly PlanPosition[])[] = [
  [
    [0.09, 0.17],
    [0.24, 0.15],
    [0.26, 0.3],
    [0.23, 0.41],
    [0.1, 0.42],
  ],
  [
    [0.79, 0.76],
    [0.9, 0.74],
    [0.98, 0.78],
    [0.97, 0.95],
    [0.8, 0.93],
  ],
];

export const VILLAGES: readonly (readonly PlanPosition[])[] = [
  [
    [0.14, 0.44],
    [0.19, 0.43],
    [0.2, 0.475],
    [0.15, 0.485],
  ],
  [
    [0.765, 0.9],
    [0.79, 0.88],
    [0.8, 0.93],
    [0.775, 0.95],
  ],
];

/** Where wind-blown sand lies bare. */
export const DUNES: readonly PlanPosition[] = [
  [0, 0.88],
  [0.1, 0.9],
  [0.24, 0.94],
  [0.4, 0.99],
  [0.3, 1.01],
  [-0.01, 1.01],
];
