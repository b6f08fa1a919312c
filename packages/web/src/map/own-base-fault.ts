/** Why a file of map tiles cannot be shown; `fault.<fault>` of `texts/base-file.ts` says it in words. */
export type BaseFault =
  | 'no-pmtiles'
  | 'mbtiles'
  | 'old-version'
  | 'cut-short'
  | 'damaged'
  | 'tile-type'
  | 'compression'
  | 'system'
  | 'no-ranges'
  | 'unreachable';

/** A base map that cannot be shown, and what about it is known. */
export class BaseProblem extends Error {
  readonly fault: BaseFault;
  readonly got: string;

  constructor(fault: BaseFault, got = '') {
    super(`${fault} ${got}`.trim());
    this.name = 'BaseProblem';
    this.fault = fault;
    this.got = got;
  }
}

/** Bytes of the head of a PMTiles file. */
export const HEAD_BYTES = 127;
const VERSION = 3;
/** Places of offset and length of root directory, metadata, leaf directories and tiles, which follow one another in any order. */
const SECTIONS = [8, 24, 40, 56] as const;
/** Tile types that can be shown: vector tiles, PNG, JPEG, WebP, AVIF. */
const TILE_TYPES = [1, 2, 3, 4, 5];
/** Not said, none, gzip: browsers unpack no other. */
const COMPRESSIONS = [0, 1, 2];
const MOST_ZOOM = 26;

/**
 * What is wrong with a PMTiles file by its first bytes; null where nothing is.
 *
 * @param head at least the first 127 bytes, or the whole file where it has less
 * @param sizeBytes of the whole file; null where it is not known
 * @source https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function headFault(head: Uint8Array, sizeBytes: number | null): BaseProblem | null {
  const text = (length: number): string => String.fromCharCode(...head.subarray(0, length));
  if (text(15) === 'SQLite format 3') return new BaseProblem('mbtiles');
  if (text(2) === 'PM' && text(7) !== 'PMTiles')
    return new BaseProblem('old-version', String(head[2] ?? '?'));
  if (text(7) !== 'PMTiles') return new BaseProblem(head.length === 0 ? 'cut-short' : 'no-pmtiles');
  if (head.length < HEAD_BYTES) return new BaseProblem('cut-short');
  if (head[7] !== VERSION) return new BaseProblem('old-version', String(head[7]));
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const number = (at: number): number => Number(view.getBigUint64(at, true));
  const end = Math.max(...SECTIONS.map((at) => number(at) + number(at + 8)));
  if (sizeBytes !== null && end > sizeBytes) return new BaseProblem('cut-short', `${sizeBytes} / ${end}`);
  if (!TILE_TYPES.includes(head[99]!)) return new BaseProblem('tile-type', String(head[99]));
  for (const at of [97, 98])
    if (!COMPRESSIONS.includes(head[at]!)) return new BaseProblem('compression', String(head[at]));
  const [least, most] = [head[100]!, head[101]!];
  if (least > most || most > MOST_ZOOM) return new BaseProblem('damaged', `zoom ${least}..${most}`);
  return null;
}

/** Names under which makers of tiles state another system than the one of the format, Web Mercator. */
const SYSTEM_KEYS = ['crs', 'srs', 'projection', 'epsg'];
const MERCATOR = /3857|900913|3785|mercator/i;

/** What is wrong with the system that the metadata of a PMTiles file state; null where none is stated, or Web Mercator. */
export function systemFault(metadata: unknown): BaseProblem | null {
  if (typeof metadata !== 'object' || metadata === null) return null;
  for (const [key, value] of Object.entries(metadata))
    if (SYSTEM_KEYS.includes(key.toLowerCase()) && !MERCATOR.test(JSON.stringify(value)))
      return new BaseProblem('system', String(typeof value === 'string' ? value : JSON.stringify(value)));
  return null;
}
