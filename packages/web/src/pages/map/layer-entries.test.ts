import type { ProjectDetail } from 'aftermine/contract';
import { expect, it } from 'vitest';
import { indexClass, layerEntries, rasterSpec, readStyle, writeStyle } from './layer-entries.ts';

const band = (index: number, name: string, range: [number, number]) => ({
  index,
  name,
  range,
  palette: 'viridis',
  unit: name === 'lst' ? 'K' : null,
});
const group = (kind: string, palette: string, bands: ReturnType<typeof band>[]) => ({
  kind,
  years: [2020, 2022],
  range: bands[0]!.range,
  palette,
  bands,
  unit: null,
  crs: null,
  box: [0, 0, 10, 10] as [number, number, number, number],
});
const project = {
  id: 'p',
  updated: 'now',
  layers: [
    group('composite', 'true-colour', [
      band(1, 'blue', [0.03, 0.1]),
      band(2, 'green', [0.05, 0.15]),
      band(3, 'red', [0.04, 0.2]),
    ]),
    group('components', 'viridis', [band(1, 'ndvi', [0, 0.8]), band(4, 'lst', [296, 316])]),
    group('vertices', 'plasma', [band(1, 'vertex-year-1', [1990, 2020])]),
  ],
} as unknown as ProjectDetail;

it('a composite is one layer of three bands with one stretch; other kinds are one layer a band', () => {
  const entries = layerEntries(project);
  expect(entries.map(({ id }) => id)).toEqual(['composite', 'components.ndvi', 'components.lst']);
  expect(entries[0]).toMatchObject({ bands: [3, 2, 1], range: [0.03, 0.2], group: 'picture' });
  expect(entries[2]).toMatchObject({ offset: -273.15, unit: '°C', bands: [4] });
});

it('a year that a layer does not have is not shown by another', () => {
  const entry = layerEntries(project)[1]!;
  expect(rasterSpec(project, entry, 2021, undefined)).toBeNull();
  expect(rasterSpec(project, entry, 2022, undefined)?.path).toBe(
    '/api/projects/p/layers/components/2022/values',
  );
});

it('colours and stretch go into the address and come back; foreign words mean nothing', () => {
  for (const [palette, isOwn] of [
    ['cividis', true],
    ['cividis', false],
    [null, true],
    [null, false],
  ] as const)
    expect(readStyle(writeStyle(palette, isOwn))).toEqual({ palette, isOwn });
  expect(readStyle('nonsense')).toEqual({ palette: null, isOwn: false });
});

it('classes of the index are fifths', () => {
  expect([0, 0.19, 0.2, 0.5, 0.8, 1].map(indexClass)).toEqual([1, 1, 2, 3, 5, 5]);
});
