import { AftermineError } from '@aftermine/science/base';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type ReadKmlOptions, readKml } from './read-kml.ts';

const RING = '116,40,0 117,40,0 117,41,0 116,40,0';
const polygon = (ring = RING): string =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
const kml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`;
const place = (body: string): string => kml(`<Placemark>${body}</Placemark>`);
const read = (text: string | Uint8Array, options: ReadKmlOptions = { datum: 'wgs84' }) =>
  readKml(typeof text === 'string' ? Buffer.from(text) : text, 'a.kml', options);
const codeOf = (text: string): string => {
  try {
    read(text);
    return 'read';
  } catch (error) {
    if (error instanceof AftermineError) return error.code;
    throw error;
  }
};
const ring = [
  [116, 40],
  [117, 40],
  [117, 41],
  [116, 40],
];

describe('placemarks', () => {
  test('polygons, holes and collections of polygons are read, heights dropped', () => {
    const inner =
      '<innerBoundaryIs><LinearRing><coordinates>116.5,40.2 116.6,40.2 116.6,40.3 116.5,40.2</coordinates></LinearRing></innerBoundaryIs>';
    const holed = polygon().replace('<Polygon>', `<Polygon>${inner}`);
    const { set, warnings } = read(
      place(
        `<MultiGeometry>${holed}<Point><coordinates>1,2</coordinates></Point>${polygon()}</MultiGeometry>`,
      ),
    );
    expect(set.crs).toBe('EPSG:4326');
    expect(set.features[0]?.geometry).toEqual([
      [
        ring,
        [
          [116.5, 40.2],
          [116.6, 40.2],
          [116.6, 40.3],
          [116.5, 40.2],
        ],
      ],
      [ring],
    ]);
    expect(warnings).toEqual([]);
  });

  test('names, descriptions and data become properties; styles do not', () => {
    const text = kml(
      `<Schema id="s"><SimpleField type="double" name="面积"/><SimpleField type="bool" name="耕地"/></Schema>
      <Folder><name>图层</name><Placemark id="p7"><name>北山 &amp; 南山</name><description><![CDATA[<b>排土场</b>]]></description>
      <Style><PolyStyle><color>ff0000ff</color><fill>0</fill></PolyStyle></Style>
      <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="面积">12.5</SimpleData><SimpleData name="耕地">1</SimpleData></SchemaData>
      <Data name="fill"><displayName>填方</displayName><value>&#x7532;</value></Data><Data name="空"><value/></Data><Data name="__proto__"><value>1</value></Data></ExtendedData>
      ${polygon()}</Placemark></Folder>`,
    );
    const { set, warnings } = read(text);
    expect(set.features[0]).toEqual({
      id: 'p7',
      geometry: [[ring]],
      properties: {
        name: '北山 & 南山',
        description: '<b>排土场</b>',
        面积: 12.5,
        耕地: true,
        fill: '甲',
        空: null,
      },
    });
    expect(warnings).toEqual([{ key: 'vector.property-left-out', params: { count: 1 } }]);
  });

  test('prefixes, declared or not, do not matter; comments are no content', () => {
    const prefixed = place(polygon()).replaceAll('<', '<k:').replaceAll('<k:/', '</k:').replace('<k:?', '<?');
    expect(read(prefixed).set.features).toHaveLength(1);
    expect(
      read(place(`<gx:balloon>1</gx:balloon><!-- <Placemark> -->${polygon()}`)).set.features,
    ).toHaveLength(1);
  });

  test('GBK and UTF-16 are read', () => {
    const text = place(`<name>煤矿</name>${polygon()}`);
    for (const bytes of [iconv.encode(text, 'gbk'), Buffer.from(`\ufeff${text}`, 'utf16le')])
      expect(read(bytes).set.features[0]?.properties).toEqual({ name: '煤矿' });
  });

  test('points, lines and empty placemarks are counted; open rings closed', () => {
    const { set, warnings } = read(
      kml(
        `<Placemark><Point><coordinates>1,2</coordinates></Point></Placemark><Placemark><name>x</name></Placemark>
        <Placemark>${polygon('116,40 117,40 117,41')}</Placemark>`,
      ),
    );
    expect(set.features[0]?.geometry).toEqual([[ring]]);
    expect(warnings).toEqual([
      { key: 'vector.not-polygon', params: { count: 1 } },
      { key: 'vector.null-geometry', params: { count: 1 } },
      { key: 'vector.ring-closed', params: { count: 1 } },
    ]);
    expect(codeOf(place('<Point><coordinates>1,2</coordinates></Point>'))).toBe('E-VEC-006');
  });

  test('blanks around commas belong to the position; what is no number is refused, not left out', () => {
    expect(
      read(place(polygon('116, 40, 0\n117 ,40,0\t117,41,0 116,40,0'))).set.features[0]?.geometry,
    ).toEqual([[ring]]);
    for (const wrong of ['116,40 117', '116,40 x,41', '116,,40', ',116', '116,NaN 1,2', '116;40'])
      expect(codeOf(place(polygon(wrong)))).toBe('E-VEC-118');
  });
});

describe('hostile and broken documents', () => {
  test('a document type is refused before anything is expanded, HTML within CDATA is not one', () => {
    expect(codeOf('<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>')).toBe('E-VEC-112');
    expect(codeOf(place(`<description><![CDATA[<!DOCTYPE html>]]></description>${polygon()}`))).toBe('read');
    expect(read(place(`<name>&bomb;</name>${polygon()}`)).set.features[0]?.properties).toEqual({
      name: '&bomb;',
    });
  });

  test('other XML, no XML, and tags that do not fit', () => {
    const whole = place(polygon());
    for (const text of [
      '',
      'x',
      '<gpx/>',
      '<kml>',
      '<kml></a>',
      '<kml/><kml/>',
      '<kml a="<">',
      `${whole}x`,
      '<kml><![CDATA[</kml>',
    ])
      expect(codeOf(text), text).toBe('E-VEC-111');
    for (let length = 1; length < whole.length - 1; length += 1)
      expect(codeOf(whole.slice(0, length))).toMatch(/^E-VEC-(111|118)$/);
  });

  test('deep nesting is refused', () => {
    expect(codeOf(`<kml>${'<a>'.repeat(100_000)}`)).toBe('E-VEC-004');
  });

  test('odd tags of great length take no time', () => {
    const started = performance.now();
    for (const text of [
      '<kml '.repeat(200_000),
      `<kml a="${' '.repeat(900_000)}`,
      `<kml>${'<![CDATA['.repeat(100_000)}`,
      place(polygon(' ,'.repeat(500_000))),
      place(`<name>${'&'.repeat(1_000_000)}</name>`),
    ])
      expect(codeOf(text)).not.toBe('read');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('GCJ-02', () => {
  test('a file of Ovital is converted and the shift told; the caller may overrule', () => {
    const own = read(place(polygon()), { isOvital: true });
    expect(own.warnings).toEqual([{ key: 'vector.gcj02-shift', params: { metres: expect.any(Number) } }]);
    expect(own.warnings[0]?.params['metres']).toBeGreaterThan(300);
    expect(own.set.features[0]?.geometry).not.toEqual([[ring]]);
    const overruled = read(place(polygon()), { isOvital: true, datum: 'wgs84' });
    expect(overruled.set.features[0]?.geometry).toEqual([[ring]]);
    expect(overruled.warnings).toEqual([{ key: 'vector.datum-stated', params: {} }]);
  });

  test('any other KML stays as it is; in China the open question is told with its size', () => {
    const plain = read(place(polygon()), {});
    expect(plain.set.features[0]?.geometry).toEqual([[ring]]);
    expect(plain.warnings).toEqual([{ key: 'vector.datum-asked', params: { metres: expect.any(Number) } }]);
    const answered = read(place(polygon()), { datum: 'gcj02' });
    expect(answered.set).toEqual(read(place(polygon()), { isOvital: true }).set);
    expect(read(place(polygon('2,48 3,48 3,49 2,48')), {}).warnings).toEqual([]);
  });
});
