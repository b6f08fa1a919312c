import { readFileSync } from 'node:fs';
import {
  applyRsei,
  componentMoments,
  computeIndex,
  countComponents,
  countGrades,
  emptyCounter,
  fitRsei,
  fitScaling,
  mergeSummaries,
  type PhysicalBands,
  projectRsei,
  RSEI,
  rseiComponents,
  type ScalingMethod,
  summaryPercentile,
} from '@aftermine/science/observe';
import { fromArrayBuffer } from 'geotiff';
import { beforeAll, expect, it } from 'vitest';
import { describeWithData, golden } from '../golden.ts';

const folder = golden('rsei/landsat5-1988');

interface Variant {
  norm_params: Record<string, [number, number]>;
  pc1_share: number;
  pc1_loadings: Record<string, number>;
  eigenvalues: number[];
  mean_rsei: number;
  grade_fraction: number[];
}
interface Reference {
  n_pixels: number;
  n_land: number;
  variants: Record<string, Variant>;
  component_stats: Record<string, { min: number; max: number; mean: number }>;
  pixel_samples: {
    row: number;
    col: number;
    NDVI: number;
    WET: number;
    NDBSI: number;
    BT_K: number;
    MNDWI: number;
  }[];
}

const KEYS = ['NDVI', 'WET', 'NDBSI', 'LST'] as const;
const WIDTH = 287;

/** Level-1 numbers to top-of-atmosphere reflectance and brightness temperature, as the reference did it. */
async function bandsOfScene(): Promise<PhysicalBands> {
  const mtl = readFileSync(`${folder}/LT52240631988227CUB02_MTL.txt`, 'utf8');
  const figure = (key: string): number => Number(new RegExp(`${key} = (\\S+)`).exec(mtl)?.[1]);
  const sun = Math.sin((figure('SUN_ELEVATION') * Math.PI) / 180);
  const distance = 1.0128477923865415;
  const esun: Record<number, number> = { 1: 1983, 2: 1796, 3: 1536, 4: 1031, 5: 220, 7: 83.44 };
  const read = async (band: number, physical: (radiance: number) => number): Promise<Float32Array> => {
    const bytes = readFileSync(`${folder}/LT52240631988227CUB02_B${band}.TIF`);
    const tiff = await fromArrayBuffer(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
    const [numbers] = await (await tiff.getImage()).readRasters();
    const gain = figure(`RADIANCE_MULT_BAND_${band}`);
    const bias = figure(`RADIANCE_ADD_BAND_${band}`);
    return Float32Array.from(numbers as Uint8Array, (dn) => physical(gain * dn + bias));
  };
  const reflectance = (band: number): Promise<Float32Array> =>
    // over dark water radiance falls below 0; the reference (its greatest MNDWI is 0.99997) holds it at 1e-6
    read(band, (radiance) => Math.max(1e-6, (Math.PI * radiance * distance ** 2) / (esun[band]! * sun)));
  return {
    blue: await reflectance(1),
    green: await reflectance(2),
    red: await reflectance(3),
    nir: await reflectance(4),
    swir1: await reflectance(5),
    swir2: await reflectance(7),
    lst: await read(6, (radiance) => 1260.56 / Math.log(607.76 / radiance + 1)),
  };
}

const physical = (samples: Float32Array) => ({ samples, scale: 1, offset: 0, nodata: null });

describeWithData('RSEI of a real Landsat 5 scene', folder, () => {
  const reference = JSON.parse(readFileSync(`${folder}/rsei_reference_numpy.json`, 'utf8')) as Reference;
  let bands: PhysicalBands;
  let parts: ReturnType<typeof rseiComponents>;

  beforeAll(async () => {
    bands = await bandsOfScene();
    parts = rseiComponents({
      blue: physical(bands.blue!),
      green: physical(bands.green!),
      red: physical(bands.red!),
      nir: physical(bands.nir!),
      swir1: physical(bands.swir1!),
      swir2: physical(bands.swir2!),
      lst: physical(bands.lst!),
    });
  });

  it('components agree with the reference within 1e-4 on every sampled pixel', () => {
    for (const sample of reference.pixel_samples) {
      const i = sample.row * WIDTH + sample.col;
      expect(Math.abs(parts.ndvi[i]! - sample.NDVI)).toBeLessThan(1e-4);
      expect(Math.abs(parts.wetness[i]! - sample.WET)).toBeLessThan(1e-4);
      expect(Math.abs(parts.ndbsi[i]! - sample.NDBSI)).toBeLessThan(1e-4);
      expect(Math.abs(parts.mndwi[i]! - sample.MNDWI)).toBeLessThan(1e-4);
      expect(Math.abs(parts.lst![i]! - sample.BT_K)).toBeLessThan(1e-4);
    }
  });

  it('components agree with the reference in minimum, maximum and mean over the scene within 1e-4', () => {
    const arrays = {
      NDVI: parts.ndvi,
      WET: parts.wetness,
      NDBSI: parts.ndbsi,
      LST: parts.lst!,
      MNDWI: parts.mndwi,
    };
    for (const [key, values] of Object.entries(arrays)) {
      const expected = reference.component_stats[key]!;
      const [min, max, sum] = values.reduce(
        ([a, b, s], v) => [Math.min(a, v), Math.max(b, v), s + v],
        [Infinity, -Infinity, 0],
      );
      expect(Math.abs(min - expected.min), key).toBeLessThan(1e-4);
      expect(Math.abs(max - expected.max), key).toBeLessThan(1e-4);
      expect(Math.abs(sum / values.length - expected.mean), key).toBeLessThan(1e-4);
    }
  });

  it('the one-pass kernel and the single-index kernels give the same values', () => {
    for (const id of ['ndvi', 'wetness', 'ndbsi', 'mndwi'] as const) {
      const single = computeIndex(id, bands);
      const worst = single.reduce((most, value, i) => Math.max(most, Math.abs(value - parts[id][i]!)), 0);
      expect(worst, id).toBeLessThan(1e-6);
    }
  });

  const methods: Record<string, ScalingMethod> = {
    minmax: { method: 'min-max' },
    p2p98: { method: 'percentile', clip: [2, 98] },
    zscore: { method: 'z-score' },
  };
  for (const pixels of ['all', 'land'] as const) {
    for (const [name, method] of Object.entries(methods)) {
      it(`variant ${pixels} ${name}: loadings within 1e-3, share, mean index and grades as the reference`, () => {
        const expected = reference.variants[`${pixels}_${name}`]!;
        const stack = [parts.ndvi, parts.wetness, parts.ndbsi, parts.lst!];
        const land = pixels === 'land' ? parts.land : new Uint8Array(parts.land.length).fill(1);
        const counter = emptyCounter(RSEI);
        countComponents(counter, RSEI, stack, land);
        expect(counter.count).toBe(pixels === 'land' ? reference.n_land : reference.n_pixels);
        const scaling = fitScaling(RSEI, counter, method);
        if ('kind' in scaling) throw new Error(scaling.reason);
        KEYS.forEach((key, c) => {
          const [a, b] = expected.norm_params[key]!;
          const [lo, hi] = name === 'zscore' ? [a, a + b] : [a, b];
          // heat: one bin of the histogram is 0.0034 K
          expect(Math.abs(scaling[c]!.lo - lo), `${key} lo`).toBeLessThan(key === 'LST' ? 0.0035 : 1e-4);
          expect(Math.abs(scaling[c]!.hi - hi), `${key} hi`).toBeLessThan(key === 'LST' ? 0.0035 : 1e-4);
        });
        const model = fitRsei(RSEI, scaling, componentMoments(RSEI, stack, land, scaling), {
          mode: 'per-scene',
        });
        KEYS.forEach((key, c) => {
          expect(Math.abs(model.loadings[c]! - expected.pc1_loadings[key]!), key).toBeLessThan(1e-3);
        });
        expect(model.share).toBeCloseTo(expected.pc1_share, 3);
        // only land makes an ecological axis; the unmasked scene must not get an index
        expect(model.gate).toBe(pixels === 'land' ? 'pass' : 'refused');
        const { range } = projectRsei(model, stack, land);
        const index = applyRsei(model, range, stack, land);
        const valid = index.filter((value) => !Number.isNaN(value));
        expect(valid.length).toBe(counter.count);
        expect(Math.abs(valid.reduce((s, v) => s + v, 0) / valid.length - expected.mean_rsei)).toBeLessThan(
          1e-3,
        );
        const grades = countGrades(index);
        expected.grade_fraction.forEach((share, g) => {
          expect(Math.abs(grades[g]! / valid.length - share), `grade ${g}`).toBeLessThan(2e-3);
        });
      });
    }
  }

  it('with water masked the gate passes with the loadings and the share of the reference, 82.7 %', () => {
    const stack = [parts.ndvi, parts.wetness, parts.ndbsi, parts.lst!];
    const counter = emptyCounter(RSEI);
    countComponents(counter, RSEI, stack, parts.land);
    const scaling = fitScaling(RSEI, counter, { method: 'min-max' });
    if ('kind' in scaling) throw new Error(scaling.reason);
    const model = fitRsei(RSEI, scaling, componentMoments(RSEI, stack, parts.land, scaling));
    expect(model.gate).toBe('pass');
    expect(model.loadings.map((value) => value.toFixed(3))).toEqual(['0.414', '0.490', '-0.610', '-0.465']);
    expect((model.share * 100).toFixed(1)).toBe('82.7');
  });

  it('blocks counted apart and merged give the same scaling and moments as the scene in one piece', () => {
    const stack = [parts.ndvi, parts.wetness, parts.ndbsi, parts.lst!];
    const whole = emptyCounter(RSEI);
    countComponents(whole, RSEI, stack, parts.land);
    const pieces = [0, 1, 2].map((k) => {
      const counter = emptyCounter(RSEI);
      const [from, to] = [k * 30_000, Math.min(parts.land.length, (k + 1) * 30_000)];
      countComponents(
        counter,
        RSEI,
        stack.map((values) => values.subarray(from, to)),
        parts.land.subarray(from, to),
      );
      return counter;
    });
    const merged = mergeSummaries(RSEI, pieces);
    expect(merged.count).toBe(whole.count);
    for (let c = 0; c < 4; c += 1) {
      expect(summaryPercentile(RSEI, merged, c, 98)).toBe(summaryPercentile(RSEI, whole, c, 98));
    }
  });
});
