import { chance } from '@aftermine/science/base';
import { describe, expect, test } from 'vitest';
import type { UnitRow } from '../../contract/index.ts';
import { unitFilter, unitOrder, unitSearch } from './unit-query.ts';
import { UnitTable } from './unit-table.ts';

const blank: UnitRow = {
  id: 'U1',
  name: null,
  damage: null,
  areaHa: null,
  lastMedian: null,
  lastYear: null,
  slopePerYear: null,
  slopeP: null,
  greatestLoss: null,
  greatestLossEnd: null,
  problems: null,
  priority: null,
  class: null,
  package: null,
  planYear: null,
  cost: null,
  state: null,
  reach: null,
  openAlerts: 0,
};

function madeRows(count: number): UnitRow[] {
  const random = chance(3).uniform;
  return Array.from({ length: count }, (_, i) => ({
    ...blank,
    id: `U${i + 1}`,
    damage: random() < 0.2 ? null : (['pit', 'waste-dump', 'haul-road'] as const)[Math.floor(3 * random())]!,
    areaHa: random() < 0.1 ? null : Math.round(100 * random()) / 10,
    problems: random() < 0.3 ? null : Math.floor(5 * random()),
  }));
}

describe('order of rows', () => {
  test('numbers in ids are read as numbers, and what is unknown comes last either way', () => {
    const rows = ['U10', 'U2', 'U1'].map((id, i) => ({ ...blank, id, problems: [null, 3, 1][i]! }));
    const ids = (places: Uint32Array): string[] => [...places].map((place) => rows[place]!.id);
    expect(ids(unitOrder(rows, 'id', false))).toEqual(['U1', 'U2', 'U10']);
    expect(ids(unitOrder(rows, 'problems', false))).toEqual(['U1', 'U2', 'U10']);
    expect(ids(unitOrder(rows, 'problems', true))).toEqual(['U2', 'U1', 'U10']);
  });

  test('of 500 made rows each comes once, in order, alike ones as they stood', () => {
    const rows = madeRows(500);
    const order = [...unitOrder(rows, 'areaHa', false)];
    expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
    for (let i = 1; i < order.length; i += 1) {
      const [a, b] = [rows[order[i - 1]!]!.areaHa ?? Infinity, rows[order[i]!]!.areaHa ?? Infinity];
      expect(a < b || (a === b && order[i - 1]! < order[i]!)).toBe(true);
    }
  });
});

describe('filters', () => {
  const rows = madeRows(300);
  const idsOf = (filter: string): string[] => rows.filter(unitFilter(filter)!).map(({ id }) => id);

  test.each<[string, (row: UnitRow) => boolean]>([
    ['damage:pit,haul-road', ({ damage }) => damage === 'pit' || damage === 'haul-road'],
    ['damage:-', ({ damage }) => damage === null],
    ['problems:>2', ({ problems }) => problems !== null && problems > 2],
    ['problems:<=2', ({ problems }) => problems !== null && problems <= 2],
    ['areaHa:1..5', ({ areaHa }) => areaHa !== null && areaHa >= 1 && areaHa <= 5],
    ['problems:0;damage:pit', ({ damage, problems }) => damage === 'pit' && problems === 0],
    ['id:U7,U9', ({ id }) => id === 'U7' || id === 'U9'],
  ])('%s is what a loop over all rows finds', (filter, holds) => {
    expect(idsOf(filter)).toEqual(rows.filter(holds).map(({ id }) => id));
    expect(idsOf(filter).length).toBeGreaterThan(0);
  });

  test('an unknown column and a condition that cannot be read are refused by name', () => {
    expect(() => unitFilter('colour:red')).toThrow(/E-SRV-104/);
    expect(() => unitFilter('problems:>many')).toThrow(/E-SRV-105/);
    expect(() => unitFilter('problems')).toThrow(/E-SRV-105/);
  });

  test('every word of a search must stand somewhere in a row, in any case', () => {
    const row = { ...blank, id: 'U4', name: 'East Dump', damage: 'waste-dump' };
    expect(unitSearch('east u4')!(row)).toBe(true);
    expect(unitSearch('east pit')!(row)).toBe(false);
    expect(unitSearch('  ')).toBeNull();
  });
});

test('pages of a selection, put together, are the selection', () => {
  const table = new UnitTable(madeRows(95));
  const selected = table.select({ sort: 'areaHa', desc: true, filter: 'problems:>=1', q: undefined });
  const pages: unknown[] = [];
  for (let offset = 0; offset < selected.length; offset += 10)
    pages.push(...(JSON.parse(table.text(selected, offset, 10)) as unknown[]));
  expect(pages).toEqual([...selected].map((place) => table.rows[place]));
  expect(table.select({ sort: 'areaHa', desc: true, filter: 'problems:>=1', q: undefined })).toBe(selected);
});
