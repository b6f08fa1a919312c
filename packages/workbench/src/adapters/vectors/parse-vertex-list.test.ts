import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { looksLikeVertexList, parseVertexList } from './parse-vertex-list.ts';

/** 100 m by 200 m with northings and eastings of zone 38. */
const SQUARE = [
  [3_331_000, 38_455_900],
  [3_331_000, 38_456_000],
  [3_331_200, 38_456_000],
  [3_331_200, 38_455_900],
] as const;

const header = (more: Readonly<Record<string, string>> = {}): string => {
  const entries = {
    格式版本号: '1.01版本',
    数据产生单位: '自然资源局',
    坐标系: '2000国家大地坐标系',
    几度分带: '3',
    投影类型: '高斯克吕格',
    计量单位: '米',
    带号: '38',
    精度: '0.001',
    转换参数: '0,0,0,0,0,0,0',
    ...more,
  };
  return `[属性描述]\n${Object.entries(entries)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')}\n[地块坐标]\n`;
};
const rows = (corners: readonly (readonly [number, number])[], ring = 1, prefix = true): string =>
  corners.map(([x, y], i) => `J${i + 1},${ring},${x},${prefix ? y : y - 38_000_000}`).join('\n');
const parcel = (fields = '5,2.0,DK-01,一号排土场,面,J50G001,采矿用地,,@'): string => `${fields}\n`;
const closed = [...SQUARE, SQUARE[0]];
const keys = (file: ReturnType<typeof parseVertexList>): readonly string[] =>
  file.warnings.map(({ key }) => key);
const refusal = (text: string, options = {}): unknown => {
  try {
    return parseVertexList(text, 'a.txt', options);
  } catch (error) {
    return error;
  }
};

describe('the filing format', () => {
  test('X is the northing, the parcel row gives the properties, the header the system', () => {
    const { set, warnings } = parseVertexList(header() + parcel() + rows(closed), 'a.txt');
    expect(warnings).toEqual([]);
    expect(set.crs).toBe('EPSG:4526');
    expect(set.features).toEqual([
      {
        id: 'DK-01',
        geometry: [[closed.map(([north, east]) => [east, north])]],
        properties: {
          点数: 5,
          面积: 2,
          地块编号: 'DK-01',
          地块名称: '一号排土场',
          图形属性: '面',
          图幅号: 'J50G001',
          地块用途: '采矿用地',
        },
      },
    ]);
  });

  test('eastings without the zone number give the system without it', () => {
    const { set } = parseVertexList(header() + parcel() + rows(closed, 1, false), 'a.txt');
    expect(set.crs).toBe('EPSG:4547');
    expect(set.features[0]?.geometry[0]?.[0]?.[0]).toEqual([455_900, 3_331_000]);
    expect(
      parseVertexList(header({ 带号: '', 中央子午线: '114' }) + parcel() + rows(closed, 1, false), 'a').set
        .crs,
    ).toBe('EPSG:4547');
    expect(
      parseVertexList(header({ 带号: '19', 几度分带: '6' }) + parcel() + rows(closed, 1, false), 'a').set.crs,
    ).toBe('EPSG:4508');
  });

  test('a zone number of eight digits must be the stated one', () => {
    expect(refusal(header({ 带号: '39' }) + parcel() + rows(closed))).toMatchObject({
      code: 'E-TAB-002',
      expected: 39,
      got: 38,
    });
    expect(refusal(header({ 带号: '38', 几度分带: '6' }) + parcel() + rows(closed))).toMatchObject({
      code: 'E-TAB-003',
    });
  });

  test('Xi’an 80 and Beijing 54 are taken in their own zones, with a warning', () => {
    for (const [name, crs] of [
      ['80国家大地坐标系', 'EPSG:2362'],
      ['1980西安坐标系', 'EPSG:2362'],
      ['1954年北京坐标系', 'EPSG:2414'],
    ] as const) {
      const file = parseVertexList(header({ 坐标系: name }) + parcel() + rows(closed), 'a.txt');
      expect(file.set.crs).toBe(crs);
      expect(keys(file)).toEqual(['vector.inexact-datum']);
    }
  });

  test('what the header states stands before what the caller assumes', () => {
    const file = parseVertexList(header() + parcel() + rows(closed), 'a.txt', { crs: 'EPSG:4490' });
    expect(file.set.crs).toBe('EPSG:4526');
    expect(file.warnings).toEqual([
      { key: 'vector.crs-stated', params: { stated: 'EPSG:4526', assumed: 'EPSG:4490' } },
    ]);
  });

  test('ring 2 inside ring 1 is a hole, ring 2 apart from it another part', () => {
    const pond = SQUARE.map(
      ([n, e]) => [(n - 3_331_000) / 2 + 3_331_050, (e - 38_455_900) / 2 + 38_455_925] as const,
    );
    const hole = parseVertexList(
      `${header()}${parcel('10,1.5,a,,面,,,,@')}${rows(SQUARE)}\n${rows(pond, 2)}`,
      'a',
    );
    expect(hole.set.features[0]?.geometry.map((polygon) => polygon.length)).toEqual([2]);
    expect(keys(hole)).toEqual(['vector.ring-closed', 'vector.corner-count']);
    const away = SQUARE.map(([n, e]) => [n + 1_000, e] as const);
    const parts = parseVertexList(
      `${header()}${parcel('8,4,a,,面,,,,@')}${rows(SQUARE)}\n${rows(away, 2)}`,
      'a',
    );
    expect(parts.set.features[0]?.geometry.map((polygon) => polygon.length)).toEqual([1, 1]);
    expect(keys(parts)).toEqual(['vector.ring-closed']);
  });

  test('several parcels, full-width commas, GBK and CRLF are read', () => {
    // "[地块坐标]" and a parcel row in GBK.
    const gbk = Uint8Array.from([
      0x5b,
      0xb5,
      0xd8,
      0xbf,
      0xe9,
      0xd7,
      0xf8,
      0xb1,
      0xea,
      0x5d,
      0x0d,
      0x0a,
      ...new TextEncoder().encode('4,2,P1,'),
      0xc3,
      0xba,
      0xbf,
      0xf3, // 煤矿
      0xa3,
      0xac, // ，
      0xc3,
      0xe6, // 面
      ...new TextEncoder().encode(`,,,,@\r\n${rows(SQUARE).replaceAll('\n', '\r\n')}\r\n`),
      ...new TextEncoder().encode('4,2,P2,b,,,,,@\r\n'),
      ...new TextEncoder().encode(rows(SQUARE)),
    ]);
    const { text, warnings } = decodeText(gbk, 'a.txt');
    expect(warnings[0]).toEqual({ key: 'vector.encoding', params: { encoding: 'gb18030' } });
    const { set } = parseVertexList(text, 'a.txt');
    expect(set.features.map(({ id }) => id)).toEqual(['P1', 'P2']);
    expect(set.features[0]?.properties['地块名称']).toBe('煤矿');
    expect(set.crs).toBe('EPSG:4526');
    const wide = (header() + parcel() + rows(closed)).replaceAll(',', '，');
    expect(parseVertexList(wide, 'a.txt').set.features[0]?.properties['面积']).toBe(2);
  });

  test('corners and areas unlike the stated ones are told', () => {
    const file = parseVertexList(header() + parcel('7,9.5,a,,面,,,,@') + rows(closed), 'a.txt');
    expect(file.warnings).toEqual([
      { key: 'vector.corner-count', params: { count: 1 } },
      { key: 'vector.area-differs', params: { count: 1 } },
    ]);
    // Square metres are as good as hectares.
    expect(keys(parseVertexList(header() + parcel('5,20000,a,,面,,,,@') + rows(closed), 'a'))).toEqual([]);
  });

  test('points and lines are left out; a broken row is named', () => {
    const mixed = `${header()}1,,p,,点,,,,@\nJ1,1,3331000,38455900\n${parcel()}${rows(closed)}`;
    const file = parseVertexList(mixed, 'a.txt');
    expect(file.set.features).toHaveLength(1);
    expect(keys(file)).toEqual(['vector.not-polygon']);
    expect(refusal(`${header()}${parcel()}${rows(closed)}\nJ6,1,3331000,东\n`)).toMatchObject({
      code: 'E-TAB-001',
      where: 'a.txt#18',
    });
    expect(refusal(`${header()}${parcel()}${rows(SQUARE.slice(0, 2))}`)).toMatchObject({ code: 'E-TAB-008' });
    expect(refusal(header())).toMatchObject({ code: 'E-VEC-006' });
  });

  test('columns the wrong way round are told by their numbers', () => {
    const swapped = closed.map(([x, y]) => [y, x] as const);
    const file = parseVertexList(
      header() + parcel() + swapped.map(([x, y], i) => `J${i},1,${x},${y}`).join('\n'),
      'a.txt',
    );
    expect(keys(file)).toEqual(['vector.axes-by-numbers']);
    expect(file.set.features[0]?.geometry[0]?.[0]?.[0]).toEqual([38_455_900, 3_331_000]);
  });
});

describe('bare lists', () => {
  const bare = (corners: readonly (readonly [number, number])[]): string =>
    corners.map(([x, y], i) => `J${i + 1}\t${x}\t${y}`).join('\n');

  test('an easting of eight digits tells its zone, which is said', () => {
    const file = parseVertexList(`拐点坐标表\n点号 X Y\n${bare(SQUARE)}`, 'a.txt');
    expect(file.set.crs).toBe('EPSG:4526');
    expect(file.warnings[0]).toEqual({
      key: 'vector.zone-assumed',
      params: { zone: 38, crs: 'CGCS2000 / 3-degree Gauss-Kruger zone 38 (EPSG:4526)' },
    });
    const six = SQUARE.map(([n, e]) => [n, e - 19_000_000] as const);
    expect(parseVertexList(bare(six), 'a').set.crs).toBe('EPSG:4497');
    expect(parseVertexList(bare(SQUARE), 'a', { crs: 'EPSG:2362' }).set.crs).toBe('EPSG:2362');
  });

  test('without a zone number the system is asked for', () => {
    const without = SQUARE.map(([n, e]) => [n, e - 38_000_000] as const);
    expect(parseVertexList(bare(without), 'a').set.crs).toBeNull();
    expect(parseVertexList(bare(without), 'a', { crs: 'EPSG:4547' }).set.crs).toBe('EPSG:4547');
  });

  test('numbers tell northing from easting, with heights and without labels', () => {
    const east = SQUARE.map(([n, e], i) => `${i},${e},${n},1250.5`).join('\n');
    const position = [38_455_900, 3_331_000];
    expect(parseVertexList(east, 'a').set.features[0]?.geometry[0]?.[0]?.[0]).toEqual(position);
    const pairs = SQUARE.map(([n, e]) => `${n} ${e}`).join('\n');
    expect(parseVertexList(pairs, 'a').set.features[0]?.geometry[0]?.[0]?.[0]).toEqual(position);
  });

  test('degrees, minutes and seconds are read in either order; the datum is asked for', () => {
    const north = ['38°50′10″', '38°50′10″', '38°51′0″'];
    const east = ['112°25′0″', '112°26′0″', '112°26′0″'];
    const { set } = parseVertexList(north.map((n, i) => `${i + 1}，${n}，${east[i]}`).join('\n'), 'a');
    expect(set.crs).toBeNull();
    expect(set.features[0]?.geometry[0]?.[0]?.[2]).toEqual([112 + 26 / 60, 38.85]);
    const eastFirst = parseVertexList(east.map((e, i) => `${i + 1}，${e}，${north[i]}`).join('\n'), 'a');
    expect(eastFirst.set.features[0]?.geometry).toEqual(set.features[0]?.geometry);
  });

  test('empty lines and returning corners part rings', () => {
    const away = SQUARE.map(([n, e]) => [n + 1_000, e] as const);
    expect(parseVertexList(`${bare(SQUARE)}\n\n${bare(away)}`, 'a').set.features).toHaveLength(2);
    const returned = parseVertexList(`${bare(closed)}\n${bare([...away, away[0]!])}`, 'a');
    expect(returned.set.features[0]?.geometry).toHaveLength(2);
    expect(keys(returned)).toEqual(['vector.zone-assumed']);
    const spaced = SQUARE.map(([n, e]) => `${n},${e}`).join('\n\n');
    expect(parseVertexList(spaced, 'a').set.features).toHaveLength(1);
  });

  test('a corner unlike the others, several zones, and an order nobody can tell are refused', () => {
    expect(refusal(bare([...SQUARE, [38.5, 112.3]]))).toMatchObject({ code: 'E-TAB-004', where: 'a.txt#5' });
    expect(refusal(bare([...SQUARE, [3_331_000, 39_455_900]]))).toMatchObject({ code: 'E-TAB-006' });
    expect(refusal(bare([...SQUARE, [3_331_000, 455_900]]))).toMatchObject({ code: 'E-TAB-006' });
    expect(refusal('1,2\n3,4\n5,7\n')).toMatchObject({ code: 'E-TAB-005' });
  });

  test('other text is no list', () => {
    for (const text of ['', 'hello\nworld', '{"type":"Feature"}', 'name,value\na,1\nb,2'])
      expect(looksLikeVertexList(text), text).toBe(false);
    expect(looksLikeVertexList(`${bare(SQUARE)}\nJ5`)).toBe(true);
    expect(refusal('hello')).toMatchObject({ code: 'E-VEC-006' });
  });
});
