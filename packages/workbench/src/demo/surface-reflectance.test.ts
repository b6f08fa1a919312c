import { computeIndex } from '@aftermine/science/observe';
import { describe, expect, test } from 'vitest';
import { END_MEMBERS, type EndMember, SPECTRA } from './end-members.ts';
import type { GroundCover } from './ground-cover.ts';
import { HEAT, type SurfaceImage, surfaceImage } from './surface-reflectance.ts';

const SUN = { elevation: 60, azimuth: 135, distance: 1 };
const FLAT = { x: Float32Array.of(0), y: Float32Array.of(0), z: Float32Array.of(1) };

function pure(name: EndMember): GroundCover {
  return Object.fromEntries(
    END_MEMBERS.map((member) => [member, Float32Array.of(member === name ? 1 : 0)]),
  ) as GroundCover;
}

function look(name: EndMember, normals = FLAT, groundWetness = 0): SurfaceImage {
  return surfaceImage(pure(name), normals, Float32Array.of(1440), { sun: SUN, groundWetness, airK: 295 });
}

function index(id: 'ndvi' | 'nbr' | 'ndbsi' | 'wetness' | 'mndwi', name: EndMember): number {
  const [blue, green, red, nir, swir1, swir2] = look(name) as Float32Array[];
  return computeIndex(id, {
    blue: blue!,
    green: green!,
    red: red!,
    nir: nir!,
    swir1: swir1!,
    swir2: swir2!,
  })[0]!;
}

describe('surfaceImage', () => {
  test('on level ground a pure pixel has the reflectance of its end member', () => {
    for (const name of END_MEMBERS) {
      const image = look(name);
      SPECTRA[name].forEach((rho, b) => {
        expect(image[b]![0]).toBeCloseTo(rho, 6);
      });
    }
  });

  test('green ground is cooler, wetter, greener and less dry than bare ground: the four signs of RSEI', () => {
    for (const plant of ['grass', 'shrub', 'crop'] as const) {
      for (const bare of ['soil', 'sand', 'overburden', 'gravel'] as const) {
        expect(look(plant)[HEAT]![0]!).toBeLessThan(look(bare)[HEAT]![0]! - 5);
        expect(index('wetness', plant)).toBeGreaterThan(index('wetness', bare));
        expect(index('ndvi', plant)).toBeGreaterThan(index('ndvi', bare) + 0.4);
        expect(index('ndbsi', plant)).toBeLessThan(index('ndbsi', bare) - 0.1);
        expect(index('nbr', plant)).toBeGreaterThan(index('nbr', bare) + 0.4);
      }
    }
  });

  test('only water is water by MNDWI', () => {
    expect(END_MEMBERS.filter((name) => index('mndwi', name) > 0)).toEqual(['water']);
  });

  test('coal is the hottest bare ground, pale sand the coolest', () => {
    expect(look('coal')[HEAT]![0]!).toBeGreaterThan(look('overburden')[HEAT]![0]!);
    expect(look('overburden')[HEAT]![0]!).toBeGreaterThan(look('sand')[HEAT]![0]!);
  });

  test('a slope that faces the sun is brighter, and red light changes more than blue', () => {
    const lean = 0.2 / Math.hypot(0.2, 1);
    // the sun stands in the south-east
    const towards = {
      x: Float32Array.of(lean * Math.SQRT1_2),
      y: Float32Array.of(-lean * Math.SQRT1_2),
      z: Float32Array.of(1 / Math.hypot(0.2, 1)),
    };
    const [lit, level] = [look('soil', towards), look('soil')];
    const gain = (b: number): number => lit[b]![0]! / level[b]![0]!;
    expect(gain(0)).toBeGreaterThan(1.02);
    expect(gain(5)).toBeGreaterThan(gain(0));
  });

  test('wet bare ground is darker and cooler; plants are not', () => {
    expect(look('soil', FLAT, 1)[5]![0]!).toBeCloseTo(SPECTRA.soil[5] * 0.66, 6);
    expect(look('soil', FLAT, 1)[HEAT]![0]!).toBeLessThan(look('soil')[HEAT]![0]!);
    expect(look('grass', FLAT, 1)[3]![0]!).toBeCloseTo(SPECTRA.grass[3], 6);
  });
});
