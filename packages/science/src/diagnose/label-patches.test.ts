import { expect, it } from 'vitest';
import { labelPatches } from './label-patches.ts';

const draw = (...rows: string[]): Uint8Array =>
  Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0));

it('corners join patches among eight neighbours and not among four', () => {
  const habitat = draw('##..', '..#.', '#..#');
  expect(labelPatches(habitat, 4, 4)).toMatchObject({ count: 4, cells: Uint32Array.of(2, 1, 1, 1) });
  expect(labelPatches(habitat, 4, 8)).toMatchObject({ count: 2, cells: Uint32Array.of(4, 1) });
});

it('arms that meet only further down are one patch', () => {
  const { labels, count } = labelPatches(draw('#.#.#', '#.#.#', '###.#', '....#', '#####'), 5);
  expect(count).toBe(2);
  expect([...labels.slice(0, 5)]).toEqual([1, 0, 1, 0, 2]);
  expect([...labels.slice(20)]).toEqual([2, 2, 2, 2, 2]);
});

it('the ends of two rows do not touch', () => {
  expect(labelPatches(draw('..#', '#..'), 3, 4).count).toBe(2);
  expect(labelPatches(draw('..#', '#..'), 3, 8).count).toBe(2);
});

it('turning the map by a right angle changes no patch size', () => {
  const side = 40;
  const habitat = Uint8Array.from({ length: side * side }, (_, i) => ((i * 2654435761) % 97 < 58 ? 1 : 0));
  const turned = habitat.map((_, i) => habitat[(i % side) * side + side - 1 - Math.floor(i / side)]!);
  for (const neighbours of [4, 8] as const) {
    const sizes = (cells: Uint8Array): number[] => [...labelPatches(cells, side, neighbours).cells.sort()];
    expect(sizes(turned)).toEqual(sizes(habitat));
  }
});

it('no data is no habitat; no habitat is no patch', () => {
  expect(labelPatches([Number.NaN, 1, -1, 0], 2).count).toBe(1);
  expect(labelPatches(new Uint8Array(6), 3).count).toBe(0);
  expect(() => labelPatches(new Uint8Array(5), 2)).toThrow(/E-DIA-101/);
});
