import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';
import { FileSamples, parseSamples } from './read-samples.ts';
import { tinyXlsx } from './tiny-xlsx.fixture.ts';

const csv = (text: string, options = {}): ReturnType<typeof parseSamples> =>
  parseSamples([parseCsv(text, 'a.csv')], 'a.csv', options);
const problemsOf = (file: ReturnType<typeof csv>): unknown =>
  file.problems.map(({ key, row, column }) => [key, row, column]);

describe('tables of samples', () => {
  test('a laboratory table with titles, positions, dates and depths', () => {
    const file = csv(`北山煤矿土壤检测结果,,,,,,,
样点编号,图斑,经度,纬度,采样日期,采样深度(cm),pH,镉（mg/kg）,有机质(g/kg),备注
S1,T1,112.5,38.5,2024/8/20,0-20,7.8,0.35,17.2,
S2,T1,112.6,38.5,2024年8月20日,20-40,7.9,<0.05,12,石块多
平均值,,,,,,7.85,0.2,14.6,
`);
    expect(file.problems).toEqual([]);
    expect(file.crs).toBe('EPSG:4490');
    expect(file.samples).toEqual([
      {
        id: 'S1',
        kind: 'soil',
        x: 112.5,
        y: 38.5,
        unitId: 'T1',
        date: '2024-08-20',
        depthFromCm: 0,
        depthToCm: 20,
        values: { pH: { value: 7.8 }, Cd: { value: 0.35 }, som: { value: 17.2 } },
      },
      {
        id: 'S2',
        kind: 'soil',
        x: 112.6,
        y: 38.5,
        unitId: 'T1',
        date: '2024-08-20',
        depthFromCm: 20,
        depthToCm: 40,
        values: { pH: { value: 7.9 }, Cd: { below: 0.05 }, som: { value: 12 } },
      },
    ]);
    expect(file.warnings).toEqual([
      { key: 'sample.columns-ignored', params: { count: 1, names: '备注' } },
      { key: 'sample.degrees-assumed', params: {} },
      { key: 'sample.summary-row', params: { count: 1 } },
    ]);
  });

  test('units in a row beneath the names, limits of detection in a row of their own', () => {
    const file = csv('编号,图斑,Cd,Hg,pH\n单位,,mg/kg,μg/kg,无量纲\n检出限,,0.01,2,\nS1,T1,ND,未检出,7\n');
    expect(file.problems).toEqual([]);
    expect(file.samples.map(({ id, values }) => [id, values])).toEqual([
      ['S1', { Cd: { below: 0.01 }, Hg: { below: 0.002 }, pH: { value: 7 } }],
    ]);
  });

  test('no unit is asked about and may be answered by column or analyte', () => {
    const text = '编号,图斑,镉,铅\nS1,T1,0.3,ND\n';
    expect(problemsOf(csv(text))).toEqual([
      ['sample.no-unit', null, '镉'],
      ['sample.no-unit', null, '铅'],
      ['sample.no-reading', 2, null],
    ]);
    const answered = csv(text, { units: { 镉: 'mg/kg', Pb: 'mg/kg' }, limits: { Pb: 2 } });
    expect(answered.problems).toEqual([]);
    expect(answered.samples[0]?.values).toEqual({ Cd: { value: 0.3 }, Pb: { below: 2 } });
    // What the table says is never overruled.
    expect(csv('编号,图斑,镉(mg/kg)\nS1,T1,0.3\n', { units: { Cd: 'ug/kg' } }).samples[0]?.values).toEqual({
      Cd: { value: 0.3 },
    });
  });

  test('what was sampled is told by units, a column, or the caller', () => {
    const water = csv('编号,图斑,Cd (μg/L),pH\nW1,T1,5,6.5\n');
    expect(water.samples[0]).toMatchObject({ kind: 'water', values: { Cd: { value: 0.005 } } });
    const plot = csv('样方,图斑,盖度(%),成活率(%),物种数\nP1,T1,45,80,12\n');
    expect(plot.samples[0]).toMatchObject({
      id: 'P1',
      kind: 'plot',
      values: { speciesCount: { value: 12 } },
    });
    const both = csv('编号,类型,图斑,Cd(mg/kg),pH\nS1,土壤,T1,0.3,7\nW1,地表水,T1,,8\n');
    expect(both.samples.map(({ kind }) => kind)).toEqual(['soil', 'water']);
    const open = csv('编号,图斑,pH\nA,T1,7\n');
    expect(open.warnings).toEqual([{ key: 'sample.kind-assumed', params: { kind: 'soil' } }]);
    expect(csv('编号,图斑,pH\nA,T1,7\n', { kind: 'water' }).samples[0]?.kind).toBe('water');
  });

  test('wild positions are told row by row, the others are used; metres need a system', () => {
    const text = (rows: string): string => `编号,X,Y,pH\n${rows}`;
    const file = csv(
      text(
        'A,3331000,38455900,7\nB,3331010,38455910,7\nC,38.5,112.5,7\nD,3331000,东,7\nE,3331000,39455900,7\n',
      ),
    );
    expect(file.crs).toBe('EPSG:4526');
    expect(file.samples.map(({ id, x }) => [id, x])).toEqual([
      ['A', 38_455_900],
      ['B', 38_455_910],
    ]);
    expect(file.problems.filter(({ key }) => key === 'sample.bad-position').map(({ row }) => row)).toEqual([
      5, 4, 6,
    ]);
    expect(() => csv(text('A,3331000,455900,7\n'))).toThrow(/E-CRS-002/);
    expect(csv(text('A,3331000,455900,7\n'), { crs: 'EPSG:4547' }).crs).toBe('EPSG:4547');
  });

  test('bad dates and depths are told and left empty', () => {
    const file = csv('编号,图斑,日期,采样深度,pH\nS1,T1,2024-02-30,0-20,7\nS2,T1,2024-05-03,表层,7\n');
    expect(problemsOf(file)).toEqual([
      ['sample.depth-unit', null, 'depth'],
      ['sample.bad-date', 2, 'date'],
      ['sample.bad-depth', 3, 'depth'],
    ]);
    expect(file.samples.map(({ date, depthToCm }) => [date, depthToCm])).toEqual([
      [null, null],
      ['2024-05-03', null],
    ]);
  });

  test('a table without readings, and a sheet that is not there, say so', () => {
    expect(() => csv('a,b\n1,2\n')).toThrow(/E-TAB-031/);
    expect(() => csv('pH\n7\n', { sheet: '土壤' })).toThrow(/E-VEC-008/);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '样品-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('the sheet with most columns of readings is read', async () => {
    const path = join(folder, '样品.xlsx');
    writeFileSync(
      path,
      tinyXlsx({
        说明: [['pH 方法'], ['pH'], ['玻璃电极法']],
        土壤: [
          ['样点编号', '图斑', 'pH', 'Cd(mg/kg)'],
          ['S1', 'T1', 7.5, '<0.01'],
        ],
      }),
    );
    const file = await new FileSamples().read(path);
    expect(file.samples).toMatchObject([{ id: 'S1', values: { pH: { value: 7.5 }, Cd: { below: 0.01 } } }]);
    expect((await new FileSamples().read(path, { sheet: '土壤' })).samples).toHaveLength(1);
  });

  test('GBK text is read and said', async () => {
    const path = join(folder, 'a.csv');
    writeFileSync(
      path,
      Buffer.concat([
        Uint8Array.of(0xcd, 0xbc, 0xb0, 0xdf, 0x2c, 0xef, 0xd3), // 图斑,镉
        Buffer.from('(mg/kg)\nT1,0.3\n'),
      ]),
    );
    const file = await new FileSamples().read(path);
    expect(file.samples[0]).toMatchObject({ unitId: 'T1', values: { Cd: { value: 0.3 } } });
    expect(file.warnings[0]?.key).toBe('vector.encoding');
  });
});
