import { describe, expect, test } from 'vitest';
import { assertNoBinaryDrawing, looksLikeDxf, parseDxf } from './parse-dxf.ts';

type Vertex = readonly [x: number, y: number, bulge?: number];
const drawing = (entities: string, header = ''): string =>
  `0\nSECTION\n2\nHEADER\n${header}0\nENDSEC\n0\nSECTION\n2\nENTITIES\n${entities}0\nENDSEC\n0\nEOF\n`;
const light = (vertices: readonly Vertex[], { layer = '排土场', flags = 1, more = '' } = {}): string =>
  `0\nLWPOLYLINE\n5\n2F\n8\n${layer}\n90\n${vertices.length}\n70\n${flags}\n${more}${vertices
    .map(([x, y, bulge]) => `10\n${x}\n20\n${y}\n${bulge === undefined ? '' : `42\n${bulge}\n`}`)
    .join('')}`;
const old = (vertices: readonly Vertex[], { flags = 1, vertex = 0 } = {}): string =>
  `0\nPOLYLINE\n8\n采坑\n66\n1\n10\n0\n20\n0\n70\n${flags}\n${vertices
    .map(([x, y, bulge]) => `0\nVERTEX\n8\n采坑\n10\n${x}\n20\n${y}\n42\n${bulge ?? 0}\n70\n${vertex}\n`)
    .join('')}0\nSEQEND\n8\n采坑\n`;
const SQUARE: readonly Vertex[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const RING = [...SQUARE, SQUARE[0]!];
const refusal = (text: string, options = {}): unknown => {
  try {
    return parseDxf(text, 'a.dxf', options);
  } catch (error) {
    return error;
  }
};

describe('closed polylines', () => {
  test('old and new kinds become features with their layer', () => {
    const { set, warnings } = parseDxf(drawing(light(SQUARE) + old(SQUARE)), 'a.dxf');
    expect(warnings).toEqual([]);
    expect(set.crs).toBeNull();
    expect(set.features).toEqual([
      { id: '2F', geometry: [[RING]], properties: { layer: '排土场', handle: '2F' } },
      { id: null, geometry: [[RING]], properties: { layer: '采坑', handle: null } },
    ]);
    expect(parseDxf(drawing(light(SQUARE)).replaceAll('\n', '\r\n'), 'a', { crs: 'EPSG:4547' }).set.crs).toBe(
      'EPSG:4547',
    );
  });

  test('group codes of later releases (91 behind each vertex) lose no vertex', () => {
    const text = drawing(light(SQUARE)).replaceAll(/(\n20\n[^\n]+\n)/g, '$191\n7\n');
    expect(parseDxf(text, 'a').set.features[0]?.geometry).toEqual([[RING]]);
  });

  test('arcs become chords within a centimetre: a square with a half circle on one side', () => {
    const [a, b, c, d] = SQUARE;
    const { set } = parseDxf(drawing(light([a!, [...b!, 1] as unknown as Vertex, c!, d!])), 'a');
    const ring = set.features[0]!.geometry[0]![0]!;
    expect(ring.length).toBeGreaterThan(20);
    const reach = Math.max(...ring.map(([x]) => x));
    expect(reach).toBeGreaterThan(15 - 0.01);
    expect(reach).toBeLessThanOrEqual(15);
    const circle = parseDxf(
      drawing(
        light([
          [0, 0, 1],
          [2, 0, 1],
        ]),
      ),
      'a',
    ).set.features[0]!.geometry[0]![0]!;
    for (const [x, y] of circle) expect(Math.hypot(x - 1, y)).toBeCloseTo(1, 9);
  });

  test('ends that meet close a polyline; open ones are counted', () => {
    const met = light([...SQUARE, [0.004, 0]], { flags: 0 });
    const { set, warnings } = parseDxf(
      drawing(met + light(SQUARE, { flags: 0 }) + old(SQUARE, { flags: 0 })),
      'a',
    );
    expect(set.features.map(({ geometry }) => geometry)).toEqual([[[RING]]]);
    expect(warnings).toEqual([{ key: 'vector.dxf-open', params: { count: 2 } }]);
    expect(refusal(drawing(light(SQUARE, { flags: 128 })))).toMatchObject({ code: 'E-VEC-006' });
  });

  test('layers are chosen by name', () => {
    const text = drawing(light(SQUARE) + old(SQUARE));
    expect(parseDxf(text, 'a', { layer: '采坑' }).set.features).toHaveLength(1);
    expect(refusal(text, { layer: 'roads' })).toMatchObject({ code: 'E-VEC-008', expected: '排土场, 采坑' });
  });

  test('meshes, spline frames, paper space and blocks are no polygons', () => {
    const framed = old(SQUARE).replace('0\nSEQEND', '0\nVERTEX\n8\na\n10\n99\n20\n99\n70\n16\n0\nSEQEND');
    const block = `0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n8\n0\n${light(SQUARE)}0\nENDBLK\n0\nENDSEC\n`;
    const entities = framed + old(SQUARE, { flags: 17 }) + light(SQUARE, { more: '67\n1\n' });
    const { set, warnings } = parseDxf(block + drawing(entities), 'a');
    expect(set.features.map(({ geometry }) => geometry)).toEqual([[[RING]]]);
    expect(warnings).toEqual([{ key: 'vector.not-polygon', params: { count: 1 } }]);
  });

  test('an extrusion that looks down mirrors the polyline', () => {
    const { set } = parseDxf(drawing(light(SQUARE, { more: '210\n0\n220\n0\n230\n-1\n' })), 'a');
    expect(set.features[0]?.geometry[0]?.[0]?.[1]).toEqual([-10, 0]);
  });

  test('texts and insertions are counted, units other than metres and zone numbers are told', () => {
    const far = SQUARE.map(([x, y]): Vertex => [x + 38_455_900, y + 3_331_000]);
    const extras = '0\nTEXT\n8\n0\n1\n拐点\n0\nINSERT\n2\nA\n0\nLINE\n8\n0\n10\n1\n';
    const { warnings } = parseDxf(drawing(light(far) + extras, '9\n$INSUNITS\n70\n4\n'), 'a');
    expect(warnings).toEqual([
      { key: 'vector.dxf-units', params: { units: 4 } },
      {
        key: 'vector.zone-seen',
        params: { zone: 38, crs: 'CGCS2000 / 3-degree Gauss-Kruger zone 38 (EPSG:4526)' },
      },
      { key: 'vector.dxf-text', params: { count: 2 } },
      { key: 'vector.not-polygon', params: { count: 1 } },
    ]);
  });
});

describe('broken drawings', () => {
  test('a polyline whose vertices never end, and a file that ends early, are errors', () => {
    const endless = drawing('0\nPOLYLINE\n8\na\n70\n1\n0\nLINE\n8\na\n');
    expect(refusal(endless)).toMatchObject({ code: 'E-VEC-006' });
    expect(refusal(drawing(light(SQUARE)).replace('0\nEOF\n', ''))).toMatchObject({ code: 'E-TAB-010' });
    expect(refusal(drawing(light(SQUARE)).replace('10\n10\n', '10\nten\n'))).toMatchObject({
      code: 'E-TAB-010',
    });
    expect(refusal(drawing('hello\nworld\n'))).toMatchObject({ code: 'E-TAB-010', where: 'a.dxf#12' });
    expect(refusal(drawing(light(SQUARE)).replace('10\n10\n', '10\n1e999\n'))).toMatchObject({
      code: 'E-TAB-010',
    });
  });

  test('drawings are told by their first characters; binary ones are named', () => {
    expect(looksLikeDxf(drawing(''))).toBe(true);
    expect(looksLikeDxf('  0\r\nSECTION\r\n  2\r\nHEADER\r\n')).toBe(true);
    expect(looksLikeDxf('999\ndxfrw 0.6.3\n0\nSECTION\n')).toBe(true);
    expect(looksLikeDxf('0\n1\n2\n')).toBe(false);
    expect(() => assertNoBinaryDrawing('AC1032\0\0', 'a.dwg')).toThrow(/E-TAB-011.*DWG/);
    expect(() => assertNoBinaryDrawing('AutoCAD Binary DXF\r\n', 'a.dxf')).toThrow(/E-TAB-011.*binary DXF/);
    expect(() => assertNoBinaryDrawing(drawing(''), 'a.dxf')).not.toThrow();
  });
});
