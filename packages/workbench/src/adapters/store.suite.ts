import { createHash } from 'node:crypto';
import { type Unknown, unknown } from '@aftermine/science/base';
import { findLedgerBreak, NO_ENTRY } from '@aftermine/science/control';
import {
  type DiagnosisResult,
  diagnoseSettingsSchema,
  diagnoseUnits,
  noRecovery,
  terrainIndicators,
  type UnitFacts,
} from '@aftermine/science/diagnose';
import type { ObservationResult, UnitTrajectory, ZoneSeries, ZoneYear } from '@aftermine/science/observe';
import type { PlanResult } from '@aftermine/science/plan';
import type { FieldSample, MultiPolygon, Site } from '@aftermine/science/site';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  exampleLedger,
  exampleProgramme,
  exampleSeason,
} from '../../../science/src/control/season/season-example.fixture.ts';
import type { Store, StoredLayer } from '../ports/index.ts';
import { examplePlan } from './plan-workbook/workbook-plan.fixture.ts';

/** A non-answer; the store keeps any, so these reasons need no words in the catalogue. */
const because = (reason: string, params?: Unknown['params']): Unknown =>
  params === undefined ? { kind: 'unknown', reason } : { kind: 'unknown', reason, params };

const square = (x: number, y: number, side: number): MultiPolygon => [
  [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
];

/** A site with Chinese names, a hole, two parts and every kind of property. */
export function exampleSite(crs = 'EPSG:4547'): Site {
  const holed: MultiPolygon = [
    [...square(500_100, 4_000_100, 50)[0]!, square(500_110, 4_000_110, 10)[0]![0]!.toReversed()],
    square(500_300, 4_000_300, 20)[0]!,
  ];
  return {
    name: '北山煤矿',
    crs,
    boundary: square(500_000, 4_000_000, 1000),
    units: [
      {
        id: '图斑-1',
        name: '一号排土场',
        damage: 'waste-dump',
        yearDamaged: 2004,
        yearReclaimed: null,
        geometry: holed,
        properties: { 权属: '集体', 面积: 12.5, active: true, note: null },
      },
      {
        id: 'U2',
        name: null,
        damage: null,
        yearDamaged: null,
        yearReclaimed: null,
        geometry: square(500_500, 4_000_500, 100),
        properties: {},
      },
    ],
    references: [{ id: 'R1', name: '参照区', geometry: square(500_800, 4_000_800, 50) }],
  };
}

/** One sample with a place, a reading and one below detection; one that names neither place nor reading. */
export function exampleSamples(): FieldSample[] {
  const sample: FieldSample = {
    id: '样点1',
    kind: 'soil',
    x: 500_010.5,
    y: 4_000_020.25,
    unitId: '图斑-1',
    date: '2024-08-20',
    depthFromCm: 0,
    depthToCm: 20,
    values: { Cd: { value: 7.03 }, Hg: { below: 0.002 } },
  };
  return [sample, { ...sample, id: 'S2', x: null, y: null, date: null, values: {} }];
}

const known = (year: number, median: number): ZoneYear => ({
  year,
  mean: median + 0.01,
  median,
  p25: median - 0.1,
  p75: median + 0.1,
  validShare: 0.9,
  pixelCount: 100,
  validCount: 90,
});

const unseen = (year: number): ZoneYear => ({
  year,
  mean: null,
  median: null,
  p25: null,
  p75: null,
  validShare: 0.1,
  pixelCount: 100,
  validCount: 10,
  unknown: because('too-few-clear-looks', { got: 4, needs: 6 }),
});

const trajectory: UnitTrajectory = {
  index: 'nbr',
  status: 'fitted',
  vertices: [{ year: 2000, value: 0.6, yearLow: 2000, yearHigh: 2001 }],
  disturbances: [
    { startYear: 2003, endYear: 2004, preValue: 0.6, magnitude: -0.4, duration: 1, rate: -0.4, dsnr: 12 },
    { startYear: 2010, endYear: 2011, preValue: 0.3, magnitude: -0.1, duration: 1, rate: -0.1, dsnr: null },
  ],
  recoveries: [
    { startYear: 2004, endYear: 2010, preValue: 0.2, magnitude: 0.1, duration: 6, rate: 0.1 / 6, dsnr: 3 },
  ],
  trends: {
    rsei: {
      index: 'rsei',
      method: 'original',
      n: 20,
      s: 50,
      z: 2.1,
      p: 0.04,
      tau: 0.3,
      slopePerYear: 0.004,
      slopeLow: 0.001,
      slopeHigh: 0.007,
      intercept: 0.4,
    },
  },
  gapToReference: {},
  recovery: because('no-disturbance'),
  disturbedShare: [],
};

const idle: UnitTrajectory = {
  ...trajectory,
  status: 'unknown',
  reason: because('too-few-years', { got: 2 }),
  disturbances: [],
  recoveries: [],
  trends: {},
};

/** An observation of `exampleSite` over the years 2000 and 2001. */
export function exampleObservation(
  units: readonly string[] = ['图斑-1', 'U2'],
  years = [2000, 2001],
): ObservationResult {
  const rows = years.map((year, i) => (i === 1 ? unseen(year) : known(year, 0.5)));
  const zones: ZoneSeries = {
    boundary: rows,
    units: Object.fromEntries(units.map((id) => [id, rows])),
    references: { R1: rows },
  };
  return {
    years,
    yearSummaries: [],
    areaRule: { counts: 'pixel-centre', means: 'covered-share' },
    fit: {
      mode: 'pooled',
      kind: 'rsei',
      comparableWithRsei: true,
      components: ['ndvi', 'wetness', 'ndbsi', 'lst'],
      loadings: { ndvi: 0.5, wetness: 0.4, ndbsi: -0.6, lst: -0.5 },
      share: 0.8,
      gate: 'pass',
      scaling: {},
      range: { lo: -1, hi: 1 },
      sensitivity: null,
      perYear: [],
    },
    rsei: zones,
    components: { ndvi: zones },
    layers: [],
    trajectories: {
      boundary: idle,
      units: Object.fromEntries(units.map((id) => [id, trajectory])),
      references: { R1: idle },
    },
    unitFacts: {
      '图斑-1': {
        name: '一号排土场',
        damage: 'waste-dump',
        areaHa: 0.28,
        yearDamaged: 2004,
        yearReclaimed: null,
      },
    },
    notes: [],
  };
}

const layer = (kind: string, year: number | null, sha256 = 'a'): StoredLayer => ({
  kind,
  year,
  path: `rasters/${kind}/${year ?? 'all'}.tif`,
  sha256,
  lineage: { inputs: ['场景'], parameters: { clip: [2, 98] } },
});

/** What every store must do, whatever keeps it. */
export function storeSuite(
  name: string,
  open: () => Promise<{ store: Store; dispose: () => Promise<void> }>,
): void {
  describe(`store: ${name}`, () => {
    let store: Store;
    let dispose: () => Promise<void>;
    beforeEach(async () => {
      ({ store, dispose } = await open());
    });
    afterEach(async () => {
      await store.close();
      await dispose();
    });

    test('a new store is empty and says so without failing', async () => {
      expect(await store.site()).toBeNull();
      expect(await store.observation()).toBeNull();
      expect(await store.settings()).toBeNull();
      expect(await store.scenes()).toEqual([]);
      expect(await store.layers()).toEqual([]);
      expect(await store.unitYears()).toEqual([]);
      expect(await store.unitSummaries()).toEqual([]);
      expect(await store.events()).toEqual([]);
      expect(store.schemaVersion).toBeGreaterThan(0);
    });

    test('a site comes back as it was saved: Chinese names, holes, parts, properties, absent facts', async () => {
      await store.save({ site: exampleSite() });
      expect(await store.site()).toEqual(exampleSite());
    });

    test('a saved site replaces the former one, also in another coordinate system', async () => {
      await store.save({ site: exampleSite() });
      const next: Site = { ...exampleSite('EPSG:32650'), units: [], references: [] };
      await store.save({ site: next });
      expect(await store.site()).toEqual(next);
    });

    test('an id that stands twice is refused and nothing of the save remains', async () => {
      await store.save({ site: exampleSite(), settings: 'before' });
      const site = exampleSite();
      const twice = { ...site, units: [site.units[0]!, site.units[0]!] };
      await expect(store.save({ settings: 'after', site: twice })).rejects.toMatchObject({
        code: 'E-STO-010',
        got: '图斑-1',
      });
      expect(await store.settings()).toBe('before');
      expect(await store.site()).toEqual(site);
    });

    test('a coordinate system without an EPSG code is refused', async () => {
      await expect(store.save({ site: exampleSite('本地坐标系') })).rejects.toMatchObject({
        code: 'E-STO-009',
      });
      expect(await store.site()).toBeNull();
    });

    test('scenes are replaced as a whole and listed by date', async () => {
      const scene = (id: string, datetime: string) => ({
        id,
        datetime,
        family: 'landsat' as const,
        item: { id, 说明: '影像' },
      });
      await store.save({
        scenes: [scene('b', '2001-07-01T00:00:00Z'), scene('old', '1999-07-01T00:00:00Z')],
      });
      const scenes = [scene('a', '2000-07-01T00:00:00Z'), scene('b', '2001-07-01T00:00:00Z')];
      await store.save({ scenes: scenes.toReversed() });
      expect(await store.scenes()).toEqual(scenes);
      await expect(store.save({ scenes: [scenes[0]!, scenes[0]!] })).rejects.toMatchObject({
        code: 'E-STO-010',
      });
    });

    test('layers are replaced by kind and year, null being a year of its own', async () => {
      await store.save({ layers: [layer('rsei', 2001), layer('rsei', 2000), layer('trend', null)] });
      await store.save({ layers: [layer('rsei', 2000, 'b'), layer('trend', null, 'c')] });
      expect(await store.layers()).toEqual([
        layer('rsei', 2000, 'b'),
        layer('rsei', 2001),
        layer('trend', null, 'c'),
      ]);
      await store.save({ layers: [layer('rsei', 2001)], onlyTheseLayers: true });
      expect(await store.layers()).toEqual([layer('rsei', 2001)]);
    });

    test('an observation comes back whole, and its tables agree with it', async () => {
      const result = exampleObservation();
      await store.save({ observation: result, settings: '{"a":1}' });
      expect(await store.observation()).toEqual(result);
      expect(await store.settings()).toBe('{"a":1}');
      const rows = await store.unitYears('图斑-1');
      expect(rows.map((row) => [row.index, row.year, row.median])).toEqual([
        ['ndvi', 2000, 0.5],
        ['ndvi', 2001, null],
        ['rsei', 2000, 0.5],
        ['rsei', 2001, null],
      ]);
      expect(rows[0]?.reason).toBeNull();
      expect(rows[1]?.reason).toEqual(because('too-few-clear-looks', { got: 4, needs: 6 }));
      expect(await store.unitYears()).toHaveLength(2 * 2 * 4);
      const changes = await store.unitChanges('U2');
      expect(changes.map((row) => [row.kind, row.startYear, row.magnitude, row.dsnr])).toEqual([
        ['disturbance', 2003, -0.4, 12],
        ['recovery', 2004, 0.1, 3],
        ['disturbance', 2010, -0.1, null],
      ]);
    });

    test('the summary of a unit names its greatest loss, last known year and trend, or why there is none', async () => {
      await store.save({ observation: exampleObservation() });
      const rows = await store.unitSummaries();
      expect(rows.map((row) => `${row.zone}:${row.unitId}`)).toEqual([
        'boundary:boundary',
        'reference:R1',
        'unit:U2',
        'unit:图斑-1',
      ]);
      expect(rows[3]).toEqual({
        zone: 'unit',
        unitId: '图斑-1',
        name: '一号排土场',
        damage: 'waste-dump',
        areaHa: 0.28,
        index: 'nbr',
        status: 'fitted',
        reason: null,
        disturbanceCount: 2,
        recoveryCount: 1,
        greatestLossStart: 2003,
        greatestLossEnd: 2004,
        greatestLoss: -0.4,
        lastYear: 2000,
        lastMedian: 0.5,
        slopePerYear: 0.004,
        slopeP: 0.04,
      });
      expect(rows[0]).toMatchObject({
        status: 'unknown',
        reason: because('too-few-years', { got: 2 }),
        greatestLoss: null,
        slopeP: null,
      });
    });

    test('a later observation replaces every row of the former one', async () => {
      await store.save({ observation: exampleObservation() });
      await store.save({ observation: exampleObservation(['U2'], [2010]) });
      expect(await store.unitYears('图斑-1')).toEqual([]);
      expect((await store.unitYears('U2')).map((row) => row.year)).toEqual([2010, 2010]);
      expect(await store.unitSummaries()).toHaveLength(3);
    });

    test('samples and a diagnosis come back whole, also without a place or a reading', async () => {
      const site = exampleSite();
      const samples = exampleSamples();
      const id = site.units[0]!.id;
      const facts: UnitFacts = {
        id,
        name: null,
        areaHa: 2,
        kind: 'unit',
        register: null,
        terrain: terrainIndicators(null, null),
        recovery: noRecovery(unknown('no-observation')),
        samples: [samples[0]!],
        unsupported: null,
      };
      const diagnosis: DiagnosisResult = {
        observedTo: 2024,
        ...diagnoseUnits([facts], diagnoseSettingsSchema.parse({})),
        layers: [],
        surfaces: [],
        sampleCount: 2,
        notes: [],
      };
      expect(diagnosis.findings.some(({ verdict }) => verdict === 'problem')).toBe(true);
      await store.save({ site, samples, diagnosis });
      expect(await store.samples()).toEqual(samples);
      expect(await store.diagnosis()).toEqual(diagnosis);
      await store.save({ samples: [] });
      expect(await store.samples()).toEqual([]);
    });

    test('a plan comes back whole, a later one replaces it, and none is none', async () => {
      expect(await store.plan()).toBeNull();
      expect(await store.planSettings()).toBeNull();
      const plan = examplePlan();
      await store.save({ site: exampleSite(), plan, planSettings: '{"seed":1}' });
      expect(await store.plan()).toEqual(plan);
      expect(await store.planSettings()).toBe('{"seed":1}');
      const empty: PlanResult = { ...examplePlan([]), status: 'infeasible', front: null };
      await store.save({ plan: empty });
      expect(await store.plan()).toEqual(empty);
      expect(await store.planSettings()).toBe('{"seed":1}');
    });

    test('a plan solved beside a programme is kept apart: what is carried out stays', async () => {
      expect(await store.solvedPlan()).toBeNull();
      const plan = examplePlan();
      const beside: PlanResult = { ...examplePlan(['U2']), status: 'feasible' };
      await store.save({ site: exampleSite(), plan });
      await store.save({ solvedPlan: beside });
      expect(await store.plan()).toEqual(plan);
      expect(await store.solvedPlan()).toEqual(beside);
      await store.save({ plan: beside });
      expect(await store.solvedPlan()).toEqual(beside);
    });

    test('a programme and its seasons come back whole; a season run again replaces its alarms', async () => {
      const plan = examplePlan(['图斑-1', 'U2']);
      const of = { units: ['图斑-1', 'U2'], names: { '图斑-1': '一号排土场' }, plan };
      const [first, last] = [
        exampleSeason({ ...of, year: 2027 }),
        exampleSeason({ ...of, year: 2028, plan: null }),
      ];
      expect(await store.programme()).toBeNull();
      expect(await store.seasons()).toEqual([]);
      expect(await store.season(2027)).toBeNull();
      expect(await store.alarms()).toEqual([]);
      await store.save({ site: exampleSite(), season: last, programme: exampleProgramme(plan, [2028]) });
      await store.save({ season: first, programme: exampleProgramme(plan, [2027, 2028]) });
      expect(await store.programme()).toEqual(exampleProgramme(plan, [2027, 2028]));
      expect(await store.seasons()).toEqual([2027, 2028]);
      expect(await store.season(2027)).toEqual(first);
      expect(await store.season(2028)).toEqual(last);
      // By season, then by rank.
      expect((await store.alarms()).map(({ year, rank }) => [year, rank])).toEqual([
        [2027, 0.3],
        [2027, 0.1],
        [2028, 0.3],
        [2028, 0.1],
      ]);
      expect(await store.alarms()).toEqual([...first.alarms, ...last.alarms]);
      await store.save({ season: { ...first, alarms: [] } });
      expect(await store.alarms()).toEqual(last.alarms);
      expect(await store.season(2028)).toEqual(last);
    });

    test('a history comes back line by line and sound; what does not follow its last line is refused whole', async () => {
      const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
      const lines = exampleLedger(sha256);
      expect(await store.ledger()).toEqual({ entries: [], head: { entries: 0, hash: NO_ENTRY } });
      await store.save({ ledger: lines.slice(0, 3) });
      await store.save({ ledger: lines.slice(3) });
      const { entries, head } = await store.ledger();
      expect(entries).toEqual(lines);
      expect(head).toEqual({ entries: lines.length, hash: lines.at(-1)!.hash });
      expect(findLedgerBreak(entries, head, sha256)).toBeNull();
      for (const wrong of [lines.slice(0, 1), lines.slice(-1), [{ ...lines[0]!, seq: lines.length }]])
        await expect(store.save({ ledger: wrong, settings: 'no' })).rejects.toMatchObject({
          code: 'E-STO-011',
        });
      expect((await store.ledger()).entries).toEqual(lines);
      expect(await store.settings()).toBeNull();
    });

    test('samples stay with a site drawn anew, and go with one in another system', async () => {
      await store.save({ site: exampleSite(), samples: exampleSamples() });
      await store.save({ site: { ...exampleSite(), units: [] } });
      expect(await store.samples()).toEqual(exampleSamples());
      await store.save({ site: exampleSite('EPSG:4548') });
      expect(await store.samples()).toEqual([]);
    });

    test('events are appended in order and kept', async () => {
      const event = (kind: string) => ({
        at: '2026-01-01T00:00:00Z',
        command: 'import',
        kind,
        detail: { 文件: kind },
      });
      await store.save({ events: [event('imported'), event('fixed')] });
      await store.save({ events: [event('acknowledged')] });
      expect(await store.events()).toEqual(['imported', 'fixed', 'acknowledged'].map(event));
    });

    test('what comes out is a copy: changing it changes nothing kept', async () => {
      await store.save({ site: exampleSite() });
      const site = (await store.site()) as { name: string };
      site.name = 'changed';
      expect((await store.site())?.name).toBe('北山煤矿');
    });

    test('50,000 unit years are saved and read within seconds', async () => {
      const units = Array.from({ length: 625 }, (_, i) => `U${String(i).padStart(4, '0')}`);
      const years = Array.from({ length: 40 }, (_, i) => 1985 + i);
      const started = performance.now();
      await store.save({ observation: exampleObservation(units, years) });
      const rows = await store.unitYears();
      const elapsedMs = performance.now() - started;
      expect(rows.filter((row) => row.zone === 'unit')).toHaveLength(50_000);
      expect(elapsedMs).toBeLessThan(5000);
    });
  });
}
