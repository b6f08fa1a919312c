/** Pure surfaces that every pixel is a mixture of. */
export const END_MEMBERS = [
  'grass',
  'straw',
  'shrub',
  'crop',
  'soil',
  'sand',
  'overburden',
  'coal',
  'built',
  'slurry',
  'gravel',
  'water',
] as const;
export type EndMember = (typeof END_MEMBERS)[number];

/**
 * Surface reflectance in blue, green, red, nir, swir1, swir2. Typical values, rounded, in the order of magnitude
 * of published spectra of semi-arid grassland, loess soils and coal mine spoil; no measured spectrum is copied.
 */
export const SPECTRA: Readonly<Record<EndMember, readonly [number, number, number, number, number, number]>> =
  {
    grass: [0.034, 0.066, 0.048, 0.375, 0.195, 0.095],
    straw: [0.07, 0.108, 0.148, 0.262, 0.305, 0.205],
    shrub: [0.028, 0.05, 0.036, 0.31, 0.15, 0.07],
    crop: [0.03, 0.068, 0.034, 0.46, 0.2, 0.088],
    soil: [0.085, 0.125, 0.17, 0.245, 0.315, 0.27],
    sand: [0.13, 0.19, 0.255, 0.335, 0.43, 0.39],
    overburden: [0.112, 0.139, 0.167, 0.198, 0.262, 0.258],
    coal: [0.04, 0.044, 0.048, 0.054, 0.07, 0.075],
    built: [0.13, 0.148, 0.168, 0.205, 0.245, 0.235],
    slurry: [0.07, 0.08, 0.088, 0.098, 0.12, 0.115],
    gravel: [0.14, 0.168, 0.195, 0.228, 0.29, 0.28],
    water: [0.055, 0.066, 0.046, 0.022, 0.01, 0.007],
  };

/** Share of each end member that is green, for the heat balance. */
export const GREENNESS: Readonly<Record<EndMember, number>> = {
  grass: 1,
  straw: 0.15,
  shrub: 1,
  crop: 1,
  soil: 0,
  sand: 0,
  overburden: 0,
  coal: 0,
  built: 0,
  slurry: 0,
  gravel: 0,
  water: 0,
};

/** Share of each end member that stays wet, for the heat balance. */
export const MOISTURE: Readonly<Record<EndMember, number>> = {
  grass: 0.25,
  straw: 0.05,
  shrub: 0.3,
  crop: 0.45,
  soil: 0.1,
  sand: 0,
  overburden: 0,
  coal: 0,
  built: 0,
  slurry: 0.3,
  gravel: 0,
  water: 1,
};
