import { AftermineError } from '@aftermine/science/base';
import type { Feature, Ring } from '@aftermine/science/site';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { readShapefile, readShapePoints } from './read-shapefile.ts';
import type { ShapefileParts } from './shapefile-parts.ts';
import { writeShapefile } from './write-shapefile.ts';

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const feature = (
  properties: Feature['properties'],
  geometry: Feature['geometry'] = [[square(0, 0, 10)]],
): Feature => ({
  id: null,
  geometry,
  properties,
});

function partsOf(features: readonly Feature[], crs: string | null = 'EPSG:4547'): ShapefileParts {
  const { files } = writeShapefile({ crs, features }, 'a');
  const part = (end: string): Uint8Array | null => files.get(end) ?? null;
  return {
    where: 'a.shp',
    shp: part('.shp')!,
    shx: part('.shx'),
    dbf: part('.dbf'),
    prj: part('.prj'),
    cpg: part('.cpg'),
  };
}
const keys = (file: VectorFile): string[] => file.warnings.map(({ key }) => key);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    if (error instanceof AftermineError) return error.code;
    throw error;
  }
};

describe('attributes', () => {
  const texts = { 图斑编号: 'T-01', 权属单位: '锡林浩特市北山煤矿', 地类: '灌木林地' };
  const parts = partsOf([feature(texts)]);
  const cases = [null, 'GBK', 'GB2312', 'gb18030', '936', 'CP936', 'OEM', 'UTF-8'].flatMap((cpg) =>
    [0, 0x4d].map((driver) => ({ cpg, driver })),
  );

  test.each(cases)(
    'Chinese names and values are right with .cpg $cpg and driver $driver',
    ({ cpg, driver }) => {
      const dbf = Uint8Array.from(parts.dbf!);
      dbf[29] = driver;
      const file = readShapefile({ ...parts, dbf, cpg: cpg === null ? null : Buffer.from(cpg) });
      expect(file.set.features[0]?.properties).toEqual(texts);
    },
  );

  test('names and values cut in mid-character lose the broken part only, which is told', () => {
    const dbf = Uint8Array.from(parts.dbf!);
    // A name of five and a half characters, as software that counts bytes leaves it.
    dbf.set(iconv.encode('权属单位名称', 'gbk').subarray(0, 11), 32 + 32);
    const width = iconv.encode(texts.权属单位, 'gbk').length;
    const at = Buffer.from(dbf).indexOf(iconv.encode(texts.权属单位, 'gbk'));
    dbf[at + width - 1] = 0x20;
    const file = readShapefile({ ...parts, dbf });
    expect(file.set.features[0]?.properties).toEqual({
      图斑编号: 'T-01',
      权属单位名: '锡林浩特市北山煤',
      地类: '灌木林地',
    });
    expect(keys(file)).toEqual(['vector.name-cut', 'vector.text-cut-read']);
  });

  test('UTF-8 names cut at ten bytes keep three characters', () => {
    const { files } = writeShapefile({ crs: null, features: [feature({ 土壤有机: 1, 村: '甲' })] }, 'a', {
      encoding: 'utf-8',
    });
    const dbf = Uint8Array.from(files.get('.dbf')!);
    dbf.set(Buffer.from('土壤有机质').subarray(0, 10), 32);
    const file = readShapefile({ ...parts, dbf, cpg: Buffer.from('UTF-8') });
    expect(file.set.features[0]?.properties).toEqual({ 土壤有: 1, 村: '甲' });
  });

  test('types come out as they are: numbers, dates, yes and no, blank as null, long numbers as text', () => {
    const dbf = Uint8Array.from(
      partsOf([feature({ n: 123456789, l: true, c: '20200131', d: '20200131' })]).dbf!,
    );
    dbf[32 + 32 * 3 + 11] = 'D'.charCodeAt(0);
    expect(readShapefile({ ...parts, dbf }).set.features[0]?.properties).toEqual({
      n: 123456789,
      l: true,
      c: '20200131',
      d: '2020-01-31',
    });
    const text = Uint8Array.from(partsOf([feature({ n: '1404021040000000123', s: '****' })]).dbf!);
    text[32 + 11] = 'N'.charCodeAt(0);
    text[64 + 11] = 'N'.charCodeAt(0);
    const file = readShapefile({ ...parts, dbf: text });
    expect(file.set.features[0]?.properties).toEqual({ n: '1404021040000000123', s: null });
    expect(keys(file)).toEqual(['vector.number-lost']);
  });

  test('equal and poisoned names are numbered', () => {
    const dbf = Uint8Array.from(partsOf([feature({ a: 1, b: 2, c: 3 })]).dbf!);
    dbf.set(Buffer.from('a'), 64);
    dbf.set(Buffer.from('__proto__'), 96);
    const file = readShapefile({ ...parts, dbf });
    expect(file.set.features[0]?.properties).toEqual({ a: 1, a_2: 2, __proto___2: 3 });
    expect(file.warnings).toEqual([{ key: 'vector.name-twice', params: { count: 2 } }]);
  });

  test('rows marked as deleted are left out with their shapes', () => {
    const two = partsOf([feature({ n: 1 }), feature({ n: 2 })]);
    const dbf = Uint8Array.from(two.dbf!);
    dbf[32 + 32 + 1] = 0x2a;
    const file = readShapefile({ ...two, dbf });
    expect(file.set.features.map(({ id, properties }) => [id, properties['n']])).toEqual([['2', 2]]);
    expect(keys(file)).toEqual(['vector.row-deleted']);
  });

  test('an encoding that stays open is asked with a preview, and the answer is taken', () => {
    const dbf = Uint8Array.from(partsOf([feature({ name: 'Mxxxico' })]).dbf!);
    dbf[29] = 0;
    const at = Buffer.from(dbf).indexOf('Mxxxico');
    dbf.set([0x4d, 0xe9, 0x78, 0x69, 0x63, 0x6f, 0x20], at);
    const open = { ...parts, dbf, cpg: null };
    expect(codeOf(() => readShapefile(open))).toBe('E-VEC-106');
    const answered = readShapefile(open, { encoding: 'latin1' });
    expect(answered.set.features[0]?.properties).toEqual({ name: 'México' });
  });

  test('without a table polygons come without attributes, which is told', () => {
    const file = readShapefile({ ...parts, dbf: null });
    expect(file.set.features[0]?.properties).toEqual({});
    expect(keys(file)).toEqual(['vector.no-attributes']);
  });
});

describe('geometry', () => {
  const hole = [...square(2, 2, 3)].reverse();
  const plain = [[square(0, 0, 10), hole], [square(20, 0, 5)]];

  test('heights and measures are dropped, for all three kinds of polygons', () => {
    const parts = partsOf([feature({ n: 1 }, plain)]);
    for (const type of [15, 25]) {
      // Z and M stand behind the positions of a record, where they need not be read.
      const tail = Buffer.alloc(200);
      const shp = Buffer.concat([parts.shp, tail]);
      shp.writeInt32BE(shp.length / 2, 24);
      shp.writeInt32LE(type, 32);
      shp.writeInt32LE(type, 108);
      shp.writeInt32BE((shp.length - 108) / 2, 104);
      const file = readShapefile({ ...parts, shp, shx: null });
      expect(file.set.features[0]?.geometry).toEqual(plain);
    }
  });

  test('null shapes are counted; their rows do not move to other shapes', () => {
    const file = readShapefile(partsOf([feature({ n: 1 }, []), feature({ n: 2 }, plain)]));
    expect(file.set.features).toEqual([{ id: '2', geometry: plain, properties: { n: 2 } }]);
    expect(file.warnings).toEqual([{ key: 'vector.null-geometry', params: { count: 1 } }]);
  });

  test('the index decides where shapes are; one that does not fit is not used', () => {
    const parts = partsOf([feature({ n: 1 }), feature({ n: 2 }, plain)]);
    const shx = Buffer.from(parts.shx!);
    const swapped = Buffer.concat([shx.subarray(0, 100), shx.subarray(108, 116), shx.subarray(100, 108)]);
    expect(readShapefile({ ...parts, shx: swapped }).set.features[0]?.geometry).toEqual(plain);
    shx.writeInt32BE(1 << 29, 100);
    const file = readShapefile({ ...parts, shx });
    expect(file.set.features[1]?.geometry).toEqual(plain);
    expect(keys(file)).toEqual(['vector.index-ignored']);
  });

  test('every cut and many a changed byte end in a typed error or in a result', () => {
    const parts = partsOf([feature({ 名称: '甲', n: 1 }), feature({ 名称: '乙', n: 2 }, plain)]);
    for (const name of ['shp', 'dbf'] as const) {
      const whole = parts[name]!;
      for (let length = 0; length < whole.length; length += 1) {
        const code = codeOf(() => readShapefile({ ...parts, shx: null, [name]: whole.subarray(0, length) }));
        if (name === 'shp') expect(code).toMatch(/^E-VEC-10[13]$/);
        else expect(code).toMatch(/^(E-VEC-10[56]|read)$/);
      }
      for (let at = 0; at < Math.min(whole.length, 400); at += 1) {
        for (const value of [0, 0x7f, 0xff]) {
          const changed = Uint8Array.from(whole);
          changed[at] = value;
          expect(codeOf(() => readShapefile({ ...parts, shx: null, [name]: changed }))).toMatch(
            /^(E-VEC-\d+|read)$/,
          );
        }
      }
    }
  });

  test('points are read apart from polygons', () => {
    const shp = Buffer.alloc(128);
    shp.writeInt32BE(9994, 0);
    shp.writeInt32BE(64, 24);
    shp.writeInt32LE(1, 32);
    shp.writeInt32BE(1, 100);
    shp.writeInt32BE(10, 104);
    shp.writeInt32LE(1, 108);
    shp.writeDoubleLE(38455964.6, 112);
    shp.writeDoubleLE(3331286.7, 120);
    const parts = { ...partsOf([feature({ 点号: 'S1' })], 'EPSG:4526'), shp, shx: null };
    expect(readShapePoints(parts)).toEqual({
      crs: 'EPSG:4526',
      points: [{ position: [38455964.6, 3331286.7], properties: { 点号: 'S1' } }],
      warnings: [],
    });
    expect(codeOf(() => readShapefile(parts))).toBe('E-VEC-102');
    expect(codeOf(() => readShapePoints(partsOf([feature({})])))).toBe('E-VEC-102');
  });
});

describe('coordinate system', () => {
  const crsOf = (crs: string | null, prj: string | null, options: ReadVectorOptions = {}): VectorFile =>
    readShapefile(
      { ...partsOf([feature({ n: 1 })], crs), ...(prj === null ? {} : { prj: Buffer.from(prj) }) },
      options,
    );

  test('is what the .prj states, else what the caller says, else unknown', () => {
    expect(crsOf('EPSG:4547', null).set.crs).toBe('EPSG:4547');
    expect(crsOf('EPSG:4547', null, { crs: 'EPSG:4490' }).set.crs).toBe('EPSG:4547');
    expect(crsOf(null, null).set.crs).toBeNull();
    expect(crsOf(null, null, { crs: 'EPSG:4490' }).set.crs).toBe('EPSG:4490');
  });

  test('that is not known is told by its name', () => {
    const file = crsOf(null, 'PROJCS["某矿区独立坐标系",GEOGCS["GCS"]]');
    expect(file.set.crs).toBeNull();
    expect(file.warnings).toEqual([{ key: 'vector.prj-unknown', params: { system: '某矿区独立坐标系' } }]);
  });

  test('of an old datum is read with a warning', () => {
    expect(keys(crsOf('EPSG:2362', null))).toEqual(['vector.inexact-datum']);
  });

  test('that is missing is hinted at by eastings of eight digits', () => {
    const parts = partsOf([feature({ n: 1 }, [[square(38_500_000, 4_000_000, 100)]])], null);
    expect(keys(readShapefile(parts))).toEqual(['vector.zone-seen']);
  });
});
