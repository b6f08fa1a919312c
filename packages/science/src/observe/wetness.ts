import { AftermineError } from '../base/index.ts';

/** A named, versioned set of tasselled-cap wetness coefficients; which one was used is part of lineage. */
export interface WetnessSet {
  readonly id: WetnessSetId;
  readonly version: 1;
  /** blue, green, red, nir, swir1, swir2. */
  readonly coefficients: readonly [number, number, number, number, number, number];
  /** What the set was derived for; another kind of reflectance gives biased wetness. */
  readonly derivedFor: 'surface-reflectance' | 'top-of-atmosphere';
  readonly sensor: 'tm' | 'etm+' | 'oli';
  readonly source: string;
  /** False where the figures were not checked against the paper itself. */
  readonly verified: boolean;
}

export type WetnessSetId = 'crist-1985' | 'huang-2002' | 'baig-2014' | 'zhai-2022';

/** The six-band sets. `crist-1985` is the default: one set for a mixed Landsat series of surface reflectance. */
export const WETNESS_SETS: Readonly<Record<WetnessSetId, WetnessSet>> = {
  'crist-1985': {
    id: 'crist-1985',
    version: 1,
    coefficients: [0.0315, 0.2021, 0.3102, 0.1594, -0.6806, -0.6109],
    derivedFor: 'surface-reflectance',
    sensor: 'tm',
    source: 'Crist 1985, doi:10.1016/0034-4257(85)90102-6',
    verified: true,
  },
  'huang-2002': {
    id: 'huang-2002',
    version: 1,
    coefficients: [0.2626, 0.2141, 0.0926, 0.0656, -0.7629, -0.5388],
    derivedFor: 'top-of-atmosphere',
    sensor: 'etm+',
    source: 'Huang et al. 2002, doi:10.1080/01431160110106113',
    verified: true,
  },
  'baig-2014': {
    id: 'baig-2014',
    version: 1,
    coefficients: [0.1511, 0.1973, 0.3283, 0.3407, -0.7117, -0.4559],
    derivedFor: 'top-of-atmosphere',
    sensor: 'oli',
    source: 'Baig et al. 2014, doi:10.1080/2150704X.2014.915434',
    verified: true,
  },
  'zhai-2022': {
    id: 'zhai-2022',
    version: 1,
    coefficients: [0.0382, 0.2137, 0.3536, 0.227, -0.6108, -0.6351],
    derivedFor: 'surface-reflectance',
    sensor: 'oli',
    source: 'Zhai et al. 2022, doi:10.1016/j.rse.2022.112992',
    verified: false,
  },
};

/** Sentinel-2 bands in the order of `NEDKOV_2017`. */
export const SENTINEL2_WETNESS_BANDS = [
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
  'B6',
  'B7',
  'B8',
  'B9',
  'B10',
  'B11',
  'B12',
  'B8A',
] as const;

/**
 * Wetness of all thirteen Sentinel-2 bands (top of atmosphere), in the order of `SENTINEL2_WETNESS_BANDS`.
 * Kept apart from the six-band sets: it needs bands that Landsat lacks, so it never joins a mixed series.
 *
 * @source Nedkov 2017, Comptes rendus de l'Academie bulgare des sciences 70:687-692
 */
export const NEDKOV_2017 = [
  0.0649, 0.1363, 0.2802, 0.3072, 0.5288, 0.1379, -0.0001, -0.0807, -0.0302, 0.0003, -0.4064, -0.5602,
  -0.1389,
] as const;

/**
 * The set named `id`.
 *
 * @throws InvalidInput `E-OBS-102` for a name that is not declared
 */
export function wetnessSet(id: string): WetnessSet {
  const set = (WETNESS_SETS as Readonly<Record<string, WetnessSet>>)[id];
  if (set === undefined || !Object.hasOwn(WETNESS_SETS, id)) {
    throw new AftermineError('InvalidInput', 'E-OBS-102', {
      where: 'observe.wetness',
      expected: Object.keys(WETNESS_SETS).join(', '),
      got: id,
    });
  }
  return set;
}

/**
 * Weighted sum of bands: out[i] = sum over b of coefficients[b] * bands[b][i].
 *
 * @param bands reflectance 0..1, equal lengths, in the order of the coefficients
 * @param coefficients a set's coefficients (6 values) or `NEDKOV_2017` (13 values)
 * @param out receives the result; a new array by default
 * @returns wetness, unitless; NaN where any band is NaN
 * @throws Misaligned `E-OBS-103` when counts or lengths differ
 */
export function wetness(
  bands: readonly Float32Array[],
  coefficients: readonly number[],
  out: Float32Array = new Float32Array(bands[0]?.length ?? 0),
): Float32Array {
  const n = out.length;
  if (bands.length !== coefficients.length || bands.some((band) => band.length !== n)) {
    throw new AftermineError('Misaligned', 'E-OBS-103', {
      where: 'wetness',
      expected: `${coefficients.length} x ${n}`,
      got: `${bands.length} x ${bands.map((band) => band.length).join('/')}`,
    });
  }
  if (bands.length === 6) {
    const [blue, green, red, nir, swir1, swir2] = bands as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const [c0, c1, c2, c3, c4, c5] = coefficients as [number, number, number, number, number, number];
    for (let i = 0; i < n; i += 1) {
      out[i] = c0 * blue[i]! + c1 * green[i]! + c2 * red[i]! + c3 * nir[i]! + c4 * swir1[i]! + c5 * swir2[i]!;
    }
    return out;
  }
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let b = 0; b < bands.length; b += 1) sum += coefficients[b]! * bands[b]![i]!;
    out[i] = sum;
  }
  return out;
}
