import { type Language, unknown } from '@aftermine/science/base';
import {
  type ObservationResult,
  type UnitTrajectory,
  type ZoneSeries,
  type ZoneYear,
  zoneTrajectory,
} from '@aftermine/science/observe';
import { SEGMENT_PRESETS } from '@aftermine/science/series';
import { type MultiPolygon, multiPolygonAreaHa, type Site } from '@aftermine/science/site';
import type { ObservationReport, PictureLayer } from '../../ports/index.ts';

/** What a sample is made with. */
export interface SampleOptions {
  readonly language?: Language;
  readonly projectName?: string;
  /** Name of unit U1, reference R1 and of a class of damage: where user text lands in a page. */
  readonly userText?: string;
  readonly from?: number;
  readonly to?: number;
  /** The season without any scene, and the one that saw a third of the land. */
  readonly unseen?: number;
  readonly poor?: number;
  readonly gate?: 'pass' | 'refused';
  readonly kind?: 'rsei' | 'rsei-3';
  readonly side?: number;
  readonly references?: boolean;
  readonly units?: boolean;
}

const CRS = 'EPSG:32650';
const PIXEL = 30;
const [WEST, NORTH] = [500_000, 4_400_000];

/** Chance from a seed: the same every time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function box(x0: number, y0: number, x1: number, y1: number, side: number): MultiPolygon {
  const extent = side * PIXEL;
  const [west, east] = [WEST + x0 * extent, WEST + x1 * extent];
  const [north, south] = [NORTH - y0 * extent, NORTH - y1 * extent];
  return [
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
}

/** A small seeded observation: U1 is dug up and comes back, U2 keeps falling, R1 stays; one season unseen, one poorly seen. */
export function sampleReport(options: SampleOptions = {}): ObservationReport {
  const {
    language = 'en',
    from = 2001,
    to = 2018,
    unseen = 2006,
    poor = 2011,
    gate = 'pass',
    kind = 'rsei',
    side = 24,
    userText = 'East dump',
  } = options;
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const site = sampleSite(side, userText, options);
  const random = seeded(7);
  const noise = years.map(() => (random() - 0.5) * 0.03);
  const course: Readonly<Record<string, (year: number) => number>> = {
    boundary: (year) => 0.52 + (year - from) * 0.002,
    U1: (year) => (year < 2004 ? 0.62 : year < 2007 ? 0.12 : 0.12 + (year - 2006) * 0.045),
    U2: (year) => 0.6 - (year - from) * 0.024,
    R1: () => 0.66,
  };
  const zone = (id: string, scale: number, shift: number): ZoneYear[] =>
    years.map((year, i): ZoneYear => {
      const counts = {
        year,
        validShare: year === unseen ? 0 : year === poor ? 0.33 : 0.99,
        pixelCount: 40,
        validCount: 39,
      };
      const nothing = { mean: null, median: null, p25: null, p75: null } as const;
      if (year === unseen) return { ...counts, ...nothing, unknown: unknown('no-scenes', { year }) };
      if (year === poor && id === 'U2')
        return { ...counts, ...nothing, unknown: unknown('too-little-seen', { year, seen: 20, need: 30 }) };
      const median = (course[id]!(year) + noise[i]!) * scale + shift;
      return { ...counts, mean: median, median, p25: median - 0.05 * scale, p75: median + 0.05 * scale };
    });
  const unitIds = site.units.map(({ id }) => id);
  const referenceIds = site.references.map(({ id }) => id);
  const series = (scale: number, shift: number): ZoneSeries => ({
    boundary: zone('boundary', scale, shift),
    units: Object.fromEntries(unitIds.map((id) => [id, zone(id, scale, shift)])),
    references: Object.fromEntries(referenceIds.map((id) => [id, zone(id, scale, shift)])),
  });
  const heat = kind === 'rsei';
  const components: Record<string, ZoneSeries> = {
    ndvi: series(0.9, 0.02),
    wetness: series(0.2, -0.25),
    ndbsi: series(-0.5, 0.3),
    ...(heat ? { lst: series(-14, 314) } : {}),
    nbr: series(0.8, 0),
  };
  const empty: ZoneSeries = { boundary: [], units: {}, references: {} };
  const rsei = gate === 'refused' ? empty : series(1, 0);
  const ids = ['ndvi', 'wetness', 'ndbsi', ...(heat ? ['lst'] : [])];
  const loadings = {
    ndvi: 0.53,
    wetness: 0.46,
    ndbsi: gate === 'refused' ? 0.4 : -0.52,
    ...(heat ? { lst: -0.48 } : {}),
  };
  const pick = (all: ZoneSeries, id: string): readonly ZoneYear[] =>
    id === 'boundary' ? all.boundary : (all.units[id] ?? all.references[id] ?? []);
  const trajectory = (id: string): UnitTrajectory =>
    zoneTrajectory({
      index: 'nbr',
      years: pick(components['nbr']!, id),
      others: gate === 'refused' ? {} : { rsei: pick(rsei, id) },
      reference:
        id === 'R1' || referenceIds.length === 0
          ? {}
          : {
              nbr: pick(components['nbr']!, 'R1'),
              ...(gate === 'refused' ? {} : { rsei: pick(rsei, 'R1') }),
            },
      parameters: SEGMENT_PRESETS['mined-land'],
      minMagnitude: 0.1,
      recovery: {
        index: 'nbr',
        target: 'reference',
        percent: 80,
        years: 5,
        yearReclaimed: id === 'U1' ? 2007 : null,
      },
      disturbedShare:
        id === 'boundary'
          ? [
              { year: 2004, share: 0.21 },
              { year: 2009, share: 0.04 },
            ]
          : [],
    });
  const result: ObservationResult = {
    years,
    yearSummaries: years.map((year) => ({
      year,
      sceneCount: year === unseen ? 0 : 4,
      sensors: year === unseen ? [] : year < 2013 ? ['landsat-5', 'landsat-7'] : ['landsat-8'],
      clearLooksMedian: year === unseen ? 0 : 3,
      clearLooksMin: 0,
      seenShare: year === unseen ? 0 : year === poor ? 0.33 : 0.99,
      waterShare: 0.01,
      quality: year === unseen ? 'none' : year === poor ? 'poor' : 'good',
      ...(year === unseen ? { unknown: unknown('no-scenes', { year }) } : {}),
    })),
    areaRule: { counts: 'pixel-centre', means: 'covered-share' },
    fit: {
      mode: 'pooled',
      kind,
      comparableWithRsei: kind === 'rsei',
      components: ids,
      loadings,
      share: 0.803,
      gate,
      ...(gate === 'refused'
        ? {
            reason: unknown('rsei-wrong-sign', {
              components: 'ndbsi',
              loadings: '0.53, 0.46, 0.40',
              sharePercent: 51,
            }),
          }
        : {}),
      scaling: Object.fromEntries(
        ids.map((id) => [id, id === 'lst' ? { lo: 297, hi: 315 } : { lo: 0.05, hi: 0.8 }]),
      ),
      range: { lo: -1, hi: 1 },
      sensitivity:
        gate === 'refused'
          ? null
          : {
              leaveOneYearOut: years
                .filter((year) => year !== unseen)
                .map((year) => ({ year, loadings, share: 0.8 })),
              bootstrap: Object.fromEntries(ids.map((id) => [id, { p05: 0.4, p95: 0.6 }])),
              equalWeightsCorrelation: 0.987,
            },
      perYear: [],
    },
    rsei,
    components,
    layers: years.map((year) => ({
      kind: 'composite',
      year,
      path: `rasters/composite/${year}.tif`,
      sha256: 'ab'.repeat(32),
    })),
    trajectories: {
      boundary: trajectory('boundary'),
      units: Object.fromEntries(unitIds.map((id) => [id, trajectory(id)])),
      references: Object.fromEntries(referenceIds.map((id) => [id, trajectory(id)])),
    },
    unitFacts: Object.fromEntries(
      site.units.map((unit) => [
        unit.id,
        {
          name: unit.name,
          damage: unit.damage,
          areaHa: multiPolygonAreaHa(unit.geometry, CRS),
          yearDamaged: unit.yearDamaged,
          yearReclaimed: unit.yearReclaimed,
        },
      ]),
    ),
    notes: [{ key: 'scene-problem.tier-2', params: { where: userText, tier: 'T2' } }],
  };
  return {
    projectName: options.projectName ?? 'North hill mine',
    language,
    version: '0.1.0',
    site,
    result,
    settings: '{"observe":{"wetness":"crist-1985"}}',
    crs: CRS,
    box: [WEST, NORTH - side * PIXEL, WEST + side * PIXEL, NORTH],
    layer: async (layer, year) => sampleLayer(layer, year, side, { unseen, gate, ids, from }),
  };
}

function sampleSite(side: number, userText: string, options: SampleOptions): Site {
  const units =
    options.units === false
      ? []
      : ([
          {
            id: 'U1',
            name: userText,
            damage: 'waste-dump',
            yearDamaged: 2003,
            yearReclaimed: 2007,
            place: [0.1, 0.1, 0.45, 0.5],
          },
          {
            id: 'U2',
            name: 'West pit',
            damage: 'pit',
            yearDamaged: null,
            yearReclaimed: null,
            place: [0.5, 0.15, 0.85, 0.6],
          },
        ] as const);
  return {
    name: 'sample',
    crs: CRS,
    boundary: box(0.04, 0.04, 0.96, 0.96, side),
    units: units.map(({ place, ...unit }) => ({
      ...unit,
      geometry: box(place[0], place[1], place[2], place[3], side),
      properties: { url: 'javascript:alert(1)' },
    })),
    references:
      options.references === false
        ? []
        : [{ id: 'R1', name: userText, geometry: box(0.2, 0.7, 0.5, 0.9, side) }],
  };
}

function sampleLayer(
  kind: string,
  year: number | null,
  side: number,
  { unseen, gate, ids, from }: { unseen: number; gate: string; ids: readonly string[]; from: number },
): PictureLayer | null {
  const count = side * side;
  const random = seeded((year ?? 1) * 31 + kind.length);
  const band = (
    name: string,
    scale: number,
    offset: number,
    value: (i: number) => number,
  ): PictureLayer['bands'][number] => ({
    name,
    scale,
    offset,
    samples: Float64Array.from({ length: count }, (_, i) => value(i)),
  });
  const layer = (nodata: number | null, bands: PictureLayer['bands']): PictureLayer => ({
    width: side,
    height: side,
    nodata,
    bands,
  });
  const blank = year === unseen;
  const ramp = (i: number): number => (i % side) / side;
  if (year === null) {
    const empty = (i: number): boolean => i < side;
    if (kind === 'disturbance' || kind === 'recovery') {
      const sign = kind === 'recovery' ? 1 : -1;
      return layer(-32768, [
        band('greatest-year', 1, 0, (i) => (empty(i) ? -32768 : ramp(i) > 0.5 ? from + 3 : 0)),
        band('greatest-magnitude', 1e-4, 0, (i) =>
          empty(i) ? -32768 : ramp(i) > 0.5 ? sign * (2000 + i) : 0,
        ),
      ]);
    }
    if (kind !== 'trend') return null;
    return layer(Number.NaN, [
      band('rsei-slope', 1, 0, (i) => (empty(i) ? Number.NaN : ramp(i) * 0.02 - 0.01)),
      band('rsei-p', 1, 0, (i) => (empty(i) ? Number.NaN : ramp(i))),
    ]);
  }
  if (kind === 'composite') {
    return layer(
      0,
      ['blue', 'green', 'red', 'nir'].map((name, b) =>
        band(name, 0.0000275, -0.2, (i) =>
          blank ? 0 : Math.round(8000 + b * 400 + ramp(i) * 5000 + random() * 500),
        ),
      ),
    );
  }
  if (kind === 'rsei' && gate !== 'refused')
    return layer(-32768, [
      band('rsei', 1e-4, 0, (i) => (blank || i < 3 ? -32768 : Math.round(ramp(i) * 10_000))),
    ]);
  if (kind === 'components') {
    return layer(
      -32768,
      ids.map((id) =>
        id === 'lst'
          ? band('lst', 0.01, 273.15, (i) => (blank ? -32768 : Math.round(2500 + ramp(i) * 1500)))
          : band(id, 1e-4, 0, (i) => (blank ? -32768 : Math.round(ramp(i) * 8000))),
      ),
    );
  }
  if (kind === 'clear-looks') return layer(null, [band('clear-looks', 1, 0, () => (blank ? 0 : 3))]);
  return null;
}
