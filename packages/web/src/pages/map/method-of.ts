const RSEI = 'Xu 2013, China Environmental Science 33(5):889-897 (docs/methods/rsei.md)';

/** Publications behind each index, with the page that tells the method. */
export const METHOD_OF: Readonly<Record<string, readonly string[]>> = {
  rsei: [RSEI, 'Xu and Deng 2022, doi:10.3390/rs14205307 (sign of the axis)'],
  ndvi: ['docs/methods/indices.md', RSEI],
  wetness: ['Crist 1985, doi:10.1016/0034-4257(85)90102-6 (docs/methods/wetness.md)', RSEI],
  ndbsi: [RSEI, 'docs/methods/indices.md'],
  lst: ['USGS LSDS-1619 (docs/methods/indices.md)', RSEI],
  nbr: ['docs/methods/indices.md'],
  other: ['docs/methods/indices.md'],
};
