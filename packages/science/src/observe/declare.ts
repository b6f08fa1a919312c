import type { BandName } from './types.ts';

/** Ids of every index and component that `observe` can compute. */
export type IndexId =
  | 'ndvi'
  | 'nbr'
  | 'ndmi'
  | 'mndwi'
  | 'wetness'
  | 'si'
  | 'ibi'
  | 'ndbsi'
  | 'lst'
  | 'fvc'
  | 'bsi'
  | 'evi'
  | 'savi'
  | 'albedo'
  | 'salinity-ndsi'
  | 'salinity-si'
  | 'salinity-si1'
  | 'salinity-s5'
  | 'rsei';

/** How values are kept in files: value = sample * scale + offset, `nodata` is no value. */
export interface Storage {
  readonly type: 'int16' | 'uint16';
  readonly scale: number;
  readonly offset: number;
  readonly nodata: number;
}

/** Everything that forms, legends, exports and documents say about one index. */
export interface Declaration {
  readonly id: IndexId;
  /** Catalogue key of the name in both languages. */
  readonly labelKey: `index.${IndexId}`;
  readonly equation: string;
  /** Values that physical reflectance (0..1) can give; kernels do not clip to it. */
  readonly range: readonly [low: number, high: number];
  readonly unit: '1' | 'K';
  /** Whether a higher value speaks for healthier land; `neutral` where that depends on the question. */
  readonly direction: 'good-when-high' | 'bad-when-high' | 'neutral';
  /** Bands it is computed from; empty for what is derived from other components. */
  readonly bands: readonly BandName[];
  readonly storage: Storage;
  readonly source: string;
}

/** Steps of 0.0001 from -3.2767 to 3.2767. */
const RATIO: Storage = { type: 'int16', scale: 1e-4, offset: 0, nodata: -32768 };
/** Steps of 0.01 K from 0.01 K to 655.35 K. */
const KELVIN: Storage = { type: 'uint16', scale: 0.01, offset: 0, nodata: 0 };

const XU_2013 = 'Xu 2013, China Environmental Science 33(5):889-897';

function declare(entry: Omit<Declaration, 'labelKey' | 'storage' | 'unit'>): Declaration {
  const heat = entry.id === 'lst';
  return {
    ...entry,
    labelKey: `index.${entry.id}`,
    unit: heat ? 'K' : '1',
    storage: heat ? KELVIN : RATIO,
  };
}

/** Every index and component, once. */
export const DECLARATIONS: Readonly<Record<IndexId, Declaration>> = {
  ndvi: declare({
    id: 'ndvi',
    equation: '(nir - red) / (nir + red)',
    range: [-1, 1],
    direction: 'good-when-high',
    bands: ['nir', 'red'],
    source: 'Tucker 1979, doi:10.1016/0034-4257(79)90013-0',
  }),
  nbr: declare({
    id: 'nbr',
    equation: '(nir - swir2) / (nir + swir2)',
    range: [-1, 1],
    direction: 'good-when-high',
    bands: ['nir', 'swir2'],
    source: 'Key and Benson 2006, USDA RMRS-GTR-164-CD',
  }),
  ndmi: declare({
    id: 'ndmi',
    equation: '(nir - swir1) / (nir + swir1)',
    range: [-1, 1],
    direction: 'good-when-high',
    bands: ['nir', 'swir1'],
    source: 'Gao 1996, doi:10.1016/S0034-4257(96)00067-3',
  }),
  mndwi: declare({
    id: 'mndwi',
    equation: '(green - swir1) / (green + swir1)',
    range: [-1, 1],
    direction: 'neutral',
    bands: ['green', 'swir1'],
    source: 'Xu 2006, doi:10.1080/01431160600589179',
  }),
  wetness: declare({
    id: 'wetness',
    equation: 'c1 blue + c2 green + c3 red + c4 nir + c5 swir1 + c6 swir2 (named coefficient set)',
    range: [-1.3, 0.71],
    direction: 'good-when-high',
    bands: ['blue', 'green', 'red', 'nir', 'swir1', 'swir2'],
    source: 'Crist 1985, doi:10.1016/0034-4257(85)90102-6',
  }),
  si: declare({
    id: 'si',
    equation: '((swir1 + red) - (nir + blue)) / ((swir1 + red) + (nir + blue))',
    range: [-1, 1],
    direction: 'bad-when-high',
    bands: ['swir1', 'red', 'nir', 'blue'],
    source: XU_2013,
  }),
  ibi: declare({
    id: 'ibi',
    equation:
      '[2 swir1/(swir1+nir) - (nir/(nir+red) + green/(green+swir1))] / [2 swir1/(swir1+nir) + (nir/(nir+red) + green/(green+swir1))]',
    range: [-1, 1],
    direction: 'bad-when-high',
    bands: ['swir1', 'nir', 'red', 'green'],
    source: 'Xu 2008, doi:10.1080/01431160802039957',
  }),
  ndbsi: declare({
    id: 'ndbsi',
    equation: '(SI + IBI) / 2',
    range: [-1, 1],
    direction: 'bad-when-high',
    bands: ['blue', 'green', 'red', 'nir', 'swir1'],
    source: XU_2013,
  }),
  lst: declare({
    id: 'lst',
    equation: 'land surface temperature as delivered',
    range: [150, 373],
    direction: 'bad-when-high',
    bands: ['lst'],
    source: 'Landsat Collection 2 Level-2 surface temperature, USGS LSDS-1619',
  }),
  fvc: declare({
    id: 'fvc',
    equation: '(NDVI - NDVI_soil) / (NDVI_vegetation - NDVI_soil), held within 0..1',
    range: [0, 1],
    direction: 'good-when-high',
    bands: ['nir', 'red'],
    source: 'Gutman and Ignatov 1998, doi:10.1080/014311698215333',
  }),
  bsi: declare({
    id: 'bsi',
    equation: '((swir1 + red) - (nir + blue)) / ((swir1 + red) + (nir + blue))',
    range: [-1, 1],
    direction: 'bad-when-high',
    bands: ['swir1', 'red', 'nir', 'blue'],
    source: 'Rikimaru, Roy and Miyatake 2002, Tropical Ecology 43(1):39-47 (same equation as SI)',
  }),
  evi: declare({
    id: 'evi',
    equation: '2.5 (nir - red) / (nir + 6 red - 7.5 blue + 1)',
    range: [-1, 1],
    direction: 'good-when-high',
    bands: ['nir', 'red', 'blue'],
    source: 'Huete et al. 2002, doi:10.1016/S0034-4257(02)00096-2',
  }),
  savi: declare({
    id: 'savi',
    equation: '1.5 (nir - red) / (nir + red + 0.5)',
    range: [-1, 1],
    direction: 'good-when-high',
    bands: ['nir', 'red'],
    source: 'Huete 1988, doi:10.1016/0034-4257(88)90106-X',
  }),
  albedo: declare({
    id: 'albedo',
    equation: '0.356 blue + 0.130 red + 0.373 nir + 0.085 swir1 + 0.072 swir2 - 0.0018',
    range: [0, 1],
    direction: 'bad-when-high',
    bands: ['blue', 'red', 'nir', 'swir1', 'swir2'],
    source: 'Liang 2001, doi:10.1016/S0034-4257(00)00205-4',
  }),
  'salinity-ndsi': declare({
    id: 'salinity-ndsi',
    equation: '(red - nir) / (red + nir)',
    range: [-1, 1],
    direction: 'bad-when-high',
    bands: ['red', 'nir'],
    source: 'Khan et al. 2005, doi:10.1016/j.agwat.2004.09.038',
  }),
  'salinity-si': declare({
    id: 'salinity-si',
    equation: 'sqrt(blue * red)',
    range: [0, 1],
    direction: 'bad-when-high',
    bands: ['blue', 'red'],
    source: 'Khan et al. 2005, doi:10.1016/j.agwat.2004.09.038',
  }),
  'salinity-si1': declare({
    id: 'salinity-si1',
    equation: 'sqrt(green * red)',
    range: [0, 1],
    direction: 'bad-when-high',
    bands: ['green', 'red'],
    source: 'Douaoui, Nicolas and Walter 2006, doi:10.1016/j.geoderma.2005.10.009',
  }),
  'salinity-s5': declare({
    id: 'salinity-s5',
    equation: 'blue * red / green',
    range: [0, 1],
    direction: 'bad-when-high',
    bands: ['blue', 'red', 'green'],
    source: 'Abbas and Khan 2007, MODSIM07',
  }),
  rsei: declare({
    id: 'rsei',
    equation: 'first principal component of the scaled components, oriented, rescaled to 0..1',
    range: [0, 1],
    direction: 'good-when-high',
    bands: [],
    source: XU_2013,
  }),
};

/** True when `id` names a declared index. */
export function isIndexId(id: string): id is IndexId {
  return Object.hasOwn(DECLARATIONS, id);
}
