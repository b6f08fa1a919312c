import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTextVectors } from '../vectors/read-text-vectors.ts';
import { cornerBlocks, cornerRole } from './corner-columns.ts';
import { parseCsv } from './parse-csv.ts';
import { parseTableVectors } from './parse-table-vectors.ts';
import { tinyXlsx } from './tiny-xlsx.fixture.ts';
import { titleStatement } from './title-statement.ts';

const NORTH = [3_331_000, 3_331_000, 3_331_200, 3_331_200];
const EAST = [38_455_900, 38_456_000, 38_456_000, 38_455_900];
const RING = [0, 1, 2, 3, 0].map((i) => [EAST[i]!, NORTH[i]!]);
const csv = (text: string, options = {}): ReturnType<typeof parseTableVectors> =>
  parseTableVectors([parseCsv(text, 'a.csv')], 'a.csv', options);
const keys = (file: ReturnType<typeof csv>): readonly string[] => file.warnings.map(({ key }) => key);
const refusal = (text: string, options = {}): unknown => {
  try {
    return csv(text, options);
  } catch (error) {
    return error;
  }
};
const rows = (from = 0, shift = 0): string =>
  NORTH.map((n, i) => `J${from + i + 1},${n + shift},${EAST[i]}`).join('\n');

describe('columns of corners', () => {
  test('names are known in Chinese and English, with units and signs around them', () => {
    const known: readonly (readonly [string, string])[] = [
      ['纵坐标 X（m）', 'north'],
      ['X（北）', 'north'],
      ['横坐标Y/m', 'east'],
      ['东坐标', 'east'],
      ['X坐标(米)', 'x'],
      ['POINT_X', 'x'],
      ['Easting (m)', 'east'],
      ['经度（°′″）', 'lon'],
      ['Latitude', 'lat'],
      ['拐点编号', 'label'],
      ['序号', 'label'],
      ['图斑编号', 'parcel'],
      ['圈号', 'ring'],
      ['WKT', 'wkt'],
    ];
    for (const [name, role] of known) expect(cornerRole(name), name).toBe(role);
    for (const name of ['面积', '备注', 'depth', '高程']) expect(cornerRole(name), name).toBeNull();
  });

  test('titles state the system; a scale of 1:2000 states none', () => {
    expect(titleStatement(['拐点坐标（2000国家大地坐标系，3度带，中央子午线114°）'])).toEqual({
      datum: 'cgcs2000',
      width: 3,
      zone: null,
      meridian: 114,
    });
    expect(titleStatement(['1980 西安坐标系 6度带 第19带'])).toMatchObject({
      datum: 'xian80',
      width: 6,
      zone: 19,
    });
    expect(titleStatement(['比例尺 1:2000', '2000 年'])).toMatchObject({ datum: null });
  });

  test('metres stand before degrees', () => {
    expect(cornerBlocks(['点号', '经度', '纬度', 'X', 'Y'])).toMatchObject([
      { first: 3, second: 4, label: 0 },
    ]);
  });
});

describe('tables of corners', () => {
  test('X and Y of surveyors and of map programs are told apart by their numbers', () => {
    const surveyor = csv(`点号,X,Y\n${rows()}`);
    expect(surveyor.set.features[0]?.geometry).toEqual([[RING]]);
    expect(surveyor.set.crs).toBe('EPSG:4526');
    expect(keys(surveyor)).toEqual(['vector.zone-assumed', 'vector.ring-closed']);
    const program = csv(`id,X,Y\n${NORTH.map((n, i) => `${i},${EAST[i]},${n}`).join('\n')}`);
    expect(program.set.features[0]?.geometry).toEqual([[RING]]);
    expect(refusal('no,x,y\n1,10,20\n2,30,20\n3,30,40\n')).toMatchObject({ code: 'E-TAB-005' });
  });

  test('a title states the zone of eastings without number', () => {
    const text = `矿区范围拐点坐标（CGCS2000，3度带，中央子午线114°）,,\n点号,纵坐标,横坐标\n${rows().replaceAll(',38', ',')}`;
    const { set, warnings } = csv(text);
    expect(set.crs).toBe('EPSG:4547');
    expect(warnings.map(({ key }) => key)).toEqual(['vector.ring-closed']);
    expect(refusal(text.replace('中央子午线114°', '带号39').replaceAll(/,(45[56])/g, ',38$1'))).toMatchObject(
      {
        code: 'E-TAB-002',
      },
    );
  });

  test('degrees, minutes and seconds in named columns', () => {
    const { set } = csv(
      '点号,经度,纬度\n1,112°25′0″,38°50′0″\n2,112°26′0″,38°50′0″\n3,112°26′0″,38°51′0″\n',
      { crs: 'EPSG:4490' },
    );
    expect(set.crs).toBe('EPSG:4490');
    expect(set.features[0]?.geometry[0]?.[0]?.[1]).toEqual([112 + 26 / 60, 38 + 50 / 60]);
  });

  test('parcels are parted by a column with merged cells, by titles, by empty rows', () => {
    const body = NORTH.map((n, i) => [i + 1, n, EAST[i]!] as const);
    const named = csv(
      `图斑号,点号,X,Y\n${[...body, ...body].map(([no, n, e], i) => `${i === 0 ? 'T1' : i === 4 ? 'T2' : ''},${no},${n},${e}`).join('\n')}`,
    );
    expect(named.set.features.map(({ id }) => id)).toEqual(['T1', 'T2']);
    const titled = csv(`点号,X,Y\n一号采坑,,\n点号,X,Y\n${rows()}\n合计,,\n二号采坑,,\n${rows(4, 1_000)}`);
    expect(titled.set.features.map(({ id }) => id)).toEqual(['一号采坑', '二号采坑']);
    const spaced = csv(`点号,X,Y\n${rows()}\n,,\n${rows(4, 1_000)}`);
    expect(spaced.set.features).toHaveLength(2);
    const every = csv(`点号,X,Y\n${rows().replaceAll('\n', '\n,,\n')}`);
    expect(every.set.features).toHaveLength(1);
  });

  test('a table set in two blocks is read by its labels', () => {
    const order = [1, 3, 2, 4];
    const line = (k: number): string => `J${k},${NORTH[k - 1]},${EAST[k - 1]}`;
    const down = csv(`点号,X,Y,点号,X,Y\n${line(1)},${line(3)}\n${line(2)},${line(4)}\n`);
    expect(down.set.features[0]?.geometry).toEqual([[RING]]);
    const across = csv(`点号,X,Y,点号,X,Y\n${line(1)},${line(2)}\n${line(3)},${line(4)}\n`);
    expect(across.set.features[0]?.geometry).toEqual([[RING]]);
    expect(order).toHaveLength(4);
  });

  test('a row with half a position names its row; a table without known columns says so', () => {
    expect(refusal(`点号,X,Y\n${rows()}\nJ5,3331000,东\n`)).toMatchObject({
      code: 'E-TAB-001',
      where: 'a.csv#6',
    });
    expect(refusal('a,b\n1,2\n')).toMatchObject({ code: 'E-TAB-030' });
    expect(refusal('点号,X,Y\n')).toMatchObject({ code: 'E-VEC-006' });
  });

  test('sheets of a workbook count together, or are chosen by name', async () => {
    const { xlsxSheets } = await import('./read-sheets.ts');
    const table = (shift: number): (string | number)[][] => [
      ['点号', 'X', 'Y'],
      ...NORTH.map((n, i) => [`J${i + 1}`, n + shift, EAST[i]!]),
    ];
    const sheets = await xlsxSheets(
      tinyXlsx({ 一号: table(0), 二号: table(1_000), 说明: [['备注']] }),
      'a.xlsx',
    );
    const both = parseTableVectors(sheets, 'a.xlsx');
    expect(both.set.features.map(({ properties }) => properties['sheet'])).toEqual(['一号', '二号']);
    expect(parseTableVectors(sheets, 'a.xlsx', { layer: '二号' }).set.features).toHaveLength(1);
    expect(() => parseTableVectors(sheets, 'a.xlsx', { layer: '三号' })).toThrow(/E-VEC-008/);
  });
});

describe('columns of WKT', () => {
  test('each row is a feature with the other columns as properties', () => {
    const { set, warnings } = csv(
      'id,wkt,年份,代码\n7,"POLYGON((112 38,113 38,113 39,112 38))",2004,007\n8,POINT(1 2),,\n9,,,\n',
      { crs: 'EPSG:4490' },
    );
    expect(set).toMatchObject({
      crs: 'EPSG:4490',
      features: [{ id: '7', properties: { id: 7, 年份: 2004, 代码: '007' } }],
    });
    expect(warnings).toEqual([
      { key: 'vector.not-polygon', params: { count: 1 } },
      { key: 'vector.null-geometry', params: { count: 1 } },
    ]);
  });

  test('the system is that of the SRID, else asked for; two are refused', () => {
    const row = (srid: string): string => `"${srid}POLYGON((112 38,113 38,113 39,112 38))"`;
    expect(csv(`wkt\n${row('SRID=4490;')}`).set.crs).toBe('EPSG:4490');
    expect(csv(`wkt\n${row('')}`).set.crs).toBeNull();
    expect(refusal(`wkt\n${row('SRID=4490;')}\n${row('SRID=4326;')}`)).toMatchObject({ code: 'E-VEC-013' });
    expect(refusal('wkt\n"POLYGON((1 1,2"')).toMatchObject({ code: 'E-TAB-009', where: 'a.csv#2' });
  });
});

describe('files told apart by content', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '矢量-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = async (content: string | Uint8Array, name = 'a.txt'): ReturnType<typeof readTextVectors> => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return readTextVectors(path, Buffer.from(content).toString('latin1', 0, 64));
  };

  test('the same square through list, table, workbook, WKT and drawing', async () => {
    const corners = NORTH.map((n, i) => `J${i + 1},1,${n},${EAST[i]}`).join('\n');
    const wkt = RING.map((position) => position.join(' ')).join(',');
    const dxf = `0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\na\n90\n4\n70\n1\n${EAST.map((e, i) => `10\n${e}\n20\n${NORTH[i]}\n`).join('')}0\nENDSEC\n0\nEOF\n`;
    const files = [
      await read(`[地块坐标]\n4,2,a,b,面,,,,@\n${corners}`),
      await read(corners),
      await read(`点号,圈号,X,Y\n${corners}`, 'a.csv'),
      await read(tinyXlsx({ a: [['X', 'Y'], ...NORTH.map((n, i) => [n, EAST[i]!])] }), 'a.xlsx'),
      await read(`wkt\n"POLYGON((${wkt}))"\n`),
      await read(dxf, 'a.dxf'),
    ];
    for (const file of files) expect(file?.set.features.map(({ geometry }) => geometry)).toEqual([[[RING]]]);
  });

  test('other files are left to others', async () => {
    expect(await read('hello world')).toBeNull();
    expect(await read('say "hi\nthere"')).toBeNull();
    expect(await read('PK\u0003\u0004')).toBeNull();
    expect(await read(new Uint8Array(200))).toBeNull();
    await expect(read('AC1032\0\0\0', 'a.dwg')).rejects.toMatchObject({ code: 'E-TAB-011' });
    await expect(read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.xls')).rejects.toMatchObject({
      code: 'E-TAB-024',
    });
  });
});
