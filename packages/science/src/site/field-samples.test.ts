import { describe, expect, test } from 'vitest';
import { fieldSamples, type SampleColumn, type SampleRow, type SampleSite } from './field-samples.ts';
import { ANALYTES, type AnalyteId } from './sample-analytes.ts';
import type { MultiPolygon } from './types.ts';

const square = (west: number, south: number, side: number): MultiPolygon => [
  [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
];
/** A site of 1 km with one unit, and a reference area outside it. */
const SITE: SampleSite = {
  crs: 'EPSG:4547',
  boundary: square(455_000, 3_331_000, 1_000),
  areas: [
    { id: 'U1', geometry: square(455_100, 3_331_100, 200) },
    { id: 'R1', geometry: square(458_000, 3_331_000, 200) },
  ],
};
const column = (analyte: AnalyteId, unit: string | null, limit: string | null = null): SampleColumn => ({
  name: `${analyte} (${unit ?? ''})`,
  analyte,
  unit,
  limit,
});
const row = (cells: readonly string[], more: Partial<SampleRow> = {}): SampleRow => ({
  row: 2,
  id: 'S1',
  kind: 'soil',
  x: 455_150,
  y: 3_331_150,
  unitId: null,
  date: null,
  depthFromCm: 0,
  depthToCm: 20,
  cells,
  ...more,
});
const read = (
  columns: readonly SampleColumn[],
  ...rows: readonly SampleRow[]
): ReturnType<typeof fieldSamples> => fieldSamples(rows, columns, 'EPSG:4547', SITE);

describe('readings', () => {
  test('are converted to the declared unit: 350 ug/kg Cd = 0.35 mg/kg, 1.7 % organic matter = 17 g/kg', () => {
    const { samples, problems } = read(
      [
        column('Cd', 'μg/kg'),
        column('som', '%'),
        column('ec', 'μS/cm'),
        column('bulkDensity', 'kg/m³'),
        column('pH', null),
      ],
      row(['350', '1.7', '450', '1320', '7.8']),
    );
    expect(problems).toEqual([]);
    expect(samples[0]?.values).toEqual({
      Cd: { value: 0.35 },
      som: { value: 17 },
      ec: { value: 0.45 },
      bulkDensity: { value: 1.32 },
      pH: { value: 7.8 },
    });
  });

  test('the same analyte has its own unit in water', () => {
    const { samples } = read([column('Cd', 'μg/L')], row(['5'], { kind: 'water' }));
    expect(samples[0]?.values).toEqual({ Cd: { value: 0.005 } });
    expect(read([column('Cd', 'mg/L')], row(['5'])).problems[0]?.key).toBe('sample.strange-unit');
    expect(read([column('cover', '%')], row(['5'])).problems[0]?.key).toBe('sample.not-of-kind');
  });

  test('below detection keeps its limit in the declared unit, never zero', () => {
    const columns = [column('Cd', 'ug/kg'), column('Hg', 'mg/kg', '0.002')];
    const { samples, problems } = read(
      columns,
      row(['<10', 'ND']),
      row(['10L', '<0.5'], { row: 3, id: 'S2' }),
    );
    expect(problems).toEqual([]);
    expect(samples.map(({ values }) => values)).toEqual([
      { Cd: { below: 0.01 }, Hg: { below: 0.002 } },
      { Cd: { below: 0.01 }, Hg: { below: 0.5 } },
    ]);
  });

  test('"not detected" without a limit, and a plain 0, are asked about, not guessed', () => {
    const { samples, problems } = read(
      [column('Cd', 'mg/kg'), column('Hg', 'mg/kg'), column('Pb', 'mg/kg')],
      row(['ND', '0', '21']),
    );
    expect(samples[0]?.values).toEqual({ Pb: { value: 21 } });
    expect(problems.map(({ key, row: at, column: name }) => [key, at, name])).toEqual([
      ['sample.no-limit', 2, 'Cd (mg/kg)'],
      ['sample.zero', 2, 'Hg (mg/kg)'],
    ]);
    expect(read([column('gravel', '%')], row(['0'])).samples[0]?.values).toEqual({ gravel: { value: 0 } });
  });

  test('a column without unit, or in one nobody knows, is told once and not used', () => {
    const columns = [column('Cd', null), column('Pb', 'mmol/kg'), column('pH', null)];
    const { samples, problems } = read(
      columns,
      row(['1', '2', '7']),
      row(['1', '2', '7'], { row: 3, id: 'S2' }),
    );
    expect(samples.map(({ values }) => Object.keys(values))).toEqual([['pH'], ['pH']]);
    expect(problems).toMatchObject([
      { key: 'sample.no-unit', severity: 'must-fix', row: null, column: 'Cd ()', params: { analyte: 'Cd' } },
      { key: 'sample.strange-unit', row: null, params: { unit: 'mmol/kg' } },
    ]);
  });

  test('values that cannot be are named with row, column and range', () => {
    const columns = [
      column('pH', null),
      column('Cd', 'mg/kg'),
      column('gravel', '%'),
      column('soilDepth', 'cm'),
    ];
    const { samples, problems } = read(columns, row(['15', '-0.3', '120', '60']));
    expect(samples[0]?.values).toEqual({ soilDepth: { value: 60 } });
    expect(problems).toEqual(
      [
        { column: 'pH ()', params: { cell: '15', min: 0, max: 14, unit: '', range: '0–14' } },
        {
          column: 'Cd (mg/kg)',
          params: { cell: '-0.3', min: 0, max: 10_000, unit: 'mg/kg', range: '0–10000 mg/kg' },
        },
        { column: 'gravel (%)', params: { cell: '120', min: 0, max: 100, unit: '%', range: '0–100 %' } },
      ].map((one) => ({ key: 'sample.impossible', severity: 'must-fix', row: 2, ...one })),
    );
    const cover = read([column('cover', '%'), column('survival', '%')], row(['101', '85'], { kind: 'plot' }));
    expect(cover.problems).toMatchObject([{ key: 'sample.impossible', column: 'cover (%)' }]);
  });

  test('a texture that does not add up, and an analyte given twice, are told', () => {
    const texture = [column('clay', '%'), column('silt', 'g/kg'), column('sand', '%')];
    expect(read(texture, row(['20', '400', '40'])).problems).toEqual([]);
    expect(read(texture, row(['20', '40', '40'])).problems).toMatchObject([
      { key: 'sample.texture-sum', params: { sum: 64 } },
    ]);
    const twice = read([column('Cd', 'mg/kg'), column('Cd', 'ug/kg')], row(['0.3', '300']));
    expect(twice.samples[0]?.values).toEqual({ Cd: { value: 0.3 } });
    expect(twice.problems[0]?.key).toBe('sample.twice');
  });
});

describe('places', () => {
  const ph = [column('pH', null)];

  test('a position gives the unit; samples without place or unit are left out', () => {
    const { samples, problems } = read(ph, row(['7']), row(['7'], { row: 3, x: null, y: null, id: null }));
    expect(samples).toMatchObject([{ unitId: 'U1', x: 455_150 }]);
    expect(problems).toEqual([
      { key: 'sample.no-place', severity: 'must-fix', row: 3, column: null, params: {} },
    ]);
    const byUnit = read(ph, row(['7'], { x: null, y: null, unitId: 'U1' }));
    expect(byUnit).toMatchObject({ crs: null, samples: [{ unitId: 'U1', x: null }], problems: [] });
  });

  test('outside the boundary is told in metres; reference areas are part of the site', () => {
    const out = read(ph, row(['7'], { x: 456_250 }));
    expect(out.problems).toEqual([
      { key: 'sample.outside-site', severity: 'can-fix', row: 2, column: null, params: { metres: 250 } },
    ]);
    expect(out.samples).toHaveLength(1);
    expect(read(ph, row(['7'], { x: 458_100 }))).toMatchObject({ problems: [], samples: [{ unitId: 'R1' }] });
  });

  test('a position that contradicts the named unit, and units nobody knows, are told', () => {
    const far = read(ph, row(['7'], { unitId: 'U1', x: 455_400 }));
    expect(far.problems).toMatchObject([{ key: 'sample.outside-area', params: { unit: 'U1', metres: 100 } }]);
    expect(far.samples[0]?.unitId).toBe('U1');
    expect(read(ph, row(['7'], { unitId: 'U9' }))).toMatchObject({
      problems: [{ key: 'sample.unknown-area', params: { unit: 'U9' } }],
      samples: [{ unitId: 'U1' }],
    });
  });

  test('positions come out in the system of the site', () => {
    const { samples, crs } = fieldSamples([row(['7'], { x: 113.53, y: 30.1 })], ph, 'EPSG:4490', SITE);
    expect(crs).toBe('EPSG:4547');
    expect(samples[0]?.x).toBeGreaterThan(450_000);
    const free = fieldSamples([row(['7'], { x: 113.53, y: 30.1, unitId: 'T' })], ph, 'EPSG:4490');
    expect(free).toMatchObject({ crs: 'EPSG:4490', samples: [{ x: 113.53, unitId: 'T' }], problems: [] });
  });

  test('the same sample twice is told, another depth is another sample', () => {
    const again = read(
      ph,
      row(['7']),
      row(['7'], { row: 3, depthFromCm: 20, depthToCm: 40 }),
      row(['7'], { row: 4 }),
    );
    expect(again.problems).toMatchObject([
      { key: 'sample.same-id', row: 4, params: { id: 'S1', before: 2 } },
    ]);
    expect(read(ph, row(['']))).toMatchObject({ samples: [], problems: [{ key: 'sample.no-reading' }] });
  });
});

test('every declared unit is the unit its factors lead to', () => {
  for (const declarations of Object.values(ANALYTES)) {
    for (const [id, { accepted, min, max }] of Object.entries(declarations)) {
      expect(Object.values(accepted), id).toContain(1);
      expect(min, id).toBeLessThan(max);
    }
  }
});
