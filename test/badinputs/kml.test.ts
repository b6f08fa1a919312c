import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badInput, describeWithData } from '../golden.ts';
import { MAX_MS, readApart } from './read-apart.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kml-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const polygon = (ring: string): string =>
  `<Placemark><name>甲</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
const kml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`;
const SQUARE = '116,40,0 116.01,40,0 116.01,40.01,0 116,40.01,0 116,40,0';

describeWithData('generated documents', badInput('generated/billion-laughs.kml'), () => {
  test('entities that grow and entities that fetch are refused by their declaration', async () => {
    const outcomes = await readApart([
      badInput('generated/billion-laughs.kml'),
      badInput('generated/xxe.gml'),
    ]);
    expect(outcomes.get('billion-laughs.kml')?.code).toBe('E-VEC-112');
    expect(outcomes.get('xxe.gml')?.code).toBe('E-VEC-112');
    for (const { elapsedMs } of outcomes.values()) expect(elapsedMs).toBeLessThan(1_000);
  }, 30_000);
});

describe('documents made to hurt, and large honest ones', () => {
  test('each ends in the error that names what is wrong, within ten seconds and half a gigabyte', async () => {
    const expected = {
      'deep.kml': 'E-VEC-004',
      'open.kml': 'E-VEC-111',
      'tag.kml': 'E-VEC-111',
      'commas.kml': 'E-VEC-118',
      'six-million.kml': 'E-VEC-005',
      'empty.kml': 'E-VEC-111',
      'html.kml': 'E-VEC-112',
      'bomb.kmz': 'E-VEC-108',
      'none.kmz': 'E-VEC-110',
    };
    const paths = [
      write('deep.kml', `<kml>${'<Folder>'.repeat(2_000_000)}`),
      write('open.kml', kml(polygon(SQUARE)).slice(0, -20)),
      write('tag.kml', `<kml ${'a="b" '.repeat(2_000_000)}`),
      write('commas.kml', kml(polygon(','.repeat(5_000_000)))),
      write('six-million.kml', kml(polygon('116,40 '.repeat(6_000_000)))),
      write('empty.kml', ''),
      write('html.kml', '<!DOCTYPE html><html></html>'),
      write('bomb.kmz', zipSync({ 'doc.kml': [new Uint8Array(100 * 1024 * 1024).fill(32), { level: 9 }] })),
      write('none.kmz', zipSync({ 'readme.txt': strToU8('x') })),
    ];
    const outcomes = await readApart(paths);
    const codes = Object.fromEntries([...outcomes].map(([name, { code }]) => [name, code]));
    expect(codes).toEqual(expected);
    for (const { path, elapsedMs } of outcomes.values()) expect(elapsedMs, path).toBeLessThan(MAX_MS);
  }, 120_000);

  test('fifty thousand placemarks, and a ring of half a million positions, are read', async () => {
    const many = Array.from({ length: 50_000 }, (_, i) => {
      const [x, y] = [100 + (i % 250) * 0.02, 30 + Math.floor(i / 250) * 0.02];
      return polygon(`${x},${y},0 ${x + 0.01},${y},0 ${x + 0.01},${y + 0.01},0 ${x},${y},0`);
    });
    const ring = Array.from({ length: 500_000 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 500_000;
      return `${116 + Math.cos(angle)},${40 + Math.sin(angle)},0`;
    });
    const outcomes = await readApart([
      write('many.ovkmz', zipSync({ 'doc.kml': strToU8(kml(many.join('\n'))) })),
      write('ring.kml', kml(polygon(ring.join(' ')))),
    ]);
    expect(outcomes.get('many.ovkmz')).toMatchObject({ features: 50_000, warnings: ['vector.gcj02-shift'] });
    expect(outcomes.get('ring.kml')).toMatchObject({
      features: 1,
      warnings: ['vector.datum-asked', 'vector.ring-closed'],
    });
    for (const { elapsedMs } of outcomes.values()) expect(elapsedMs).toBeLessThan(MAX_MS);
  }, 120_000);
});
