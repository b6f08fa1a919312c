import { describe, expect, test } from 'vitest';
import { colourTable, entryOf } from './colour-table.ts';
import { cssGradient, PALETTES, paletteColour, paletteOfCodes } from './palettes.ts';
import { stretchOf, trueColour } from './true-colour.ts';

/** Relative luminance, WCAG 2. */
function luminance(colour: readonly number[]): number {
  const [r, g, b] = colour.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

describe('palettes', () => {
  test('of sequences grow lighter (or darker) all the way, so that they can be read in grey and with any colour vision', () => {
    for (const id of ['viridis', 'cividis', 'plasma', 'inferno', 'blues'] as const) {
      const lights = Array.from({ length: 64 }, (_, i) => luminance(paletteColour(PALETTES[id], i / 63)));
      const way = Math.sign(lights.at(-1)! - lights[0]!);
      for (let i = 1; i < lights.length; i += 1)
        expect((lights[i]! - lights[i - 1]!) * way, `${id} at ${i}`).toBeGreaterThan(-0.002);
    }
  });

  test('of two sides are lightest in the middle', () => {
    const light = (share: number): number => luminance(paletteColour(PALETTES['brown-teal'], share));
    expect(light(0.5)).toBeGreaterThan(light(0.2));
    expect(light(0.5)).toBeGreaterThan(light(0.8));
  });

  test('of classes give one colour a class, and a class holds its lower end', () => {
    expect(paletteColour(PALETTES.grades, 0.1999)).toEqual(paletteColour(PALETTES.grades, 0));
    expect(paletteColour(PALETTES.grades, 0.2)).not.toEqual(paletteColour(PALETTES.grades, 0.1999));
    expect(paletteColour(PALETTES.grades, 1)).toEqual([26, 150, 65]);
  });

  test('meet their ends exactly and hold outside', () => {
    expect(paletteColour(PALETTES.viridis, -1)).toEqual([68, 1, 84]);
    expect(paletteColour(PALETTES.viridis, 2)).toEqual([253, 231, 37]);
    expect(paletteOfCodes(PALETTES.viridis)).toHaveLength(256);
    expect(cssGradient(PALETTES.grades)).toContain('#d7191c 0.00% 20.00%');
  });
});

describe('true colour', () => {
  const meaning = { scale: 0.0000275, offset: -0.2, nodata: 0 };
  const band = (reflectance: readonly (number | null)[]): { samples: number[]; meaning: typeof meaning } => ({
    samples: reflectance.map((one) => (one === null ? 0 : Math.round((one + 0.2) / 0.0000275))),
    meaning,
  });

  test('keeps grey grey: one black and one white for all bands', () => {
    const grey = band([0.05, 0.1, 0.3]);
    const bands = [grey, grey, grey];
    const { rgb } = trueColour(bands, stretchOf([bands])!);
    for (let i = 0; i < 3; i += 1) expect(new Set(rgb.subarray(i * 3, i * 3 + 3)).size).toBe(1);
  });

  test('leaves out a pixel of which one band was not seen', () => {
    const bands = [band([0.1, 0.2]), band([null, 0.2]), band([0.1, 0.2])];
    expect([...trueColour(bands, stretchOf([bands])!).seen]).toEqual([0, 1]);
    expect(stretchOf([[band([null]), band([null]), band([null])]])).toBeNull();
  });

  test('a table of colours shows few colours as they are, and every colour nearly', () => {
    const seen = new Uint8Array([1, 1, 1, 0]);
    const rgb = new Uint8Array([200, 30, 30, 30, 200, 30, 30, 30, 200, 255, 255, 255]);
    const table = colourTable([{ rgb, seen }], 255);
    expect(table.colours).toHaveLength(3);
    for (let i = 0; i < 3; i += 1) {
      const [r, g, b] = [rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!];
      const near = table.colours[entryOf(table, r, g, b)]!;
      expect(
        Math.max(Math.abs(near[0] - r), Math.abs(near[1] - g), Math.abs(near[2] - b)),
      ).toBeLessThanOrEqual(4);
    }
  });

  test('a table never holds more colours than asked for', () => {
    const rgb = Uint8Array.from({ length: 3 * 4000 }, (_, i) => (i * 7919) % 256);
    expect(colourTable([{ rgb, seen: new Uint8Array(4000).fill(1) }], 16).colours).toHaveLength(16);
  });
});
