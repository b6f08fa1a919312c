import { expect, test } from 'vitest';
import { toGeojson } from './to-geojson.ts';
import type { Feature } from './types.ts';

const feature: Feature = {
  id: '图斑-1',
  geometry: [
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  ],
  properties: { name: '一号"排土场"', area: 1.5, ok: true, note: null },
};

test('WGS 84 is written without a crs member, as RFC 7946 asks', () => {
  expect(JSON.parse(toGeojson({ crs: 'EPSG:4326', features: [feature] }))).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: '图斑-1',
        properties: feature.properties,
        geometry: { type: 'Polygon', coordinates: feature.geometry[0] },
      },
    ],
  });
});

test('any other system is stated, and several parts are a MultiPolygon', () => {
  const two: Feature = { ...feature, id: null, geometry: [...feature.geometry, ...feature.geometry] };
  const written = JSON.parse(toGeojson({ crs: 'EPSG:4547', features: [two] }));
  expect(written.crs.properties.name).toBe('urn:ogc:def:crs:EPSG::4547');
  expect(written.features[0].geometry.type).toBe('MultiPolygon');
  expect('id' in written.features[0]).toBe(false);
});

test('no features make an empty collection', () => {
  expect(JSON.parse(toGeojson({ crs: null, features: [] }))).toEqual({
    type: 'FeatureCollection',
    features: [],
  });
});
